import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { deploy, deployExitCode } from '../../src/commands/deploy.js'
import { type Deployed, type DeployResult, isUnderWay } from '../../src/ecs/deployed.js'
import { deployHeadline, deployJson } from '../../src/report/deploy.js'
import { awsError } from '../platform/aws/memory-ecs.js'
import { digestOf, Stage, TEMPLATE } from './deploy-stage.js'

const only = ({ services }: DeployResult): Deployed => {
  expect(services).toHaveLength(1)
  return services[0] as Deployed
}
const REGISTERED = ['registerTaskDefinition', 'updateService']
const unreachable = () => awsError('Error', 'connect ECONNREFUSED', { code: 'ECONNREFUSED' })

describe('a deployment', () => {
  test('of a new image is successful once all that proves it was seen', async () => {
    const stage = new Stage('cart')
    const result = await stage.deploy(stage.target('cart', 'b'))
    expect(only(result)).toMatchObject({
      name: 'cart',
      environment: 'uat',
      version: '1.4.0',
      digest: digestOf('b'),
      strategy: 'rolling',
      outcome: 'successful',
      problems: [],
    })
    expect(only(result).deployment).toMatch(/:service-deployment\/shop\/cart\/of-1002$/)
    expect(only(result).seconds).toBeGreaterThan(4)
    expect(stage.writes).toEqual(REGISTERED)
    expect(deployExitCode(result)).toBe(0)
    expect(stage.said).toEqual([
      'cart: a new task definition (1 difference)',
      expect.stringMatching(/^cart: {3}containerDefinitions\[app\]\.image: \S+ → registry\/cart@sha256:b+$/),
      'cart: rolling: 100% to 200% of the tasks run; waits for the tasks alone, 30 min at most; room for 4 tasks is needed, 2 always serve',
      'cart: 0 of 2 new tasks running, 2 starting (10 min left)',
      'cart: successful, 2 of 2 new tasks running',
    ])
  })

  test('of what runs already writes nothing', async () => {
    const stage = new Stage('cart')
    const result = await stage.deploy(stage.target('cart', 'a'))
    expect(only(result)).toMatchObject({ outcome: 'unchanged', deployment: null, problems: [] })
    expect(stage.writes).toEqual([])
    expect(deployExitCode(result)).toBe(0)
  })

  test('of what runs already brings its deployment settings up to date', async () => {
    const stage = new Stage('cart')
    const target = stage.target('cart', 'a')
    const result = await stage.deploy({ ...target, settings: { ...target.settings, maximumPercent: 150 } })
    expect(only(result).outcome).toBe('unchanged')
    expect(stage.writes).toEqual(['updateService'])
    expect(stage.cluster.services.get('cart')?.settings.deploymentConfiguration).toMatchObject({
      maximumPercent: 150,
    })
  })

  test('that fails is rolled back, with what the container said, and the old version serving', async () => {
    const stage = new Stage('cart').behave('cart', 'b', 'fails')
    stage.cluster.logs.set('shop/cart/app/of-1002', ['starting', 'no such table: carts'])
    const result = await stage.deploy(stage.target('cart', 'b'))
    const deployed = only(result)
    expect(deployed.outcome).toBe('rolled-back')
    expect(deployed.problems[0]).toMatchObject({
      code: 'rolled-back',
      fault: 'thing',
      why: expect.stringMatching(/circuit breaker.*The version before still serves, with 2 tasks/),
    })
    expect(deployed.diagnosis?.tasks).toEqual([
      expect.objectContaining({
        id: 'of-1002',
        stopCode: 'EssentialContainerExited',
        containers: [{ name: 'app', exitCode: 7, health: null, reason: null }],
      }),
    ])
    expect(deployed.diagnosis?.logs).toEqual([
      { task: 'of-1002', container: 'app', lines: ['starting', 'no such table: carts'], unread: null },
    ])
    expect(deployExitCode(result)).toBe(1)
    expect(stage.said).toContainEqual(expect.stringMatching(/^cart: ECS rolls back: .*circuit breaker/))
  })

  test('is diagnosed also where a log may not be read', async () => {
    const stage = new Stage('cart').behave('cart', 'b', 'fails')
    stage.ecs.failNext('logTail', awsError('AccessDeniedException', 'no'))
    const { outcome, diagnosis } = only(await stage.deploy(stage.target('cart', 'b')))
    expect(outcome).toBe('rolled-back')
    expect(diagnosis?.logs[0]?.unread).toMatch(/AWS denies ecs:LogTail/)
    expect(diagnosis?.tasks).toHaveLength(1)
  })

  test('that never gets well is timed out at the environment’s limit', async () => {
    const stage = new Stage('cart').behave('cart', 'b', 'hangs')
    const result = await stage.deploy(stage.target('cart', 'b'))
    expect(only(result)).toMatchObject({
      outcome: 'timed-out',
      problems: [
        { code: 'timed-out', why: expect.stringMatching(/^not over after 10 minutes: 0 of 2 tasks running/) },
      ],
    })
    expect(only(result).seconds).toBeCloseTo(600, 0)
    expect(deployExitCode(result)).toBe(1)
  })

  test('that another one overtakes is superseded', async () => {
    const stage = new Stage('cart')
    stage.overtake('cart', 2_000)
    const result = await stage.deploy(stage.target('cart', 'b'))
    expect(only(result).outcome).toBe('superseded')
    expect(deployExitCode(result)).toBe(1)
  })

  test('that a person stops is stopped', async () => {
    const stage = new Stage('cart')
    stage.clock.after(2_000, () => {
      const [newest] = stage.cluster.services.get('cart')?.deployments ?? []
      if (newest) newest.stopped = { at: stage.clock.now(), reason: 'Stopped by a person' }
    })
    const { outcome, problems } = only(await stage.deploy(stage.target('cart', 'b')))
    expect(outcome).toBe('stopped')
    expect(problems[0]?.why).toMatch(/^Stopped by a person/)
  })

  test('that somebody began and left is joined', async () => {
    const stage = new Stage('cart')
    await new Promise((left) => {
      stage.clock.after(1_000, () => stage.stopper.abort())
      stage.deploy(stage.target('cart', 'b')).then(left)
    })
    const later = { ...stage.world, signal: new AbortController().signal }
    const result = await deploy(later, { targets: [stage.target('cart', 'b')], dryRun: false })
    expect(only(result)).toMatchObject({ outcome: 'successful', decision: { kind: 'join' } })
    expect(stage.writes).toEqual(REGISTERED)
  })
})

describe('what is told when it is not known how it ended', () => {
  test('a deployment that we were told to leave goes on', async () => {
    const stage = new Stage('cart')
    stage.clock.after(3_000, () => stage.stopper.abort())
    const result = await stage.deploy(stage.target('cart', 'b'))
    const { outcome, deployment, problems } = only(result)
    expect(outcome).toBe(null)
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'left',
        fix: expect.stringContaining(`--service-deployment-arns ${deployment}`),
      }),
    ])
    expect(deployExitCode(result)).toBe(1)
  })

  test('nor is it called undeployed where ECS had no name for it yet', async () => {
    const stage = new Stage('cart')
    stage.clock.after(100, () => stage.stopper.abort())
    const result = await stage.deploy(stage.target('cart', 'b'))
    expect(only(result)).toMatchObject({ outcome: null, deployment: null, problems: [{ code: 'left' }] })
    expect(isUnderWay(only(result))).toBe(true)
    expect(deployHeadline(result)).toBe('1 service: 1 under way.')
    expect(deployJson(result)).not.toHaveProperty('services.0.unseen')
  })

  test('credentials that expire on the way are the world’s fault, and the deployment is named', async () => {
    const stage = new Stage('cart')
    stage.clock.after(2_000, () =>
      stage.ecs.failNext('describeService', awsError('ExpiredTokenException', 'expired')),
    )
    const result = await stage.deploy(stage.target('cart', 'b'))
    expect(only(result)).toMatchObject({
      outcome: null,
      problems: [{ code: 'credentials', why: expect.stringContaining('was begun, and goes on') }],
    })
    expect(only(result).deployment).not.toBe(null)
    expect(deployExitCode(result)).toBe(3)
  })
})

describe('what ends it before it begins', () => {
  test('throttling, again and again, is the world’s fault', async () => {
    const stage = new Stage('cart')
    stage.ecs.failNext('updateService', awsError('ThrottlingException', 'Rate exceeded'))
    const result = await stage.deploy(stage.target('cart', 'b'))
    expect(only(result)).toMatchObject({ outcome: null, deployment: null, problems: [{ code: 'throttled' }] })
    expect(deployExitCode(result)).toBe(3)
    expect(stage.cluster.services.get('cart')?.deployments).toHaveLength(1)
  })

  test('a template without the container that the load balancer sends to', async () => {
    const stage = new Stage('cart')
    const cart = stage.cluster.services.get('cart')
    if (cart)
      cart.settings = { ...cart.settings, loadBalancers: [{ containerName: 'web', containerPort: 80 }] }
    const result = await stage.deploy(stage.target('cart', 'b'))
    expect(only(result).problems).toMatchObject([{ code: 'no-such-container', why: 'Its containers: app.' }])
    expect(stage.writes).toEqual([])
  })

  test('a ladder that ECS has no shape for, before AWS is asked anything', async () => {
    const stage = new Stage('cart')
    const target = stage.target('cart', 'b')
    const steps = [1, 5, 25].map((percent) => ({ percent, minutes: 10 }))
    const result = await stage.deploy({ ...target, settings: { ...target.settings, steps } })
    expect(only(result).problems).toMatchObject([{ code: 'no-such-ladder' }])
    expect(stage.ecs.calls).toEqual([])
  })
})

describe('what runs before', () => {
  const before = { command: ['migrate', '{service}'] }
  const bring = (stage: Stage) => {
    const target = stage.target('cart', 'b')
    return stage.deploy({ ...target, settings: { ...target.settings, before } })
  }

  test('is a task of the new image, once, and then the service is updated', async () => {
    const stage = new Stage('cart')
    expect(only(await bring(stage)).outcome).toBe('successful')
    expect(stage.said).toContain('cart: running migrate cart first')
    const calls = stage.ecs.calls.filter((call) => /^(register|runTask|update)/.test(call))
    expect(calls).toEqual(['registerTaskDefinition', 'runTask', 'updateService'])
  })

  test('is found again where its answer was lost', async () => {
    const stage = new Stage('cart')
    stage.ecs.failNext('runTask', unreachable(), { heard: true })
    expect(only(await bring(stage)).outcome).toBe('successful')
    expect(stage.ecs.oneOffs()).toHaveLength(1)
  })

  test('keeps the service as it is where it fails, with its log', async () => {
    const stage = new Stage('cart')
    stage.ecs.exitCode = 1
    stage.cluster.logs.set('shop/cart/app/once-1', ['no such column'])
    const result = await bring(stage)
    expect(only(result)).toMatchObject({
      outcome: null,
      problems: [
        { code: 'before-failed', why: expect.stringMatching(/^Exit code 1\. The service was not touched/) },
      ],
      diagnosis: { logs: [{ lines: ['no such column'] }] },
    })
    expect(deployExitCode(result)).toBe(1)
    expect(stage.writes).toEqual(['registerTaskDefinition'])
  })
})

describe('scaling', () => {
  test.each<[boolean]>([[true], [false]])(
    'stands still meanwhile where it is asked to: %s',
    async (suspendScaling) => {
      const stage = new Stage('cart')
      stage.ecs.around.scaling = { least: 1, most: 4, suspended: false }
      const target = stage.target('cart', 'b')
      await stage.deploy({ ...target, settings: { ...target.settings, suspendScaling } })
      expect(stage.ecs.calls.filter((call) => call === 'suspendScaling')).toHaveLength(suspendScaling ? 2 : 0)
      expect(stage.ecs.around.scaling.suspended).toBe(false)
    },
  )
})

describe('whoever dies on the way', () => {
  const CALLS = [
    'describeService',
    'describeTaskDefinition',
    'registerTaskDefinition',
    'updateService',
  ] as const

  test('repeats nothing the next time: one registration, one deployment, and the image that was asked for', async () => {
    const crash = fc.record({
      method: fc.constantFrom(...CALLS),
      heard: fc.boolean(),
      skip: fc.nat(3),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(crash, { maxLength: 4 }), async (crashes) => {
        const stage = new Stage('cart')
        for (const { method, heard } of crashes) {
          stage.ecs.failNext(method, new Error('killed'), { heard })
          await stage.deploy(stage.target('cart', 'b')).catch(() => {})
        }
        stage.ecs.forget()
        const result = only(await stage.deploy(stage.target('cart', 'b')))
        expect(['successful', 'unchanged']).toContain(result.outcome)
        const deployments = stage.cluster.services.get('cart')?.deployments ?? []
        expect(deployments).toHaveLength(2)
        expect(stage.cluster.imageOf(deployments[0] as (typeof deployments)[number])).toBe(
          stage.target('cart', 'b').image,
        )
        expect(stage.cluster.definitions.size).toBe(2)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a lost answer', () => {
  test('to an update that was heard is found out by reading', async () => {
    const stage = new Stage('cart')
    stage.ecs.failNext('updateService', unreachable(), { heard: true })
    expect(only(await stage.deploy(stage.target('cart', 'b'))).outcome).toBe('successful')
    expect(stage.writes).toEqual(REGISTERED)
  })

  test('to an update that was not heard ends it', async () => {
    const stage = new Stage('cart')
    stage.ecs.failNext('updateService', unreachable())
    const result = await stage.deploy(stage.target('cart', 'b'))
    expect(only(result)).toMatchObject({
      outcome: null,
      deployment: null,
      problems: [{ code: 'unreachable' }],
    })
    expect(deployExitCode(result)).toBe(3)
  })

  test('to a question on the way is told once and asked again', async () => {
    const stage = new Stage('cart')
    stage.clock.after(1_000, () => stage.ecs.failNext('describeService', unreachable(), { times: 3 }))
    expect(only(await stage.deploy(stage.target('cart', 'b'))).outcome).toBe('successful')
    expect(stage.said.filter((line) => line.includes('no answer'))).toHaveLength(1)
  })
})

describe('what the caller must correct', () => {
  test('a service that is not there, with those that are like it', async () => {
    const stage = new Stage('cart', 'catalog')
    const result = await stage.deploy(stage.target('crat', 'b'))
    expect(only(result)).toMatchObject({
      outcome: null,
      problems: [
        {
          code: 'service-not-found',
          fault: 'caller',
          problem: 'there is no service crat in the cluster shop',
          why: expect.stringContaining('cart, catalog'),
          fix: expect.stringContaining('Did you mean cart?'),
        },
      ],
    })
    expect(stage.writes).toEqual([])
    expect(deployExitCode(result)).toBe(2)
  })

  test('a cluster that is not there', async () => {
    const stage = new Stage('cart')
    const target = stage.target('cart', 'b')
    const result = await stage.deploy({ ...target, settings: { ...target.settings, cluster: 'shpo' } })
    expect(only(result).problems).toEqual([
      expect.objectContaining({
        code: 'cluster-not-found',
        fault: 'caller',
        problem: 'there is no cluster shpo',
        why: 'ClusterNotFoundException: Cluster not found. There is: shop.',
        fix: expect.stringContaining('Did you mean shop?'),
      }),
    ])
    expect(deployExitCode(result)).toBe(2)
  })

  test('a template, before AWS is asked anything', async () => {
    const stage = new Stage('cart')
    const template = { path: 'deploy/task.json', text: TEMPLATE.replace('{image}', '{imgae}') }
    const result = await stage.deploy(stage.target('cart', 'b', { template }))
    expect(only(result).problems[0]?.code).toBe('unknown-placeholder')
    expect(stage.ecs.calls).toEqual([])
  })
})

describe('several services', () => {
  test('are deployed side by side; what one lacks does not keep the others', async () => {
    const stage = new Stage('cart', 'user').behave('user', 'b', 'fails')
    const result = await stage.deploy(...['cart', 'nobody', 'user'].map((name) => stage.target(name, 'b')))
    expect(result.services.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['cart', 'successful'],
      ['nobody', null],
      ['user', 'rolled-back'],
    ])
    expect(deployExitCode(result)).toBe(1)
  })

  test('of one family are registered one after the other', async () => {
    const stage = new Stage('cart', 'user')
    let open = 0
    let most = 0
    const register = stage.ecs.registerTaskDefinition.bind(stage.ecs)
    stage.ecs.registerTaskDefinition = async (input) => {
      open += 1
      most = Math.max(most, open)
      const answer = await register(input)
      open -= 1
      return answer
    }
    const template = { path: 't', text: TEMPLATE.replace('"family":"{service}"', '"family":"shop"') }
    const result = await stage.deploy(
      ...['cart', 'user'].map((name) => stage.target(name, 'b', { template })),
    )
    expect(result.services.map(({ outcome }) => outcome)).toEqual(['successful', 'successful'])
    expect(most).toBe(1)
  })

  test('that AWS takes one after the other are told of it once, with the time', async () => {
    const line = /^\d+ new task definitions?: AWS takes/
    const stage = new Stage('cart', 'user', 'web')
    stage.ecs.eachRegistrationLasts = 8_000
    await stage.deploy(
      stage.target('web', 'a'),
      ...['cart', 'nobody', 'user'].map((name) => stage.target(name, 'b')),
    )
    expect(stage.said.filter((one) => line.test(one))).toEqual([
      '2 new task definitions: AWS takes so many one after the other, in about 16 s',
    ])
    const registered = stage.said.findIndex((one) => /0 of 2 new tasks/.test(one))
    expect(stage.said.findIndex((one) => line.test(one))).toBeLessThan(registered)
    const quick = new Stage('cart')
    quick.ecs.eachRegistrationLasts = 8_000
    await quick.deploy(quick.target('cart', 'b'))
    expect(quick.said.filter((one) => line.test(one))).toEqual([])
  })

  test('none at all is nothing to fail at', async () => {
    expect(deployExitCode(await new Stage().deploy())).toBe(0)
  })
})

test('a dry run tells what would be done, and does nothing', async () => {
  const stage = new Stage('cart')
  const result = await deploy(stage.world, { targets: [stage.target('cart', 'b')], dryRun: true })
  expect(only(result)).toMatchObject({
    outcome: null,
    problems: [],
    decision: { kind: 'register', differences: [{ path: 'containerDefinitions[app].image' }] },
  })
  expect(stage.writes).toEqual([])
  expect(deployExitCode(result)).toBe(0)
})

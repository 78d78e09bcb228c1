import { CloudWatch } from '@aws-sdk/client-cloudwatch'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { deploy, deployExitCode, type Target } from '../../src/commands/deploy.js'
import { type TakeUp, takeUp } from '../../src/commands/takeup.js'
import { verify, verifyExitCode } from '../../src/commands/verify.js'
import type { Deployed, DeployResult } from '../../src/ecs/deployed.js'
import { ACTIONS, type CloudCommand } from '../../src/ecs/policy.js'
import type { EnvironmentSettings } from '../../src/environment/settings.js'
import { sharedEcs } from '../../src/platform/aws/sdk-ecs.js'
import { systemClock } from '../../src/platform/clock.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import type { Digest, EnvironmentName, ServiceName, Version } from '../../src/words.js'
import { createShop } from '../rehearsal/shop.js'
import { type Clients, clientsOf, definition, followNewest, register } from '../rehearsal/stage.js'
import { type Recorder, recordBefore } from './recorder.js'

jest.setTimeout(120_000)
process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

const region = 'eu-central-1'
const service = 'cart' as ServiceName
const progress = { say: () => {}, warn: (line: string) => void said.push(line), group: () => {} }
const said: string[] = []
const asked = new Map<CloudCommand, Set<string>>()
let rehearsal: Rehearsal
let recorder: Recorder
let clients: Clients
let count = 0

beforeAll(async () => {
  const quiet = { ...progress, warn: (line: string) => void process.stderr.write(`${line}\n`) }
  rehearsal = await serveRehearsal({ progress: quiet, tasks: 'hollow', requestsPerStep: 0 })
  clients = clientsOf(rehearsal.endpoint)
  await createShop(clients)
  recorder = await recordBefore(rehearsal.endpoint)
}, 60_000)

afterAll(async () => {
  clients?.destroy()
  await recorder?.close()
  await rehearsal?.close()
})

const world = (signal?: AbortSignal) => ({
  ecsAt: sharedEcs(),
  // It looks more often than it would, and waits for nothing that is over.
  clock: {
    now: systemClock.now,
    sleep: (milliseconds: number, stopped?: AbortSignal) =>
      systemClock.sleep(Math.min(milliseconds, 250), stopped),
  },
  progress,
  random: () => 0,
  unique: () => `token-${process.pid}-${count}`,
  ci: false,
  ...(signal ? { signal } : {}),
})

/** A new image, whose tasks behave as they are told. */
const target = (changes: Partial<EnvironmentSettings> = {}, hollow = ''): Target => {
  count += 1
  const digest = `sha256:${String(count).padStart(64, '0')}` as Digest
  const environment = [
    { name: 'VERSION', value: '{version}' },
    { name: 'HOLLOW', value: hollow },
  ]
  return {
    service,
    environment: 'uat' as EnvironmentName,
    settings: {
      region,
      endpoint: recorder.endpoint,
      cluster: 'demo',
      service,
      taskDefinition: 't',
      strategy: 'rolling',
      ...changes,
    },
    template: { path: 't', text: JSON.stringify(definition('x', { image: '{image}', environment })) },
    image: `registry/cart@${digest}`,
    digest,
    version: `1.0.${count}` as Version,
  }
}

const record = (command: CloudCommand): void => {
  const known = asked.get(command) ?? new Set()
  for (const action of recorder.take()) known.add(action)
  asked.set(command, known)
}

interface Told extends Deployed {
  readonly code: number
}

const told = (command: CloudCommand, result: DeployResult): Told => {
  record(command)
  return { ...(result.services[0] as Deployed), code: deployExitCode(result) }
}

const bring = async (one: Target, signal?: AbortSignal): Promise<Told> =>
  told('deploy', await deploy(world(signal), { targets: [one], dryRun: false }))

const answer = async (
  wish: 'continue' | 'stop' | 'resume',
  one: Target,
  more: Partial<TakeUp> = {},
): Promise<Told> => {
  const wishes = [{ wish, site: one, deployment: null, hook: null, ...more }]
  return told(wish === 'resume' ? 'deploy' : wish, await takeUp(world(), { wishes, dryRun: false }))
}

const backstage = (room: 'faults' | 'clock', wish: object) =>
  fetch(`${rehearsal.endpoint}/_rehearsal/${room}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  })

const newest = async () => {
  const { serviceDeployments } = await clients.ecs.listServiceDeployments({ cluster: 'demo', service })
  const arns = [serviceDeployments?.[0]?.serviceDeploymentArn ?? '']
  return (await clients.ecs.describeServiceDeployments({ serviceDeploymentArns: arns }))
    .serviceDeployments?.[0]
}

/** Once the deployment of a target is under way. */
const underWay = async ({ image }: Target): Promise<string> => {
  for (;;) {
    const found = await newest()
    const { serviceRevisions } = await clients.ecs.describeServiceRevisions({
      serviceRevisionArns: [found?.targetServiceRevision?.arn ?? ''],
    })
    if (serviceRevisions?.[0]?.containerImages?.[0]?.image === image) return found?.serviceDeploymentArn ?? ''
    await systemClock.sleep(50)
  }
}

const served = async (): Promise<string | undefined> => {
  const { services } = await clients.ecs.describeServices({ cluster: 'demo', services: [service] })
  const arn = services?.[0]?.taskDefinition
  const { taskDefinition } = await clients.ecs.describeTaskDefinition({ taskDefinition: arn })
  return taskDefinition?.containerDefinitions?.[0]?.image
}

const BLUE_GREEN: Partial<EnvironmentSettings> = { strategy: 'blue-green', bakeMinutes: 0 }
const PAUSED: Partial<EnvironmentSettings> = {
  ...BLUE_GREEN,
  pauses: [{ at: ['POST_TEST_TRAFFIC_SHIFT'], timeoutMinutes: 5 }],
}
const UNPAUSED: Partial<EnvironmentSettings> = { pauses: [] }

describe('every way to end, at the rehearsal cluster', () => {
  test('success, and nothing new', async () => {
    const one = target()
    expect(await bring(one)).toMatchObject({
      outcome: 'successful',
      code: 0,
      problems: [],
      strategy: 'rolling',
    })
    expect(await served()).toBe(one.image)
    expect(await bring(one)).toMatchObject({ outcome: 'unchanged', code: 0 })
  })

  test('the circuit breaker, with the exit code', async () => {
    const before = await served()
    const ended = await bring(target({ circuitBreaker: { tasks: 1 } }, 'exit:7'))
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/circuit breaker/)
    expect(ended.diagnosis?.tasks[0]?.containers[0]).toMatchObject({ name: 'app', exitCode: 7 })
    expect(await served()).toBe(before)
  })

  test('tasks that never get healthy', async () => {
    const ended = await bring(target({ circuitBreaker: { tasks: 1 } }, 'sick'))
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.diagnosis?.tasks[0]?.stoppedReason).toMatch(/failed ELB health checks/)
  })

  test('an image that cannot be pulled', async () => {
    const before = await served()
    const one = target({ circuitBreaker: { tasks: 1 } }, 'unpulled')
    const ended = await bring(one)
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/circuit breaker.*The version before still serves, with 2 tasks/s)
    const [task] = ended.diagnosis?.tasks ?? []
    expect(task).toMatchObject({ stopCode: 'TaskFailedToStart', status: 'STOPPED' })
    expect(task?.stoppedReason).toMatch(/^CannotPullContainerError: /)
    expect(task?.stoppedReason).toContain(one.image)
    // No container ever ran: nothing ended, and nothing was written.
    expect(task?.containers[0]?.exitCode ?? null).toBeNull()
    expect(ended.diagnosis?.logs.flatMap(({ lines }) => lines)).toEqual([])
    expect(await served()).toBe(before)
  })

  test('blue-green, through all stages, with their weights', async () => {
    const one = target(BLUE_GREEN)
    const ended = await bring(one)
    expect(ended).toMatchObject({ outcome: 'successful', code: 0, strategy: 'blue-green' })
    expect(ended.marks.at(-1)).toMatchObject({ status: 'SUCCESSFUL', traffic: { production: 1000 } })
    expect(await served()).toBe(one.image)
  })

  test('a pause waits; a later run lets it go on', async () => {
    const one = target(PAUSED)
    const paused = await bring(one)
    expect(paused).toMatchObject({ outcome: 'paused', code: 0, problems: [] })
    expect(paused.pause).toMatchObject({ otherwise: 'ROLLBACK' })
    expect(paused.reason).toMatch(
      /waits for an answer at POST_TEST_TRAFFIC_SHIFT until .*; without one ECS rolls back/,
    )
    expect(await answer('resume', one)).toMatchObject({ outcome: 'paused', code: 0 })
    const wrong = await answer('continue', one, { hook: 'nobody' })
    expect(wrong).toMatchObject({ outcome: null, code: 2, problems: [{ code: 'not-paused' }] })
    expect(await answer('continue', one)).toMatchObject({
      outcome: 'successful',
      code: 0,
      digest: one.digest,
    })
    expect(await answer('continue', one)).toMatchObject({
      code: 2,
      problems: [{ code: 'nothing-under-way' }],
    })
  })

  test('a pause that somebody declines', async () => {
    const one = target(PAUSED)
    const { deployment, pause } = await bring(one)
    await clients.ecs.continueServiceDeployment({
      serviceDeploymentArn: deployment ?? '',
      hookId: pause?.hook,
      action: 'ROLLBACK',
    })
    const ended = await answer('resume', one, { deployment })
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/ContinueServiceDeployment/)
  })

  test('a pause that nobody answers', async () => {
    const one = target(PAUSED)
    const { deployment } = await bring(one)
    await backstage('clock', { advance: '6m' })
    const ended = await answer('resume', one, { deployment })
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
  })

  test('a pause that is stopped by a later run', async () => {
    const before = await served()
    const one = target(PAUSED)
    await bring(one)
    expect(await answer('stop', one)).toMatchObject({ outcome: 'rolled-back', code: 0, problems: [] })
    expect(await served()).toBe(before)
    const again = await answer('stop', one, { deployment: (await newest())?.serviceDeploymentArn ?? '' })
    expect(again).toMatchObject({ code: 2, problems: [{ code: 'already-over' }] })
  })

  test('an alarm', async () => {
    const watch = new CloudWatch({ region, endpoint: rehearsal.endpoint, maxAttempts: 1 })
    await watch.putMetricAlarm({
      AlarmName: 'errors',
      Namespace: 'AWS/ApplicationELB',
      MetricName: 'HTTPCode_Target_5XX_Count',
      ComparisonOperator: 'GreaterThanThreshold',
      EvaluationPeriods: 1,
      Period: 60,
      Threshold: 10,
      Statistic: 'Sum',
    })
    const one = target({
      ...BLUE_GREEN,
      ...UNPAUSED,
      bakeMinutes: 60,
      alarms: { names: ['errors'], rollback: true },
    })
    const ending = bring(one)
    await underWay(one)
    while ((await newest())?.lifecycleStage !== 'BAKE_TIME') await systemClock.sleep(50)
    await backstage('faults', { kind: 'alarm', name: 'errors', state: 'ALARM' })
    const ended = await ending
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/alarm/i)
    watch.destroy()
  })

  test('stopped by hand', async () => {
    const one = target({ ...BLUE_GREEN, bakeMinutes: 60 })
    const ending = bring(one)
    const arn = await underWay(one)
    await clients.ecs.stopServiceDeployment({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' })
    const ended = await ending
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/StopServiceDeployment/)
  })

  test('superseded', async () => {
    const one = target({ ...BLUE_GREEN, bakeMinutes: 60 })
    const ending = bring(one)
    await underWay(one)
    await systemClock.sleep(1_500)
    const taskDefinition = await register(clients, `by-others-${count}`)
    const deploymentConfiguration = { strategy: 'BLUE_GREEN' as const, bakeTimeInMinutes: 0 }
    await clients.ecs.updateService({ cluster: 'demo', service, taskDefinition, deploymentConfiguration })
    expect(await ending).toMatchObject({ outcome: 'superseded', code: 1 })
    await followNewest(clients)
  })

  test.each<['leave' | 'rollback']>([['leave'], ['rollback']])('cancelled: %s', async (onCancel) => {
    const stopper = new AbortController()
    const one = target({ ...BLUE_GREEN, bakeMinutes: 60, onCancel })
    const ending = bring(one, stopper.signal)
    await underWay(one)
    await systemClock.sleep(1_500)
    stopper.abort()
    const ended = await ending
    if (onCancel === 'leave') {
      expect(ended).toMatchObject({ outcome: null, code: 1, problems: [{ code: 'left' }] })
      expect((await newest())?.status).toBe('IN_PROGRESS')
      expect(await answer('stop', one)).toMatchObject({ outcome: 'rolled-back', code: 0 })
    } else {
      expect(['rolled-back', 'stopped']).toContain(ended.outcome)
      expect(ended.problems[0]?.why).toMatch(/^Stagger was asked to stop, and ECS was asked to roll back/)
      expect(ended.code).toBe(1)
      expect((await followNewest(clients)).status).toBe('ROLLBACK_SUCCESSFUL')
    }
  })

  test('not over in time, and rolled back as configured', async () => {
    const one = target({ ...BLUE_GREEN, bakeMinutes: 600, timeoutMinutes: 60, onTimeout: 'rollback' })
    const ending = bring(one)
    await underWay(one)
    while ((await newest())?.lifecycleStage !== 'BAKE_TIME') await systemClock.sleep(50)
    await backstage('clock', { advance: '61m' })
    const ended = await ending
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/^it was not over in time, and ECS was asked to roll back/)
  })

  test('what runs before fails: nothing was begun', async () => {
    const before = [await served(), (await newest())?.serviceDeploymentArn]
    const ended = await bring(target({ before: { command: ['migrate'] } }, 'exit:3'))
    expect(ended).toMatchObject({ outcome: null, deployment: null, code: 1 })
    expect(ended.problems[0]).toMatchObject({
      code: 'before-failed',
      why: expect.stringMatching(/^Exit code 3/),
    })
    expect(ended.diagnosis?.tasks[0]?.containers[0]?.exitCode).toBe(3)
    expect([await served(), (await newest())?.serviceDeploymentArn]).toEqual(before)
  })

  test('a lost answer to the update is found out by reading', async () => {
    await backstage('faults', { kind: 'lost-answer', operation: 'UpdateService' })
    const before = (await clients.ecs.listServiceDeployments({ cluster: 'demo', service })).serviceDeployments
    expect(await bring(target({ ...BLUE_GREEN }))).toMatchObject({ outcome: 'successful', code: 0 })
    const after = (await clients.ecs.listServiceDeployments({ cluster: 'demo', service })).serviceDeployments
    expect(after?.length).toBe((before?.length ?? 0) + 1)
  })

  test('weights that somebody reset are refused, and nothing is begun', async () => {
    const shown = await verifyOne(target(BLUE_GREEN))
    expect(shown.code).toBe(0)
    const { Rules } = await clients.elb.describeRules({
      RuleArns: [rulesOf(await described())[0] ?? ''],
    })
    const tuples = Rules?.[0]?.Actions?.[0]?.ForwardConfig?.TargetGroups ?? []
    const swapped = tuples.map((one) => ({ ...one, Weight: one.Weight === 0 ? 100 : 0 }))
    const set = (TargetGroups: typeof tuples) =>
      clients.elb.modifyRule({
        RuleArn: Rules?.[0]?.RuleArn ?? '',
        Actions: [{ Type: 'forward', ForwardConfig: { TargetGroups } }],
      })
    const listener = async (TargetGroups: typeof tuples) =>
      set(TargetGroups).catch(async () => {
        const { Listeners } = await clients.elb.describeListeners({
          LoadBalancerArn: (await clients.elb.describeLoadBalancers({})).LoadBalancers?.[0]?.LoadBalancerArn,
        })
        const found = Listeners?.find(({ Port }) => Port === 8080)
        await clients.elb.modifyListener({
          ListenerArn: found?.ListenerArn,
          DefaultActions: [{ Type: 'forward', ForwardConfig: { TargetGroups } }],
        })
      })
    await listener(swapped)
    const refused = await bring(target(BLUE_GREEN))
    expect(refused).toMatchObject({ outcome: null, code: 2, problems: [{ code: 'other-group-live' }] })
    expect(await verifyOne(target(BLUE_GREEN))).toMatchObject({ code: 2 })
    await listener(tuples)
    expect((await verifyOne(target(BLUE_GREEN))).code).toBe(0)
  })
})

const described = async () =>
  (await clients.ecs.describeServices({ cluster: 'demo', services: [service] })).services?.[0]
const rulesOf = (found: Awaited<ReturnType<typeof described>>): readonly string[] =>
  (found?.loadBalancers ?? []).flatMap((one) => one.advancedConfiguration?.productionListenerRule ?? [])

const verifyOne = async (one: Target) => {
  const verified = await verify(world(), [one])
  record('verify')
  return { checks: verified[0]?.checks ?? [], code: verifyExitCode(verified) }
}

describe('the policy of a command', () => {
  test.each<[CloudCommand]>([['deploy'], ['verify'], ['continue'], ['stop']])(
    '%s allows every call that was made',
    (command) => {
      const made = [...(asked.get(command) ?? [])].filter((action) => action !== 'sts:GetCallerIdentity')
      expect(made.length).toBeGreaterThan(3)
      expect(made.filter((action) => !ACTIONS[command].includes(action))).toEqual([])
    },
  )
})

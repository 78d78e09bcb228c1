import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { planFor } from '../../src/ecs/codedeploy/plan.js'
import { createRequest } from '../../src/ecs/codedeploy/request.js'
import { liveShape, wantedConfiguration } from '../../src/ecs/configuration.js'
import { oneOffTask } from '../../src/ecs/one-off.js'
import type { EnvironmentSettings } from '../../src/environment/settings.js'
import { HOOK_STAGES, PAUSE_STAGES, STRATEGIES } from '../../src/environment/strategy-settings.js'
import type { Ecs } from '../../src/platform/aws/ecs.js'
import { sdkEcs } from '../../src/platform/aws/sdk-ecs.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import { shapeOf } from '../../src/rollout/shape.js'
import { StaggerError } from '../../src/words.js'
import { script } from '../rehearsal/judge/python.js'
import { type Recorder, record } from '../rehearsal/judge/recorder.js'
import { createShop, type Shop } from '../rehearsal/shop.js'
import { type Clients, clientsOf, definition } from '../rehearsal/stage.js'

jest.setTimeout(120_000)
process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

const name = { cluster: 'demo', service: 'cart' }
const folder = mkdtempSync(join(tmpdir(), 'stagger-deploy-'))
const exchanges = join(folder, 'exchanges.jsonl')
let rehearsal: Rehearsal
let recorder: Recorder
let clients: Clients
let shop: Shop
let ecs: Ecs

beforeAll(async () => {
  rehearsal = await serveRehearsal({
    progress: { say: () => {}, warn: () => {}, group: () => {} },
    tasks: 'hollow',
  })
  clients = clientsOf(rehearsal.endpoint)
  shop = await createShop(clients)
  recorder = await record(rehearsal.endpoint, exchanges)
  ecs = await sdkEcs({ endpoint: recorder.endpoint, region: 'eu-central-1' })
})

afterAll(async () => {
  clients?.destroy()
  await rehearsal?.close()
  rmSync(folder, { recursive: true })
})

const settings: EnvironmentSettings = {
  ...name,
  taskDefinition: 't',
  canary: { percent: 33.3, minutes: 1 },
  linear: { percent: 12.5, minutes: 1440 },
  bakeMinutes: 5,
  circuitBreaker: { percent: 25, resetOnHealthyTask: false },
  earlySuccess: { percent: 100, waitForCleanUp: false },
  alarms: { names: ['errors'], rollback: true },
  pauses: [{ at: [...PAUSE_STAGES], timeoutMinutes: 60, onTimeout: 'continue' }],
  hooks: [
    {
      lambda: 'arn:aws:lambda:eu-central-1:000000000000:function:check',
      role: 'arn:aws:iam::000000000000:role/hooks',
      at: [...HOOK_STAGES],
      details: { threshold: 5 },
      timeoutMinutes: 5,
    },
  ],
}

/** What the cluster does not play, or refuses for what is there, is asked for all the same. */
const refusedOrNot = (asked: Promise<unknown>): Promise<unknown> =>
  asked.catch((error: unknown) => {
    if (!(error instanceof StaggerError)) throw error
  })

describe('every request that deploying makes', () => {
  test('is made', async () => {
    for (const strategy of STRATEGIES)
      for (const given of [settings, { ...settings, hooks: [] }]) {
        const wanted = wantedConfiguration({}, shapeOf(strategy, given, liveShape({})), given)
        await refusedOrNot(ecs.updateService({ ...name, deploymentConfiguration: wanted }))
      }
    const { value } = await ecs.registerTaskDefinition(definition('two'))
    const taskDefinition = value.taskDefinitionArn ?? ''
    const service = (await ecs.describeService(name)).value ?? {}
    const once = { cluster: 'demo', taskDefinition, container: 'app', command: ['migrate'], token: 'token' }
    const { value: task } = await ecs.runTask(oneOffTask(service, once))
    await ecs.describeTasks('demo', [task.taskArn ?? ''])
    await ecs.listTasksStartedBy('demo', 'nobody')
    await ecs.listTasks(name, 'RUNNING')
    await ecs.describeTaskDefinition(taskDefinition)
    await ecs.listServices('demo')
    await ecs.listClusters()
    await around()
    await rollouts()
    await codeDeploy()
    expect((await ecs.callerIdentity()).value.account).toBe('000000000000')
  })

  const around = async () => {
    await ecs.describeRules([shop.production])
    await refusedOrNot(
      ecs.describeListeners(['arn:aws:elasticloadbalancing:eu-central-1:000000000000:listener/net/a/b/c']),
    )
    await ecs.describeTargetGroups([shop.blue, shop.green])
    await ecs.describeTargetHealth(shop.blue)
    await ecs.describeAlarms(['errors'])
    await ecs.describeScaling('demo', 'cart')
    await refusedOrNot(ecs.suspendScaling('demo', 'cart', true))
    await refusedOrNot(ecs.logTail({ group: '/demo/cart', stream: 'nobody' }, 5))
  }

  const rollouts = async () => {
    const { value: listed } = await ecs.listServiceDeployments(name)
    const arn = listed[0]?.serviceDeploymentArn ?? ''
    const { value: found } = await ecs.describeServiceDeployments([arn])
    await ecs.describeServiceRevisions([found[0]?.targetServiceRevision?.arn ?? ''])
    await refusedOrNot(ecs.stopServiceDeployment(arn))
    await refusedOrNot(ecs.continueServiceDeployment(arn, 'hook', 'CONTINUE'))
  }

  const codeDeploy = async () => {
    const group = { application: 'AppECS-demo-cart', group: 'DgpECS-demo-cart' }
    const { codeDeploy: asked } = ecs
    const hooks = { AfterAllowTestTraffic: 'check' }
    const capacityProviderStrategy = [{ capacityProvider: 'SPOT', weight: 1 }]
    const service = { capacityProviderStrategy, loadBalancers: [{ containerName: 'app', containerPort: 80 }] }
    const shape = { strategy: 'blue-green' as const, bakeMinutes: 0 }
    const live = { name: group, group: {}, shape, config: 'CodeDeployDefault.ECSAllAtOnce', active: null }
    const { plan } = planFor(service, live, { ...settings, codeDeploy: { hooks } })
    await refusedOrNot(asked.createDeployment(createRequest(plan, 'arn:td', 'cart 1.0.0')))
    expect((await asked.deploymentGroup(group)).value).toBeNull()
    expect((await asked.deploymentConfig('mine')).value).toBeNull()
    expect((await asked.deploymentConfig(plan.config)).value?.trafficRoutingConfig?.type).toBe('AllAtOnce')
    await asked.applications()
    expect((await asked.describeDeployments(['d-ABCDEFGHI'])).value).toEqual([])
    await refusedOrNot(asked.deployments(group, 'active'))
    await refusedOrNot(asked.target('d-ABCDEFGHI', name))
    await refusedOrNot(asked.stopDeployment('d-ABCDEFGHI'))
    await refusedOrNot(asked.continueDeployment('d-ABCDEFGHI'))
  }

  test('and botocore finds nothing wrong with any', async () => {
    await recorder.close()
    const { stdout, stderr } = await script('judge.py', exchanges)
    expect(stderr).toBe('')
    const lines = stdout.trim().split('\n')
    expect(lines.filter((line) => line.includes(' request'))).toEqual([])
    expect((JSON.parse(lines.at(-1) ?? '') as { operations: number }).operations).toBeGreaterThanOrEqual(32)
  })
})

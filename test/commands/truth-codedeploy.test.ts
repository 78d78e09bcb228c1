import { CloudWatch } from '@aws-sdk/client-cloudwatch'
import type { DeploymentInfo, DeploymentStatus } from '@aws-sdk/client-codedeploy'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { aftercare } from '../../src/commands/aftercare.js'
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
import { type CodeDeployShop, createCodeDeployShop, readyFor, wait } from '../rehearsal/codedeploy/shop.js'
import { type Clients, clientsOf, definition } from '../rehearsal/stage.js'
import { type Recorder, recordBefore } from './recorder.js'

jest.setTimeout(60_000)
process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

const region = 'eu-central-1'
const service = 'cart' as ServiceName
const said: string[] = []
const progress = {
  say: (line: string) => void said.push(line),
  warn: (line: string) => void said.push(line),
  group: () => {},
}
const asked = new Map<CloudCommand, Set<string>>()
let rehearsal: Rehearsal
let recorder: Recorder
let clients: Clients
let shop: CodeDeployShop
let count = 0

beforeAll(async () => {
  const quiet = { ...progress, warn: (line: string) => void process.stderr.write(`${line}\n`) }
  rehearsal = await serveRehearsal({ progress: quiet, tasks: 'hollow', requestsPerStep: 0 })
  clients = clientsOf(rehearsal.endpoint)
  shop = await createCodeDeployShop(clients, rehearsal.endpoint)
  recorder = await recordBefore(rehearsal.endpoint)
}, 60_000)

afterAll(async () => {
  clients?.destroy()
  shop?.deploying.destroy()
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

const ask = async (): Promise<string> =>
  (await fetch(shop.url, { method: 'POST', headers: { connection: 'close' } })).text()

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

/** A minute passes as soon as everything waits; no more are owed than one. */
const minute = async (): Promise<void> => {
  const clock = await (await fetch(`${rehearsal.endpoint}/_rehearsal/clock`)).json()
  if ((clock as { owedSeconds: number }).owedSeconds === 0) await backstage('clock', { advance: '1m' })
}

/** The minutes of the cluster pass as fast as they can, until it is over. */
const hurried = async <T>(ending: Promise<T>): Promise<T> => {
  let over = false
  const done = ending.finally(() => {
    over = true
  })
  while (!over) {
    await systemClock.sleep(150)
    await minute()
  }
  return done
}

const GROUP = { applicationName: 'AppECS-demo-cart', deploymentGroupName: 'DgpECS-demo-cart' }

const newest = async (): Promise<DeploymentInfo> => {
  const { deployments = [] } = await shop.deploying.listDeployments(GROUP)
  const [deploymentId] = deployments
  return deploymentId ? ((await shop.deploying.getDeployment({ deploymentId })).deploymentInfo ?? {}) : {}
}

/** Once the deployment of a target is there, and as it is wanted. */
const underWay = async ({ image }: Target, is: (info: DeploymentInfo) => boolean = () => true) => {
  for (;;) {
    const found = await newest()
    if (found.description?.includes(image) && is(found)) return found.deploymentId ?? ''
    await systemClock.sleep(50)
  }
}

const bakes = ({ instanceTerminationWaitTimeStarted }: DeploymentInfo) =>
  instanceTerminationWaitTimeStarted === true

/** Whatever a test left behind has ended. */
const idle = async (): Promise<void> => {
  while (
    ((await shop.deploying.listDeployments({ ...GROUP, includeOnlyStatuses: ACTIVE })).deployments ?? [])
      .length > 0
  )
    await minute()
  while ((await described())?.taskSets?.length !== 1) await systemClock.sleep(50)
}
const ACTIVE: DeploymentStatus[] = ['Created', 'Queued', 'InProgress', 'Ready']

const described = async () =>
  (await clients.ecs.describeServices({ cluster: 'demo', services: [service] })).services?.[0]

const canary = { strategy: 'canary' as const, canary: { percent: 10, minutes: 5 } }

describe('what CodeDeploy deploys', () => {
  afterEach(async () => {
    await idle()
    await shop.regroup()
  })

  test('all at once: success, and nothing new', async () => {
    const one = target({ strategy: 'all-at-once' })
    expect(await bring(one)).toMatchObject({
      outcome: 'successful',
      code: 0,
      problems: [],
      strategy: 'all-at-once',
      deployment: expect.stringMatching(/^d-[A-Z0-9]{9}$/),
    })
    expect(await ask()).toBe(one.version)
    expect(await newest()).toMatchObject({
      deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] },
    })
    expect(await bring(one)).toMatchObject({ outcome: 'unchanged', code: 0 })
  })

  test('a canary, by the weights that its task set was seen with', async () => {
    const one = target(canary)
    const ended = await hurried(bring(one))
    expect(ended).toMatchObject({ outcome: 'successful', code: 0, strategy: 'canary' })
    const shares = new Set(ended.marks.map(({ traffic }) => traffic?.production))
    expect([...shares]).toEqual(expect.arrayContaining([100, 1000]))
    expect((await newest()).deploymentConfigName).toBe('CodeDeployDefault.ECSCanary10Percent5Minutes')
    expect(await ask()).toBe(one.version)
  })

  test("in equal shares, by a configuration of one's own: asked for with the line that makes it, and then taken", async () => {
    const linear = { strategy: 'linear' as const, linear: { percent: 50, minutes: 2 } }
    const refused = await bring(target(linear))
    expect(refused).toMatchObject({
      outcome: null,
      code: 2,
      problems: [{ code: 'no-deployment-configuration' }],
    })
    expect(refused.problems[0]?.fix).toContain(
      `aws deploy create-deployment-config --compute-platform ECS --deployment-config-name ECSLinear50PercentEvery2Minutes --traffic-routing-config '{"type":"TimeBasedLinear","timeBasedLinear":{"linearPercentage":50,"linearInterval":2}}'`,
    )
    await shop.deploying.createDeploymentConfig({
      deploymentConfigName: 'ECSLinear50PercentEvery2Minutes',
      computePlatform: 'ECS',
      trafficRoutingConfig: {
        type: 'TimeBasedLinear',
        timeBasedLinear: { linearPercentage: 50, linearInterval: 2 },
      },
    })
    expect(await hurried(bring(target(linear)))).toMatchObject({
      outcome: 'successful',
      code: 0,
      strategy: 'linear',
    })
  })

  test('tasks that never get healthy: not over in time, with what they said', async () => {
    const before = await ask()
    const ended = await bring(target({ timeoutMinutes: 0.1, onTimeout: 'rollback' }, 'exit:7'))
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(
      /not over in time, and CodeDeploy was asked to roll back.*version before still serves/s,
    )
    expect(ended.diagnosis?.tasks[0]?.containers[0]).toMatchObject({ name: 'app', exitCode: 7 })
    expect(ended.diagnosis?.events[0]).toMatch(/^CodeDeploy: BeforeInstall succeeded, Install skipped, /)
    expect(await ask()).toBe(before)
  })

  test('an alarm, while both versions run', async () => {
    await shop.regroup({ blueGreenDeploymentConfiguration: wait(60) })
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
    watch.destroy()
    const before = await ask()
    const one = target({ alarms: { names: ['errors'], rollback: true } })
    const ending = bring(one)
    await underWay(one, bakes)
    expect(await ask()).toBe(one.version)
    await backstage('faults', { kind: 'alarm', name: 'errors', state: 'ALARM' })
    const ended = await ending
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/ALARM_ACTIVE: .*errors/)
    expect(await ask()).toBe(before)
  })

  test.each<[string, boolean]>([
    ['and rolled back', true],
    ['and no more: the traffic was seen to be back', false],
  ])('stopped by hand, %s', async (_, autoRollbackEnabled) => {
    await shop.regroup({ blueGreenDeploymentConfiguration: wait(60) })
    const one = target()
    const ending = bring(one)
    const deploymentId = await underWay(one, bakes)
    await shop.deploying.stopDeployment({ deploymentId, autoRollbackEnabled })
    expect(await (autoRollbackEnabled ? ending : hurried(ending))).toMatchObject({
      outcome: 'rolled-back',
      code: 1,
      deployment: deploymentId,
    })
  })

  test('a group that waits: paused, and continued by a later run', async () => {
    await shop.regroup({ blueGreenDeploymentConfiguration: readyFor(5) })
    const one = target({ pauses: [{ at: ['POST_TEST_TRAFFIC_SHIFT'], timeoutMinutes: 5 }] })
    const paused = await bring(one)
    expect(paused).toMatchObject({ outcome: 'paused', code: 0, pause: { hook: 'READY_WAIT' } })
    expect(paused.reason).toMatch(/POST_TEST_TRAFFIC_SHIFT; without one CodeDeploy rolls back/)
    expect(await ask()).not.toBe(one.version)
    expect(await answer('resume', one)).toMatchObject({ outcome: 'paused', code: 0 })
    const others = await bring(target())
    expect(others).toMatchObject({ outcome: null, code: 2, problems: [{ code: 'deployment-under-way' }] })
    expect(await bring(one)).toMatchObject({ outcome: 'paused', deployment: paused.deployment })
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

  test('a group that waits, and nobody comes; or somebody who does not want it', async () => {
    await shop.regroup({ blueGreenDeploymentConfiguration: readyFor(5) })
    const before = await ask()
    const left = target()
    const { deployment } = await bring(left)
    while ((await newest()).status === 'Ready') await minute()
    expect(await answer('resume', left, { deployment })).toMatchObject({
      outcome: 'rolled-back',
      code: 1,
    })
    await idle()
    const unwanted = target()
    const paused = await bring(unwanted)
    expect(await answer('stop', unwanted)).toMatchObject({ outcome: 'rolled-back', code: 0, problems: [] })
    expect(await answer('stop', unwanted, { deployment: paused.deployment })).toMatchObject({
      code: 2,
      problems: [{ code: 'already-over' }],
    })
    expect(await ask()).toBe(before)
  })

  test('superseded: it ended well, and another serves now', async () => {
    const one = target()
    const { deployment } = await bring(one)
    expect(await bring(target())).toMatchObject({ outcome: 'successful' })
    expect(await answer('resume', one, { deployment })).toMatchObject({ outcome: 'superseded', code: 1 })
  })

  test.each<['leave' | 'rollback']>([['leave'], ['rollback']])('cancelled: %s', async (onCancel) => {
    await shop.regroup({ blueGreenDeploymentConfiguration: wait(60) })
    const stopper = new AbortController()
    const one = target({ onCancel })
    const ending = bring(one, stopper.signal)
    await underWay(one, bakes)
    await systemClock.sleep(500)
    stopper.abort()
    const ended = await ending
    if (onCancel === 'leave') {
      expect(ended).toMatchObject({ outcome: null, code: 1, problems: [{ code: 'left' }] })
      expect(ended.problems[0]?.fix).toMatch(/aws deploy get-deployment --deployment-id d-/)
      expect(await newest()).toMatchObject({ status: 'InProgress' })
      const site = { ...one, settings: { ...one.settings, onCancel: 'rollback' as const } }
      const cared = told(
        'stop',
        await aftercare(world(), [{ site, revision: ended.deployment ?? '', deployment: null }]),
      )
      expect(cared).toMatchObject({ outcome: 'rolled-back', code: 0, deployment: ended.deployment })
    } else {
      expect(['rolled-back', 'stopped']).toContain(ended.outcome)
      expect(ended.problems[0]?.why).toMatch(
        /^Stagger was asked to stop, and CodeDeploy was asked to roll back/,
      )
      expect(ended.code).toBe(1)
    }
  })

  test('not over in time, and rolled back as configured', async () => {
    await shop.regroup({ blueGreenDeploymentConfiguration: wait(600) })
    const one = target({ timeoutMinutes: 60, onTimeout: 'rollback' })
    const ending = bring(one)
    await underWay(one, bakes)
    await backstage('clock', { advance: '61m' })
    const ended = await ending
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/^it was not over in time, and CodeDeploy was asked to roll back/)
  })

  test('what runs before fails: nothing was begun', async () => {
    const before = (await newest()).deploymentId
    const ended = await bring(target({ before: { command: ['migrate'] } }, 'exit:3'))
    expect(ended).toMatchObject({ outcome: null, deployment: null, code: 1 })
    expect(ended.problems[0]).toMatchObject({ code: 'before-failed' })
    expect((await newest()).deploymentId).toBe(before)
  })

  test('a lost answer is found out by reading: nothing is begun twice', async () => {
    const before = (await shop.deploying.listDeployments(GROUP)).deployments?.length ?? 0
    await backstage('faults', { kind: 'lost-answer', operation: 'CreateDeployment' })
    expect(await bring(target())).toMatchObject({ outcome: 'successful', code: 0 })
    expect((await shop.deploying.listDeployments(GROUP)).deployments?.length).toBe(before + 1)
  })
})

describe('what CodeDeploy has no shape for', () => {
  test.each<[string, Partial<EnvironmentSettings>, string, RegExp]>([
    ['rolling', { strategy: 'rolling' }, 'no-such-strategy', /nearest: strategy: blue-green/],
    [
      'tenths of a percent',
      { strategy: 'canary', canary: { percent: 2.5, minutes: 10 } },
      'no-such-step',
      /nearest: canary: \{ percent: 3, minutes: 10 \}/,
    ],
    [
      'another bake time',
      { bakeMinutes: 7 },
      'bake-of-the-group',
      /bakeMinutes: 0\. .*update-deployment-group/,
    ],
    [
      'a pause elsewhere',
      { pauses: [{ at: ['PRE_SCALE_UP'], timeoutMinutes: 30 }] },
      'no-such-pause',
      /at: \[POST_TEST_TRAFFIC_SHIFT\], timeoutMinutes: 30/,
    ],
    [
      'hooks of ECS',
      { hooks: [{ lambda: 'arn:l', role: 'arn:r', at: ['POST_SCALE_UP'] }] },
      'hooks-of-ecs',
      /codeDeploy: \{ hooks/,
    ],
    [
      'a group that is not there',
      { codeDeploy: { application: 'AppECS-demo-crat' } },
      'no-deployment-group',
      /Did you mean AppECS-demo-cart/,
    ],
    [
      'a configuration that is not there',
      { codeDeploy: { configuration: 'mine' } },
      'no-deployment-configuration',
      /list-deployment-configs/,
    ],
  ])('%s is refused, with the nearest, and nothing is begun', async (_, changes, code, fix) => {
    const before = (await newest()).deploymentId
    const one = target(changes)
    expect(await bring(one)).toMatchObject({
      outcome: null,
      code: 2,
      problems: [{ code, fix: expect.stringMatching(fix) }],
    })
    expect(await verifyOne(one)).toMatchObject({ code: 2 })
    expect((await newest()).deploymentId).toBe(before)
  })

  test('and what it has is verified', async () => {
    const shown = await verifyOne(target({ ...canary, alarms: { names: ['errors'], rollback: true } }))
    expect(shown.code).toBe(0)
    const lines = shown.checks.map(({ what }) => what).join('\n')
    expect(lines).toMatch(/canary: 10% for 5 min, 100%/)
    expect(lines).toMatch(/alarm errors is/)
    expect(lines).toMatch(/listener \S+ forwards to (cart|green) 100/)
  })
})

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
      expect(made.filter((action) => action.startsWith('codedeploy:')).length).toBeGreaterThan(2)
      expect(made.filter((action) => !ACTIONS[command].includes(action))).toEqual([])
    },
  )
})

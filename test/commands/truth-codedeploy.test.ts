import { CloudWatch } from '@aws-sdk/client-cloudwatch'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { ACTIONS, type CloudCommand } from '../../src/ecs/policy.js'
import type { EnvironmentSettings } from '../../src/environment/settings.js'
import { systemClock } from '../../src/platform/clock.js'
import { readyFor, wait } from '../rehearsal/codedeploy/shop.js'
import { beside } from './beside.js'
import { bakes, type CodeDeployStage, GROUP, openStage } from './codedeploy-stage.js'
import { asked, region } from './rollout-stage.js'

jest.setTimeout(120_000)
process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

const canary = { strategy: 'canary' as const, canary: { percent: 10, minutes: 5 } }

const putAlarm = async ({ endpoint }: CodeDeployStage): Promise<void> => {
  const watch = new CloudWatch({ region, endpoint, maxAttempts: 1 })
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
}

describe('what CodeDeploy deploys', () => {
  const play = beside(openStage)

  play('all at once: success, and nothing new', async (stage) => {
    const one = stage.target({ strategy: 'all-at-once' })
    expect(await stage.bring(one)).toMatchObject({
      outcome: 'successful',
      code: 0,
      problems: [],
      strategy: 'all-at-once',
      deployment: expect.stringMatching(/^d-[A-Z0-9]{9}$/),
    })
    expect(await stage.ask()).toBe(one.version)
    expect(await stage.newest()).toMatchObject({
      deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] },
    })
    expect(await stage.bring(one)).toMatchObject({ outcome: 'unchanged', code: 0 })
  })

  play('a canary, by the weights that its task set was seen with', async (stage) => {
    const one = stage.target(canary)
    const ended = await stage.hurried(stage.bring(one))
    expect(ended).toMatchObject({ outcome: 'successful', code: 0, strategy: 'canary' })
    const shares = new Set(ended.marks.map(({ traffic }) => traffic?.production))
    expect([...shares]).toEqual(expect.arrayContaining([100, 1000]))
    expect((await stage.newest()).deploymentConfigName).toBe('CodeDeployDefault.ECSCanary10Percent5Minutes')
    expect(await stage.ask()).toBe(one.version)
  })

  play(
    "in equal shares, by a configuration of one's own: asked for with the line that makes it, and then taken",
    async (stage) => {
      const linear = { strategy: 'linear' as const, linear: { percent: 50, minutes: 2 } }
      const refused = await stage.bring(stage.target(linear))
      expect(refused).toMatchObject({
        outcome: null,
        code: 2,
        problems: [{ code: 'no-deployment-configuration' }],
      })
      expect(refused.problems[0]?.fix).toContain(
        `aws deploy create-deployment-config --compute-platform ECS --deployment-config-name ECSLinear50PercentEvery2Minutes --traffic-routing-config '{"type":"TimeBasedLinear","timeBasedLinear":{"linearPercentage":50,"linearInterval":2}}'`,
      )
      await stage.shop.deploying.createDeploymentConfig({
        deploymentConfigName: 'ECSLinear50PercentEvery2Minutes',
        computePlatform: 'ECS',
        trafficRoutingConfig: {
          type: 'TimeBasedLinear',
          timeBasedLinear: { linearPercentage: 50, linearInterval: 2 },
        },
      })
      expect(await stage.hurried(stage.bring(stage.target(linear)))).toMatchObject({
        outcome: 'successful',
        code: 0,
        strategy: 'linear',
      })
    },
  )

  play('tasks that never get healthy: not over in time, with what they said', async (stage) => {
    const before = await stage.ask()
    const ended = await stage.bring(stage.target({ timeoutMinutes: 0.1, onTimeout: 'rollback' }, 'exit:7'))
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(
      /not over in time, and CodeDeploy was asked to roll back.*version before still serves/s,
    )
    expect(ended.diagnosis?.tasks[0]?.containers[0]).toMatchObject({ name: 'app', exitCode: 7 })
    expect(ended.diagnosis?.events[0]).toMatch(/^CodeDeploy: BeforeInstall succeeded, Install skipped, /)
    expect(await stage.ask()).toBe(before)
  })

  play('an alarm, while both versions run', async (stage) => {
    await stage.shop.regroup({ blueGreenDeploymentConfiguration: wait(60) })
    await putAlarm(stage)
    const before = await stage.ask()
    const one = stage.target({ alarms: { names: ['errors'], rollback: true } })
    const ending = stage.bring(one)
    await stage.underWay(one, bakes)
    expect(await stage.ask()).toBe(one.version)
    await stage.backstage('faults', { kind: 'alarm', name: 'errors', state: 'ALARM' })
    const ended = await ending
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/ALARM_ACTIVE: .*errors/)
    expect(await stage.ask()).toBe(before)
  })

  for (const [what, autoRollbackEnabled] of [
    ['and rolled back', true],
    ['and no more: the traffic was seen to be back', false],
  ] as const)
    play(`stopped by hand, ${what}`, async (stage) => {
      await stage.shop.regroup({ blueGreenDeploymentConfiguration: wait(60) })
      const one = stage.target()
      const ending = stage.bring(one)
      const deploymentId = await stage.underWay(one, bakes)
      await stage.shop.deploying.stopDeployment({ deploymentId, autoRollbackEnabled })
      expect(await (autoRollbackEnabled ? ending : stage.hurried(ending))).toMatchObject({
        outcome: 'rolled-back',
        code: 1,
        deployment: deploymentId,
      })
    })

  play('a group that waits: paused, and continued by a later run', async (stage) => {
    await stage.shop.regroup({ blueGreenDeploymentConfiguration: readyFor(5) })
    const one = stage.target({ pauses: [{ at: ['POST_TEST_TRAFFIC_SHIFT'], timeoutMinutes: 5 }] })
    const paused = await stage.bring(one)
    expect(paused).toMatchObject({ outcome: 'paused', code: 0, pause: { hook: 'READY_WAIT' } })
    expect(paused.reason).toMatch(/POST_TEST_TRAFFIC_SHIFT; without one CodeDeploy rolls back/)
    expect(await stage.ask()).not.toBe(one.version)
    expect(await stage.answer('resume', one)).toMatchObject({ outcome: 'paused', code: 0 })
    const others = await stage.bring(stage.target())
    expect(others).toMatchObject({ outcome: null, code: 2, problems: [{ code: 'deployment-under-way' }] })
    expect(await stage.bring(one)).toMatchObject({ outcome: 'paused', deployment: paused.deployment })
    expect(await stage.answer('continue', one)).toMatchObject({
      outcome: 'successful',
      code: 0,
      digest: one.digest,
    })
    expect(await stage.answer('continue', one)).toMatchObject({
      code: 2,
      problems: [{ code: 'nothing-under-way' }],
    })
  })

  play('a group that waits, and nobody comes; or somebody who does not want it', async (stage) => {
    await stage.shop.regroup({ blueGreenDeploymentConfiguration: readyFor(5) })
    const before = await stage.ask()
    const left = stage.target()
    const { deployment } = await stage.bring(left)
    while ((await stage.newest()).status === 'Ready') await stage.minute()
    expect(await stage.answer('resume', left, { deployment })).toMatchObject({
      outcome: 'rolled-back',
      code: 1,
    })
    await stage.settled()
    const unwanted = stage.target()
    const paused = await stage.bring(unwanted)
    expect(await stage.answer('stop', unwanted)).toMatchObject({
      outcome: 'rolled-back',
      code: 0,
      problems: [],
    })
    expect(await stage.answer('stop', unwanted, { deployment: paused.deployment })).toMatchObject({
      code: 2,
      problems: [{ code: 'already-over' }],
    })
    expect(await stage.ask()).toBe(before)
  })

  play('superseded: it ended well, and another serves now', async (stage) => {
    const one = stage.target()
    const { deployment } = await stage.bring(one)
    expect(await stage.bring(stage.target())).toMatchObject({ outcome: 'successful' })
    expect(await stage.answer('resume', one, { deployment })).toMatchObject({
      outcome: 'superseded',
      code: 1,
    })
  })

  for (const onCancel of ['leave', 'rollback'] as const)
    play(`cancelled: ${onCancel}`, async (stage) => {
      await stage.shop.regroup({ blueGreenDeploymentConfiguration: wait(60) })
      const stopper = new AbortController()
      const one = stage.target({ onCancel })
      const ending = stage.bring(one, stopper.signal)
      await stage.underWay(one, bakes)
      await systemClock.sleep(500)
      stopper.abort()
      const ended = await ending
      if (onCancel === 'leave') {
        expect(ended).toMatchObject({ outcome: null, code: 1, problems: [{ code: 'left' }] })
        expect(ended.problems[0]?.fix).toMatch(/aws deploy get-deployment --deployment-id d-/)
        expect(await stage.newest()).toMatchObject({ status: 'InProgress' })
        const site = { ...one, settings: { ...one.settings, onCancel: 'rollback' as const } }
        const left = { site, revision: ended.deployment ?? '', deployment: null }
        const cared = await stage.afterwards([left])
        expect(cared).toMatchObject({ outcome: 'rolled-back', code: 0, deployment: ended.deployment })
      } else {
        expect(['rolled-back', 'stopped']).toContain(ended.outcome)
        expect(ended.problems[0]?.why).toMatch(
          /^Stagger was asked to stop, and CodeDeploy was asked to roll back/,
        )
        expect(ended.code).toBe(1)
      }
    })

  play('not over in time, and rolled back as configured', async (stage) => {
    await stage.shop.regroup({ blueGreenDeploymentConfiguration: wait(600) })
    const one = stage.target({ timeoutMinutes: 60, onTimeout: 'rollback' })
    const ending = stage.bring(one)
    await stage.underWay(one, bakes)
    await stage.backstage('clock', { advance: '61m' })
    const ended = await ending
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/^it was not over in time, and CodeDeploy was asked to roll back/)
  })

  play('what runs before fails: nothing was begun', async (stage) => {
    const before = (await stage.newest()).deploymentId
    const ended = await stage.bring(stage.target({ before: { command: ['migrate'] } }, 'exit:3'))
    expect(ended).toMatchObject({ outcome: null, deployment: null, code: 1 })
    expect(ended.problems[0]).toMatchObject({ code: 'before-failed' })
    expect((await stage.newest()).deploymentId).toBe(before)
  })

  play('a lost answer is found out by reading: nothing is begun twice', async (stage) => {
    const before = (await stage.shop.deploying.listDeployments(GROUP)).deployments?.length ?? 0
    await stage.backstage('faults', { kind: 'lost-answer', operation: 'CreateDeployment' })
    expect(await stage.bring(stage.target())).toMatchObject({ outcome: 'successful', code: 0 })
    expect((await stage.shop.deploying.listDeployments(GROUP)).deployments?.length).toBe(before + 1)
  })
})

describe('what CodeDeploy has no shape for', () => {
  let stage: CodeDeployStage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.close())

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
    const before = (await stage.newest()).deploymentId
    const one = stage.target(changes)
    expect(await stage.bring(one)).toMatchObject({
      outcome: null,
      code: 2,
      problems: [{ code, fix: expect.stringMatching(fix) }],
    })
    expect(await stage.verify(one)).toMatchObject({ code: 2 })
    expect((await stage.newest()).deploymentId).toBe(before)
  })

  test('and what it has is verified', async () => {
    await putAlarm(stage)
    const shown = await stage.verify(
      stage.target({ ...canary, alarms: { names: ['errors'], rollback: true } }),
    )
    expect(shown.code).toBe(0)
    const lines = shown.checks.map(({ what }) => what).join('\n')
    expect(lines).toMatch(/canary: 10% for 5 min, 100%/)
    expect(lines).toMatch(/alarm errors is/)
    expect(lines).toMatch(/listener \S+ forwards to cart 1$/m)
  })
})

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

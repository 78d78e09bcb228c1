import { CloudWatch } from '@aws-sdk/client-cloudwatch'
import { describe, expect, jest, test } from '@jest/globals'
import { ACTIONS, type CloudCommand } from '../../src/ecs/policy.js'
import type { EnvironmentSettings } from '../../src/environment/settings.js'
import { systemClock } from '../../src/platform/clock.js'
import { followNewest, register } from '../rehearsal/stage.js'
import { beside } from './beside.js'
import { type EcsStage, openEcsStage } from './ecs-stage.js'
import { asked, region, service } from './rollout-stage.js'

jest.setTimeout(120_000)
process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

const BLUE_GREEN: Partial<EnvironmentSettings> = { strategy: 'blue-green', bakeMinutes: 0 }
const PAUSED: Partial<EnvironmentSettings> = {
  ...BLUE_GREEN,
  pauses: [{ at: ['POST_TEST_TRAFFIC_SHIFT'], timeoutMinutes: 5 }],
}
const UNPAUSED: Partial<EnvironmentSettings> = { pauses: [] }

describe('every way to end, at the rehearsal cluster', () => {
  const play = beside(openEcsStage)

  play('success, and nothing new', async (stage) => {
    const one = stage.target()
    expect(await stage.bring(one)).toMatchObject({
      outcome: 'successful',
      code: 0,
      problems: [],
      strategy: 'rolling',
    })
    expect(await stage.served()).toBe(one.image)
    expect(await stage.bring(one)).toMatchObject({ outcome: 'unchanged', code: 0 })
  })

  play('the circuit breaker, with the exit code', async (stage) => {
    const before = await stage.served()
    const ended = await stage.bring(stage.target({ circuitBreaker: { tasks: 1 } }, 'exit:7'))
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/circuit breaker/)
    expect(ended.diagnosis?.tasks[0]?.containers[0]).toMatchObject({ name: 'app', exitCode: 7 })
    expect(await stage.served()).toBe(before)
  })

  play('tasks that never get healthy', async (stage) => {
    const ended = await stage.bring(stage.target({ circuitBreaker: { tasks: 1 } }, 'sick'))
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.diagnosis?.tasks[0]?.stoppedReason).toMatch(/failed ELB health checks/)
  })

  play('an image that cannot be pulled', async (stage) => {
    const before = await stage.served()
    const one = stage.target({ circuitBreaker: { tasks: 1 } }, 'unpulled')
    const ended = await stage.bring(one)
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/circuit breaker.*The version before still serves, with 2 tasks/s)
    const [task] = ended.diagnosis?.tasks ?? []
    expect(task).toMatchObject({ stopCode: 'TaskFailedToStart', status: 'STOPPED' })
    expect(task?.stoppedReason).toMatch(/^CannotPullContainerError: /)
    expect(task?.stoppedReason).toContain(one.image)
    // No container ever ran: nothing ended, and nothing was written.
    expect(task?.containers[0]?.exitCode ?? null).toBeNull()
    expect(ended.diagnosis?.logs.flatMap(({ lines }) => lines)).toEqual([])
    expect(await stage.served()).toBe(before)
  })

  play('blue-green, through all stages, with their weights', async (stage) => {
    const one = stage.target(BLUE_GREEN)
    const ended = await stage.bring(one)
    expect(ended).toMatchObject({ outcome: 'successful', code: 0, strategy: 'blue-green' })
    expect(ended.marks.at(-1)).toMatchObject({ status: 'SUCCESSFUL', traffic: { production: 1000 } })
    expect(await stage.served()).toBe(one.image)
  })

  play('a pause waits; a later run lets it go on', async (stage) => {
    const one = stage.target(PAUSED)
    const paused = await stage.bring(one)
    expect(paused).toMatchObject({ outcome: 'paused', code: 0, problems: [] })
    expect(paused.pause).toMatchObject({ otherwise: 'ROLLBACK' })
    expect(paused.reason).toMatch(
      /waits for an answer at POST_TEST_TRAFFIC_SHIFT until .*; without one ECS rolls back/,
    )
    expect(await stage.answer('resume', one)).toMatchObject({ outcome: 'paused', code: 0 })
    const wrong = await stage.answer('continue', one, { hook: 'nobody' })
    expect(wrong).toMatchObject({ outcome: null, code: 2, problems: [{ code: 'not-paused' }] })
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

  play('a pause that somebody declines', async (stage) => {
    const one = stage.target(PAUSED)
    const { deployment, pause } = await stage.bring(one)
    await stage.clients.ecs.continueServiceDeployment({
      serviceDeploymentArn: deployment ?? '',
      hookId: pause?.hook,
      action: 'ROLLBACK',
    })
    const ended = await stage.answer('resume', one, { deployment })
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/ContinueServiceDeployment/)
  })

  play('a pause that nobody answers', async (stage) => {
    const one = stage.target(PAUSED)
    const { deployment } = await stage.bring(one)
    await stage.backstage('clock', { advance: '6m' })
    while ((await stage.newest())?.status === 'IN_PROGRESS') await systemClock.sleep(50)
    const ended = await stage.answer('resume', one, { deployment })
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
  })

  play('a pause that is stopped by a later run', async (stage) => {
    const before = await stage.served()
    const one = stage.target(PAUSED)
    await stage.bring(one)
    expect(await stage.answer('stop', one)).toMatchObject({ outcome: 'rolled-back', code: 0, problems: [] })
    expect(await stage.served()).toBe(before)
    const again = await stage.answer('stop', one, {
      deployment: (await stage.newest())?.serviceDeploymentArn ?? '',
    })
    expect(again).toMatchObject({ code: 2, problems: [{ code: 'already-over' }] })
  })

  play('an alarm', async (stage) => {
    const watch = new CloudWatch({ region, endpoint: stage.endpoint, maxAttempts: 1 })
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
    const one = stage.target({
      ...BLUE_GREEN,
      ...UNPAUSED,
      bakeMinutes: 60,
      alarms: { names: ['errors'], rollback: true },
    })
    const ending = stage.bring(one)
    await stage.underWay(one)
    while ((await stage.newest())?.lifecycleStage !== 'BAKE_TIME') await systemClock.sleep(50)
    await stage.backstage('faults', { kind: 'alarm', name: 'errors', state: 'ALARM' })
    const ended = await ending
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/alarm/i)
    watch.destroy()
  })

  play('stopped by hand', async (stage) => {
    const one = stage.target({ ...BLUE_GREEN, bakeMinutes: 60 })
    const ending = stage.bring(one)
    const arn = await stage.underWay(one)
    await stage.clients.ecs.stopServiceDeployment({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' })
    const ended = await ending
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/StopServiceDeployment/)
  })

  play('superseded', async (stage) => {
    const one = stage.target({ ...BLUE_GREEN, bakeMinutes: 60 })
    const ending = stage.bring(one)
    await stage.underWay(one)
    await systemClock.sleep(1_500)
    const taskDefinition = await register(stage.clients, 'by-others')
    const deploymentConfiguration = { strategy: 'BLUE_GREEN' as const, bakeTimeInMinutes: 0 }
    await stage.clients.ecs.updateService({
      cluster: 'demo',
      service,
      taskDefinition,
      deploymentConfiguration,
    })
    expect(await ending).toMatchObject({ outcome: 'superseded', code: 1 })
    await followNewest(stage.clients)
  })

  for (const onCancel of ['leave', 'rollback'] as const)
    play(`cancelled: ${onCancel}`, async (stage) => {
      const stopper = new AbortController()
      const one = stage.target({ ...BLUE_GREEN, bakeMinutes: 60, onCancel })
      const ending = stage.bring(one, stopper.signal)
      await stage.underWay(one)
      await systemClock.sleep(1_500)
      stopper.abort()
      const ended = await ending
      if (onCancel === 'leave') {
        expect(ended).toMatchObject({ outcome: null, code: 1, problems: [{ code: 'left' }] })
        expect((await stage.newest())?.status).toBe('IN_PROGRESS')
        expect(await stage.answer('stop', one)).toMatchObject({ outcome: 'rolled-back', code: 0 })
      } else {
        expect(['rolled-back', 'stopped']).toContain(ended.outcome)
        expect(ended.problems[0]?.why).toMatch(/^Stagger was asked to stop, and ECS was asked to roll back/)
        expect(ended.code).toBe(1)
        expect((await followNewest(stage.clients)).status).toBe('ROLLBACK_SUCCESSFUL')
      }
    })

  play('not over in time, and rolled back as configured', async (stage) => {
    const one = stage.target({ ...BLUE_GREEN, bakeMinutes: 600, timeoutMinutes: 60, onTimeout: 'rollback' })
    const ending = stage.bring(one)
    await stage.underWay(one)
    while ((await stage.newest())?.lifecycleStage !== 'BAKE_TIME') await systemClock.sleep(50)
    await stage.backstage('clock', { advance: '61m' })
    const ended = await ending
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/^it was not over in time, and ECS was asked to roll back/)
  })

  play('what runs before fails: nothing was begun', async (stage) => {
    const before = [await stage.served(), (await stage.newest())?.serviceDeploymentArn]
    const ended = await stage.bring(stage.target({ before: { command: ['migrate'] } }, 'exit:3'))
    expect(ended).toMatchObject({ outcome: null, deployment: null, code: 1 })
    expect(ended.problems[0]).toMatchObject({
      code: 'before-failed',
      why: expect.stringMatching(/^Exit code 3/),
    })
    expect(ended.diagnosis?.tasks[0]?.containers[0]?.exitCode).toBe(3)
    expect([await stage.served(), (await stage.newest())?.serviceDeploymentArn]).toEqual(before)
  })

  play('a lost answer to the update is found out by reading', async (stage) => {
    await stage.backstage('faults', { kind: 'lost-answer', operation: 'UpdateService' })
    const before = (await stage.clients.ecs.listServiceDeployments({ cluster: 'demo', service }))
      .serviceDeployments
    expect(await stage.bring(stage.target({ ...BLUE_GREEN }))).toMatchObject({
      outcome: 'successful',
      code: 0,
    })
    const after = (await stage.clients.ecs.listServiceDeployments({ cluster: 'demo', service }))
      .serviceDeployments
    expect(after?.length).toBe((before?.length ?? 0) + 1)
  })

  play('weights that somebody reset are refused, and nothing is begun', async (stage) => {
    const shown = await stage.verify(stage.target(BLUE_GREEN))
    expect(shown.code).toBe(0)
    const { Rules } = await stage.clients.elb.describeRules({
      RuleArns: [rulesOf(await stage.described())[0] ?? ''],
    })
    const tuples = Rules?.[0]?.Actions?.[0]?.ForwardConfig?.TargetGroups ?? []
    const swapped = tuples.map((one) => ({ ...one, Weight: one.Weight === 0 ? 100 : 0 }))
    const set = (TargetGroups: typeof tuples) =>
      stage.clients.elb.modifyRule({
        RuleArn: Rules?.[0]?.RuleArn ?? '',
        Actions: [{ Type: 'forward', ForwardConfig: { TargetGroups } }],
      })
    const listener = async (TargetGroups: typeof tuples) =>
      set(TargetGroups).catch(async () => {
        const { Listeners } = await stage.clients.elb.describeListeners({
          LoadBalancerArn: (await stage.clients.elb.describeLoadBalancers({})).LoadBalancers?.[0]
            ?.LoadBalancerArn,
        })
        const found = Listeners?.find(({ Port }) => Port === 8080)
        await stage.clients.elb.modifyListener({
          ListenerArn: found?.ListenerArn,
          DefaultActions: [{ Type: 'forward', ForwardConfig: { TargetGroups } }],
        })
      })
    await listener(swapped)
    const refused = await stage.bring(stage.target(BLUE_GREEN))
    expect(refused).toMatchObject({ outcome: null, code: 2, problems: [{ code: 'other-group-live' }] })
    expect(await stage.verify(stage.target(BLUE_GREEN))).toMatchObject({ code: 2 })
    await listener(tuples)
    expect((await stage.verify(stage.target(BLUE_GREEN))).code).toBe(0)
  })
})

const rulesOf = (found: Awaited<ReturnType<EcsStage['described']>>): readonly string[] =>
  (found?.loadBalancers ?? []).flatMap((one) => one.advancedConfiguration?.productionListenerRule ?? [])

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

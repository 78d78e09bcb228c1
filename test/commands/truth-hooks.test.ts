import { describe, expect, jest } from '@jest/globals'
import type { EnvironmentSettings } from '../../src/environment/settings.js'
import { systemClock } from '../../src/platform/clock.js'
import { readAddresses } from '../../src/rehearsal/lambda/address.js'
import { serveRehearsal } from '../../src/rehearsal/serve.js'
import { type CodeDeployShop, createCodeDeployShop } from '../rehearsal/codedeploy/shop.js'
import { type Does, type LambdaServer, NOTHING, serveLambda } from '../rehearsal/lambda/server.js'
import { createShop } from '../rehearsal/shop.js'
import { clientsOf } from '../rehearsal/stage.js'
import { beside } from './beside.js'
import { CodeDeployStage } from './codedeploy-stage.js'
import { EcsStage } from './ecs-stage.js'
import { recordBefore } from './recorder.js'
import type { Ground } from './rollout-stage.js'

jest.setTimeout(120_000)
process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

type Hook = NonNullable<EnvironmentSettings['hooks']>[number]

/** A service whose deployments ask a function on this machine. */
class HookStage extends EcsStage {
  constructor(
    ground: Ground,
    readonly lambda: LambdaServer,
  ) {
    super(ground)
  }

  hooked(at: Hook['at'][number], more: Partial<Hook> = {}, changes: Partial<EnvironmentSettings> = {}) {
    const lambda = 'arn:aws:lambda:eu-central-1:000000000000:function:check'
    const hooks = [{ lambda, role: 'arn:aws:iam::000000000000:role/hooks', at: [at], ...more }]
    return this.target({ strategy: 'blue-green', bakeMinutes: 0, hooks, ...changes })
  }

  override async close(): Promise<void> {
    await super.close()
    await this.lambda.close()
  }
}

const SECONDS = 3

/** A cluster that asks functions on this machine, where nobody has made anything yet. */
const openGround = async (): Promise<readonly [Ground, LambdaServer]> => {
  const lambda = await serveLambda(() => ({ hookStatus: 'SUCCEEDED' }))
  // What a function says of its own failure is told, and is none of this test's.
  const progress = { say: () => {}, warn: () => {}, group: () => {} }
  const rehearsal = await serveRehearsal({
    progress,
    tasks: 'hollow',
    requestsPerStep: 0,
    lambda: readAddresses([lambda.address]),
    lambdaSeconds: SECONDS,
  })
  const clients = clientsOf(rehearsal.endpoint)
  const recorder = await recordBefore(rehearsal.endpoint)
  return [{ rehearsal, clients, recorder }, lambda]
}

const open = async (): Promise<HookStage> => {
  const [ground, lambda] = await openGround()
  await createShop(ground.clients, { delay: '0' })
  return new HookStage(ground, lambda)
}

const UNREAD = /unable to parse the response from \S+:function:check due to: HookStatus must not be null/

describe('hooks that ask a function, at the rehearsal cluster', () => {
  const play = beside(open)

  const NO: readonly (readonly [string, Hook['at'][number], Does, RegExp])[] = [
    [
      'says no',
      'POST_TEST_TRAFFIC_SHIFT',
      () => ({ hookStatus: 'FAILED' }),
      /target \S+:function:check returned FAILED status/,
    ],
    ['fails', 'PRE_SCALE_UP', () => ({ errorMessage: 'no such host', errorType: 'Error' }), UNREAD],
    ['never answers', 'PRE_SCALE_UP', () => NOTHING, UNREAD],
    [
      'is not there',
      'PRE_SCALE_UP',
      (_, response) => response.writeHead(404).end('{"Message":"Function not found: check"}'),
      /unable to invoke hook target \S+:function:check due to Function not found: check/,
    ],
  ]
  for (const [what, at, does, why] of NO)
    play(`one that ${what}`, async (stage) => {
      const before = await stage.served()
      stage.lambda.does = does
      const ended = await stage.bring(stage.hooked(at))
      expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
      expect(ended.problems[0]?.why).toContain(`because ${at} lifecycle hook(s) failed`)
      expect(ended.problems[0]?.why).toMatch(why)
      expect(ended.problems[0]?.fix).toMatch(/^Correct what the function check found/)
      expect(await stage.served()).toBe(before)
    })

  play('one that says yes is told of what is deployed, by its name', async (stage) => {
    const one = stage.hooked('POST_SCALE_UP', { details: { suite: 'smoke' } })
    expect(await stage.bring(one)).toMatchObject({ outcome: 'successful', code: 0 })
    const deployment = await stage.newest()
    expect(stage.lambda.called).toEqual([
      {
        path: 'POST /2015-03-31/functions/check/invocations',
        event: {
          executionDetails: {
            testTrafficWeights: {},
            productionTrafficWeights: {},
            serviceArn: (await stage.described())?.serviceArn,
            targetServiceRevisionArn: deployment?.targetServiceRevision?.arn,
          },
          executionId: expect.any(String),
          lifecycleStage: 'POST_SCALE_UP',
          resourceArn: deployment?.serviceDeploymentArn,
          hookDetails: { suite: 'smoke' },
        },
      },
    ])
  })

  play('one that is not done yet, and then says yes', async (stage) => {
    const answers = [
      { hookStatus: 'IN_PROGRESS', callBackDelay: 600, hookDetails: { build: 7 } },
      { hookStatus: 'SUCCEEDED' },
    ]
    stage.lambda.does = () => answers.shift()
    const one = stage.hooked('POST_TEST_TRAFFIC_SHIFT', { details: { suite: 'smoke' } })
    const ending = stage.bring(one)
    while (!stage.said.includes('cart: ECS asks check at post test traffic shift'))
      await systemClock.sleep(50)
    expect((await stage.newest())?.lifecycleHookDetails).toMatchObject([
      { targetType: 'AWS_LAMBDA', status: 'IN_PROGRESS', timeoutAction: 'ROLLBACK' },
    ])
    await stage.backstage('clock', { advance: '10m' })
    expect(await ending).toMatchObject({ outcome: 'successful', code: 0, problems: [] })
    expect(await stage.served()).toBe(one.image)
    expect(stage.lambda.called.map(({ event }) => event.hookDetails)).toEqual([
      { suite: 'smoke' },
      { suite: 'smoke', build: 7 },
    ])
  })

  play('one that is never done', async (stage) => {
    stage.lambda.does = () => ({ hookStatus: 'IN_PROGRESS', callBackDelay: 3600 })
    const ending = stage.bring(stage.hooked('PRE_SCALE_UP', { timeoutMinutes: 5 }))
    while (stage.lambda.called.length === 0) await systemClock.sleep(50)
    await stage.backstage('clock', { advance: '6m' })
    const ended = await ending
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/PRE_SCALE_UP lifecycle hook\(s\) failed.*:check timed out/)
  })

  play('one that is never done, and goes on without', async (stage) => {
    stage.lambda.does = () => ({ hookStatus: 'IN_PROGRESS', callBackDelay: 3600 })
    const ending = stage.bring(stage.hooked('POST_SCALE_UP', { timeoutMinutes: 5, onTimeout: 'continue' }))
    while (stage.lambda.called.length === 0) await systemClock.sleep(50)
    await stage.backstage('clock', { advance: '6m' })
    expect(await ending).toMatchObject({ outcome: 'successful', code: 0 })
  })

  play('one at the shift is asked again as the traffic goes back', async (stage) => {
    const before = await stage.served()
    stage.lambda.does = () => ({ hookStatus: 'FAILED' })
    expect(await stage.bring(stage.hooked('PRODUCTION_TRAFFIC_SHIFT'))).toMatchObject({
      outcome: 'rolled-back',
    })
    const weights = stage.lambda.called.map(({ event }) =>
      Object.values(event.executionDetails.productionTrafficWeights),
    )
    expect(weights).toEqual([
      [100, 0],
      [0, 100],
    ])
    expect(await stage.served()).toBe(before)
  })

  play('one of rolling says no before any task is started', async (stage) => {
    const before = await stage.served()
    stage.lambda.does = () => ({ hookStatus: 'FAILED' })
    const ended = await stage.bring(stage.hooked('PRE_SCALE_UP', {}, { strategy: 'rolling' }))
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.diagnosis?.tasks).toEqual([])
    expect(await stage.served()).toBe(before)
  })
})

/** What CodeDeploy tells a function. */
interface Told {
  readonly DeploymentId: string
  readonly LifecycleEventHookExecutionId: string
}

/** A service that CodeDeploy deploys, and functions that report to it. */
class ReportStage extends CodeDeployStage {
  constructor(
    ground: Ground,
    shop: CodeDeployShop,
    readonly lambda: LambdaServer,
  ) {
    super(ground, shop)
  }

  told = (): readonly Told[] => this.lambda.called.map(({ event }) => event as unknown as Told)

  reports(status: 'Succeeded' | 'Failed'): Does {
    return async (event) => {
      const { DeploymentId, LifecycleEventHookExecutionId } = event as unknown as Told
      await this.shop.deploying.putLifecycleEventHookExecutionStatus({
        deploymentId: DeploymentId,
        lifecycleEventHookExecutionId: LifecycleEventHookExecutionId,
        status,
      })
      return {}
    }
  }

  hookedAt(...events: readonly Event[]) {
    const hooks = Object.fromEntries(events.map((event) => [event, 'check']))
    return this.target({ strategy: 'all-at-once', codeDeploy: { hooks } })
  }

  override async close(): Promise<void> {
    await super.close()
    await this.lambda.close()
  }
}

type Event = keyof NonNullable<NonNullable<EnvironmentSettings['codeDeploy']>['hooks']>

const openReporting = async (): Promise<ReportStage> => {
  const [ground, lambda] = await openGround()
  const shop = await createCodeDeployShop(ground.clients, ground.rehearsal.endpoint)
  return new ReportStage(ground, shop, lambda)
}

describe('functions of an AppSpec, at the rehearsal cluster', () => {
  const play = beside(openReporting)

  play('each of its events, once, until it has reported', async (stage) => {
    stage.lambda.does = stage.reports('Succeeded')
    const one = stage.hookedAt('BeforeInstall', 'AfterInstall', 'BeforeAllowTraffic', 'AfterAllowTraffic')
    const ended = await stage.bring(one)
    expect(ended).toMatchObject({ outcome: 'successful', code: 0, problems: [] })
    expect(stage.told().map(({ DeploymentId }) => DeploymentId)).toEqual(Array(4).fill(ended.deployment))
    expect(
      new Set(stage.told().map(({ LifecycleEventHookExecutionId }) => LifecycleEventHookExecutionId)).size,
    ).toBe(4)
    expect(await stage.ask()).toBe(one.version)
  })

  play('one that reports a failure', async (stage) => {
    const before = await stage.ask()
    stage.lambda.does = stage.reports('Failed')
    const ended = await stage.bring(stage.hookedAt('AfterInstall', 'AfterAllowTraffic'))
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(
      /^HOOK_EXECUTION_FAILURE: .*validation functions failed.*AfterInstall failed/,
    )
    expect(stage.told()).toHaveLength(1)
    expect(await stage.ask()).toBe(before)
  })

  play('one that never reports', async (stage) => {
    const before = await stage.ask()
    const ending = stage.bring(stage.hookedAt('AfterInstall'))
    while (stage.told().length === 0) await systemClock.sleep(50)
    await stage.backstage('clock', { advance: '61m' })
    const ended = await ending
    expect(ended).toMatchObject({ outcome: 'rolled-back', code: 1 })
    expect(ended.problems[0]?.why).toMatch(/^TIMEOUT: .*timed out while waiting for a status callback/)
    expect(await stage.ask()).toBe(before)
  })
})

import type { Service } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import { type Decision, decide, updateRequest } from '../../src/ecs/decide.js'
import type { EnvironmentSettings } from '../../src/environment/settings.js'
import { StaggerError } from '../../src/words.js'

const settings: EnvironmentSettings = {
  cluster: 'shop',
  service: 'cart',
  taskDefinition: 't',
  timeoutMinutes: 30,
}
const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } }
const primary = { id: 'ecs-svc/42', status: 'PRIMARY', rolloutState: 'COMPLETED' as const }
const service: Service = {
  serviceName: 'cart',
  status: 'ACTIVE',
  desiredCount: 2,
  deployments: [primary],
  deploymentConfiguration: breaker,
}
const input = (image: string) => ({ family: 'cart', containerDefinitions: [{ name: 'app', image }] })
const decided = (
  changes: Partial<Service> = {},
  image = 'new',
  changed: Partial<EnvironmentSettings> = {},
): Decision =>
  decide({ service: { ...service, ...changes }, taskDefinition: input('old'), tags: [] }, input(image), {
    ...settings,
    ...changed,
  })
const refused = (
  changes: Partial<Service>,
  changed: Partial<EnvironmentSettings> = {},
): readonly string[] => {
  try {
    decided(changes, 'new', changed)
    return []
  } catch (error) {
    if (error instanceof StaggerError) return error.problems.map(({ code }) => code)
    throw error
  }
}

describe('what is decided', () => {
  test('a new image is registered, and the update says that alone', () => {
    const decision = decided()
    expect(decision).toMatchObject({
      kind: 'register',
      input: input('new'),
      configuration: null,
      cautions: [],
    })
    expect(updateRequest(decision, settings, 'arn:cart:8')).toEqual({
      cluster: 'shop',
      service: 'cart',
      taskDefinition: 'arn:cart:8',
    })
  })

  test('what runs already is not sent', () => {
    const decision = decided({}, 'old')
    expect(decision.kind).toBe('unchanged')
    expect(updateRequest(decision, settings, null)).toBe(null)
  })

  test('what is on its way is joined, not begun again', () => {
    const decision = decided({ deployments: [{ ...primary, rolloutState: 'IN_PROGRESS' }] }, 'old')
    expect(decision).toMatchObject({ kind: 'join', revision: '42' })
    expect(updateRequest(decision, settings, null)).toBe(null)
  })

  test('what failed is begun again', () => {
    const decision = decided({ deployments: [{ ...primary, rolloutState: 'FAILED' }] }, 'old')
    expect(updateRequest(decision, settings, null)).toEqual({
      cluster: 'shop',
      service: 'cart',
      forceNewDeployment: true,
    })
  })

  test('the circuit breaker is switched on, and all else that is set is kept', () => {
    const alarms = { alarmNames: ['a'], enable: true, rollback: true }
    const live = {
      minimumHealthyPercent: 50,
      maximumPercent: 200,
      alarms,
      deploymentCircuitBreaker: { enable: false, rollback: false, resetOnHealthyTask: true },
    }
    expect(decided({ deploymentConfiguration: live }, 'old', { maximumPercent: 150 }).configuration).toEqual({
      minimumHealthyPercent: 50,
      maximumPercent: 150,
      alarms,
      deploymentCircuitBreaker: { enable: true, rollback: true, resetOnHealthyTask: true },
    })
  })

  test('settings that are there are not sent again, also where AWS tells some that rolling has no use for', () => {
    const live = { ...breaker, strategy: 'ROLLING' as const, bakeTimeInMinutes: 0, maximumPercent: 200 }
    expect(decided({ deploymentConfiguration: live }, 'old', { strategy: 'rolling' }).configuration).toBe(
      null,
    )
  })

  test('another strategy goes with all its own settings, where rolling is asked for by name', () => {
    const live = {
      ...breaker,
      strategy: 'CANARY' as const,
      bakeTimeInMinutes: 5,
      canaryConfiguration: { canaryPercent: 5 },
      maximumPercent: 200,
    }
    expect(decided({ deploymentConfiguration: live }, 'new', { strategy: 'rolling' }).configuration).toEqual({
      ...breaker,
      strategy: 'ROLLING',
      maximumPercent: 200,
    })
  })

  test.each<[string, Partial<Service>, RegExp]>([
    ['nothing runs', { desiredCount: 0 }, /desired count is 0/],
    [
      'a deployment is not over',
      { deployments: [{ ...primary, rolloutState: 'IN_PROGRESS' }, { rolloutState: 'COMPLETED' }] },
      /not over yet/,
    ],
    [
      'everything may stop at once',
      { deploymentConfiguration: { ...breaker, minimumHealthyPercent: 0 } },
      /all-at-once may stop every task before a new one serves/,
    ],
    [
      'there is no traffic to move',
      { deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 } },
      /no load balancer and no Service Connect: no traffic is moved/,
    ],
  ])('it is told when %s', (_, changes, text) =>
    expect(decided(changes).cautions).toEqual([expect.stringMatching(text)]),
  )
})

describe('what is refused', () => {
  test.each<[string, Partial<Service>, Partial<EnvironmentSettings>, string[]]>([
    ['a deleted service', { status: 'INACTIVE' }, {}, ['service-not-active']],
    ['CodeDeploy', { deploymentController: { type: 'CODE_DEPLOY' } }, {}, ['deployment-controller']],
    ['an external controller', { deploymentController: { type: 'EXTERNAL' } }, {}, ['deployment-controller']],
    ['an Express service', { resourceManagementType: 'ECS' }, {}, ['express-service']],
    [
      'a strategy that nobody knows yet',
      { deploymentConfiguration: { strategy: 'TELEPORT' as 'ROLLING' } },
      {},
      ['other-strategy'],
    ],
    ['to roll one task within 150%', { desiredCount: 1 }, { maximumPercent: 150 }, ['no-room-to-roll']],
    ['to shift a DAEMON', { schedulingStrategy: 'DAEMON' }, { strategy: 'canary' }, ['daemon']],
    [
      'to shift behind a load balancer that is not made for it',
      { loadBalancers: [{ targetGroupArn: 'arn:blue' }] },
      { strategy: 'blue-green' },
      ['not-made-for-shifting'],
    ],
    [
      'a ladder that ECS has no shape for',
      {},
      {
        steps: [
          { percent: 1, minutes: 5 },
          { percent: 5, minutes: 5 },
        ],
      },
      ['no-such-ladder'],
    ],
    [
      'percentages that together leave no room',
      { deploymentConfiguration: { maximumPercent: 100 } },
      {},
      ['no-room-to-roll'],
    ],
    [
      'several at once',
      { status: 'DRAINING', resourceManagementType: 'ECS' },
      {},
      ['service-not-active', 'express-service'],
    ],
  ])('%s', (_, changes, changed, codes) => expect(refused(changes, changed)).toEqual(codes))

  test.each<[string, Partial<Service>, Partial<EnvironmentSettings>]>([
    ['a service without a controller: that is ECS', {}, {}],
    ['a controller of ECS', { deploymentController: { type: 'ECS' } }, {}],
    [
      'a tight service that the environment loosens',
      { deploymentConfiguration: { maximumPercent: 100 } },
      { minimumHealthyPercent: 50 },
    ],
  ])('but not %s', (_, changes, changed) => expect(refused(changes, changed)).toEqual([]))
})

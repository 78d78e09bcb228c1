import type { DeploymentConfiguration, DeploymentLifecycleHook, LoadBalancer } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import { wrongs } from '../../../src/rehearsal/ecs/configuration/check.js'
import { RANGES } from '../../../src/rehearsal/ecs/configuration/ranges.js'

const RULE = 'arn:aws:elasticloadbalancing:eu-west-1:000000000000:listener-rule/app/shop/1/2/3'
const OTHER_RULE = `${RULE}4`
const LISTENER = 'arn:aws:elasticloadbalancing:eu-west-1:000000000000:listener/app/shop/1/2'
const NLB_RULE = LISTENER.replace('/app/', '/net/')

const advanced: LoadBalancer = {
  targetGroupArn: 'arn:blue',
  containerName: 'app',
  containerPort: 8080,
  advancedConfiguration: {
    alternateTargetGroupArn: 'arn:green',
    productionListenerRule: RULE,
    testListenerRule: OTHER_RULE,
    roleArn: 'arn:aws:iam::000000000000:role/ecs',
  },
}
const balancer = (change: LoadBalancer['advancedConfiguration']): LoadBalancer => ({
  ...advanced,
  advancedConfiguration: { ...advanced.advancedConfiguration, ...change },
})
const [BLUE_GREEN, CANARY, LINEAR] = [
  { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 },
  { strategy: 'CANARY' },
  { strategy: 'LINEAR' },
] as const
const pause = (change: DeploymentLifecycleHook = {}): DeploymentLifecycleHook => ({
  targetType: 'PAUSE',
  lifecycleStages: ['POST_SCALE_UP'],
  ...change,
})
const lambda = (change: DeploymentLifecycleHook = {}): DeploymentLifecycleHook => ({
  targetType: 'AWS_LAMBDA',
  hookTargetArn: 'arn:lambda',
  roleArn: 'arn:role',
  lifecycleStages: ['POST_SCALE_UP'],
  ...change,
})
const breaker = { enable: true, rollback: true }
const early = { enable: true, healthyPercent: 100, sourceServiceRevisionCleanup: 'BLOCKING' } as const
const many = (one: DeploymentLifecycleHook) => ({ lifecycleHooks: Array.from({ length: 11 }, () => one) })

const messages = (configuration: DeploymentConfiguration, balancers: readonly LoadBalancer[] = []) =>
  wrongs({ configuration, loadBalancers: balancers }).map(({ error, message }) => `${error}: ${message}`)

describe('numbers', () => {
  /** A declaration that has nothing but the one number. */
  const NUMBERS: Record<string, (value: number) => DeploymentConfiguration> = {
    bakeTimeInMinutes: (value) => ({ bakeTimeInMinutes: value }),
    'canaryConfiguration.canaryPercent': (value) => ({
      ...CANARY,
      canaryConfiguration: { canaryPercent: value },
    }),
    'canaryConfiguration.canaryBakeTimeInMinutes': (value) => ({
      ...CANARY,
      canaryConfiguration: { canaryBakeTimeInMinutes: value },
    }),
    'linearConfiguration.stepPercent': (value) => ({
      ...LINEAR,
      linearConfiguration: { stepPercent: value },
    }),
    'linearConfiguration.stepBakeTimeInMinutes': (value) => ({
      ...LINEAR,
      linearConfiguration: { stepBakeTimeInMinutes: value },
    }),
    minimumHealthyPercent: (value) => ({ minimumHealthyPercent: value }),
    maximumPercent: (value) => ({ maximumPercent: value, minimumHealthyPercent: 50 }),
    'deploymentCircuitBreaker.thresholdConfiguration.value': (value) => ({
      deploymentCircuitBreaker: { ...breaker, thresholdConfiguration: { type: 'COUNT', value } },
    }),
    'earlySuccessCriteria.healthyPercent': (value) => ({
      earlySuccessCriteria: { enable: false, healthyPercent: value },
    }),
    'lifecycleHooks.timeoutConfiguration.timeoutInMinutes': (value) => ({
      lifecycleHooks: [pause({ timeoutConfiguration: { timeoutInMinutes: value } })],
    }),
  }

  type Number = readonly [field: string, value: number, may: boolean]
  const CASES = RANGES.flatMap(({ field, low, high, grid }): readonly Number[] => {
    const above = (number: number): number => (number * 10 + grid * 10) / 10
    const top: readonly Number[] =
      high === undefined
        ? []
        : [
            [field, high, true],
            [field, above(high), false],
          ]
    const below = (low * 10 - grid * 10) / 10
    return [[field, low, true], [field, below, false], [field, low + grid / 2, false], ...top]
  })

  test.each(CASES)('%s %d may be: %s', (field, value, may) => {
    const declare = NUMBERS[field] as (value: number) => DeploymentConfiguration
    const told = messages(declare(value))
    const named = new RegExp(
      `^InvalidParameterException: deploymentConfiguration\\.${field} ${value} must be a (whole number|multiple of 0\\.1) from \\d`,
    )
    if (may) expect(told).toEqual([])
    else expect(told).toEqual([expect.stringMatching(named)])
  })

  test.each([0.3, 0.7, 1.1, 2.3, 4.6, 33.3, 99.9])(
    'canaryPercent %d is on the grid, though no float is',
    (value) => {
      expect(messages({ ...CANARY, canaryConfiguration: { canaryPercent: value } })).toEqual([])
    },
  )

  test('every number has its case', () => {
    expect(Object.keys(NUMBERS)).toEqual(RANGES.map(({ field }) => field))
  })
})

const INVALID = 'InvalidParameterException'
const UNPLAYED = 'UnsupportedFeatureException'

/** What is wrong, in which declaration, under which name, and what the message must say. */
type Case = readonly [string, DeploymentConfiguration, readonly LoadBalancer[], string, string]

const WRONG: readonly Case[] = [
  [
    'canary settings, rolling',
    { canaryConfiguration: {} },
    [],
    INVALID,
    'canaryConfiguration is only valid when strategy is CANARY, not ROLLING',
  ],
  [
    'canary settings, blue-green',
    { ...BLUE_GREEN, canaryConfiguration: {} },
    [],
    INVALID,
    'canaryConfiguration is only valid when strategy is CANARY, not BLUE_GREEN',
  ],
  [
    'canary settings, linear',
    { ...LINEAR, canaryConfiguration: {} },
    [],
    INVALID,
    'canaryConfiguration is only valid when strategy is CANARY, not LINEAR',
  ],
  [
    'linear settings, rolling',
    { linearConfiguration: {} },
    [],
    INVALID,
    'linearConfiguration is only valid when strategy is LINEAR, not ROLLING',
  ],
  [
    'linear settings, blue-green',
    { ...BLUE_GREEN, linearConfiguration: {} },
    [],
    INVALID,
    'linearConfiguration is only valid when strategy is LINEAR, not BLUE_GREEN',
  ],
  [
    'linear settings, canary',
    { ...CANARY, linearConfiguration: {} },
    [],
    INVALID,
    'linearConfiguration is only valid when strategy is LINEAR, not CANARY',
  ],
  [
    'blue-green without a bake time',
    { strategy: 'BLUE_GREEN' },
    [],
    INVALID,
    'bakeTimeInMinutes is required when strategy is BLUE_GREEN',
  ],
  [
    'a breaker, blue-green',
    { ...BLUE_GREEN, deploymentCircuitBreaker: breaker },
    [],
    INVALID,
    'deploymentCircuitBreaker.enable true can only be used when strategy is ROLLING, not BLUE_GREEN',
  ],
  [
    'a breaker, canary',
    { ...CANARY, deploymentCircuitBreaker: breaker },
    [],
    INVALID,
    'can only be used when strategy is ROLLING, not CANARY',
  ],
  [
    'a breaker, linear',
    { ...LINEAR, deploymentCircuitBreaker: breaker },
    [],
    INVALID,
    'can only be used when strategy is ROLLING, not LINEAR',
  ],
  [
    'early success, blue-green',
    { ...BLUE_GREEN, earlySuccessCriteria: early },
    [],
    INVALID,
    'earlySuccessCriteria.enable true can only be used when strategy is ROLLING, not BLUE_GREEN',
  ],
  ['early success, canary', { ...CANARY, earlySuccessCriteria: early }, [], INVALID, 'not CANARY'],
  ['early success, linear', { ...LINEAR, earlySuccessCriteria: early }, [], INVALID, 'not LINEAR'],
  [
    'early success without a percentage',
    { earlySuccessCriteria: { enable: true, sourceServiceRevisionCleanup: 'BLOCKING' } },
    [],
    INVALID,
    'earlySuccessCriteria.healthyPercent is required',
  ],
  [
    'early success without a clean-up',
    { earlySuccessCriteria: { enable: true, healthyPercent: 100 } },
    [],
    INVALID,
    'earlySuccessCriteria.sourceServiceRevisionCleanup is required',
  ],
  [
    'early success below the minimum',
    { earlySuccessCriteria: { ...early, healthyPercent: 40 }, minimumHealthyPercent: 50 },
    [],
    INVALID,
    'earlySuccessCriteria.healthyPercent 40 must be at least minimumHealthyPercent 50',
  ],
  [
    'early success below the default minimum',
    { earlySuccessCriteria: { ...early, healthyPercent: 99 } },
    [],
    INVALID,
    'healthyPercent 99 must be at least minimumHealthyPercent 100',
  ],
  [
    'no room, as given',
    { minimumHealthyPercent: 100, maximumPercent: 100 },
    [],
    INVALID,
    'cannot be 100 as this will block deployments',
  ],
  [
    'no room, by default',
    { maximumPercent: 100 },
    [],
    INVALID,
    'cannot be 100 as this will block deployments',
  ],
  [
    'alarms without names',
    { alarms: { enable: true, rollback: true, alarmNames: [] } },
    [],
    INVALID,
    'alarms.alarmNames [] must name at least one alarm',
  ],
  [
    'alarms without names, canary',
    { ...CANARY, alarms: { enable: true, rollback: true, alarmNames: [] } },
    [],
    INVALID,
    'alarms.alarmNames []',
  ],
  [
    'a pause at the test shift',
    { ...BLUE_GREEN, lifecycleHooks: [pause({ lifecycleStages: ['TEST_TRAFFIC_SHIFT'] })] },
    [],
    INVALID,
    'lifecycleHooks[0].lifecycleStages has the value TEST_TRAFFIC_SHIFT, at which a PAUSE hook cannot',
  ],
  [
    'a pause at the production shift',
    { ...CANARY, lifecycleHooks: [pause({ lifecycleStages: ['PRODUCTION_TRAFFIC_SHIFT'] })] },
    [],
    INVALID,
    'has the value PRODUCTION_TRAFFIC_SHIFT',
  ],
  [
    'a pause at both, second hook, second stage',
    {
      ...LINEAR,
      lifecycleHooks: [pause(), pause({ lifecycleStages: ['PRE_SCALE_UP', 'TEST_TRAFFIC_SHIFT'] })],
    },
    [],
    INVALID,
    'lifecycleHooks[1].lifecycleStages has the value TEST_TRAFFIC_SHIFT',
  ],
  [
    'a pause while scaling up',
    { ...BLUE_GREEN, lifecycleHooks: [pause({ lifecycleStages: ['SCALE_UP' as never] })] },
    [],
    INVALID,
    'has the value SCALE_UP, at which there are no hooks',
  ],
  [
    'a pause while baking',
    { ...BLUE_GREEN, lifecycleHooks: [pause({ lifecycleStages: ['BAKE_TIME' as never] })] },
    [],
    INVALID,
    'has the value BAKE_TIME, at which there are no hooks',
  ],
  [
    'a pause while cleaning up',
    { ...BLUE_GREEN, lifecycleHooks: [pause({ lifecycleStages: ['CLEAN_UP' as never] })] },
    [],
    INVALID,
    'has the value CLEAN_UP, at which there are no hooks',
  ],
  [
    'a function while scaling up',
    { ...BLUE_GREEN, lifecycleHooks: [lambda({ lifecycleStages: ['SCALE_UP' as never] })] },
    [],
    INVALID,
    'has the value SCALE_UP',
  ],
  [
    'a pause nowhere',
    { ...BLUE_GREEN, lifecycleHooks: [{ targetType: 'PAUSE' }] },
    [],
    INVALID,
    'lifecycleHooks[0].lifecycleStages is required',
  ],
  [
    'a pause at an empty list',
    { ...BLUE_GREEN, lifecycleHooks: [pause({ lifecycleStages: [] })] },
    [],
    INVALID,
    'lifecycleHooks[0].lifecycleStages is required',
  ],
  [
    'a pause with a target',
    { ...BLUE_GREEN, lifecycleHooks: [pause({ hookTargetArn: 'arn:lambda' })] },
    [],
    INVALID,
    'lifecycleHooks[0].hookTargetArn is not applicable to a hook of targetType PAUSE',
  ],
  [
    'a pause with a role',
    { ...BLUE_GREEN, lifecycleHooks: [pause({ roleArn: 'arn:role' })] },
    [],
    INVALID,
    'lifecycleHooks[0].roleArn is not applicable',
  ],
  [
    'a pause with details',
    { ...BLUE_GREEN, lifecycleHooks: [pause({ hookDetails: {} })] },
    [],
    INVALID,
    'lifecycleHooks[0].hookDetails is not applicable',
  ],
  [
    'a function without a target',
    {
      ...BLUE_GREEN,
      lifecycleHooks: [{ targetType: 'AWS_LAMBDA', roleArn: 'arn:role', lifecycleStages: ['POST_SCALE_UP'] }],
    },
    [],
    INVALID,
    'lifecycleHooks[0].hookTargetArn is required',
  ],
  [
    'a hook of no type is a function, and has no target',
    { ...BLUE_GREEN, lifecycleHooks: [{ roleArn: 'arn:role', lifecycleStages: ['POST_SCALE_UP'] }] },
    [],
    INVALID,
    'hookTargetArn is required for a hook of targetType AWS_LAMBDA',
  ],
  [
    'a function without a role',
    {
      ...BLUE_GREEN,
      lifecycleHooks: [
        { targetType: 'AWS_LAMBDA', hookTargetArn: 'arn:lambda', lifecycleStages: ['POST_SCALE_UP'] },
      ],
    },
    [],
    INVALID,
    'lifecycleHooks[0].roleArn is required',
  ],
  [
    'eleven pauses',
    { ...BLUE_GREEN, ...many(pause()) },
    [],
    INVALID,
    'lifecycleHooks has 11 PAUSE hooks; there may be at most 10',
  ],
  [
    'eleven functions',
    { ...BLUE_GREEN, ...many(lambda()) },
    [],
    INVALID,
    'lifecycleHooks has 11 AWS_LAMBDA hooks; there may be at most 10',
  ],
  [
    'a function without an address',
    { ...BLUE_GREEN, lifecycleHooks: [lambda()] },
    [],
    UNPLAYED,
    'lifecycleHooks[0].targetType AWS_LAMBDA is played where the function has an address',
  ],
  [
    'nothing to shift by, blue-green',
    BLUE_GREEN,
    [{ targetGroupArn: 'arn:blue' }],
    INVALID,
    'loadBalancers[0].advancedConfiguration is required when strategy is BLUE_GREEN',
  ],
  [
    'nothing to shift by, canary',
    CANARY,
    [advanced, { targetGroupArn: 'arn:other' }],
    INVALID,
    'loadBalancers[1].advancedConfiguration is required when strategy is CANARY',
  ],
  [
    'no other group',
    BLUE_GREEN,
    [balancer({ alternateTargetGroupArn: undefined })],
    INVALID,
    'loadBalancers[0].advancedConfiguration.alternateTargetGroupArn is required',
  ],
  [
    'no production rule',
    BLUE_GREEN,
    [balancer({ productionListenerRule: undefined })],
    INVALID,
    'productionListenerRule is required',
  ],
  ['no role', BLUE_GREEN, [balancer({ roleArn: undefined })], INVALID, 'roleArn is required'],
  [
    'one group twice',
    BLUE_GREEN,
    [balancer({ alternateTargetGroupArn: 'arn:blue' })],
    INVALID,
    'alternateTargetGroupArn arn:blue must not be the targetGroupArn',
  ],
  [
    'a listener for production',
    BLUE_GREEN,
    [balancer({ productionListenerRule: LISTENER })],
    INVALID,
    `productionListenerRule has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: ${LISTENER}`,
  ],
  [
    'a network listener for production',
    BLUE_GREEN,
    [balancer({ productionListenerRule: NLB_RULE })],
    UNPLAYED,
    `advancedConfiguration.productionListenerRule of a network load balancer is not played by the rehearsal cluster. Got: ${NLB_RULE}`,
  ],
  [
    'a listener for tests',
    BLUE_GREEN,
    [balancer({ testListenerRule: LISTENER })],
    INVALID,
    'testListenerRule has an invalid ARN format',
  ],
  [
    'one rule for both',
    BLUE_GREEN,
    [balancer({ testListenerRule: RULE })],
    INVALID,
    `The following rules cannot be used as both production and test listener rules: ${RULE}`,
  ],
  [
    'rolling, too, needs whole load balancers',
    {},
    [balancer({ roleArn: undefined })],
    INVALID,
    'roleArn is required',
  ],
]

describe('combinations', () => {
  test.each(WRONG)('%s is refused', (_, configuration, balancers, error, message) => {
    expect(messages(configuration, balancers)).toContainEqual(
      expect.stringMatching(new RegExp(`^${error}: .*${message.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}`)),
    )
  })

  test('there are at least forty', () => {
    expect(WRONG.length).toBeGreaterThanOrEqual(40)
  })

  test('a function that has an address is fine', () => {
    const declared = {
      configuration: { ...BLUE_GREEN, lifecycleHooks: [lambda()] },
      loadBalancers: [advanced],
    }
    expect(wrongs({ ...declared, callable: (arn) => arn === 'arn:lambda' })).toEqual([])
    expect(wrongs({ ...declared, callable: (arn) => arn === 'arn:other' })).toMatchObject([
      { error: UNPLAYED, message: expect.stringContaining('`--lambda arn:lambda=…`') },
    ])
  })

  test.each<[string, DeploymentConfiguration, readonly LoadBalancer[]]>([
    ['nothing said', {}, []],
    ['rolling with a breaker', { strategy: 'ROLLING', deploymentCircuitBreaker: breaker }, []],
    ['rolling with a pause', { lifecycleHooks: [pause()] }, []],
    ['blue-green', BLUE_GREEN, [advanced]],
    ['blue-green without a bake', { ...BLUE_GREEN, bakeTimeInMinutes: 0 }, [advanced]],
    ['blue-green without a test rule', BLUE_GREEN, [balancer({ testListenerRule: undefined })]],
    ['blue-green without a load balancer', BLUE_GREEN, []],
    ['canary', { ...CANARY, canaryConfiguration: { canaryPercent: 5 } }, [advanced]],
    ['canary by default', CANARY, [advanced]],
    ['linear', { ...LINEAR, linearConfiguration: { stepPercent: 20 } }, [advanced]],
    [
      'a breaker that is off, canary',
      { ...CANARY, deploymentCircuitBreaker: { enable: false, rollback: false } },
      [advanced],
    ],
    ['ten pauses', { ...BLUE_GREEN, lifecycleHooks: Array.from({ length: 10 }, () => pause()) }, [advanced]],
    [
      'a full maximum of a strategy that does not use it',
      { ...CANARY, minimumHealthyPercent: 100, maximumPercent: 100 },
      [],
    ],
  ])('%s is fine', (_, configuration, balancers) => {
    expect(messages(configuration, balancers)).toEqual([])
  })
})

import type { Service } from '@aws-sdk/client-ecs'
import type { Action, TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2'
import { describe, expect, test } from '@jest/globals'
import { type TrafficFacts, trafficChecks } from '../../src/ecs/traffic-checks.js'

const group = (name: string) => `arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/${name}/0f`
const [BLUE, GREEN, RULE, TEST] = [
  group('blue'),
  group('green'),
  'arn:a:listener-rule/app/shop/1/2/3',
  'arn:a:t',
]
const service: Service = {
  desiredCount: 2,
  networkConfiguration: { awsvpcConfiguration: { subnets: ['a'] } },
  loadBalancers: [
    {
      targetGroupArn: BLUE,
      advancedConfiguration: {
        alternateTargetGroupArn: GREEN,
        productionListenerRule: RULE,
        testListenerRule: TEST,
        roleArn: 'arn:role',
      },
    },
  ],
}
const forward = (weights: Readonly<Record<string, number>>, sticky = false): readonly Action[] => [
  {
    Type: 'forward',
    ForwardConfig: {
      TargetGroups: Object.entries(weights).map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })),
      TargetGroupStickinessConfig: { Enabled: sticky },
    },
  },
]
const BOTH = forward({ [BLUE]: 1, [GREEN]: 0 })
const healthy: TargetHealthDescription = { TargetHealth: { State: 'healthy' } }
const facts: TrafficFacts = {
  forwardings: new Map([
    [RULE, BOTH],
    [TEST, BOTH],
  ]),
  groups: [BLUE, GREEN].map((TargetGroupArn) => ({ TargetGroupArn, TargetType: 'ip' as const })),
  health: new Map([[BLUE, [healthy, healthy]]]),
  settled: true,
  serving: [BLUE],
}
const told = (changes: Partial<TrafficFacts>, stickiness?: boolean, shifting = true) =>
  trafficChecks(service, { ...facts, ...changes }, { shifting, stickiness })
    .filter(({ state }) => state !== 'ok')
    .map(({ state, what, problem }) => (problem ? problem.code : `${state}: ${what}`))
const rule = (actions: readonly Action[]): Partial<TrafficFacts> => ({
  forwardings: new Map([
    [RULE, actions],
    [TEST, BOTH],
  ]),
})

describe('what the load balancer says', () => {
  test('is fine', () => {
    expect(
      trafficChecks(service, facts, { shifting: true, stickiness: false }).map(({ what }) => what),
    ).toEqual([
      'target group blue takes targets by ip',
      'target group green takes targets by ip',
      'listener-rule/app/shop/1/2/3 forwards to blue 1, green 0',
      't forwards to blue 1, green 0',
      'listener-rule/app/shop/1/2/3 is not sticky',
      '2 of 2 targets in blue are healthy',
    ])
  })

  test.each<[string, Partial<TrafficFacts>, readonly string[]]>([
    ['a group that is not on the rule', rule(forward({ [BLUE]: 1 })), ['group-not-on-rule']],
    [
      'the short form with one group',
      rule([{ Type: 'forward', TargetGroupArn: BLUE }]),
      ['group-not-on-rule'],
    ],
    [
      'weights of a shift that nobody ends',
      rule(forward({ [BLUE]: 95, [GREEN]: 5 })),
      ['weights-not-settled'],
    ],
    ['no weight at all', rule(forward({ [BLUE]: 0, [GREEN]: 0 })), ['weights-not-settled']],
    ['weights that were reset', { serving: [GREEN], health: new Map() }, ['other-group-live']],
    [
      'targets by instance for tasks with an address of their own',
      { groups: [{ TargetGroupArn: BLUE, TargetType: 'instance' }] },
      ['target-type'],
    ],
    [
      'nothing healthy',
      { health: new Map([[BLUE, []]]) },
      ['caution: 0 of 0 targets in blue are healthy: there is nothing healthy to go back to'],
    ],
    ['what could not be asked', { forwardings: new Map(), groups: [], health: new Map(), serving: [] }, []],
    ['a shift that is under way', { ...rule(forward({ [BLUE]: 95, [GREEN]: 5 })), settled: false }, []],
  ])('%s', (_, changes, codes) => expect(told(changes)).toEqual(codes))

  test('of tasks without an address of their own: targets by instance, and no others', () => {
    const { networkConfiguration: _, ...bridge } = service
    const types = (TargetType: 'ip' | 'instance') => {
      const groups = [{ TargetGroupArn: BLUE, TargetType }]
      const checks = trafficChecks(bridge, { ...facts, groups }, { shifting: true, stickiness: false })
      return checks.filter(({ what }) => what.startsWith('target group'))
    }
    expect(types('instance')).toEqual([{ state: 'ok', what: 'target group blue takes targets by instance' }])
    expect(types('ip')).toMatchObject([{ state: 'refused', problem: { code: 'target-type' } }])
  })

  test('is sticky or not, as the environment says', () => {
    expect(told({}, true)).toEqual(['stickiness'])
    expect(told(rule(forward({ [BLUE]: 1, [GREEN]: 0 }, true)), true)).toEqual([])
  })

  test('matters less where ECS moves no traffic', () => {
    expect(told(rule(forward({ [BLUE]: 1 })), undefined, false)).toEqual([])
  })
})

import type { DeploymentGroupInfo } from '@aws-sdk/client-codedeploy'
import type { Service } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { asServing, type LiveGroup, shapeWanted } from '../../../src/ecs/codedeploy/group.js'
import { planFor } from '../../../src/ecs/codedeploy/plan.js'
import { groupRefusals } from '../../../src/ecs/codedeploy/refusals.js'
import { createRequest, sha256 } from '../../../src/ecs/codedeploy/request.js'
import {
  configFor,
  type Routing,
  readyRouting,
  routingFor,
  routingOf,
  sameRouting,
  shapeOfRouting,
} from '../../../src/ecs/codedeploy/routing.js'
import type { EnvironmentSettings } from '../../../src/environment/settings.js'

const settings = (more: Partial<EnvironmentSettings> = {}): EnvironmentSettings => ({
  cluster: 'shop',
  service: 'cart',
  taskDefinition: 't',
  ...more,
})
const group: DeploymentGroupInfo = {
  ecsServices: [{ clusterName: 'shop', serviceName: 'cart' }],
  deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
  blueGreenDeploymentConfiguration: {
    terminateBlueInstancesOnDeploymentSuccess: { terminationWaitTimeInMinutes: 15 },
  },
}
const name = { application: 'a', group: 'g' }
const service: Service = { loadBalancers: [{ containerName: 'app', containerPort: 80 }], desiredCount: 2 }
const live = (more: Partial<DeploymentGroupInfo> = {}): LiveGroup => ({
  name,
  group: { ...group, ...more },
  shape: { strategy: 'blue-green', bakeMinutes: 15 },
  config: 'CodeDeployDefault.ECSAllAtOnce',
  active: null,
})
const plan = (set: Partial<EnvironmentSettings>, its: Partial<DeploymentGroupInfo> = {}) =>
  planFor(service, live(its), settings(set)).plan

const shares = fc.record({
  kind: fc.constantFrom('canary' as const, 'linear' as const),
  percent: fc.integer({ min: 1, max: 99 }),
  minutes: fc.integer({ min: 1, max: 1440 }),
})

describe('how traffic moves', () => {
  test('a shape is a routing and back, whatever its numbers', () => {
    fc.assert(
      fc.property(shares, (routing: Routing) => {
        const back = routingFor(shapeOfRouting(routing, 5))
        expect(back && sameRouting(back, routing)).toBe(true)
        const name = configFor(routing)
        const ready = readyRouting(name)
        if (ready) expect(sameRouting(ready, routing)).toBe(true)
        else expect(name).toMatch(/^ECS(Canary\d+Percent\d+Minutes|Linear\d+PercentEvery\d+Minutes)$/)
      }),
    )
  })

  test.each<[Partial<EnvironmentSettings>, Routing | null, object | null]>([
    [{}, { kind: 'all' }, { strategy: 'blue-green', bakeMinutes: 15 }],
    [{}, null, null],
    [{ strategy: 'all-at-once' }, null, { strategy: 'all-at-once', bakeMinutes: 15 }],
    [{ strategy: 'canary' }, { kind: 'all' }, { strategy: 'canary', tenths: 100, stepMinutes: 15 }],
    [{ strategy: 'linear' }, { kind: 'all' }, { strategy: 'linear', tenths: 100, stepMinutes: 3 }],
    [{ strategy: 'canary' }, { kind: 'canary', percent: 7, minutes: 2 }, { tenths: 70, stepMinutes: 2 }],
    [
      { steps: [{ percent: 10, minutes: 5 }] },
      null,
      { strategy: 'canary', tenths: 100, stepMinutes: 5, bakeMinutes: 15 },
    ],
  ])('%j, of a group with %j', (set, routing, shape) => {
    const wanted = shapeWanted(settings(set), group, routing)
    if (shape === null) expect(wanted).toBeNull()
    else expect(wanted).toMatchObject(shape)
  })

  test('another platform has no routing for ECS', () => {
    const trafficRoutingConfig = { type: 'AllAtOnce' as const }
    expect(routingOf({ computePlatform: 'Lambda', trafficRoutingConfig })).toBeNull()
    expect(
      routingOf({ computePlatform: 'ECS', trafficRoutingConfig: { type: 'Later' as 'AllAtOnce' } }),
    ).toBeNull()
  })
})

describe('what is asked for', () => {
  test.each([
    ['the least', {}, {}, ['DEPLOYMENT_FAILURE'], undefined],
    [
      'what the group has, too',
      {},
      { autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_STOP_ON_ALARM' as const] } },
      ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'],
      undefined,
    ],
    [
      'alarms of its own',
      { alarms: { names: ['errors'], rollback: true } },
      {},
      ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'],
      { enabled: true, ignorePollAlarmFailure: false, alarms: [{ name: 'errors' }] },
    ],
    [
      'alarms that stop and do not go back',
      { alarms: { names: ['errors'], rollback: false } },
      { autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_STOP_ON_ALARM' as const] } },
      ['DEPLOYMENT_FAILURE'],
      { enabled: true, ignorePollAlarmFailure: false, alarms: [{ name: 'errors' }] },
    ],
  ])('%s', (_, set, its, events, alarms) => {
    const request = createRequest(plan(set, its), 'arn:td', 'cart')
    expect(request.autoRollbackConfiguration).toEqual({ enabled: true, events })
    expect(request.overrideAlarmConfiguration).toEqual(alarms)
  })

  test('the AppSpec names what runs, keeps what it would set back, and is known by its digest', () => {
    const capacityProviderStrategy = [{ capacityProvider: 'SPOT', weight: 2 }]
    const kept = { ...service, platformVersion: '1.4.0', capacityProviderStrategy }
    const hooks = { AfterAllowTestTraffic: 'check' }
    const { plan: wanted } = planFor(kept, live(), settings({ codeDeploy: { hooks } }))
    const { revision } = createRequest(wanted, 'arn:td', 'cart')
    const content = revision?.appSpecContent?.content ?? ''
    expect(revision?.appSpecContent?.sha256).toBe(sha256(content))
    expect(JSON.parse(content)).toEqual({
      version: 0,
      Resources: [
        {
          TargetService: {
            Type: 'AWS::ECS::Service',
            Properties: {
              TaskDefinition: 'arn:td',
              LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 80 },
              PlatformVersion: '1.4.0',
              CapacityProviderStrategy: [{ Base: 0, CapacityProvider: 'SPOT', Weight: 2 }],
            },
          },
        },
      ],
      Hooks: [{ AfterAllowTestTraffic: 'check' }],
    })
  })

  test('what serves is the PRIMARY task set, whatever the service was made with', () => {
    const taskSets = [
      { status: 'ACTIVE', taskDefinition: 'arn:td:1' },
      { status: 'PRIMARY', taskDefinition: 'arn:td:2', loadBalancers: [{ targetGroupArn: 'green' }] },
    ]
    expect(asServing({ taskDefinition: 'arn:td:0', loadBalancers: [], taskSets })).toMatchObject({
      taskDefinition: 'arn:td:2',
      loadBalancers: [{ targetGroupArn: 'green' }],
    })
  })
})

describe('what is refused', () => {
  const listenerArns = ['arn:aws:elasticloadbalancing:eu-central-1:1:listener/net/a/b/c']
  const nlb = { loadBalancerInfo: { targetGroupPairInfoList: [{ prodTrafficRoute: { listenerArns } }] } }
  const refused = (set: Partial<EnvironmentSettings>, its: Partial<DeploymentGroupInfo> = {}) => {
    const asked = { ...group, ...its }
    const routing = readyRouting(asked.deploymentConfigName ?? '')
    const shape = shapeWanted(settings(set), asked, routing)
    return groupRefusals({ settings: settings(set), name, group: asked, shape }).map(({ code }) => code)
  }

  test.each<[string, Partial<EnvironmentSettings>, Partial<DeploymentGroupInfo>, string[]]>([
    ['nothing', {}, {}, []],
    ['nothing: the bake time is the group’s', { bakeMinutes: 15, strategy: 'canary' }, {}, []],
    [
      'another service',
      {},
      { ecsServices: [{ clusterName: 'shop', serviceName: 'user' }] },
      ['other-service'],
    ],
    ['a configuration that nobody knows', {}, { deploymentConfigName: 'mine' }, ['other-strategy']],
    ['a canary behind an NLB', { strategy: 'canary' }, nlb, ['nlb-all-at-once']],
    ['all at once behind an NLB', { strategy: 'blue-green' }, nlb, []],
    [
      'no time between two steps',
      { strategy: 'linear', linear: { percent: 10, minutes: 0 } },
      {},
      ['no-such-step'],
    ],
    [
      'rolling, and a bake time',
      { strategy: 'rolling', bakeMinutes: 1 },
      {},
      ['no-such-strategy', 'bake-of-the-group'],
    ],
    [
      'a pause that goes on by itself',
      { pauses: [{ at: ['POST_TEST_TRAFFIC_SHIFT'], timeoutMinutes: 5, onTimeout: 'continue' }] },
      {
        blueGreenDeploymentConfiguration: {
          deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 5 },
        },
      },
      ['no-such-pause'],
    ],
    ['no pauses', { pauses: [] }, {}, []],
  ])('%s', (_, set, its, codes) => expect(refused(set, its)).toEqual(codes))
})

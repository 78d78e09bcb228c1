import type { DeploymentConfiguration, LoadBalancer, Service } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import * as v from 'valibot'
import { configurationToSend, liveShape, wantedConfiguration } from '../../src/ecs/configuration.js'
import { planned } from '../../src/ecs/decide.js'
import { type EnvironmentSettings, environmentSchema } from '../../src/environment/settings.js'
import { HOOK_STAGES, STRATEGIES } from '../../src/environment/strategy-settings.js'
import { wrongs } from '../../src/rehearsal/ecs/configuration/check.js'
import { merge } from '../../src/rehearsal/ecs/declare.js'
import { shapeOf } from '../../src/rollout/shape.js'
import { StaggerError, type Strategy } from '../../src/words.js'

/** Settings as somebody may write them, in and out of range. */
const percent = fc.oneof(
  fc.integer({ min: -10, max: 1100 }).map((tenths) => tenths / 10),
  fc.constantFrom(0, 0.05, 0.1, 2.9, 3, 33.3, 100, 100.1),
)
const minutes = fc.oneof(fc.integer({ min: -2, max: 60 }), fc.constantFrom(0.5, 1440, 1441))
const share = fc.record({ percent, minutes })
const stages = fc.subarray([...HOOK_STAGES, 'SCALE_UP', 'BAKE_TIME'], { maxLength: 2 })
const pause = fc.record(
  {
    at: stages,
    timeoutMinutes: fc.constantFrom(0, 1, 60, 20_160, 20_161),
    onTimeout: fc.constantFrom('rollback', 'continue'),
  },
  { requiredKeys: ['at'] },
)
const written = fc.record(
  {
    strategy: fc.constantFrom(...STRATEGIES),
    minimumHealthyPercent: fc.constantFrom(-1, 0, 50, 100, 101),
    maximumPercent: fc.constantFrom(99, 100, 150, 200),
    bakeMinutes: minutes,
    canary: share,
    linear: share,
    circuitBreaker: fc.record({ tasks: fc.constantFrom(0, 1, 3) }),
    earlySuccess: fc.record({ percent: fc.constantFrom(0, 50, 100, 101) }),
    alarms: fc.record({ names: fc.subarray(['errors', 'latency']) }),
    pauses: fc.array(pause, { maxLength: 11 }),
  },
  { requiredKeys: [] },
)

const RULE = 'arn:aws:elasticloadbalancing:eu-west-1:000000000000:listener-rule/app/shop/1/2/3'
const advanced = fc.record(
  {
    alternateTargetGroupArn: fc.constantFrom('arn:green', 'arn:blue'),
    productionListenerRule: fc.constantFrom(RULE, `${RULE}4`, 'arn:nothing'),
    testListenerRule: fc.constantFrom(RULE, `${RULE}5`, 'arn:nothing'),
    roleArn: fc.constant('arn:aws:iam::000000000000:role/ecs'),
  },
  { requiredKeys: ['alternateTargetGroupArn', 'productionListenerRule', 'roleArn'] },
)
const good = {
  alternateTargetGroupArn: 'arn:green',
  productionListenerRule: RULE,
  testListenerRule: `${RULE}5`,
  roleArn: 'arn:aws:iam::000000000000:role/ecs',
}
const balancer: fc.Arbitrary<LoadBalancer> = fc
  .oneof({ weight: 3, arbitrary: fc.constant(good) }, fc.constant(undefined), advanced)
  .map((advancedConfiguration) => ({
    targetGroupArn: 'arn:blue',
    containerName: 'app',
    containerPort: 80,
    ...(advancedConfiguration ? { advancedConfiguration } : {}),
  }))

/** What a service may be set to; AWS took it. */
const live: fc.Arbitrary<DeploymentConfiguration> = fc
  .constantFrom<DeploymentConfiguration>(
    {},
    { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 },
    { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 5 } },
    { strategy: 'LINEAR', linearConfiguration: { stepPercent: 50, stepBakeTimeInMinutes: 1 } },
    { deploymentCircuitBreaker: { enable: true, rollback: true } },
    { minimumHealthyPercent: 0, maximumPercent: 100 },
    { earlySuccessCriteria: { enable: true, healthyPercent: 100, sourceServiceRevisionCleanup: 'BLOCKING' } },
  )
  .map((given) => merge({ strategy: 'ROLLING' }, given))

/** Only services that AWS itself took. */
const cases = fc
  .record({ written, live, balancers: fc.array(balancer, { maxLength: 2 }), desired: fc.nat(4) })
  .filter(({ live: set, balancers }) => said(set, balancers).length === 0)
const base = { cluster: 'shop', taskDefinition: 't' }
const said = (configuration: DeploymentConfiguration, loadBalancers: readonly LoadBalancer[]) =>
  wrongs({ configuration, loadBalancers }).filter(({ error }) => error !== 'UnsupportedFeatureException')

/** What we send for it, or why we refuse. */
const ours = (one: {
  written: object
  live: DeploymentConfiguration
  balancers: LoadBalancer[]
  desired: number
}) => {
  const parsed = v.safeParse(environmentSchema, { ...base, ...one.written })
  if (!parsed.success) return { refused: parsed.issues[0].message }
  const service: Service = {
    deploymentConfiguration: one.live,
    loadBalancers: one.balancers,
    desiredCount: one.desired,
  }
  try {
    return { configuration: planned(service, parsed.output).configuration ?? {} }
  } catch (error) {
    if (!(error instanceof StaggerError)) throw error
    return { refused: error.problems.map(({ problem }) => problem).join() }
  }
}

describe('every configuration that is made, against the rehearsal cluster’s rules', () => {
  test('is accepted', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const made = ours(one)
        if ('configuration' in made)
          expect(said(merge(one.live, made.configuration), one.balancers)).toEqual([])
      }),
      { numRuns: 3_000 },
    )
  })

  test('what the cluster refuses, is refused before it is asked', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const unchecked = { ...base, service: 's', ...one.written } as unknown as EnvironmentSettings
        const shown = liveShape(one.live)
        const strategy = unchecked.strategy ?? (shown?.strategy as Strategy)
        const raw = wantedConfiguration(one.live, shapeOf(strategy, unchecked, shown), unchecked)
        if (said(merge(one.live, raw), one.balancers).length > 0) expect(ours(one)).toHaveProperty('refused')
      }),
      { numRuns: 3_000 },
    )
  })

  test('is at rest once it is there', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const made = ours(one)
        if (!('configuration' in made)) return
        const there = merge(one.live, made.configuration)
        expect(ours({ ...one, live: there })).toEqual({ configuration: {} })
        expect(configurationToSend(there, there)).toBe(null)
      }),
    )
  })
})

import type { DeploymentConfiguration } from '@aws-sdk/client-ecs'
import { tenthsOf } from '../environment/ranges.js'
import type { EnvironmentSettings } from '../environment/settings.js'
import type { Shape } from '../rollout/shape.js'
import { type Strategy, unreachable } from '../words.js'
import { hooks } from './hooks.js'

const STRATEGY = {
  rolling: 'ROLLING',
  'all-at-once': 'ROLLING',
  'blue-green': 'BLUE_GREEN',
  canary: 'CANARY',
  linear: 'LINEAR',
} as const satisfies Record<Strategy, DeploymentConfiguration['strategy']>

/** The shape that a service is set to; null where AWS calls its strategy by a name that is not known here. */
export const liveShape = (live: DeploymentConfiguration): Shape | null => {
  const bakeMinutes = live.bakeTimeInMinutes ?? 0
  const { strategy = 'ROLLING', canaryConfiguration: canary, linearConfiguration: linear } = live
  switch (strategy) {
    case 'ROLLING':
      return liveRolling(live)
    case 'BLUE_GREEN':
      return { strategy: 'blue-green', bakeMinutes }
    case 'CANARY':
      return {
        strategy: 'canary',
        tenths: tenthsOf(canary?.canaryPercent ?? 5),
        stepMinutes: canary?.canaryBakeTimeInMinutes ?? 10,
        bakeMinutes,
      }
    case 'LINEAR':
      return {
        strategy: 'linear',
        tenths: tenthsOf(linear?.stepPercent ?? 10),
        stepMinutes: linear?.stepBakeTimeInMinutes ?? 6,
        bakeMinutes,
      }
    default:
      return null
  }
}

/** With a minimum of 0 ECS may stop everything before anything new runs, whatever it is called. */
const liveRolling = ({
  minimumHealthyPercent = 100,
  maximumPercent = 200,
}: DeploymentConfiguration): Shape => ({
  strategy: minimumHealthyPercent === 0 ? 'all-at-once' : 'rolling',
  minimum: minimumHealthyPercent,
  maximum: maximumPercent,
})

/** What is there, with the shape that is wanted and the other strategies' own settings gone. */
export const wantedConfiguration = (
  live: DeploymentConfiguration,
  shape: Shape,
  settings: EnvironmentSettings,
): DeploymentConfiguration => {
  const {
    bakeTimeInMinutes: _bake,
    canaryConfiguration: _canary,
    linearConfiguration: _linear,
    ...kept
  } = live
  const strategy = STRATEGY[shape.strategy]
  return {
    ...kept,
    ...(live.strategy === undefined && strategy === 'ROLLING' ? {} : { strategy }),
    ...numbers(live, shape),
    ...(strategy === 'ROLLING' ? forRolling(live, settings) : forShifting(live)),
    ...alarms(settings),
    ...hooks(settings),
  }
}

const numbers = (live: DeploymentConfiguration, shape: Shape): DeploymentConfiguration => {
  if ('minimum' in shape) return healthyPercents(live, shape.minimum, shape.maximum)
  switch (shape.strategy) {
    case 'blue-green':
    case 'all-at-once':
      return { bakeTimeInMinutes: shape.bakeMinutes }
    case 'canary':
      return {
        bakeTimeInMinutes: shape.bakeMinutes,
        canaryConfiguration: {
          canaryPercent: shape.tenths / 10,
          canaryBakeTimeInMinutes: shape.stepMinutes,
        },
      }
    case 'linear':
      return {
        bakeTimeInMinutes: shape.bakeMinutes,
        linearConfiguration: { stepPercent: shape.tenths / 10, stepBakeTimeInMinutes: shape.stepMinutes },
      }
    default:
      return unreachable(shape)
  }
}

/** AWS's own 100 and 200 need not be said. */
const healthyPercents = (live: DeploymentConfiguration, minimum: number, maximum: number) => ({
  ...(minimum === (live.minimumHealthyPercent ?? 100) ? {} : { minimumHealthyPercent: minimum }),
  ...(maximum === (live.maximumPercent ?? 200) ? {} : { maximumPercent: maximum }),
})

const forRolling = (
  live: DeploymentConfiguration,
  { circuitBreaker, earlySuccess }: EnvironmentSettings,
): DeploymentConfiguration => ({
  deploymentCircuitBreaker: {
    ...live.deploymentCircuitBreaker,
    enable: true,
    rollback: true,
    ...(circuitBreaker ? threshold(circuitBreaker) : {}),
  },
  ...(earlySuccess
    ? {
        earlySuccessCriteria: {
          enable: true,
          healthyPercent: earlySuccess.percent,
          sourceServiceRevisionCleanup: earlySuccess.waitForCleanUp ? 'BLOCKING' : 'DEFERRED',
        },
      }
    : {}),
})

const threshold = ({
  tasks,
  percent,
  resetOnHealthyTask,
}: NonNullable<EnvironmentSettings['circuitBreaker']>): object => ({
  ...(resetOnHealthyTask === undefined ? {} : { resetOnHealthyTask }),
  ...(tasks === undefined ? {} : { thresholdConfiguration: { type: 'COUNT', value: tasks } }),
  ...(percent === undefined ? {} : { thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: percent } }),
})

/** ECS takes these for ROLLING alone, and keeps what a request leaves out: they are switched off by name. */
const forShifting = (live: DeploymentConfiguration): DeploymentConfiguration => ({
  ...(live.deploymentCircuitBreaker?.enable
    ? { deploymentCircuitBreaker: { enable: false, rollback: false } }
    : {}),
  ...(live.earlySuccessCriteria?.enable ? { earlySuccessCriteria: { enable: false } } : {}),
})

const alarms = ({ alarms: set }: EnvironmentSettings): DeploymentConfiguration =>
  set ? { alarms: { alarmNames: [...set.names], enable: true, rollback: set.rollback } } : {}

/**
 * The configuration to send, or null where it is already there. UpdateService keeps what a request leaves out (AWS
 * tells `bakeTimeInMinutes: 0` also for rolling), so what is gone from the request is no difference.
 */
export const configurationToSend = (
  live: DeploymentConfiguration,
  wanted: DeploymentConfiguration,
): DeploymentConfiguration | null => (contains(live, wanted) ? null : wanted)

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const contains = (there: unknown, wanted: unknown): boolean => {
  if (Array.isArray(wanted) && Array.isArray(there) && wanted.length !== there.length) return false
  if (isTree(there) && isTree(wanted))
    return Object.keys(wanted).every((key) => contains(there[key], wanted[key]))
  if (typeof there === 'number' && typeof wanted === 'number') return Math.abs(there - wanted) < 1e-6
  return there === wanted
}

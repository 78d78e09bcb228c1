import type { DeploymentConfiguration } from '@aws-sdk/client-ecs'
import type { Standing } from '../../controller/stages.js'

/** A numeric field of a deployment configuration, and what it may be. */
export interface Range {
  readonly field: string
  readonly low: number
  /** Where AWS gives no upper limit, there is none. */
  readonly high?: number
  /** Values are multiples of this. */
  readonly grid: 1 | 0.1
  readonly read: (configuration: DeploymentConfiguration) => readonly (number | undefined)[]
  readonly source: string
  readonly standing: Standing
}

const API = 'ECS API'

export const RANGES: readonly Range[] = [
  {
    field: 'bakeTimeInMinutes',
    low: 0,
    high: 1440,
    grid: 1,
    read: ({ bakeTimeInMinutes }) => [bakeTimeInMinutes],
    source: `${API}, DeploymentConfiguration`,
    standing: 'documented',
  },
  {
    field: 'canaryConfiguration.canaryPercent',
    low: 0.1,
    high: 100,
    grid: 0.1,
    read: ({ canaryConfiguration }) => [canaryConfiguration?.canaryPercent],
    source: `${API}, CanaryConfiguration`,
    standing: 'documented',
  },
  {
    field: 'canaryConfiguration.canaryBakeTimeInMinutes',
    low: 0,
    high: 1440,
    grid: 1,
    read: ({ canaryConfiguration }) => [canaryConfiguration?.canaryBakeTimeInMinutes],
    source: `${API}, CanaryConfiguration`,
    standing: 'documented',
  },
  {
    field: 'linearConfiguration.stepPercent',
    low: 3,
    high: 100,
    grid: 0.1,
    read: ({ linearConfiguration }) => [linearConfiguration?.stepPercent],
    source: `${API}, LinearConfiguration`,
    standing: 'documented',
  },
  {
    field: 'linearConfiguration.stepBakeTimeInMinutes',
    low: 0,
    high: 1440,
    grid: 1,
    read: ({ linearConfiguration }) => [linearConfiguration?.stepBakeTimeInMinutes],
    source: `${API}, LinearConfiguration`,
    standing: 'documented',
  },
  {
    field: 'minimumHealthyPercent',
    low: 0,
    high: 100,
    grid: 1,
    read: ({ minimumHealthyPercent }) => [minimumHealthyPercent],
    source: `${API}, DeploymentConfiguration`,
    standing: 'inferred',
  },
  {
    field: 'maximumPercent',
    low: 100,
    grid: 1,
    read: ({ maximumPercent }) => [maximumPercent],
    source: `${API}, DeploymentConfiguration`,
    standing: 'inferred',
  },
  {
    field: 'deploymentCircuitBreaker.thresholdConfiguration.value',
    low: 1,
    grid: 1,
    read: ({ deploymentCircuitBreaker }) => [deploymentCircuitBreaker?.thresholdConfiguration?.value],
    source: `${API}, ThresholdConfiguration`,
    standing: 'inferred',
  },
  {
    field: 'earlySuccessCriteria.healthyPercent',
    low: 0,
    high: 100,
    grid: 1,
    read: ({ earlySuccessCriteria }) => [earlySuccessCriteria?.healthyPercent],
    source: `${API}, DeploymentEarlySuccessCriteria`,
    standing: 'documented',
  },
  {
    field: 'lifecycleHooks.timeoutConfiguration.timeoutInMinutes',
    low: 1,
    high: 20160,
    grid: 1,
    read: ({ lifecycleHooks = [] }) =>
      lifecycleHooks.map(({ timeoutConfiguration }) => timeoutConfiguration?.timeoutInMinutes),
    source: `${API}, DeploymentLifecycleHookTimeoutConfiguration`,
    standing: 'documented',
  },
]

const isOnGrid = (value: number, grid: Range['grid']): boolean =>
  grid === 1 ? Number.isInteger(value) : Math.abs(value * 10 - Math.round(value * 10)) < 1e-9

export const isWithin = (value: number, { low, high, grid }: Range): boolean =>
  value >= low && value <= (high ?? Number.POSITIVE_INFINITY) && isOnGrid(value, grid)

/** `a whole number from 0 to 1440`, `a multiple of 0.1 from 3 to 100`, `a whole number from 1`. */
export const tellRange = ({ low, high, grid }: Range): string =>
  `${grid === 1 ? 'a whole number' : 'a multiple of 0.1'} from ${low}${high === undefined ? '' : ` to ${high}`}`

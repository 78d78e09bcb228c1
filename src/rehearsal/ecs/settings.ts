import type { DeploymentConfiguration, DeploymentLifecycleHook } from '@aws-sdk/client-ecs'
import type { Details, Early, Hook, Plan } from '../controller/course.js'
import type { Alarms, Breaker, Settings } from '../controller/state.js'
import type { Declared } from '../world.js'

/** Percentages of traffic are multiples of 0.1: from here on they are whole tenths, and never floats. */
const tenths = (percent: number): number => Math.round(percent * 10)

const earlyOf = ({ earlySuccessCriteria: early }: DeploymentConfiguration): Early | undefined =>
  early?.enable
    ? {
        healthyPercent: early.healthyPercent ?? 100,
        deferred: early.sourceServiceRevisionCleanup === 'DEFERRED',
      }
    : undefined

export const planOf = (configuration: DeploymentConfiguration): Plan => {
  const { strategy = 'ROLLING', canaryConfiguration: canary, linearConfiguration: linear } = configuration
  if (strategy === 'CANARY')
    return {
      strategy,
      tenths: tenths(canary?.canaryPercent ?? 5),
      bakeMinutes: canary?.canaryBakeTimeInMinutes ?? 10,
    }
  if (strategy === 'LINEAR')
    return {
      strategy,
      tenths: tenths(linear?.stepPercent ?? 10),
      bakeMinutes: linear?.stepBakeTimeInMinutes ?? 6,
    }
  if (strategy === 'BLUE_GREEN') return { strategy }
  const early = earlyOf(configuration)
  return { strategy, ...(early ? { early } : {}) }
}

/** A function is told a map, and nothing else. */
const detailsOf = ({ hookDetails }: DeploymentLifecycleHook): Details | undefined =>
  typeof hookDetails === 'object' && hookDetails !== null && !Array.isArray(hookDetails)
    ? (hookDetails as Details)
    : undefined

const lambdaOf = (hook: DeploymentLifecycleHook): Pick<Hook, 'lambda'> => {
  if (hook.targetType === 'PAUSE') return {}
  const details = detailsOf(hook)
  return { lambda: { target: hook.hookTargetArn ?? '', ...(details ? { details } : {}) } }
}

const hookOf = (hook: DeploymentLifecycleHook): Hook => ({
  stages: hook.lifecycleStages ?? [],
  timeoutMinutes: hook.timeoutConfiguration?.timeoutInMinutes ?? 1440,
  action: hook.timeoutConfiguration?.action ?? 'ROLLBACK',
  ...lambdaOf(hook),
})

const breakerOf = ({ deploymentCircuitBreaker: breaker }: DeploymentConfiguration): Breaker => {
  const threshold = breaker?.thresholdConfiguration
  return {
    enable: breaker?.enable ?? false,
    rollback: breaker?.rollback ?? false,
    resetOnHealthyTask: breaker?.resetOnHealthyTask ?? true,
    threshold: { type: threshold?.type ?? 'BOUNDED_PERCENT', value: threshold?.value ?? 50 },
  }
}

const alarmsOf = ({ alarms }: DeploymentConfiguration): Alarms => ({
  enable: alarms?.enable ?? false,
  rollback: alarms?.rollback ?? false,
  names: alarms?.alarmNames ?? [],
})

/** What the controller goes by, from what was declared. */
export const settingsOf = ({
  deploymentConfiguration,
  healthCheckGracePeriodSeconds,
}: Declared): Settings => ({
  minimumHealthyPercent: deploymentConfiguration.minimumHealthyPercent ?? 100,
  maximumPercent: deploymentConfiguration.maximumPercent ?? 200,
  graceSeconds: healthCheckGracePeriodSeconds,
  breaker: breakerOf(deploymentConfiguration),
  plan: planOf(deploymentConfiguration),
  bakeMinutes: deploymentConfiguration.bakeTimeInMinutes ?? 0,
  hooks: (deploymentConfiguration.lifecycleHooks ?? []).map(hookOf),
  alarms: alarmsOf(deploymentConfiguration),
})

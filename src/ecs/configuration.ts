import type { DeploymentConfiguration } from '@aws-sdk/client-ecs'
import type { EnvironmentSettings } from '../environment/settings.js'

/** What is there, with rolling's circuit breaker on and the other strategies' own settings gone. */
export const rollingConfiguration = (
  live: DeploymentConfiguration,
  { minimumHealthyPercent, maximumPercent }: EnvironmentSettings,
): DeploymentConfiguration => {
  const {
    bakeTimeInMinutes: _bake,
    canaryConfiguration: _canary,
    linearConfiguration: _linear,
    ...kept
  } = live
  return {
    ...kept,
    ...(kept.strategy === undefined ? {} : { strategy: 'ROLLING' }),
    ...(minimumHealthyPercent === undefined ? {} : { minimumHealthyPercent }),
    ...(maximumPercent === undefined ? {} : { maximumPercent }),
    deploymentCircuitBreaker: { ...kept.deploymentCircuitBreaker, enable: true, rollback: true },
  }
}

/**
 * The configuration to send, or null where it is already there. UpdateService keeps what a request leaves out (AWS
 * tells `bakeTimeInMinutes: 0` also for rolling), so what is gone from the request is no difference.
 */
export const configurationToSend = (
  live: DeploymentConfiguration,
  settings: EnvironmentSettings,
): DeploymentConfiguration | null => {
  const wanted = rollingConfiguration(live, settings)
  return contains(live, wanted) ? null : wanted
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const contains = (there: unknown, wanted: unknown): boolean =>
  isTree(there) && isTree(wanted)
    ? Object.keys(wanted).every((key) => contains(there[key], wanted[key]))
    : there === wanted

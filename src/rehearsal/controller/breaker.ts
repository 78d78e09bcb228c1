import type { Instant } from '../../words.js'
import { type Breaker, type Deployment, isUnderWay, lastCompleted, type Service, type Task } from './state.js'

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** AWS: half of the desired tasks, at least 3, at most 200; the newer settings change the share or give a count. */
export const thresholdOf = ({ threshold }: Breaker, desiredCount: number): number => {
  if (threshold.type === 'COUNT') return threshold.value
  const share = Math.ceil((threshold.value * desiredCount) / 100)
  return threshold.type === 'BOUNDED_PERCENT' ? clamp(share, 3, 200) : Math.max(1, share)
}

const TRIPPED = 'Service deployment rolled back because the circuit breaker threshold was exceeded.'
const NOWHERE = 'No rollback candidate was found to run the rollback.'
export const STOPPED_BY_BREAKER =
  'Service deployment stopped because the circuit breaker threshold was exceeded.'

export const newest = (service: Service): Deployment => {
  const deployment = service.deployments[0]
  if (!deployment) throw new Error(`${service.arn} has no deployment`)
  return deployment
}

export const withNewest = (service: Service, change: Partial<Deployment>, now: Instant): Service => ({
  ...service,
  deployments: [{ ...newest(service), ...change, updatedAt: now }, ...service.deployments.slice(1)],
})

const finish = (service: Service, status: Deployment['status'], reason: string, now: Instant): Service =>
  withNewest(service, { status, reason, finishedAt: now }, now)

/** Turns the newest deployment around. Without a revision that once completed there is nowhere to go. */
export const rollBack = (service: Service, reason: string, now: Instant): Service => {
  const revision = lastCompleted(service)
  if (!revision) return finish(service, 'ROLLBACK_FAILED', NOWHERE, now)
  const rollback = { reason, startedAt: now, revision }
  const { lastFailureAt: _, ...rest } = newest(service)
  return {
    ...service,
    deployments: [
      { ...rest, status: 'ROLLBACK_IN_PROGRESS', reason, rollback, updatedAt: now },
      ...service.deployments.slice(1),
    ],
  }
}

const counted = (deployment: Deployment, failures: number, now: Instant): Partial<Deployment> => ({
  ...(deployment.rollback
    ? { rollbackFailures: deployment.rollbackFailures + failures }
    : { failures: deployment.failures + failures }),
  ...(failures > 0 ? { lastFailureAt: now } : {}),
})

/** Counts the tasks of the revision under way that failed just now; a task that got healthy may set it back to 0. */
export const count = (
  service: Service,
  failed: readonly Task[],
  recovered: boolean,
  now: Instant,
): Service => {
  const deployment = newest(service)
  if (!isUnderWay(deployment) || (failed.length === 0 && !recovered)) return service
  const reset = recovered && service.settings.breaker.resetOnHealthyTask
  const from = reset ? { ...deployment, failures: 0, rollbackFailures: 0 } : deployment
  return withNewest(service, { ...from, ...counted(from, failed.length, now) }, now)
}

/** Acts on the count: once a deployment's tasks failed often enough it is turned around, or given up. */
export const trip = (service: Service, now: Instant): Service => {
  const { breaker } = service.settings
  const deployment = newest(service)
  if (!breaker.enable || !isUnderWay(deployment)) return service
  const threshold = thresholdOf(breaker, service.desiredCount)
  if (deployment.rollback)
    return deployment.rollbackFailures < threshold
      ? service
      : finish(service, 'ROLLBACK_FAILED', 'The rollback failed: tasks failed to start.', now)
  if (deployment.failures < threshold) return service
  return breaker.rollback
    ? rollBack(service, TRIPPED, now)
    : finish(service, 'STOPPED', STOPPED_BY_BREAKER, now)
}

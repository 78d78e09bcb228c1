import type { Instant } from '../../words.js'
import { type Breaker, type Deployment, isUnderWay, type Service, type Task } from './state.js'
import { finish, newest, rollBack, withNewest } from './turn.js'

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** AWS: half of the desired tasks, at least 3, at most 200; the newer settings change the share or give a count. */
export const thresholdOf = ({ threshold }: Breaker, desiredCount: number): number => {
  if (threshold.type === 'COUNT') return threshold.value
  const share = Math.ceil((threshold.value * desiredCount) / 100)
  return threshold.type === 'BOUNDED_PERCENT' ? clamp(share, 3, 200) : Math.max(1, share)
}

const TRIPPED = 'Service deployment rolled back because the circuit breaker threshold was exceeded.'
export const STOPPED_BY_BREAKER =
  'Service deployment stopped because the circuit breaker threshold was exceeded.'

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

/** Acts on the count: once a ROLLING deployment's tasks failed often enough it is turned around, or given up. */
export const trip = (service: Service, now: Instant): Service => {
  const { breaker } = service.settings
  const deployment = newest(service)
  if (!breaker.enable || !isUnderWay(deployment) || deployment.course.strategy !== 'ROLLING') return service
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

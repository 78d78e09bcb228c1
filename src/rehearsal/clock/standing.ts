import type { Instant } from '../../words.js'
import { isSteady } from '../controller/absorb.js'
import { type Course, MINUTE, type Wait } from '../controller/course.js'
import { isHeld, isOpen } from '../controller/hooks.js'
import { type Observation, STALE_MILLISECONDS } from '../controller/observation.js'
import { type Deployment, isUnderWay, type Service } from '../controller/state.js'
import type { Step } from '../controller/step.js'

/**
 * What a service does with the time. What tasks, health checks, draining and functions take is real, and so busy. Bake times and
 * hooks only wait: `key` tells one wait from the next.
 */
export type Standing =
  | { readonly kind: 'busy' }
  | { readonly kind: 'resting' }
  | { readonly kind: 'waiting'; readonly until: Instant; readonly key: string }

const BUSY: Standing = { kind: 'busy' }

const isAtRest = (service: Service, seen: Observation): boolean =>
  service.tasks.every(({ phase }) => phase === 'stopped' || phase === 'running') &&
  service.tasks.every((task) => task.phase === 'stopped' || isSteady(task, seen))

const bakesUntil = (course: Course): number | undefined => {
  if (course.stage === 'BAKE_TIME') return course.since + course.bakeMinutes * MINUTE
  const bakes = course.stage === 'PRODUCTION_TRAFFIC_SHIFT' && course.arrivedAt !== undefined
  return bakes ? course.arrivedAt + course.stepBakeMinutes * MINUTE : undefined
}

/** When a hook is over by itself, or its function is asked again: what that takes is real. */
const hookUntil = ({ expiresAt, asks }: Wait): number => Math.min(expiresAt, asks?.at ?? expiresAt)

const untilOf = (course: Course): number | undefined =>
  isHeld(course) ? Math.min(...course.waits.filter(isOpen).map(hookUntil)) : bakesUntil(course)

const waitIn = ({ arn, status, course }: Deployment, now: Instant): Standing => {
  const waits = status === 'IN_PROGRESS' || (status === 'ROLLBACK_IN_PROGRESS' && isHeld(course))
  const until = waits ? untilOf(course) : undefined
  if (until === undefined || until <= now || now - course.asked.since < STALE_MILLISECONDS) return BUSY
  const key = [arn, course.stage, course.step, course.arrivedAt ?? course.since].join(' ')
  return { kind: 'waiting', until: until as Instant, key }
}

export const standingOf = ({ service, effects }: Step, seen: Observation, now: Instant): Standing => {
  const [newest] = service.deployments
  if (service.status === 'INACTIVE' || !newest) return { kind: 'resting' }
  if (service.status === 'DRAINING' || effects.length > 0 || !isAtRest(service, seen)) return BUSY
  return isUnderWay(newest) ? waitIn(newest, now) : { kind: 'resting' }
}

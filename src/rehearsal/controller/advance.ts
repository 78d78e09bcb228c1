import type { Instant } from '../../words.js'
import { isSteady } from './absorb.js'
import { advanceBack } from './back.js'
import { hear } from './calls.js'
import { type Course, MINUTE } from './course.js'
import { enter, next, strays } from './enter.js'
import type { Moment } from './guards.js'
import { isHeld, timeOut } from './hooks.js'
import { hopeless } from './limits.js'
import type { Observation } from './observation.js'
import { isWhole, leftovers, serving } from './sets.js'
import type { Stage } from './stages.js'
import { isAlive, type Service, wantedRevision } from './state.js'
import { finish, newest, rollBack, withCourse } from './turn.js'
import { hasArrived } from './weights.js'

const hasMoved = (service: Service, { seen, now, guards }: Moment): boolean =>
  guards.hasMoved(hasArrived(service, seen, now))

/** All desired tasks of the wanted revision serve, and nothing of another is left, not even draining. */
const isReplaced = (service: Service, seen: Observation): boolean => {
  const revision = wantedRevision(service)
  const wanted = service.tasks.filter((task) => isAlive(task) && task.revision === revision)
  return (
    leftovers(service, revision).length === 0 &&
    wanted.length === service.desiredCount &&
    wanted.every((task) => isSteady(task, seen))
  )
}

/** With criteria for an early success a part of the new tasks is enough, and old ones may still be there. */
const isEnough = (service: Service, { early }: Course, seen: Observation): boolean => {
  if (!early) return isReplaced(service, seen)
  const revision = wantedRevision(service)
  const needed = Math.ceil((service.desiredCount * early.healthyPercent) / 100)
  const isClean = early.deferred || leftovers(service, revision).length === 0
  return isClean && serving(service, revision, seen) >= needed
}

const isLastStep = ({ step, steps }: Course): boolean => step >= steps.length - 1

const isBaked = (course: Course, now: Instant): boolean =>
  isLastStep(course) || now - (course.arrivedAt ?? now) >= course.stepBakeMinutes * MINUTE

/** What a stage waits for, besides its hooks. A stage that is not here waits for nothing. */
const DONE: Partial<Record<Stage, (service: Service, course: Course, moment: Moment) => boolean>> = {
  RECONCILE_SERVICE: (service, course, moment) =>
    strays(service, course).length === 0 && hasMoved(service, moment),
  SCALE_UP: (service, course, moment) =>
    course.strategy === 'ROLLING'
      ? isEnough(service, course, moment.seen) && hasMoved(service, moment)
      : isWhole(service, newest(service).target, moment.seen),
  TEST_TRAFFIC_SHIFT: (service, _, moment) => hasMoved(service, moment),
  PRODUCTION_TRAFFIC_SHIFT: (service, course, moment) =>
    course.arrivedAt !== undefined && hasMoved(service, moment) && isBaked(course, moment.now),
  BAKE_TIME: (_, { since, bakeMinutes }, { now }) => now - since >= bakeMinutes * MINUTE,
  CLEAN_UP: (service, _, moment) => isReplaced(service, moment.seen) && hasMoved(service, moment),
}

const note = (service: Service, moment: Moment): Service => {
  const { course } = newest(service)
  const shifting = course.stage === 'PRODUCTION_TRAFFIC_SHIFT' && course.arrivedAt === undefined
  return shifting && hasMoved(service, moment)
    ? withCourse(service, { arrivedAt: moment.now }, moment.now)
    : service
}

const pass = (service: Service, moment: Moment): Service => {
  const { course } = newest(service)
  if (isHeld(course) || !(DONE[course.stage]?.(service, course, moment) ?? true)) return service
  const following = next(course)
  return following
    ? pass(note(enter(service, following.stage, following.step, moment.now), moment), moment)
    : finish(service, 'SUCCESSFUL', undefined, moment.now)
}

const advanceForward = (service: Service, moment: Moment): Service => {
  const reason = hopeless(service, moment)
  return reason ? rollBack(service, reason, moment.now) : pass(note(service, moment), moment)
}

/** Functions have answered, or hooks have waited for too long: either may turn a deployment around. */
const heedHooks = (service: Service, moment: Moment): Service => timeOut(hear(service, moment), moment.now)

/** As far through the stages as what was seen allows; on the way back likewise. */
export const advance = (before: Service, moment: Moment): Service => {
  const { status } = newest(before)
  if (status !== 'IN_PROGRESS' && status !== 'ROLLBACK_IN_PROGRESS') return before
  const service = heedHooks(before, moment)
  const { status: now, course } = newest(service)
  if (now === 'IN_PROGRESS') return advanceForward(service, moment)
  if (now !== status) return service
  if (course.strategy !== 'ROLLING') return advanceBack(service, moment)
  return isReplaced(service, moment.seen) && hasMoved(service, moment)
    ? finish(service, 'ROLLBACK_SUCCESSFUL', undefined, moment.now)
    : service
}

import type { Instant } from '../../words.js'
import { isSteady } from './absorb.js'
import { advanceBack } from './back.js'
import { ALL, type Asked, type Course, MINUTE } from './course.js'
import type { Moment } from './guards.js'
import { isPaused, reachHooks, timeOut } from './hooks.js'
import type { Observation } from './observation.js'
import { foreign, isWhole, leftovers } from './sets.js'
import { type Stage, stagesOf } from './stages.js'
import { isAlive, type Service, wantedRevision } from './state.js'
import { finish, newest, rollBack, withCourse } from './turn.js'
import { hasArrived, isUnweighable } from './weights.js'

const HOUR = 60 * MINUTE
const STAGE_LIMIT = 24 * HOUR
const DEPLOYMENT_LIMIT = 30 * 24 * HOUR

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

const isLastStep = ({ step, steps }: Course): boolean => step >= steps.length - 1

const isBaked = (course: Course, now: Instant): boolean =>
  isLastStep(course) || now - (course.arrivedAt ?? now) >= course.stepBakeMinutes * MINUTE

/** The revisions that must be gone before a deployment can begin its own work. */
const strays = (service: Service, { strategy, blue }: Course): readonly string[] => {
  const { target } = newest(service)
  return strategy === 'ROLLING' ? foreign(service, target) : leftovers(service, blue, target)
}

/** What a stage waits for, besides its hooks. A stage that is not here waits for nothing. */
const DONE: Partial<Record<Stage, (service: Service, course: Course, moment: Moment) => boolean>> = {
  RECONCILE_SERVICE: (service, course, moment) =>
    strays(service, course).length === 0 && hasMoved(service, moment),
  SCALE_UP: (service, course, moment) =>
    course.strategy === 'ROLLING'
      ? isReplaced(service, moment.seen) && hasMoved(service, moment)
      : isWhole(service, newest(service).target, moment.seen),
  TEST_TRAFFIC_SHIFT: (service, _, moment) => hasMoved(service, moment),
  PRODUCTION_TRAFFIC_SHIFT: (service, course, moment) =>
    course.arrivedAt !== undefined && hasMoved(service, moment) && isBaked(course, moment.now),
  BAKE_TIME: (_, { since, bakeMinutes }, { now }) => now - since >= bakeMinutes * MINUTE,
  CLEAN_UP: (service, _, moment) => isReplaced(service, moment.seen) && hasMoved(service, moment),
}

/** Where a course goes from here: the next stage, or back for another step; undefined at its end. */
const next = ({ stage, step, steps, strategy }: Course): Pick<Course, 'stage' | 'step'> | undefined => {
  if (stage === 'PRODUCTION_TRAFFIC_SHIFT' && step < steps.length - 1)
    return { stage: 'PRE_PRODUCTION_TRAFFIC_SHIFT', step: step + 1 }
  const stages = stagesOf(strategy)
  const following = stages[stages.indexOf(stage) + 1]
  return following && { stage: following, step }
}

/** What a stage asks of the traffic as it is entered. A first deployment has all of it from the start. */
const askedIn = ({ asked, steps, blue }: Course, stage: Stage, step: number, now: Instant): Asked => {
  if (blue === undefined) return asked
  if (stage === 'TEST_TRAFFIC_SHIFT') return { ...asked, test: ALL, since: now }
  if (stage === 'PRODUCTION_TRAFFIC_SHIFT') return { ...asked, production: steps[step] ?? ALL, since: now }
  return asked
}

const enter = (service: Service, stage: Stage, step: number, now: Instant): Service => {
  const { arn, course } = newest(service)
  const { arrivedAt: _, ...rest } = course
  const entered: Course = {
    ...rest,
    stage,
    step,
    since: now,
    asked: askedIn(course, stage, step, now),
    ...reachHooks(course, arn, stage, now),
  }
  return {
    ...service,
    deployments: [{ ...newest(service), course: entered, updatedAt: now }, ...service.deployments.slice(1)],
  }
}

/** The first stage of a deployment that is taken up: with more than one revision around, those are reconciled first. */
export const enterFirst = (service: Service, now: Instant): Service => {
  const { course } = newest(service)
  const reconciles = course.blue !== undefined && strays(service, course).length > 0
  return enter(service, reconciles ? 'RECONCILE_SERVICE' : 'PRE_SCALE_UP', 0, now)
}

const note = (service: Service, moment: Moment): Service => {
  const { course } = newest(service)
  const shifting = course.stage === 'PRODUCTION_TRAFFIC_SHIFT' && course.arrivedAt === undefined
  return shifting && hasMoved(service, moment)
    ? withCourse(service, { arrivedAt: moment.now }, moment.now)
    : service
}

const LIMITED: readonly Stage[] = [
  'RECONCILE_SERVICE',
  'SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
]
const UNWEIGHABLE =
  'Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.'

/** Why a deployment cannot go on, whatever it waits for. */
const hopeless = (service: Service, { seen, now }: Moment): string | undefined => {
  const { course, startedAt } = newest(service)
  const working = LIMITED.includes(course.stage) && course.arrivedAt === undefined
  if (working && course.strategy !== 'ROLLING' && now - course.since >= STAGE_LIMIT)
    return `Service deployment rolled back because the lifecycle stage ${course.stage} took longer than 24 hours.`
  if (now - (startedAt ?? now) >= DEPLOYMENT_LIMIT)
    return 'Service deployment rolled back because it took longer than 30 days.'
  return course.strategy !== 'ROLLING' && isUnweighable(service, seen) ? UNWEIGHABLE : undefined
}

const pass = (service: Service, moment: Moment): Service => {
  const { course } = newest(service)
  if (isPaused(course) || !(DONE[course.stage]?.(service, course, moment) ?? true)) return service
  const following = next(course)
  return following
    ? pass(note(enter(service, following.stage, following.step, moment.now), moment), moment)
    : finish(service, 'SUCCESSFUL', undefined, moment.now)
}

const advanceForward = (service: Service, moment: Moment): Service => {
  const timed = timeOut(service, moment.now)
  if (newest(timed).status !== 'IN_PROGRESS') return timed
  const reason = hopeless(timed, moment)
  return reason ? rollBack(timed, reason, moment.now) : pass(note(timed, moment), moment)
}

/** As far through the stages as what was seen allows; on the way back likewise. */
export const advance = (service: Service, moment: Moment): Service => {
  const { status, course } = newest(service)
  if (status === 'IN_PROGRESS') return advanceForward(service, moment)
  if (status !== 'ROLLBACK_IN_PROGRESS') return service
  if (course.strategy !== 'ROLLING') return advanceBack(service, moment)
  return isReplaced(service, moment.seen) && hasMoved(service, moment)
    ? finish(service, 'ROLLBACK_SUCCESSFUL', undefined, moment.now)
    : service
}

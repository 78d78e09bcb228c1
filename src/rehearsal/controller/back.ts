import type { Instant } from '../../words.js'
import { ALL, MINUTE } from './course.js'
import type { Moment } from './guards.js'
import { isHeld } from './hooks.js'
import { reachBack } from './reach.js'
import { isWhole, leftovers, serving } from './sets.js'
import type { Stage } from './stages.js'
import { type Service, wantedRevision } from './state.js'
import { finish, newest, withCourse } from './turn.js'
import { hasArrived } from './weights.js'

const LIMIT = 24 * 60 * MINUTE

/** The old revision can take everything, or nothing needs to move. */
const canReturn = (service: Service, { seen, now, guards }: Moment): boolean => {
  const rising = serving(service, wantedRevision(service), seen)
  const falling = serving(service, newest(service).target, seen)
  const readiness = { rising, falling, desired: service.desiredCount, share: ALL }
  return guards.mayTakeBack(readiness) || hasArrived(service, seen, now)
}

const hasMoved = (service: Service, { seen, now, guards }: Moment): boolean =>
  guards.hasMoved(hasArrived(service, seen, now))

/** Traffic goes back whatever the functions of its shifts say; only the end waits for them. */
const isUndone = (service: Service, moment: Moment): boolean =>
  !isHeld(newest(service).course) && hasMoved(service, moment)

/** The way back of the strategies that shift traffic, and what each stage waits for. Inferred: AWS names no stages of it. */
const WAY: readonly (readonly [Stage, (service: Service, moment: Moment) => boolean])[] = [
  ['SCALE_UP', canReturn],
  ['PRODUCTION_TRAFFIC_SHIFT', isUndone],
  [
    'CLEAN_UP',
    (service, moment) =>
      leftovers(service, wantedRevision(service)).length === 0 &&
      isWhole(service, wantedRevision(service), moment.seen) &&
      hasMoved(service, moment),
  ],
]

const goOn = (service: Service, stage: Stage, now: Instant): Service => {
  const { arn, course } = newest(service)
  const hooks = stage === 'PRODUCTION_TRAFFIC_SHIFT' ? reachBack(course, arn, now) : {}
  return withCourse(service, { stage, since: now, ...hooks }, now)
}

const LATE = 'The rollback failed: it did not come to an end within 24 hours.'

/** All traffic to the old revision once that is whole, and only then the new tasks go. */
export const advanceBack = (service: Service, moment: Moment): Service => {
  const { course } = newest(service)
  const at = WAY.findIndex(([stage]) => stage === course.stage)
  const [, isDone] = WAY[at] ?? WAY[0] ?? []
  if (!isDone?.(service, moment))
    return moment.now - course.since >= LIMIT ? finish(service, 'ROLLBACK_FAILED', LATE, moment.now) : service
  const following = WAY[at + 1]?.[0]
  return following
    ? advanceBack(goOn(service, following, moment.now), moment)
    : finish(service, 'ROLLBACK_SUCCESSFUL', undefined, moment.now)
}

import type { Instant } from '../../words.js'
import { executionId } from './calls.js'
import type { Wait } from './course.js'
import { INVALID } from './hooks.js'
import { type Deployment, isUnderWay, type Service } from './state.js'
import { newest, withCourse, withNewest } from './turn.js'

/** What a request made of a service; or why it was refused, under AWS's name for the error. */
export type Answer =
  | { readonly kind: 'done'; readonly service: Service }
  | { readonly kind: 'refused'; readonly error: string; readonly message: string }

const refused = (error: string, message: string): Answer => ({ kind: 'refused', error, message })
const done = (service: Service): Answer => ({ kind: 'done', service })

/**
 * StopServiceDeployment. Asking again while it goes back changes nothing. ABORT is a value of the model and no valid one
 * in the documentation.
 */
export const stopDeployment = (
  service: Service,
  { arn, status }: Deployment,
  stopType: string,
  now: Instant,
): Answer => {
  if (stopType !== 'ROLLBACK')
    return refused('InvalidParameterException', `The stopType ${stopType} is not valid: it must be ROLLBACK.`)
  const latest = newest(service)
  if (latest.arn !== arn || !isUnderWay(latest))
    return refused(
      'ConflictException',
      `The service deployment cannot be stopped because it is in the ${status} state.`,
    )
  return done(latest.rollback ? service : withNewest(service, { status: 'ROLLBACK_REQUESTED' }, now))
}

const HOOKED = 'Service deployment rolled back because of a ContinueServiceDeployment request.'

const settled = (waits: readonly Wait[], hookId: string, status: Wait['status']): readonly Wait[] =>
  waits.map((wait) => (wait.hookId === hookId ? { ...wait, status } : wait))

/** ContinueServiceDeployment, for a hook that awaits an action of a deployment that is in progress. */
export const continueDeployment = (
  service: Service,
  { arn, status }: Deployment,
  hookId: string,
  action: 'CONTINUE' | 'ROLLBACK',
  now: Instant,
): Answer => {
  const { course, ...latest } = newest(service)
  if (latest.arn !== arn || latest.status !== 'IN_PROGRESS')
    return refused(
      'InvalidParameterException',
      `The service deployment cannot be continued because it is in the ${status} state.`,
    )
  const wait = course.waits.find((candidate) => candidate.hookId === hookId)
  if (wait?.status !== 'AWAITING_ACTION')
    return refused(
      'InvalidParameterException',
      `The hookId ${hookId} does not name a PAUSE hook in AWAITING_ACTION status.`,
    )
  const rollsBack = action === 'ROLLBACK'
  const waits = settled(course.waits, hookId, rollsBack ? 'FAILED' : 'SUCCEEDED')
  const told = withCourse(service, { waits }, now)
  return done(rollsBack ? withNewest(told, { status: 'ROLLBACK_REQUESTED', reason: HOOKED }, now) : told)
}

/** PutLifecycleEventHookExecutionStatus, of a function that CodeDeploy asked and that reports by itself. */
export const reportHook = (
  service: Service,
  { arn }: Deployment,
  execution: string,
  succeeded: boolean,
  now: Instant,
): Answer => {
  const { course, ...latest } = newest(service)
  const wait = course.waits.find(
    ({ hookId, asks }) => asks?.reportsTo !== undefined && executionId(hookId) === execution,
  )
  if (latest.arn !== arn || !wait)
    return refused(
      'InvalidLifecycleEventHookExecutionIdException',
      `The lifecycleEventHookExecutionId ${execution} is not valid.`,
    )
  if (wait.status !== 'IN_PROGRESS' || latest.status !== 'IN_PROGRESS')
    return refused('LifecycleEventAlreadyCompletedException', 'The lifecycle event has already completed.')
  const waits = settled(course.waits, wait.hookId, succeeded ? 'SUCCEEDED' : 'FAILED')
  const told = withCourse(service, { waits }, now)
  return done(succeeded ? told : withNewest(told, { status: 'ROLLBACK_REQUESTED', reason: INVALID }, now))
}

import type { Instant } from '../../words.js'
import type { Asks, Course, Wait } from './course.js'
import type { Service } from './state.js'
import { newest, rollBack, withCourse } from './turn.js'

/** Nobody has answered it yet, neither a person nor a function. */
export const isOpen = ({ status }: Wait): boolean => status === 'AWAITING_ACTION' || status === 'IN_PROGRESS'

/** Hooks keep a deployment where it is. */
export const isHeld = ({ waits }: Course): boolean => waits.some(isOpen)

const UNREPORTED =
  'The deployment timed out while waiting for a status callback. CodeDeploy expects a status callback within one hour after a deployment hook is invoked.'

const timedOut = ({ asks }: Wait, { stage }: Course): string => {
  if (!asks) return `Service deployment rolled back because ${stage} pause hook timed out.`
  return asks.reportsTo === undefined
    ? hookFailed(asks, `Lifecycle hook target ${asks.target} timed out.`)
    : UNREPORTED
}

export const INVALID =
  'The deployment failed because one or more of the lifecycle event validation functions failed.'

/** ECS tells what a function said, CodeDeploy only where it could not be asked. */
export const hookFailed = ({ stage, reportsTo }: Asks, why: string): string =>
  reportsTo === undefined
    ? `Service deployment rolled back because ${stage} lifecycle hook(s) failed. ${why}`
    : `${INVALID} ${why}`

/** Hooks that nobody answered in time do what they were told to do then; on the way back nothing holds them up. */
export const timeOut = (service: Service, now: Instant): Service => {
  const { status, course } = newest(service)
  const over = course.waits.filter((wait) => isOpen(wait) && now >= wait.expiresAt)
  if (over.length === 0) return service
  const last = over.find(({ action }) => action === 'ROLLBACK')
  if (last && status === 'IN_PROGRESS') return rollBack(service, timedOut(last, course), now)
  return withCourse(
    service,
    { waits: course.waits.map((wait) => (over.includes(wait) ? { ...wait, status: 'TIMED_OUT' } : wait)) },
    now,
  )
}

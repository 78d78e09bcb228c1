import type { Instant } from '../../words.js'
import type { Observation } from './observation.js'
import type { Service } from './state.js'
import { finish, newest, rollBack, withNewest } from './turn.js'

/** The service's alarms that are in ALARM now. */
export const ringing = (service: Service, seen: Observation): readonly string[] =>
  service.settings.alarms.enable
    ? service.settings.alarms.names.filter((name) => seen.alarms.get(name) === 'ALARM')
    : []

const reason = (what: string, names: readonly string[]): string =>
  `Service deployment ${what} because of CloudWatch alarm(s): ${names.join(', ')}.`

/** From CLEAN_UP on the alarms are no longer watched. */
const isWatched = (service: Service): boolean => {
  const { status, course } = newest(service)
  return status === 'IN_PROGRESS' && course.stage !== 'CLEAN_UP'
}

/** An alarm that went off since the deployment began fails it, in whatever stage it is, even while it waits. */
export const heed = (service: Service, seen: Observation, now: Instant): Service => {
  if (!isWatched(service)) return service
  const { ignoredAlarms } = newest(service)
  const triggeredAlarms = ringing(service, seen).filter((name) => !ignoredAlarms.includes(name))
  if (triggeredAlarms.length === 0) return service
  const told = withNewest(service, { triggeredAlarms }, now)
  return service.settings.alarms.rollback
    ? rollBack(told, reason('rolled back', triggeredAlarms), now)
    : finish(told, 'STOPPED', reason('stopped', triggeredAlarms), now)
}

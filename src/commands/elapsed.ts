import type { Clock } from '../platform/clock.js'
import type { Instant } from '../words.js'

/** Since that moment, in seconds, to a tenth. */
export const secondsSince = (clock: Pick<Clock, 'now'>, begun: Instant): number =>
  Math.round((clock.now() - begun) / 100) / 10

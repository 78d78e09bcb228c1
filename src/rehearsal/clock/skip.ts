import type { Instant } from '../../words.js'
import type { Standing } from './standing.js'

/** How idle time passes: so many times as fast, or not at all until somebody moves the clock. */
export type Pace = { readonly kind: 'speed'; readonly times: number } | { readonly kind: 'hand' }

export const REAL: Pace = { kind: 'speed', times: 1 }

/** A service's standing, and the requests that came since it began to wait. */
export interface Sight {
  readonly standing: Standing
  readonly requests: number
  /** How many it must have seen before its time may be skipped. */
  readonly needs: number
}

export interface Turn {
  readonly sights: readonly Sight[]
  readonly now: Instant
  /** Real milliseconds since the turn before. */
  readonly elapsed: number
  readonly pace: Pace
  /** What somebody asked to be skipped and was not yet. */
  readonly owed: number
  /** Alarms look at whole minutes: with some around, none of those is jumped over. */
  readonly minutes: boolean
}

const MINUTE = 60_000

export const isIdle = (sights: readonly Sight[]): boolean =>
  sights.every(
    ({ standing, requests, needs }) =>
      standing.kind === 'resting' || (standing.kind === 'waiting' && requests >= needs),
  )

const untilOf = ({ standing }: Sight): readonly number[] =>
  standing.kind === 'waiting' ? [standing.until] : []

/** The nearest moment at which something happens by itself. */
const bound = ({ sights, now, minutes }: Turn): number =>
  Math.min(
    ...sights.flatMap(untilOf).map((until) => Math.max(0, until - now)),
    minutes ? MINUTE - (now % MINUTE) : Number.POSITIVE_INFINITY,
  )

/** Where nothing waits nobody is kept from anything: only a hand moves the clock then. */
const wanted = ({ sights, elapsed, pace, owed }: Turn): number =>
  pace.kind === 'speed' && sights.some(({ standing }) => standing.kind === 'waiting')
    ? owed + elapsed * (pace.times - 1)
    : owed

/** How many milliseconds may be skipped now: idle time only, and never past the next thing that happens. */
export const skipOf = (turn: Turn): number =>
  isIdle(turn.sights) ? Math.floor(Math.min(wanted(turn), bound(turn))) : 0

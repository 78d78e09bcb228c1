import type { Instant } from '../../words.js'
import type { Clock } from './clock.js'
import { isIdle, type Pace, type Sight, skipOf } from './skip.js'
import type { Standing } from './standing.js'

/** One service as the loop left it: its standing, how many requests its groups had so far, and how many a wait needs. */
export interface Stood {
  readonly service: string
  readonly standing: Standing
  readonly requests: number
  readonly needs: number
}

/** Lets the time of a cluster pass, turn by turn. */
export interface Pacer {
  turn(stood: readonly Stood[], minutes: boolean): void
  /** Asks for time to be skipped, as soon as it is idle. */
  advance(milliseconds: number): void
  owed(): number
  pace: Pace
}

interface Begun {
  readonly key: string
  readonly requests: number
}

export const createPacer = (clock: Clock, startPace: Pace, machine: () => number = Date.now): Pacer => {
  let owed = 0
  let before = machine()
  let waits = new Map<string, Begun>()

  const begun = ({ service, standing, requests }: Stood): Begun => {
    const key = standing.kind === 'waiting' ? standing.key : standing.kind
    const known = waits.get(service)
    return known?.key === key ? known : { key, requests }
  }
  const see = (stood: readonly Stood[]): readonly Sight[] => {
    waits = new Map(stood.map((one) => [one.service, begun(one)]))
    return stood.map(({ service, standing, requests, needs }) => ({
      standing,
      requests: requests - (waits.get(service)?.requests ?? 0),
      needs,
    }))
  }
  const pay = (skipped: number, elapsed: number): void => {
    const byItself = pacer.pace.kind === 'speed' ? elapsed * (pacer.pace.times - 1) : 0
    owed = Math.max(0, owed - Math.max(0, skipped - byItself))
  }
  const pacer: Pacer = {
    pace: startPace,
    owed: () => owed,
    advance: (milliseconds) => {
      owed += milliseconds
    },
    turn(stood, minutes) {
      const sights = see(stood)
      const elapsed = machine() - before
      before += elapsed
      if (pacer.pace.kind === 'hand' && isIdle(sights)) clock.hold()
      else clock.release()
      const now: Instant = clock.now()
      const skipped = skipOf({ sights, now, elapsed, pace: pacer.pace, owed, minutes })
      clock.skip(skipped)
      pay(skipped, elapsed)
    },
  }
  return pacer
}

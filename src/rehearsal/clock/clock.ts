import type { Instant } from '../../words.js'

/** The cluster's time: this machine's, and what was skipped of it. It never goes back. */
export interface Clock {
  now(): Instant
  /** How far it is ahead of this machine's clock, in milliseconds; behind, where it was held. */
  ahead(): number
  skip(milliseconds: number): void
  /** Stands still until it is released. */
  hold(): void
  release(): void
}

export const createClock = (machine: () => number = Date.now, startAhead = 0): Clock => {
  let ahead = startAhead
  let held: number | undefined
  const now = (): number => held ?? Math.floor(machine() + ahead)
  return {
    now: () => now() as Instant,
    ahead: () => (held === undefined ? ahead : held - machine()),
    skip: (milliseconds) => {
      if (held === undefined) ahead += milliseconds
      else held += milliseconds
    },
    hold: () => {
      held = now()
    },
    release: () => {
      if (held !== undefined) ahead = held - machine()
      held = undefined
    },
  }
}

import { setTimeout as wait } from 'node:timers/promises'
import type { Instant } from '../words.js'

export interface Clock {
  now(): Instant
  /** Resolves after `milliseconds`; rejects when `signal` aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: () => Date.now() as Instant,
  sleep: async (milliseconds, signal) => {
    await wait(milliseconds, undefined, signal ? { signal } : undefined)
  },
}

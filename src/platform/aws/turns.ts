import { RATES, type Rate } from './rates.js'

/** A little is left over: on the way to AWS some requests catch up with others. */
const SHARE_OF_BURST = 0.9
const SHARE_OF_RATE = 0.98

/** When the bucket was full, or will be again: it tells how many tokens are in it, and also that some are owed. */
export type FullAt = number

interface Turn {
  readonly fullAt: FullAt
  /** In milliseconds. */
  readonly wait: number
}

const millisecondsEach = ({ sustained }: Rate): number => 1000 / (sustained * SHARE_OF_RATE)

/** How long one more request has to wait, so that no bucket is ever empty when it arrives. */
export const turn = (fullAt: FullAt, rate: Rate, now: number): Turn => {
  const each = millisecondsEach(rate)
  const holds = Math.floor(rate.burst * SHARE_OF_BURST) * each
  const after = Math.max(fullAt, now) + each
  return { fullAt: after, wait: Math.max(0, after - now - holds) }
}

/** Somebody else of the account takes from it too: it is empty, whatever we counted. */
export const emptied = (fullAt: FullAt, rate: Rate, now: number): FullAt =>
  Math.max(fullAt, now + Math.floor(rate.burst * SHARE_OF_BURST) * millisecondsEach(rate))

/** How long so many requests of an action last, one after the other, in milliseconds; the bucket is full at first. */
export const lasting = (action: string, times: number, rates: readonly Rate[] = RATES): number => {
  const rate = rates.find(({ actions }) => actions.includes(action))
  if (!rate) return 0
  return Math.max(0, times - Math.floor(rate.burst * SHARE_OF_BURST)) * millisecondsEach(rate)
}

/** The buckets of one place, as we use them up. */
export interface Turns {
  /** How long a request of this action waits, in milliseconds; it counts from then on. */
  take(action: string): number
  throttled(action: string): void
}

export const createTurns = (now: () => number, rates: readonly Rate[] = RATES): Turns => {
  const buckets = new Map<Rate, FullAt>()
  const rateOf = (action: string): Rate | undefined => rates.find(({ actions }) => actions.includes(action))
  return {
    take(action) {
      const rate = rateOf(action)
      if (!rate) return 0
      const { fullAt, wait } = turn(buckets.get(rate) ?? 0, rate, now())
      buckets.set(rate, fullAt)
      return wait
    },
    throttled(action) {
      const rate = rateOf(action)
      if (rate) buckets.set(rate, emptied(buckets.get(rate) ?? 0, rate, now()))
    },
  }
}

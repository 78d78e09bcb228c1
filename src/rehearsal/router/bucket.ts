import { createHash } from 'node:crypto'
import type { Weights } from './weighted.js'

/** Shares are given out in so many buckets: a tenth of a percent each. */
export const BUCKETS = 1000

/** The cookie that a user is known by, where a rule is sticky. */
export const COOKIE = 'STAGGERALB'

/** The two groups of a rule in an order that no weight changes: the second one has the lower buckets. */
export const orderOf = (weights: Weights): readonly string[] => Object.keys(weights).toSorted()

/** How many buckets the second group of a rule has. */
export const bucketsOf = (weights: Weights): number => {
  const [first = '', second = ''] = orderOf(weights)
  const [mine, theirs] = [weights[second] ?? 0, weights[first] ?? 0]
  if (mine === 0) return 0
  return theirs === 0 ? BUCKETS : Math.round((BUCKETS * mine) / (mine + theirs))
}

const bucketOf = (user: string): number =>
  createHash('sha256').update(user).digest().readUInt32BE(0) % BUCKETS

/** Where a user belongs: as one group's share grows users only move to it, and as it shrinks only from it. */
export const groupOf = (weights: Weights, user: string): string | undefined => {
  const order = orderOf(weights)
  if (Object.values(weights).every((weight) => weight === 0)) return undefined
  return bucketOf(user) < bucketsOf(weights) ? (order[1] ?? order[0]) : order[0]
}

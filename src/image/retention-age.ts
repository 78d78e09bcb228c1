import type { Digest } from '../words.js'
import type { Limits, Opinion, Policy, StoredImage, StoredRepository } from './retention.js'
import { kindOf, wholeName } from './retention-names.js'

/** By the registry's own clock only: a build may be about to name what was just pushed. */
export const ageOr = ({ pushed }: StoredImage, { limits }: Policy, why: string): Opinion =>
  pushed !== null && limits.now - pushed < limits.olderThan ? young(limits) : { decision: 'remove', why }

/** What a pull request left behind goes by its age alone: nobody can say whether it is still open. */
export const proposal = (image: StoredImage, policy: Policy): Opinion => {
  const age = ageOf(image, policy)
  if (age === null) return { decision: 'keep', why: 'nobody knows how old it is' }
  if (age < policy.limits.olderThan) return young(policy.limits)
  return { decision: 'remove', why: `of a pull request, and older than ${days(policy.limits)}` }
}

const young = (limits: Limits): Opinion => ({ decision: 'keep', why: `younger than ${days(limits)}` })

const DAY = 24 * 60 * 60 * 1000
const days = ({ olderThan }: Limits): string => `${olderThan / DAY} ${olderThan === DAY ? 'day' : 'days'}`

/** By whoever saw it last. An image that was given another name is no younger to a registry, but it may be to the ledger. */
const ageOf = ({ digest, names, pushed }: StoredImage, { lastGood, limits }: Policy): number | null => {
  const told = [pushed, lastGood.get(digest), ...names.map((name) => lastGood.get(wholeName(name)))]
  const known = told.flatMap((at) => at ?? [])
  return known.length === 0 ? null : limits.now - Math.max(...known)
}

/** Those of unknown age come first: what the ledger never held may be the very newest. */
export const newestOf = ({ images, pullRequests }: StoredRepository, policy: Policy): ReadonlySet<Digest> => {
  const candidates = pullRequests ? [] : images.filter(({ names }) => names.some(isWhole))
  const aged = candidates.map((image) => ({
    digest: image.digest,
    age: ageOf(image, policy) ?? Number.NEGATIVE_INFINITY,
  }))
  const sorted = aged.toSorted((a, b) => compare(a.age, b.age) || (a.digest < b.digest ? -1 : 1))
  return new Set(sorted.slice(0, policy.limits.keep).map(({ digest }) => digest))
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

/** One platform of an image is no image of its own. */
const isWhole = (name: string): boolean => kindOf(name) === 'inputs' && wholeName(name) === name

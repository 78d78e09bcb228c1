import type { Digest, Instant, ServiceName } from '../words.js'
import { ageOr, newestOf, proposal } from './retention-age.js'
import { spread } from './retention-family.js'
import { kindOf, wholeName } from './retention-names.js'

/** An image as a registry lists it. */
export interface StoredImage {
  readonly digest: Digest
  readonly names: readonly string[]
  /** Null where the registry does not tell. */
  readonly pushed: Instant | null
  /** The manifests of an index. */
  readonly holds: readonly Digest[]
  /** What it is about: a signature or a provenance refers to its image. */
  readonly subject: Digest | null
}

export interface StoredRepository {
  readonly repository: string
  readonly service: ServiceName
  /** What untrusted runs wrote: nobody but they look there. */
  readonly pullRequests: boolean
  /** Whether a name can be taken away, and its image stays. */
  readonly namesApart: boolean
  readonly images: readonly StoredImage[]
}

/** What must stay, and why. */
export interface Protection {
  readonly digests: ReadonlyMap<Digest, string>
  /** By `repository:name`. */
  readonly names: ReadonlyMap<string, string>
}

export interface Limits {
  /** How many of the newest images of a service stay whatever is known of them. */
  readonly keep: number
  /** In milliseconds: what the registry knows to be younger stays. */
  readonly olderThan: number
  readonly now: Instant
}

/** When an image, or one of its inputs, was last good, by the digest or by the name `in-…`. */
export type LastGood = ReadonlyMap<string, Instant>

export interface Verdict {
  readonly image: StoredImage
  readonly decision: 'keep' | 'remove'
  readonly why: string
  /** Names of an image that stays which can go alone. */
  readonly names: readonly string[]
}

export interface Policy {
  readonly protection: Protection
  readonly lastGood: LastGood
  readonly limits: Limits
}

/** An opinion on an image by itself; null where it depends on those that hold it or that it is about. */
export type Opinion = Pick<Verdict, 'decision' | 'why'> | null

/** What goes and what stays of a repository. An image with one name that must stay, stays whole. */
export const decide = (stored: StoredRepository, policy: Policy): readonly Verdict[] => {
  const newest = newestOf(stored, policy)
  const opinions = stored.images.map((image) => opinionOn(stored, image, policy, newest))
  return spread(stored.images, opinions).map((opinion, at) => {
    const image = stored.images[at] as StoredImage
    const names = opinion.decision === 'keep' && stored.namesApart ? idleNames(image, policy) : []
    return { image, ...opinion, names }
  })
}

const opinionOn = (
  stored: StoredRepository,
  image: StoredImage,
  policy: Policy,
  newest: ReadonlySet<Digest>,
): Opinion => {
  const must = mustStay(stored.repository, image, policy.protection)
  if (must !== null) return { decision: 'keep', why: must }
  if (newest.has(image.digest)) return { decision: 'keep', why: `one of the newest ${policy.limits.keep}` }
  if (image.subject !== null || image.names.every((name) => kindOf(name) === 'note')) return null
  if (image.names.every((name) => kindOf(name) === 'staging')) return ageOr(image, policy, STAGING)
  return stored.pullRequests ? proposal(image, policy) : ageOr(image, policy, UNUSED)
}

const STAGING = 'no name but a staging one'
const UNUSED = 'nothing needs its inputs any more'

const mustStay = (repository: string, image: StoredImage, { digests, names }: Protection): string | null => {
  const { digest, holds } = image
  const held = holds.map((one) => digests.get(one)).find((why) => why !== undefined)
  const named = image.names.map((name) => names.get(`${repository}:${wholeName(name)}`)).find(Boolean)
  return digests.get(digest) ?? named ?? held ?? givenName(image)
}

/** A version never goes, and what somebody else named is theirs. */
const givenName = ({ names }: StoredImage): string | null => {
  const version = names.find((name) => kindOf(name) === 'version')
  if (version !== undefined) return `it is version ${version}`
  const foreign = names.find((name) => kindOf(name) === 'foreign')
  if (foreign === undefined) return null
  return /^cache(?:-|$)/.test(foreign) ? 'a build cache' : `somebody named it ${foreign}`
}

const idleNames = (image: StoredImage, policy: Policy): readonly string[] => {
  const staging = image.names.filter((name) => kindOf(name) === 'staging')
  const others = staging.length < image.names.length
  return others && ageOr(image, policy, STAGING)?.decision === 'remove' ? staging : []
}

import type { Plan } from '../../changes/planned.js'
import type { Clock } from '../../platform/clock.js'
import type { Git, Tag } from '../../platform/git/git.js'
import type { Registry } from '../../platform/registry.js'
import type { Bump } from '../../version/bump.js'
import { type Asked, keptVersion, newestStable, nextVersion, versionBefore } from '../../version/next.js'
import { askedIsTaken } from '../../version/problems.js'
import { becauseOf, keptReason, reasonOf } from '../../version/reason.js'
import type { Images, Release } from '../../version/release.js'
import type { Because } from '../../version/result.js'
import type { Unit } from '../../version/unit.js'
import { type Oid, StaggerError, type Version } from '../../words.js'
import type { Changed, Changes } from './changes.js'
import { type FoundImages, labelledImages, lostAmong } from './images.js'
import { type RememberedReleases, releasesFor } from './releases.js'

export interface NumberWorld {
  readonly git: Git
  readonly registry: Registry
  readonly clock: Clock
}

/** How versions are made, the same for all units of a run. */
export interface Numbering {
  readonly plan: Plan
  readonly asked: Asked
  /** The identifier of pre-releases on this branch; null where everybody gets the versions. */
  readonly channel: string | null
  readonly first: Version
  readonly remembered: RememberedReleases
}

/** A unit with the images that shall get a version, and the version that they have already, if any. */
export interface Prepared {
  readonly unit: Unit
  readonly found: FoundImages
  readonly releases: readonly Release[]
  readonly kept: Release | null
}

export interface Numbered {
  readonly kind: 'kept' | 'new'
  readonly version: Version
  readonly previous: Version | null
  readonly bump: Bump | null
  readonly images: Images
  readonly commit: Oid
  readonly changelog: string
  readonly because: Because | null
  readonly reason: string
}

/** Reads which versions a unit has, and whether its images are one of them. */
export const prepare = async (
  { registry }: NumberWorld,
  unit: Unit,
  found: FoundImages,
  { remembered, asked, channel }: Numbering,
  tags: readonly Tag[],
): Promise<Prepared> => {
  const releases = releasesFor(unit, tags, remembered)
  const lost = await lostAmong(registry, releases, found)
  const images = labelledImages(found, channel)
  return { unit, found, releases, kept: keptVersion(releases, { images, asked, channel, lost }) }
}

/** The commit that the next version is counted from; null where nothing is to be counted. */
export const baseOf = ({ kept, releases }: Prepared): Oid | null =>
  kept ? null : (newestStable(releases)?.commit ?? null)

/** The version that a unit has, or would get: nothing is made. */
export const numberOf = async (
  prepared: Prepared,
  { plan, asked, channel, first }: Numbering,
  changes: Changes,
): Promise<Numbered> => {
  const { unit, found, releases, kept } = prepared
  if (kept?.images) return keptNumber(releases, { ...kept, images: kept.images })
  const newest = newestStable(releases)
  refuseTaken(unit, releases, asked)
  const changed = newest ? await changes.since(unit, newest.commit) : NOTHING
  const bump =
    newest === null || asked.kind === 'as' ? null : asked.kind === 'bump' ? asked.bump : changed.bump
  const version = nextVersion(releases, { asked, channel }, changed.bump, first)
  return {
    kind: 'new',
    version,
    previous: newest?.version ?? null,
    bump,
    images: labelledImages(found, channel),
    commit: plan.head,
    changelog: changed.changelog,
    because: changed.deciding && becauseOf(changed.deciding),
    reason: reasonOf(version, { ...changed, asked, bump, newest: newest?.version ?? null }),
  }
}

const NOTHING: Changed = { bump: 'patch', deciding: null, changelog: '', unknown: false }

const keptNumber = (
  releases: readonly Release[],
  { version, images, commit, changelog }: Release & { readonly images: Images },
): Numbered => ({
  kind: 'kept',
  version,
  previous: versionBefore(releases, version),
  bump: null,
  images,
  commit,
  changelog,
  because: null,
  reason: keptReason(version),
})

const refuseTaken = ({ name }: Unit, releases: readonly Release[], asked: Asked): void => {
  if (asked.kind !== 'as' || !releases.some(({ version }) => version === asked.version)) return
  throw new StaggerError(askedIsTaken(name, asked.version, newestStable(releases)?.version ?? asked.version))
}

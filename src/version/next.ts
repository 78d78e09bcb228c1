import semver from 'semver'
import type { Digest, Version } from '../words.js'
import type { Bump } from './bump.js'
import { type Image, type Images, isStable, newestFirst, type Release } from './release.js'

/** What somebody wants of a version, beside that it follows from the commits. */
export type Asked =
  | { readonly kind: 'commits' }
  | { readonly kind: 'bump'; readonly bump: Bump }
  | { readonly kind: 'as'; readonly version: Version }

export interface Wanted {
  readonly images: Images
  readonly asked: Asked
  /** The identifier of pre-releases, e.g. `beta`; null for a version that everybody gets. */
  readonly channel: string | null
  /** Images that have a version and that the registry holds no more. */
  readonly lost?: readonly Digest[]
}

/**
 * The version that these images have already. A version is a label on a digest, so the same image keeps its own, also
 * where it comes back by a revert. So does an image of the same inputs that was built again, where the first is not lost.
 */
export const keptVersion = (
  releases: readonly Release[],
  { images, asked, channel, lost = [] }: Wanted,
): Release | null => {
  const sorted = newestFirst(releases)
  if (asked.kind === 'as')
    return sameImages(
      sorted.filter(({ version }) => version === asked.version),
      images,
      lost,
    )
  // A stable one before a pre-release, the newest before an older one.
  return (
    sameImages(sorted.filter(isStable), images, lost) ??
    sameImages(
      sorted.filter((release) => isOf(release, channel)),
      images,
      lost,
    )
  )
}

const sameImages = (releases: readonly Release[], images: Images, lost: readonly Digest[]): Release | null =>
  releases.find((release) => holds(release, images, (one, other) => one.digest === other.digest)) ??
  releases.find((release) =>
    holds(
      release,
      images,
      (one, other) => one.fingerprint === other.fingerprint && !lost.includes(one.digest),
    ),
  ) ??
  null

const holds = (
  { images: held }: Release,
  images: Images,
  isSame: (one: Image, other: Image) => boolean,
): boolean =>
  held?.size === images.size &&
  [...images].every(([service, image]) => {
    const one = held.get(service)
    return one !== undefined && isSame(one, image)
  })

/** What the next version is counted from: pre-releases do not count. */
export const newestStable = (releases: readonly Release[]): Release | null =>
  newestFirst(releases.filter(isStable))[0] ?? null

/** The one before a version, of its own kind: for people. */
export const versionBefore = (releases: readonly Release[], version: Version): Version | null =>
  newestFirst(releases.filter(isStable)).find((one) => semver.lt(one.version, version))?.version ?? null

/** The version to make. `bump` is what the commits call for. */
export const nextVersion = (
  releases: readonly Release[],
  { asked, channel }: Pick<Wanted, 'asked' | 'channel'>,
  bump: Bump,
  first: Version,
): Version => {
  if (asked.kind === 'as') return asked.version
  const newest = newestStable(releases)?.version ?? null
  const stable = newest === null ? first : after(newest, asked.kind === 'bump' ? asked.bump : bump)
  return channel === null
    ? stable
    : (`${stable}-${channel}.${countOf(releases, stable, channel) + 1}` as Version)
}

const after = (newest: Version, bump: Bump): Version => semver.inc(newest, bump) as Version

const countOf = (releases: readonly Release[], stable: Version, channel: string): number =>
  Math.max(
    0,
    ...releases
      .filter(({ version }) => version.startsWith(`${stable}-`))
      .map(({ version }) => numberIn(version, channel)),
  )

const numberIn = (version: Version, channel: string): number => {
  const [identifier, number] = semver.prerelease(version) ?? []
  return identifier === channel && typeof number === 'number' ? number : 0
}

const isOf = ({ version }: Release, channel: string | null): boolean =>
  channel !== null && semver.prerelease(version)?.[0] === channel

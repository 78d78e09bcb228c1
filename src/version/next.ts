import semver from 'semver'
import type { Digest, Fingerprint, Version } from '../words.js'
import type { Release } from './release.js'

export interface Image {
  readonly digest: Digest
  readonly fingerprint: Fingerprint
}

/** The version of an image: the one that it has, or the one to make. `previous` is the one before it. */
export type Numbered =
  | {
      readonly kind: 'kept'
      readonly version: Version
      readonly previous: Version | null
      readonly digest: Digest
    }
  | { readonly kind: 'new'; readonly version: Version; readonly previous: Version | null }

const FIRST = '0.1.0' as Version

/** Newest first. */
const byVersion = (a: Release, b: Release): number => semver.rcompare(a.version, b.version)

/**
 * A version is a label on a digest, so the same image keeps its own, also where it comes back by a revert. So does
 * an image of the same inputs that was built again, where `lost` does not hold the first one's digest.
 */
export const nextVersion = (
  releases: readonly Release[],
  { digest, fingerprint }: Image,
  lost: readonly Digest[] = [],
): Numbered => {
  const sorted = [...releases].sort(byVersion)
  const newest = sorted[0]?.version ?? null
  const same =
    sorted.find(({ image }) => image?.digest === digest) ??
    sorted.find(({ image }) => image?.fingerprint === fingerprint && !lost.includes(image.digest))
  if (!same?.image) return { kind: 'new', version: after(newest), previous: newest }
  const previous = sorted.find(({ version }) => semver.lt(version, same.version))?.version ?? null
  return { kind: 'kept', version: same.version, previous, digest: same.image.digest }
}

const after = (newest: Version | null): Version =>
  newest === null ? FIRST : ((semver.inc(newest, 'patch') ?? FIRST) as Version)

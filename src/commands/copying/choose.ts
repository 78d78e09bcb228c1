import type { PlannedService } from '../../changes/planned.js'
import { inputsName } from '../../image/names.js'
import { testedName } from '../../image/testing/names.js'
import type { Ledger } from '../../ledger/read.js'
import type { Git } from '../../platform/git/git.js'
import type { Manifest, Registry } from '../../platform/registry.js'
import { type Digest, StaggerError, type Version } from '../../words.js'
import { releasedImage, releasesHolding, versionOf } from '../deployment/choose.js'
import { findImage } from '../tagging/image.js'
import { imageGone } from './problems.js'

export interface ChooseWorld {
  readonly git: Git
  readonly registry: Registry
}

export interface Wish {
  readonly ledger: Ledger
  /** One of the service's versions; null for the image of this commit. */
  readonly version: string | null
  readonly prefix: string | null
}

/** What is to be copied, and what it is called. */
export interface Source {
  readonly repository: string
  readonly digest: Digest
  readonly manifest: Manifest
  readonly version: Version | null
  /** By which builds find it: of two images the first one keeps them. */
  readonly claims: readonly string[]
  readonly versions: readonly Version[]
}

/** The image that `deploy` would take, with the names that it has. */
export const chooseSource = async (
  { git, registry }: ChooseWorld,
  planned: PlannedService,
  wish: Wish,
): Promise<Source> => {
  const { name, group } = planned.service
  const releases = await releasesHolding(git, name, group)
  const found =
    wish.version === null
      ? await findImage(registry, planned, wish.ledger, wish.prefix)
      : releasedImage(name, releases, wish)
  const { repository, digest, fingerprint } = found
  const manifest = await registry.manifest(repository, digest)
  if (!manifest) throw new StaggerError(imageGone(repository, digest))
  const held = releases.filter(({ images }) => images?.get(name)?.digest === digest)
  return {
    repository,
    digest,
    manifest,
    version: (wish.version as Version | null) ?? versionOf(releases, name, digest),
    claims: [inputsName(fingerprint), ...(await verdictsOf(registry, planned, { repository, digest }))],
    versions: [...new Set(held.map(({ version }) => version))],
  }
}

/** The verdict of this commit's tests, where it is this image's. */
const verdictsOf = async (
  registry: Registry,
  { test }: PlannedService,
  { repository, digest }: Pick<Source, 'repository' | 'digest'>,
): Promise<readonly string[]> => {
  if (!test?.fingerprint) return []
  const name = testedName(test.fingerprint)
  return (await registry.manifest(repository, name))?.digest === digest ? [name] : []
}

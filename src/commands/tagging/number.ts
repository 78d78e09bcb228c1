import type { Clock } from '../../platform/clock.js'
import type { Git } from '../../platform/git/git.js'
import type { Registry } from '../../platform/registry.js'
import { type Numbered, nextVersion } from '../../version/next.js'
import { tagsBusy } from '../../version/problems.js'
import { annotation, type Release, releasesOf, tagName, tagPattern } from '../../version/release.js'
import { type Digest, type Oid, type ServiceName, StaggerError } from '../../words.js'
import type { Found } from './image.js'

export interface NumberWorld {
  readonly git: Git
  readonly registry: Registry
  readonly clock: Clock
}

/** Runs that tag one service at once give way to each other this often before one gives up. */
const TRIES = 30

/** The version that an image has, or would get: nothing is made. */
export const numberOf = async (world: NumberWorld, service: ServiceName, image: Found): Promise<Numbered> => {
  await world.git.fetchTags(tagPattern(service))
  const releases = releasesOf(service, await world.git.tags(tagPattern(service)))
  return nextVersion(releases, image, await lostAmong(world.registry, releases, image))
}

/** Images of the same inputs that have a version and that the registry holds no more. */
const lostAmong = async (
  registry: Registry,
  releases: readonly Release[],
  { repository, fingerprint, digest }: Found,
): Promise<readonly Digest[]> => {
  const others = releases.flatMap(({ image }) =>
    image?.fingerprint === fingerprint && image.digest !== digest ? [image.digest] : [],
  )
  const held = await Promise.all(others.map((other) => registry.manifest(repository, other)))
  return others.filter((_, at) => held[at] === null)
}

/** Makes the version's git tag. The tag is the lock: whoever comes second reads again and takes the next one. */
export const giveNumber = async (
  world: NumberWorld,
  service: ServiceName,
  image: Found,
  commit: Oid,
): Promise<Numbered> => {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const numbered = await numberOf(world, service, image)
    if (numbered.kind === 'kept') return numbered
    const label = annotation(service, numbered.version, { ...image, commit })
    const made = await world.git.createTag(tagName(service, numbered.version), commit, label)
    if (made === 'created') return numbered
    await world.clock.sleep(20 * attempt)
  }
  throw new StaggerError(tagsBusy(service, TRIES))
}

import { repositoryOf } from '../../image/names.js'
import type { GitHub } from '../../platform/github.js'
import { noGitHub } from '../../version/problems.js'
import { isStable, tagName } from '../../version/release.js'
import type { Unit } from '../../version/unit.js'
import { type Digest, StaggerError } from '../../words.js'
import { type BesideWorld, copyWhole } from '../copying/beside.js'
import type { FoundImages } from './images.js'
import type { Numbered } from './number.js'

export interface PublishWorld extends BesideWorld {
  /** Null where nothing says how GitHub is reached. */
  readonly github: GitHub | null
}

/** Where the main branch has images that it built: a branch's run names none of them. */
export const repositoriesOfMain = (found: FoundImages, prefix: string | null): readonly string[] =>
  [...found].flatMap(([service, { repository }]) =>
    prefix === null || repository !== repositoryOf(prefix, service, true) ? [repository] : [],
  )

/** Gives each image of a unit the version as its name, also those that did not change. A version never moves. */
export const nameImages = async (
  world: PublishWorld,
  found: FoundImages,
  { images, version }: Numbered,
): Promise<void> => {
  await Promise.all(
    [...images].map(async ([service, { digest, repository }]) => {
      const image = found.get(service)
      const place = repository ?? image?.repository
      if (place === undefined) return
      if (image?.from !== undefined && image.digest === digest) await bring(world, image.from, digest, place)
      await world.registry.label(place, digest, version)
    }),
  )
}

const bring = async (world: PublishWorld, from: string, digest: Digest, to: string): Promise<void> => {
  await world.registry.prepare(to, false)
  await copyWhole(world, { repository: from, digest }, to)
}

/** The version's release on GitHub, and where it is. One that is there already is fine. */
export const releaseOnGitHub = async (
  { github }: PublishWorld,
  { name }: Unit,
  { version, changelog }: Numbered,
): Promise<string> => {
  const tag = tagName(name, version)
  if (!github) throw new StaggerError(noGitHub(tag))
  const body = changelog === '' ? `${name} ${version}` : changelog
  return github.release({ tag, name: `${name} ${version}`, body, prerelease: !isStable({ version }) })
}

import { repositoryOf } from '../../image/names.js'
import type { GitHub } from '../../platform/github.js'
import type { Registry } from '../../platform/registry.js'
import { imageOfMain, noGitHub } from '../../version/problems.js'
import { isStable, tagName } from '../../version/release.js'
import type { Unit } from '../../version/unit.js'
import { StaggerError } from '../../words.js'
import type { FoundImages } from './images.js'
import type { Numbered } from './number.js'

export interface PublishWorld {
  readonly registry: Registry
  /** Null where nothing says how GitHub is reached. */
  readonly github: GitHub | null
}

/** A branch's run names no image that the main branch built. Throws `image-of-main`. */
export const refuseImagesOfMain = (found: FoundImages, prefix: string | null): void => {
  for (const [service, { repository }] of found)
    if (prefix === null || repository !== repositoryOf(prefix, service, true))
      throw new StaggerError(imageOfMain(service, repository))
}

/** Gives each image of a unit the version as its name, also those that did not change. A version never moves. */
export const nameImages = async (
  { registry }: PublishWorld,
  found: FoundImages,
  { images, version }: Numbered,
): Promise<void> => {
  await Promise.all(
    [...images].map(([service, { digest, repository }]) => {
      const place = repository ?? found.get(service)?.repository
      return place === undefined ? undefined : registry.label(place, digest, version)
    }),
  )
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

import { repositoryOf } from '../../image/names.js'
import type { Ledger } from '../../ledger/read.js'
import type { Registry } from '../../platform/registry.js'
import type { Images, Release } from '../../version/release.js'
import type { Unit } from '../../version/unit.js'
import type { Digest, ServiceName } from '../../words.js'
import { type Found, findImage } from './image.js'

/** The images of a unit's services, as the registry holds them now. */
export type FoundImages = ReadonlyMap<ServiceName, Found>

/** Throws where one of them has none: a version is for all. */
export const findImages = async (
  registry: Registry,
  { members }: Unit,
  ledger: Ledger,
  prefix: string | null,
  pullRequest: boolean,
): Promise<FoundImages> => {
  const found = members.map(
    async (planned) =>
      [planned.service.name, await findImage(registry, planned, ledger, prefix, pullRequest)] as const,
  )
  return new Map(await Promise.all(found))
}

/**
 * On a branch of pre-releases a group gets its version as a whole. Members that did not change have the main branch's
 * images: they are to go where this run may name them, beside the others. Where all are the main branch's, it shall name them.
 */
export const gathered = (found: FoundImages, prefix: string | null): FoundImages => {
  if (prefix === null) return found
  const placed = [...found].map(([service, image]) => {
    const repository = repositoryOf(prefix, service, true)
    const isHere = image.repository === repository
    return {
      isHere,
      entry: [service, isHere ? image : { ...image, repository, from: image.repository }] as const,
    }
  })
  return placed.some(({ isHere }) => isHere) ? new Map(placed.map(({ entry }) => entry)) : found
}

/** Images of the same inputs that have a version and that the registry holds no more. */
export const lostAmong = async (
  registry: Registry,
  releases: readonly Release[],
  found: FoundImages,
): Promise<readonly Digest[]> => {
  const others = [...found].flatMap(([service, image]) =>
    releases.flatMap(({ images }) => {
      const held = images?.get(service)
      return held?.fingerprint === image.fingerprint && held.digest !== image.digest
        ? [{ digest: held.digest, repository: held.repository ?? image.from ?? image.repository }]
        : []
    }),
  )
  const held = await Promise.all(
    others.map(({ repository, digest }) => registry.manifest(repository, digest)),
  )
  return others.filter((_, at) => held[at] === null).map(({ digest }) => digest)
}

/** As a version names them: only those of the pull requests say where they are. */
export const labelledImages = (found: FoundImages, channel: string | null): Images =>
  new Map(
    [...found].map(([service, { digest, fingerprint, repository }]) => [
      service,
      { digest, fingerprint, ...(channel === null ? {} : { repository }) },
    ]),
  )

import type { Service } from '../../catalog/service.js'
import type { ImageEntry } from '../../ledger/entries.js'
import type { Ledger } from '../../ledger/read.js'
import type { Git, Tag } from '../../platform/git/git.js'
import { nameAmong, type Release, releasesOf } from '../../version/release.js'
import type { ServiceName, Version } from '../../words.js'
import type { Kept } from './store.js'

/** The version that an image has, where it is known here: no registry and no remote is asked. `isNew`: just built. */
export type FindVersion = (service: Service, kept: Kept, isNew: boolean) => Promise<Version | null>

/**
 * As the ledger has it of the service's last image; else, for one that came back by a revert, of all its releases; else as
 * the git tags say that are here, which are read once. Of several the newest that is no pre-release.
 */
export const versionsKnown = (git: Pick<Git, 'tags'>, ledger: Ledger): FindVersion => {
  let read: Promise<readonly Tag[]> | null = null
  const tagged = async ({ name, group }: Service): Promise<readonly Release[]> => {
    read ??= git.tags('*/v*')
    const tags = await read
    const units = group === null ? [name] : [name, group as ServiceName]
    return units.flatMap((unit) => releasesOf(unit, tags))
  }
  return async (service, kept, isNew) => {
    const last = ledger.images.get(service.name)
    if (last?.version && isOf(last, kept)) return last.version
    if (isNew) return null
    const released = (await ledger.releasesOf(service.name)).filter((one) => isOf(one, kept))
    return (
      nameAmong(released) ??
      nameAmong((await tagged(service)).filter((one) => labels(one, service.name, kept)))
    )
  }
}

/** A pull request's repository holds the same image, but not the version's name. */
const isOf = (entry: Pick<ImageEntry, 'digest' | 'repository'>, kept: Kept): boolean =>
  entry.digest === kept.digest && entry.repository === kept.repository

/** A tag says where an image is only if that is the pull requests' repository. */
const labels = ({ images }: Release, service: ServiceName, { digest, repository }: Kept): boolean => {
  const image = images?.get(service)
  if (image?.digest !== digest) return false
  return image.repository === undefined
    ? !repository.endsWith(`/pr/${service}`)
    : image.repository === repository
}

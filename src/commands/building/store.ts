import { checkedPrefix, inputsName, localImage, repositoryOf, stagingName } from '../../image/names.js'
import { noRegistry, pushLost } from '../../image/problems.js'
import type { Docker } from '../../platform/docker.js'
import type { Files } from '../../platform/files.js'
import type { Registry } from '../../platform/registry.js'
import { type Digest, type Fingerprint, type ServiceName, StaggerError } from '../../words.js'

/** Where the images of fingerprints are kept, and found again. */
export interface Store {
  find(service: ServiceName, fingerprint: Fingerprint): Promise<Kept | null>
  /** The name under which an image is built: it is not found by it yet. */
  draft(service: ServiceName): string
  /** Gives a tested draft its name. Where another build was first, its image stays and is returned. */
  keep(service: ServiceName, fingerprint: Fingerprint, draft: string): Promise<Kept>
  /** For people. */
  where(service: ServiceName): string
}

export interface Kept {
  readonly digest: Digest | null
  readonly repository: string
  /** Whether a racing build had given the name already. */
  readonly adopted: boolean
}

export interface StoreWorld {
  readonly docker: Docker
  readonly registry: Registry
  readonly files: Pick<Files, 'unique'>
}

interface Choice {
  readonly push: boolean
  readonly prefix: string | null
  readonly pullRequest: boolean
}

export const openStore = (world: StoreWorld, { push, prefix, pullRequest }: Choice): Store => {
  if (!push) return engineStore(world)
  if (prefix === null) throw new StaggerError(noRegistry())
  const checked = checkedPrefix(prefix)
  return registryStore(world, (service) => repositoryOf(checked, service, pullRequest))
}

/** The engine on this machine: for trying, and seen by nobody else. */
const engineStore = ({ docker, files }: StoreWorld): Store => {
  const kept = (service: ServiceName): Kept => ({ digest: null, repository: service, adopted: false })
  return {
    find: async (service, fingerprint) =>
      (await docker.holds(localImage(service, fingerprint))) ? kept(service) : null,
    draft: (service) => `${service}:${stagingName(files.unique())}`,
    keep: async (service, fingerprint, draft) => {
      await docker.name(draft, localImage(service, fingerprint))
      return kept(service)
    },
    where: () => 'the local engine',
  }
}

const registryStore = (
  { docker, registry, files }: StoreWorld,
  repositoryFor: (service: ServiceName) => string,
): Store => {
  const find: Store['find'] = async (service, fingerprint) => {
    const repository = repositoryFor(service)
    const image = await registry.manifest(repository, inputsName(fingerprint))
    return image ? { digest: image.digest, repository, adopted: true } : null
  }
  return {
    find,
    draft: (service) => `${repositoryFor(service)}:${stagingName(files.unique())}`,
    keep: async (service, fingerprint, draft) => {
      const repository = repositoryFor(service)
      await docker.push(draft)
      // The registry's digest, not the engine's: they need not be the same.
      const pushed = await registry.manifest(repository, draft.slice(repository.length + 1))
      if (!pushed) throw new StaggerError(pushLost(draft))
      const first = await find(service, fingerprint)
      if (first) return first
      await registry.tag(repository, pushed.digest, inputsName(fingerprint))
      return { digest: pushed.digest, repository, adopted: false }
    },
    where: repositoryFor,
  }
}

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
  /** Lets the engine's builds find an image by the name that a Dockerfile calls it. */
  provide(kept: Kept, reference: string): Promise<void>
  /** Takes the names away that were provided. */
  release(): Promise<void>
  /** For people. */
  where(service: ServiceName): string
}

export interface Kept {
  /** The one name under which an engine finds it, here or in the registry. */
  readonly image: string
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

interface Provider extends Pick<Store, 'release'> {
  name(image: string, reference: string): Promise<void>
  pull(image: string): Promise<void>
}

/** A name that the engine held already stays, and stands for what these sources give, as after `docker compose build`. */
const provider = ({ docker }: StoreWorld): Provider => {
  const given = new Set<string>()
  const remember = async (reference: string) => {
    if (!(await docker.holds(reference))) given.add(reference)
  }
  return {
    name: async (image, reference) => {
      await remember(reference)
      await docker.name(image, reference)
    },
    pull: async (image) => {
      await remember(image)
      await docker.pull(image)
    },
    release: async () => {
      for (const reference of given) await docker.forget(reference)
    },
  }
}

/** The engine on this machine: for trying, and seen by nobody else. */
const engineStore = (world: StoreWorld): Store => {
  const { docker, files } = world
  const { name, release } = provider(world)
  const kept = (service: ServiceName, fingerprint: Fingerprint): Kept => ({
    image: localImage(service, fingerprint),
    digest: null,
    repository: service,
    adopted: false,
  })
  return {
    find: async (service, fingerprint) =>
      (await docker.holds(localImage(service, fingerprint))) ? kept(service, fingerprint) : null,
    draft: (service) => `${service}:${stagingName(files.unique())}`,
    keep: async (service, fingerprint, draft) => {
      await docker.name(draft, localImage(service, fingerprint))
      return kept(service, fingerprint)
    },
    provide: ({ image }, reference) => name(image, reference),
    release,
    where: () => 'the local engine',
  }
}

const registryStore = (world: StoreWorld, repositoryFor: (service: ServiceName) => string): Store => {
  const { docker, registry, files } = world
  const { name, pull, release } = provider(world)
  const kept = (repository: string, digest: Digest, adopted: boolean): Kept => ({
    image: `${repository}@${digest}`,
    digest,
    repository,
    adopted,
  })
  const find: Store['find'] = async (service, fingerprint) => {
    const repository = repositoryFor(service)
    const image = await registry.manifest(repository, inputsName(fingerprint))
    return image ? kept(repository, image.digest, true) : null
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
      return kept(repository, pushed.digest, false)
    },
    provide: async ({ image }, reference) => {
      await pull(image)
      await name(image, reference)
    },
    release,
    where: repositoryFor,
  }
}

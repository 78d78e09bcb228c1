import { checkedPrefix, localName, repositoryOf } from '../../image/names.js'
import { noRegistry } from '../../image/problems.js'
import type { Docker } from '../../platform/docker.js'
import { type Digest, type ServiceName, StaggerError } from '../../words.js'
import { type BesideWorld, copyWhole } from '../copying/beside.js'

/** An image, where an engine or a registry finds it. */
export interface Image {
  /** The one name under which an engine finds it, here or in the registry. */
  readonly image: string
  /** Null where no registry knows it. */
  readonly digest: Digest | null
  readonly repository: string
}

export interface Kept extends Image {
  /** Whether it was there already: also where a racing build has given the name first. */
  readonly adopted: boolean
}

/** Where images have names, and are found again. */
export interface Store {
  find(service: ServiceName, name: string): Promise<Kept | null>
  /** Only among those that this run may write to. */
  findHere(service: ServiceName, name: string): Promise<Kept | null>
  /** Makes an image that was found this run's own: one that a pull request has built is copied, where that is allowed. */
  take(service: ServiceName, name: string, found: Kept): Promise<Kept>
  /** Gives a tested image its name. Where another build was first, its image stays and is returned. */
  keep(service: ServiceName, name: string, image: Image): Promise<Kept>
  repository(service: ServiceName): string
  /** For people. */
  where(service: ServiceName): string
}

interface Choice {
  readonly push: boolean
  readonly prefix: string | null
  readonly pullRequest: boolean
  /** Whether the default branch takes over what pull requests have built. */
  readonly adopt: boolean
}

export const openStore = (
  world: BesideWorld & { readonly docker: Docker },
  { push, prefix, ...trust }: Choice,
): Store => {
  if (!push) return engineStore(world.docker)
  if (prefix === null) throw new StaggerError(noRegistry())
  return registryStore(world, checkedPrefix(prefix), trust)
}

/** The engine on this machine: for trying, and seen by nobody else. */
const engineStore = (docker: Docker): Store => {
  const held = (service: ServiceName, name: string, adopted: boolean): Kept => ({
    image: localName(service, name),
    digest: null,
    repository: service,
    adopted,
  })
  const find: Store['find'] = async (service, name) =>
    (await docker.holds(localName(service, name))) ? held(service, name, true) : null
  return {
    find,
    findHere: find,
    take: async (_service, _name, found) => found,
    keep: async (service, name, { image }) => {
      await docker.name(image, localName(service, name))
      return held(service, name, false)
    },
    repository: (service) => service,
    where: () => 'the local engine',
  }
}

const registryStore = (
  world: BesideWorld,
  prefix: string,
  { pullRequest, adopt }: Pick<Choice, 'pullRequest' | 'adopt'>,
): Store => {
  const { registry } = world
  const repository = (service: ServiceName) => repositoryOf(prefix, service, pullRequest)
  const other = (service: ServiceName) => repositoryOf(prefix, service, !pullRequest)
  const findIn = async (place: string, name: string): Promise<Kept | null> => {
    const held = await registry.manifest(place, name)
    if (!held) return null
    return { image: `${place}@${held.digest}`, digest: held.digest, repository: place, adopted: true }
  }
  const keep: Store['keep'] = async (service, name, image) => {
    if (image.digest === null) throw new Error(`${image.image} is in no registry`)
    const place = repository(service)
    const { digest, adopted } = await registry.claim(place, image.digest, name)
    return { image: `${place}@${digest}`, digest, repository: place, adopted }
  }
  return {
    // What the default branch has built is good enough for whoever proposes something. The other way round it is asked for.
    find: async (service, name) =>
      (await findIn(repository(service), name)) ??
      (pullRequest || adopt ? findIn(other(service), name) : null),
    take: async (service, name, found) => {
      if (pullRequest || found.repository === repository(service) || found.digest === null) return found
      await copyWhole(world, { repository: found.repository, digest: found.digest }, repository(service))
      return keep(service, name, found)
    },
    findHere: (service, name) => findIn(repository(service), name),
    keep,
    repository,
    where: repository,
  }
}

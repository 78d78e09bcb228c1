import type { Output } from '../../image/build.js'
import { abilitiesOf, builderTitle } from '../../image/builder.js'
import { stagingName } from '../../image/names.js'
import { pushLost } from '../../image/problems.js'
import type { Place } from '../../image/unable.js'
import type { Docker } from '../../platform/docker.js'
import type { Files } from '../../platform/files.js'
import type { Registry } from '../../platform/registry.js'
import { type Digest, type ServiceName, StaggerError } from '../../words.js'
import { type Provider, provider } from './provide.js'
import type { Image, Store } from './store.js'

/** What a build has left, under no name that anybody looks for. */
export interface Draft {
  readonly output: Output
  /** Of what it pushed. */
  readonly digest: Digest | null
}

/** Where images are made, before they have a name. */
export interface Workshop extends Provider {
  readonly place: Place
  /** Where a build of this service goes. */
  output(service: ServiceName): Output
  /** Where a build goes that nobody keeps: an engine keeps each of its builds, so that one has to be discarded. */
  aside(): Output
  /** A name under which the engine runs it. */
  runnable(draft: Draft): Promise<string>
  /** The same of an image that is kept. */
  here(image: Image): Promise<string>
  /** Brings it to where it can be named. */
  deliver(draft: Draft): Promise<Image>
  discard(draft: Draft): Promise<void>
}

export interface WorkshopWorld {
  readonly docker: Docker
  readonly registry: Registry
  readonly files: Pick<Files, 'unique'>
}

/** Finds out what will build, and what it can. */
export const openWorkshop = async (
  world: WorkshopWorld,
  store: Store,
  { push, idle }: { readonly push: boolean; readonly idle: boolean },
): Promise<Workshop> => {
  if (idle) return engineWorkshop(world, store, CLOSED)
  const facts = await world.docker.builder()
  const builder = { ...facts, abilities: abilitiesOf(facts) }
  const outside = facts.kind === 'buildx' && facts.driver !== 'docker'
  if (!push && outside) await world.docker.check()
  const place = { builder, title: builderTitle(facts), platforms: facts.platforms, push }
  const straight = push && builder.abilities.has('push-by-digest')
  return straight ? pushingWorkshop(world, store, place) : engineWorkshop(world, store, place)
}

/** Where nothing has to be built, nobody asks what could build it. */
const CLOSED: Place = {
  builder: { kind: 'engine', name: null, driver: 'docker', abilities: new Set() },
  title: 'no builder',
  platforms: [],
  push: false,
}

/** What a registry holds is pulled; what none knows is in the engine already. */
const broughtHere = async (docker: Docker, { image, digest }: Image): Promise<string> => {
  if (digest !== null) await docker.pull(image)
  return image
}

/** The engine holds what was built; what is to be pushed goes under a name that carries it. */
const engineWorkshop = (world: WorkshopWorld, store: Store, place: Place): Workshop => {
  const { docker, files } = world
  const tagOf = ({ output }: Draft): string => {
    if (output.kind !== 'engine') throw new Error(`the engine does not hold ${output.kind}`)
    return output.tag
  }
  return {
    place,
    ...provider(docker, place.push),
    aside: () =>
      place.builder.kind === 'engine'
        ? { kind: 'engine', tag: `stagger:${stagingName(files.unique())}` }
        : { kind: 'nowhere' },
    output: (service) => ({
      kind: 'engine',
      tag: `${store.repository(service)}:${stagingName(files.unique())}`,
    }),
    runnable: async (draft) => tagOf(draft),
    here: (image) => broughtHere(docker, image),
    deliver: async (draft) => {
      const tag = tagOf(draft)
      return place.push
        ? pushed(world, tag)
        : { image: tag, digest: null, repository: tag.replace(/:[^:]*$/, '') }
    },
    discard: async ({ output }) => {
      if (output.kind === 'engine') await docker.forget(output.tag)
    },
  }
}

/** The registry's digest, not the engine's: they need not be the same. */
const pushed = async ({ docker, registry }: WorkshopWorld, tag: string): Promise<Image> => {
  const colon = tag.lastIndexOf(':')
  const repository = tag.slice(0, colon)
  await docker.push(tag)
  const held = await registry.manifest(repository, tag.slice(colon + 1))
  if (!held) throw new StaggerError(pushLost(tag))
  return { image: `${repository}@${held.digest}`, digest: held.digest, repository }
}

/** The builder pushes by digest: nothing has a name until it is given one. */
const pushingWorkshop = ({ docker, registry }: WorkshopWorld, store: Store, place: Place): Workshop => {
  const imageOf = ({ output, digest }: Draft): Image & { digest: Digest } => {
    if (output.kind !== 'registry' || digest === null) throw new StaggerError(pushLost('what was built'))
    return { image: `${output.repository}@${digest}`, digest, repository: output.repository }
  }
  return {
    place,
    provide: async ({ image }, reference) => ({ [reference]: `docker-image://${image}` }),
    release: async () => {},
    aside: () => ({ kind: 'nowhere' }),
    output: (service) => ({ kind: 'registry', repository: store.repository(service) }),
    runnable: (draft) => broughtHere(docker, imageOf(draft)),
    here: (image) => broughtHere(docker, image),
    deliver: async (draft) => {
      const image = imageOf(draft)
      if (!(await registry.manifest(image.repository, image.digest)))
        throw new StaggerError(pushLost(image.image))
      return image
    },
    discard: async () => {},
  }
}

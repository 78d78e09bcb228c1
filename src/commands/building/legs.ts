import type { Service } from '../../catalog/service.js'
import type { PlannedService } from '../../changes/planned.js'
import { inputsName, platformName } from '../../image/names.js'
import { indexOf, legsOf, type PlatformImage } from '../../image/platforms.js'
import type { Registry } from '../../platform/registry.js'
import { type Fingerprint, type Problem, StaggerError } from '../../words.js'
import type { Image, Kept, Store } from './store.js'

/** The image of one platform; null for the builder's own, where nobody said which. */
export interface Leg {
  readonly platform: string | null
  readonly name: string
  readonly found: Kept | null
  /** False: another run builds it. */
  readonly here: boolean
}

/** What shall be built of an image's platforms. */
export interface Platforms {
  /** Only this one is built here; null for all. */
  readonly only: string | null
  /** The engine's own, where it keeps what is built; null where that is pushed. */
  readonly engine: string | null
}

/** What an image is looked for and kept under. An engine keeps one platform alone, and that is not the image of all. */
export const nameOf = (
  { platforms }: Service,
  fingerprint: Fingerprint,
  { only, engine }: Platforms,
): string =>
  engine !== null && only !== null && legsOf(platforms).length > 0
    ? platformName(fingerprint, only)
    : inputsName(fingerprint)

/** A service as an engine keeps it: built for the one platform that was asked for, and for no other. */
export const asKept = (planned: PlannedService, { only, engine }: Platforms): PlannedService => {
  if (engine === null || only === null) return planned
  const { name, platforms } = planned.service
  // Who names no platform is built for the machine's own.
  if (!(platforms.length > 0 ? platforms : [engine]).includes(only))
    throw new StaggerError(otherPlatform(name, only, platforms))
  return forPlatform(planned, only)
}

/** A service as if it were built for this one alone. */
export const forPlatform = (planned: PlannedService, platform: string): PlannedService => ({
  ...planned,
  service: { ...planned.service, platforms: [platform] },
})

/** Of one platform the image's own name; of several a name for each, and the image's own for their index. */
export const findLegs = async (
  store: Store,
  { name, platforms }: Pick<Service, 'name' | 'platforms'>,
  fingerprint: Fingerprint,
  { only, kept }: { readonly only: string | null; readonly kept: string },
): Promise<readonly Leg[]> => {
  if (only !== null && !platforms.includes(only)) throw new StaggerError(otherPlatform(name, only, platforms))
  const several = legsOf(platforms)
  if (several.length === 0) return [{ platform: platforms[0] ?? null, name: kept, found: null, here: true }]
  return Promise.all(
    several.map(async (platform) => {
      const own = platformName(fingerprint, platform)
      const found = await store.findHere(name, own)
      return { platform, name: own, found, here: only === null || only === platform }
    }),
  )
}

const otherPlatform = (service: string, asked: string, platforms: readonly string[]): Problem => ({
  code: 'other-platform',
  fault: 'caller',
  problem: `${service} is not built for ${asked}`,
  why:
    platforms.length > 0
      ? `its platforms are ${platforms.join(', ')}`
      : 'it names no platforms, so it is built for the one of its builder',
  fix: `leave --platform out, or add it in stagger.yml: services: { ${service}: { platforms: [${[...platforms, asked].join(', ')}] } }`,
})

interface MergeWorld {
  readonly store: Store
  readonly registry: Registry
}

/** Which platforms have their image by now. Others build at the same time, so this is asked after one's own are there. */
export const platformsOf = async (
  { store, registry }: MergeWorld,
  service: Service,
  legs: readonly Leg[],
): Promise<readonly (PlatformImage | null)[]> => {
  const repository = store.repository(service.name)
  const held = await registry.manifests(legs.map(({ name }) => ({ repository, reference: name })))
  return held.map((manifest, at) => {
    const platform = legs[at]?.platform
    if (!manifest || !platform) return null
    const { digest, mediaType, body } = manifest
    return { platform, digest, mediaType, size: body.byteLength }
  })
}

/** The index of all platforms, by its digest: whoever finds the last one there makes it, and gives it the image's name. */
export const indexLegs = async (
  { store, registry }: MergeWorld,
  service: Service,
  images: readonly PlatformImage[],
): Promise<Image> => {
  const repository = store.repository(service.name)
  const { digest } = await registry.put(repository, indexOf(images), null)
  return { image: `${repository}@${digest}`, digest, repository }
}

import type { ServiceName } from '../words.js'
import type { Discovered } from './discover.js'
import { familiarName } from './dockerfile/reference.js'
import type { NamedContext, Service } from './service.js'

/** What a file calls a service: one, or why it could not become one; and the images that it builds. */
export type Candidate = { readonly name: ServiceName; readonly images: readonly string[] } & (
  | { readonly service: Service }
  | { readonly leftOut: string }
)

/**
 * The services of a file, each knowing which images the others build. What takes from one that is left out is left out as
 * well: nobody could see it change. `elsewhere` has the images of those that are not built here.
 */
export const settle = (
  candidates: readonly Candidate[],
  elsewhere: ReadonlyMap<string, string> = new Map(),
): Discovered => {
  const built = new Set<string>(candidates.map(({ name }) => name))
  const services = new Map<string, Service>()
  const warnings: string[] = []
  for (const one of candidates)
    if ('service' in one) services.set(one.name, withImages(one.service, built, elsewhere))
    else warnings.push(`${one.name} is left out: ${one.leftOut}`)
  for (let lost = firstLost(services); lost; lost = firstLost(services)) {
    services.delete(lost.name)
    warnings.push(`${lost.name} is left out: it is built from ${lost.from}, which is not built here`)
  }
  const imagesBuiltHere = builders(candidates)
  return { services: [...services.values()].map((service) => ({ ...service, imagesBuiltHere })), warnings }
}

/** A named context that is a service with an image from elsewhere is that image. */
const withImages = (
  service: Service,
  built: ReadonlySet<string>,
  elsewhere: ReadonlyMap<string, string>,
): Service => {
  const resolved = (context: NamedContext): NamedContext => {
    const image = context.kind === 'service' ? elsewhere.get(context.service) : undefined
    const here = context.kind === 'service' && built.has(context.service)
    return image === undefined || here ? context : { kind: 'remote', address: image }
  }
  const contexts = Object.entries(service.contexts).map(([name, context]) => [name, resolved(context)])
  return { ...service, contexts: Object.fromEntries(contexts) }
}

const firstLost = (
  services: ReadonlyMap<string, Service>,
): { readonly name: ServiceName; readonly from: string } | null => {
  for (const { name, contexts } of services.values())
    for (const context of Object.values(contexts))
      if (context.kind === 'service' && !services.has(context.service)) return { name, from: context.service }
  return null
}

/** Also of those that were left out: whoever takes from their images must not count as unchanged. */
const builders = (candidates: readonly Candidate[]): Service['imagesBuiltHere'] =>
  Object.fromEntries(
    candidates.flatMap(({ name, images }) => images.map((image) => [familiarName(image), name] as const)),
  )

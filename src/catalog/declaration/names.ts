import type { ServiceName } from '../../words.js'
import type { NamedContext, Service } from '../service.js'
import type { Declaration } from './declaration.js'

/** The name of each discovered service from now on; null where it is left out. */
export type NewNames = ReadonlyMap<ServiceName, ServiceName | null>

export const newNames = (discovered: readonly Service[], { services }: Declaration): NewNames => {
  const names = new Map<ServiceName, ServiceName | null>(
    discovered.map(({ name }) => [name, services[name] === false ? null : name]),
  )
  for (const [name, settings] of Object.entries(services))
    if (settings && settings.from !== undefined) names.set(settings.from as ServiceName, name as ServiceName)
  return names
}

/** A service in which every other one has its name of now. One that is left out keeps its own: nobody sees its image change. */
export const following = (names: NewNames): ((service: Service) => Service) => {
  const images = new Map<Service['imagesBuiltHere'], Service['imagesBuiltHere']>()
  const imagesOf = ({ imagesBuiltHere: before }: Service): Service['imagesBuiltHere'] => {
    const after = images.get(before) ?? renameAll(before, names)
    images.set(before, after)
    return after
  }
  return (service) => ({
    ...service,
    imagesBuiltHere: imagesOf(service),
    dependsOn: service.dependsOn.flatMap((name) => names.get(name) ?? []),
    contexts: Object.fromEntries(
      Object.entries(service.contexts).map(([name, context]) => [name, renamed(context, names)]),
    ),
  })
}

const renameAll = (images: Service['imagesBuiltHere'], names: NewNames): Service['imagesBuiltHere'] =>
  Object.fromEntries(Object.entries(images).map(([image, by]) => [image, names.get(by) ?? by]))

const renamed = (context: NamedContext, names: NewNames): NamedContext =>
  context.kind === 'service'
    ? { kind: 'service', service: names.get(context.service) ?? context.service }
    : context

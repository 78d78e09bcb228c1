import type { Plan } from '../../changes/planned.js'
import type { ServiceName } from '../../words.js'

/**
 * New services that are made of exactly what one that is gone was made of: by their new name, the old one. A
 * fingerprint does not know its service's name. Where two would fit, nobody can say.
 */
export const renames = ({ services, removed }: Plan): ReadonlyMap<ServiceName, ServiceName> => {
  const added = services.filter(({ change }) => change === 'added')
  const pairs = removed.flatMap(({ name, previous }) => {
    const same = added.filter(({ image }) => previous !== null && image.fingerprint === previous)
    const rivals = removed.filter((other) => other.previous === previous)
    const [only] = same
    return only && same.length === 1 && rivals.length === 1 ? [[only.service.name, name] as const] : []
  })
  return new Map(pairs)
}

import { posix } from 'node:path'
import type { Service } from '../catalog/service.js'
import type { Fingerprinted } from '../changes/planned.js'
import type { ServiceName } from '../words.js'

/** A service at one commit. What only its tests read is in no image, and gives it no version. */
export interface Made {
  readonly service: Service
  readonly image: Fingerprinted
}

/** A service together with those whose images it takes, at one commit. */
export type MadeFrom = ReadonlyMap<ServiceName, Made>

/** Paths that decide an image: a folder stands for all that is below it. */
export interface Material {
  /** From the service on to the one whose inputs these are; empty for its own. */
  readonly through: readonly ServiceName[]
  readonly paths: ReadonlySet<string>
  /** The service, where what is declared of it differs: then it matters which commit said so. */
  readonly redeclared: ServiceName | null
}

/**
 * What a service's image was made of at its last release, and what it is made of now, its own first. `then` is empty
 * where nobody can say.
 */
export const materialOf = (service: ServiceName, now: MadeFrom, then: MadeFrom): readonly Material[] => {
  const materials: Material[] = []
  const seen = new Set<ServiceName>([service])
  const open: { name: ServiceName; through: readonly ServiceName[] }[] = [{ name: service, through: [] }]
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { name, through } = next
    const both = [now.get(name), then.get(name)]
    const redeclared = isSame(declarationOf(both[0]?.service), declarationOf(both[1]?.service)) ? null : name
    materials.push({ through, paths: pathsOf(both[0], both[1]), redeclared })
    for (const edge of both.flatMap((made) => made?.image.inputs.edges ?? [])) {
      if (seen.has(edge.service)) continue
      seen.add(edge.service)
      open.push({ name: edge.service, through: [...through, edge.service] })
    }
  }
  return materials
}

const pathsOf = (now: Made | undefined, then: Made | undefined): ReadonlySet<string> =>
  new Set([now, then].flatMap((made) => (made ? inputPaths(made) : [])).concat(describing(now, then)))

const inputPaths = ({ image: { inputs } }: Made): string[] =>
  [...inputs.inputs, ...inputs.declared, ...inputs.named.flatMap((named) => named.inputs)].map(
    ({ path }) => path,
  )

/** A Dockerfile counts where it says something else of the image than before, or nobody can say. */
const describing = (now: Made | undefined, then: Made | undefined): string[] => {
  const saidBy = (made: Made | undefined) => made && [made.image.inputs.instructions, made.image.inputs.args]
  if (now && then && isSame(saidBy(now), saidBy(then))) return []
  return [now, then].flatMap((made) => made?.service.dockerfile ?? [])
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What is said of a service's image. What others are called, and who is released together, decides none. */
const declarationOf = (service: Service | null | undefined): Partial<Service> | null => {
  if (!service) return null
  const { imagesBuiltHere: _images, group: _group, name: _name, path: _path, ...rest } = service
  return rest
}

export const saysTheSame = (one: Service | null, other: Service | null): boolean =>
  isSame(declarationOf(one), declarationOf(other))

/** At the repository's root: what compose, bake and Stagger read, and where compose has its variables from. */
const DECLARES =
  /^(?:(?:docker-)?compose(?:\.[^/]+)?|docker-bake(?:\.[^/]+)?|stagger)\.(?:ya?ml|hcl|json)$|^\.env$/

/** Whether a file may say something of many services. */
export const isDeclaring = (path: string): boolean => DECLARES.test(path)

/** Whether a changed path is among them, itself or as a part of a folder. */
export const decidedBy = ({ paths }: Material, path: string): boolean => {
  for (let at = path; ; at = posix.dirname(at)) {
    if (paths.has(at)) return true
    if (at === '.' || at === '/') return false
  }
}

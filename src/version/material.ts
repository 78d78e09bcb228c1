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
    materials.push({ through, paths: pathsOf(both[0], both[1]) })
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

/** Stands for the files that declare services: one holds many, so it counts only where what it says of this one differs. */
const DECLARING = 'declares:'

/** The files that describe an image count where they say something else of it than before, or nobody can say. */
const describing = (now: Made | undefined, then: Made | undefined): string[] => {
  const same = <T>(of: (made: Made) => T): boolean =>
    now !== undefined && then !== undefined && JSON.stringify(of(now)) === JSON.stringify(of(then))
  return [
    ...(same(({ image: { inputs } }) => [inputs.instructions, inputs.args])
      ? []
      : [now, then].flatMap((made) => made?.service.dockerfile ?? [])),
    ...(same(declarationOf) ? [] : [DECLARING]),
  ]
}

/** What others are called, and who is released together, decides no image. */
const declarationOf = ({ service }: Made): Partial<Service> => {
  const { imagesBuiltHere: _images, group: _group, name: _name, path: _path, ...rest } = service
  return rest
}

/** At the repository's root: what compose, bake and Stagger read, and where compose has its variables from. */
const DECLARES =
  /^(?:(?:docker-)?compose(?:\.[^/]+)?|docker-bake(?:\.[^/]+)?|stagger)\.(?:ya?ml|hcl|json)$|^\.env$/

/** Whether a changed path is among them, itself or as a part of a folder. */
export const decidedBy = ({ paths }: Material, path: string): boolean => {
  if (DECLARES.test(path) && paths.has(DECLARING)) return true
  for (let at = path; ; at = posix.dirname(at)) {
    if (paths.has(at)) return true
    if (at === '.' || at === '/') return false
  }
}

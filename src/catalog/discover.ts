import { posix } from 'node:path'
import { isServiceName, type Objects, type Oid, StaggerError } from '../words.js'
import { BAKE_FILES } from './bake/files.js'
import { COMPOSE_FILES, discoverCompose } from './compose/discover.js'
import type { Declaration } from './declaration/declaration.js'
import { nothingOfThatKind } from './declaration/problems.js'
import { findDockerfiles } from './find-dockerfiles.js'
import { contextOf } from './lone-dockerfile.js'
import { nameDockerfiles, ownFolder } from './naming.js'
import { allOrEveryProblem } from './refusals.js'
import { PLAIN, type Service } from './service.js'

export interface Discovered {
  readonly services: readonly Service[]
  readonly warnings: readonly string[]
}

/** The services of a commit: what is found, and what `stagger.yml` says on top of it. */
export const discover = async (
  objects: Objects,
  root: Oid,
  declaration?: Declaration,
): Promise<Discovered> => {
  const found = await find(objects, root, declaration)
  if (!declaration) return found
  const { declare } = await import('./declaration/declare.js')
  return declare(objects, root, found, declaration)
}

/** Those that compose files build, else those of a bake file, else one for each Dockerfile; or one of these ways alone. */
const find = async (objects: Objects, root: Oid, declaration?: Declaration): Promise<Discovered> => {
  const way = declaration?.discover
  if (way === false) return { services: [], warnings: [] }
  if (way === 'dockerfiles') return discoverDockerfiles(objects, root, declaration)
  const found =
    (way === 'bake' ? null : await discoverCompose(objects, root)) ??
    (way === 'compose' ? null : await discoverBake(objects, root))
  if (found || !declaration || way === undefined)
    return found ?? discoverDockerfiles(objects, root, declaration)
  const files = way === 'bake' ? BAKE_FILES : COMPOSE_FILES
  const problem = nothingOfThatKind(way, files.join(', '))
  throw new StaggerError({ ...problem, at: await declaration.at(['discover']) })
}

/** Most repositories have no bake file, and do not pay for its language. */
const discoverBake = async (objects: Objects, root: Oid): Promise<Discovered | null> => {
  const names = (await objects.tree(root)).map(({ name }) => name)
  if (!BAKE_FILES.some((name) => names.includes(name))) return null
  const bake = await import('./bake/discover.js')
  return bake.discoverBake(objects, root)
}

const discoverDockerfiles = async (
  objects: Objects,
  root: Oid,
  declaration?: Declaration,
): Promise<Discovered> => {
  const dockerfiles = await findDockerfiles(objects, root)
  const names = nameDockerfiles(dockerfiles)
  const services = await allOrEveryProblem(
    dockerfiles.map(async (dockerfile): Promise<Service[]> => {
      const name = names.get(dockerfile) as string
      if (!isServiceName(name)) return []
      // One that is left out need not be readable: it may be there to be a bad example.
      const leftOut = declaration?.services[name] === false
      const context = leftOut ? posix.dirname(dockerfile) : await contextOf(objects, root, dockerfile)
      return [{ ...PLAIN, name, path: ownFolder(name, dockerfile, context), dockerfile, context }]
    }),
  )
  return { services: services.flat().sort((a, b) => (a.name < b.name ? -1 : 1)), warnings: [] }
}

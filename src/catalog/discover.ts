import { posix } from 'node:path'
import { isServiceName, type Objects, type Oid, type Problem, StaggerError } from '../words.js'
import { discoverCompose } from './compose/discover.js'
import { parseDockerfile } from './dockerfile/parse.js'
import { sourcesOf } from './dockerfile/sources.js'
import { readStages } from './dockerfile/stages.js'
import { nameDockerfiles, ownFolder } from './naming.js'
import { PLAIN, type Service } from './service.js'
import { entryAt, textAt } from './tree.js'

export interface Discovered {
  readonly services: readonly Service[]
  readonly warnings: readonly string[]
}

const DOCKERFILE = /^Dockerfile$|^Dockerfile\.(?!dockerignore$).+|^.+\.Dockerfile$/i
/** Other people's code: what stands there is not this repository's to release. */
const FOREIGN = new Set(['node_modules', 'vendor'])

/** The services of a commit: those that its compose files build, else one for each Dockerfile. */
export const discover = async (objects: Objects, root: Oid): Promise<Discovered> =>
  (await discoverCompose(objects, root)) ?? (await discoverDockerfiles(objects, root))

const discoverDockerfiles = async (objects: Objects, root: Oid): Promise<Discovered> => {
  const dockerfiles = await findDockerfiles(objects, root, '')
  const names = nameDockerfiles(dockerfiles)
  const services = await allOrEveryProblem(
    dockerfiles.map(async (dockerfile): Promise<Service[]> => {
      const name = names.get(dockerfile) as string
      if (!isServiceName(name)) return []
      const context = await contextOf(objects, root, dockerfile)
      return [{ ...PLAIN, name, path: ownFolder(name, dockerfile, context), dockerfile, context }]
    }),
  )
  return { services: services.flat().sort((a, b) => (a.name < b.name ? -1 : 1)), warnings: [] }
}

/** Whoever corrects one Dockerfile wants to know of the others that do not parse, too. */
const allOrEveryProblem = async <T>(reads: readonly Promise<T>[]): Promise<readonly T[]> => {
  const results = await Promise.allSettled(reads)
  const problems = results.flatMap((result) => {
    if (result.status === 'fulfilled') return []
    if (result.reason instanceof StaggerError) return result.reason.problems
    throw result.reason
  })
  if (problems.length > 0) throw new StaggerError(...(problems as [Problem]))
  return Promise.all(reads)
}

const findDockerfiles = async (objects: Objects, tree: Oid, folder: string): Promise<string[]> => {
  const entries = await objects.tree(tree)
  const found = entries.map(async ({ mode, oid, name }) => {
    const path = posix.join(folder, name)
    if (mode === '040000') return FOREIGN.has(name) ? [] : findDockerfiles(objects, oid, path)
    return mode.startsWith('100') && DOCKERFILE.test(name) && !name.endsWith('.dockerignore') ? [path] : []
  })
  return (await Promise.all(found)).flat()
}

/**
 * Nothing says which context a lone Dockerfile is built with. Its own folder, unless what it copies by
 * name is not there: then the nearest folder above that holds all of it.
 */
const contextOf = async (objects: Objects, root: Oid, dockerfile: string): Promise<string> => {
  const own = posix.dirname(dockerfile)
  const copied = await copiedByName(objects, root, dockerfile)
  for (let folder = own; ; folder = posix.dirname(folder)) {
    const found = await Promise.all(
      copied.map((path) => entryAt(objects, root, posix.join(folder, posix.join('/', path)))),
    )
    if (found.every((entry) => entry !== null)) return folder
    if (folder === '.') return own
  }
}

const copiedByName = async (objects: Objects, root: Oid, dockerfile: string): Promise<string[]> => {
  const parsed = parseDockerfile((await textAt(objects, root, dockerfile)) ?? '', dockerfile)
  return readStages(parsed, {}, dockerfile)
    .flatMap(({ steps }) => steps.flatMap((step) => sourcesOf(step, parsed.escapeToken)))
    .flatMap((source) => (source.kind === 'context' && !/[*?[]/.test(source.pattern) ? [source.pattern] : []))
}

import { posix } from 'node:path'
import type { Objects, Oid } from '../../../words.js'
import { readCompose } from '../../compose/file.js'
import { inside, isRemote } from '../../named-context.js'
import { textAt } from '../../tree.js'
import { loadYaml } from '../../yaml.js'
import { listOf, mapOf, type Plain, textsOf } from './plain.js'
import type { PutIn } from './variables.js'

/** A compose file, and those that it includes. */
export interface ComposeFiles {
  readonly file: string
  readonly content: Plain
  readonly included: readonly ComposeFiles[]
  /** The paths that `include` itself names besides. */
  readonly paths: readonly string[]
  /** What could not be read, and why. */
  readonly lost: readonly string[]
}

export interface Place {
  readonly objects: Objects
  readonly root: Oid
  readonly put: PutIn
}

/** Null where the file is not there. Throws what is no compose file, with its line. */
export const readComposeFiles = async (
  place: Place,
  file: string,
  above: readonly string[] = [],
): Promise<ComposeFiles | null> => {
  const text = await textAt(place.objects, place.root, file)
  if (text === null) return null
  await readCompose(text, file)
  const content = mapOf(loadYaml(text))
  const includes = listOf(content.include).flatMap(includeOf)
  const read = includes.map(({ path }) => readIncluded(place, file, path, [...above, file]))
  const results = await Promise.all(read)
  return {
    file,
    content,
    included: results.filter((one) => typeof one !== 'string'),
    paths: includes.flatMap(({ others }) => others),
    lost: results.filter((one) => typeof one === 'string'),
  }
}

const includeOf = (include: unknown): readonly { path: string; others: readonly string[] }[] => {
  if (typeof include === 'string') return [{ path: include, others: [] }]
  const { path, env_file, project_directory } = mapOf(include)
  const others = [...textsOf(env_file), ...textsOf(project_directory)]
  return textsOf(path).map((one) => ({ path: one, others }))
}

/** Or why it cannot be read. */
const readIncluded = async (
  place: Place,
  file: string,
  path: string,
  above: readonly string[],
): Promise<ComposeFiles | string> => {
  const where = fileAt(place.put, file, path)
  if (where === null) return `include: ${path}`
  if (above.includes(where)) return `${where} includes itself`
  return (await readComposeFiles(place, where, above)) ?? `${where}, which is included, is not tracked`
}

/** A file that another one names: from that one's folder on. Null where it is not in this repository, or nobody can say. */
export const fileAt = (put: PutIn, from: string, text: string): string | null => {
  const path = put(text)
  if (path === null || isRemote(path) || /^[a-z]+:\/\//.test(path) || path.startsWith('/')) return null
  return inside(posix.join(posix.dirname(from), path))
}

/** The service of a name, and the file that it stands in. */
export const findService = (
  files: ComposeFiles,
  name: string,
): { readonly service: Plain; readonly files: ComposeFiles } | null => {
  const services = mapOf(files.content.services)
  if (Object.hasOwn(services, name)) return { service: mapOf(services[name]), files }
  for (const included of files.included) {
    const found = findService(included, name)
    if (found) return found
  }
  return null
}

export const serviceNames = ({ content, included }: ComposeFiles): readonly string[] => [
  ...Object.keys(mapOf(content.services)),
  ...included.flatMap(serviceNames),
]

import {
  isServiceName,
  type Objects,
  type Oid,
  type Problem,
  type ServiceName,
  StaggerError,
} from '../../words.js'
import { type Candidate, settle } from '../candidates.js'
import type { Discovered } from '../discover.js'
import { textAt } from '../tree.js'
import { chooseTargets } from './choose.js'
import { BAKE_FILES } from './files.js'
import { readHcl } from './hcl/body.js'
import { readJson } from './hcl/json.js'
import { HclError, inFile } from './hcl/syntax.js'
import { type Resolved, resolve } from './resolve.js'
import { type Source, scopeOf } from './scope.js'
import { serviceOf } from './service.js'
import { readTargets, type Targets } from './targets.js'

/** The services that the bake files at the root build; null where they build none. */
export const discoverBake = async (objects: Objects, root: Oid): Promise<Discovered | null> => {
  const texts = await Promise.all(
    BAKE_FILES.map(async (file) => [file, await textAt(objects, root, file)] as const),
  )
  const files = new Map(texts.flatMap(([file, text]) => (text === null ? [] : [[file, text]])))
  return files.size === 0 ? null : readBake(files)
}

/** Two commits mostly hold the same files; the same texts always read the same. */
const remembered = new Map<string, Discovered | null>()

export const readBake = (files: ReadonlyMap<string, string>): Discovered | null => {
  const key = JSON.stringify([...files])
  const known = remembered.get(key)
  const read = known === undefined ? readAll(files) : known
  remembered.set(key, read)
  return read
}

const readAll = (files: ReadonlyMap<string, string>): Discovered | null => {
  try {
    const sources = [...files].map(
      ([file, text]): Source => ({ file, body: inFile(file, () => read(file, text)) }),
    )
    const targets = readTargets(sources, scopeOf(sources))
    const warnings: string[] = []
    const candidates = withThoseTheyNeed(targets, chooseTargets(targets), warnings)
    const settled = settle(candidates)
    return settled.services.length === 0 && settled.warnings.length === 0
      ? null
      : { services: settled.services, warnings: [...warnings, ...settled.warnings] }
  } catch (error) {
    if (error instanceof HclError) throw new StaggerError(unreadable(error, files))
    throw error
  }
}

const read = (file: string, text: string): Source['body'] =>
  file.endsWith('.json') ? readJson(text) : readHcl(text)

/** A target that another one's contexts name is built as well: only so can be seen that it changed. */
const withThoseTheyNeed = (targets: Targets, chosen: readonly string[], warnings: string[]): Candidate[] => {
  const candidates = new Map<string, Candidate>()
  const waiting = chosen.filter((name) => givesImage(targets, name))
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const known = name.toLowerCase() as ServiceName
    if (candidates.has(known)) continue
    const candidate = candidateOf(targets, name, warnings)
    candidates.set(known, candidate)
    if ('service' in candidate) waiting.push(...neededBy(targets, candidate))
  }
  return [...candidates.values()]
}

/** What gives only files, or nothing, is a service where another one is built from it. */
const givesImage = (targets: Targets, name: string): boolean => {
  const resolved = resolveOrWhy(targets, name)
  return 'leftOut' in resolved || resolved.image !== false
}

const neededBy = ({ targets }: Targets, { service }: Extract<Candidate, { service: unknown }>): string[] =>
  Object.values(service.contexts).flatMap((context) =>
    context.kind === 'service'
      ? [...targets.keys()].filter((name) => name.toLowerCase() === context.service)
      : [],
  )

const candidateOf = (targets: Targets, target: string, warnings: string[]): Candidate => {
  const name = target.toLowerCase() as ServiceName
  if (!isServiceName(name))
    return {
      name,
      images: [],
      leftOut: 'its name cannot be the name of a service: letters and digits, joined by one of _ -',
    }
  const resolved = resolveOrWhy(targets, target)
  if ('leftOut' in resolved) return { name, images: [], ...resolved }
  warnings.push(...resolved.warnings.map((text) => `${name}: ${text}`))
  return { name, images: resolved.tags ?? [], ...serviceOf(name, resolved) }
}

const resolveOrWhy = (targets: Targets, name: string): Resolved | { readonly leftOut: string } => {
  try {
    return resolve(targets, name)
  } catch (error) {
    if (!(error instanceof HclError)) throw error
    return { leftOut: error.file === null ? error.message : `${error.file}:${error.line}: ${error.message}` }
  }
}

const unreadable = ({ file, line, message }: HclError, files: ReadonlyMap<string, string>): Problem => {
  const name = file ?? [...files.keys()][0] ?? ''
  const text = (files.get(name) ?? '').split('\n')[line - 1] ?? ''
  return {
    code: 'bake-file',
    fault: 'caller',
    problem: `${name} cannot be read`,
    why: message,
    fix: `docker buildx bake --print   (shows what buildx itself makes of it); or declare the services in stagger.yml, with discover: false`,
    at: { file: name, line, column: text.length - text.trimStart().length + 1, text },
  }
}

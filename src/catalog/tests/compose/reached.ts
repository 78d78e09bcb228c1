import { type ComposeFiles, fileAt, findService, type Place, readComposeFiles } from './files.js'
import { mentionedBy } from './mentioned.js'
import { mapOf, type Plain, textsOf } from './plain.js'

/** A service that is started, as its file has it. */
export interface Started {
  readonly name: string
  /** Itself, then what it extends. */
  readonly parts: readonly Part[]
}

export interface Part {
  readonly service: Plain
  readonly files: ComposeFiles
}

/** What is started for one service, and what could not be read on the way. */
export interface Reached {
  readonly started: readonly Started[]
  readonly lost: readonly string[]
}

/** A service and what it depends on, which `up SERVICE` starts with it. */
export const reachedFrom = async (place: Place, files: ComposeFiles, first: string): Promise<Reached> => {
  const started = new Map<string, Started>()
  const lost: string[] = []
  const waiting = [first]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (started.has(name)) continue
    const parts = await partsOf(place, files, name, lost)
    started.set(name, { name, parts })
    for (const { service } of parts) waiting.push(...mentionedBy(service).services)
  }
  return { started: [...started.values()], lost }
}

const partsOf = async (
  place: Place,
  files: ComposeFiles,
  name: string,
  lost: string[],
): Promise<readonly Part[]> => {
  const parts: Part[] = []
  let next = findService(files, name)
  if (!next) lost.push(`the service ${name} is in no file that can be read`)
  while (next && !parts.some(({ service }) => service === next?.service)) {
    parts.push(next)
    next = await extended(place, next, lost)
  }
  return parts
}

const extended = async (place: Place, { service, files }: Part, lost: string[]): Promise<Part | null> => {
  const text = textsOf(service.extends)[0]
  const { service: other, file } = mapOf(service.extends)
  const name = text ?? textsOf(other)[0]
  if (name === undefined) return null
  const where = textsOf(file)[0]
  const found = findService(where === undefined ? files : await fileOf(place, files, where), name)
  if (!found) lost.push(`extends: ${name}${where === undefined ? '' : ` of ${where}`}`)
  return found
}

const NOTHING: ComposeFiles = { file: '', content: {}, included: [], paths: [], lost: [] }

const fileOf = async (place: Place, { file }: ComposeFiles, text: string): Promise<ComposeFiles> => {
  const where = fileAt(place.put, file, text)
  return (where === null ? null : await readComposeFiles(place, where)) ?? NOTHING
}

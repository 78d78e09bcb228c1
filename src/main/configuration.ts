import * as v from 'valibot'
import type { SourceDocument } from '../catalog/document.js'
import { loadYaml } from '../catalog/yaml.js'
import type { Configuration, ReadConfiguration } from '../commands/configuration.js'
import { type Position, type Problem, StaggerError } from '../words.js'
import { configurationProblems } from './configuration-problems.js'
import { settingsSchema } from './settings.js'

/** Two commits mostly hold the same configuration; the same text always reads the same. */
const remembered = new Map<string, Promise<Configuration>>()

/** Reads `stagger.yml` once and validates it once; every problem is told, each where it stands, from top to bottom. */
export const readConfiguration: ReadConfiguration = (text, file): Promise<Configuration> => {
  const key = JSON.stringify([file, text])
  const known = remembered.get(key) ?? parse(text ?? '', file)
  remembered.set(key, known)
  return known
}

const parse = async (text: string, file: string): Promise<Configuration> => {
  const quick = v.safeParse(settingsSchema, loadYaml(text))
  const { discover, services, environments, ...rest } = quick.success
    ? quick.output
    : checked(await located(text, file))
  const declared = discover !== undefined || services !== undefined
  const at = async (path: readonly (string | number)[]): Promise<Position> =>
    (await located(text, file)).at(path)
  return {
    ...rest,
    environments: environments ?? {},
    ...(declared ? { declaration: { file, discover, services: services ?? {}, at } } : {}),
  }
}

/** By the parser that knows where everything stands: asked where there is something to complain about. */
const located = async (text: string, file: string): Promise<SourceDocument> => {
  const { readDocument } = await import('../catalog/document.js')
  const read = readDocument(text, file)
  if ('problems' in read) throw new StaggerError(...(read.problems as [Problem]))
  return read.document
}

const checked = (document: SourceDocument) => {
  const { success, output, issues } = v.safeParse(settingsSchema, document.value ?? {})
  if (success) return output
  throw new StaggerError(...(configurationProblems(document, issues) as [Problem]))
}

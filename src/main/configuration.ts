import * as v from 'valibot'
import { readDocument, type SourceDocument } from '../catalog/document.js'
import { nearest } from '../catalog/nearest.js'
import type { Configuration, ReadConfiguration } from '../commands/configuration.js'
import { environmentSchema } from '../environment/settings.js'
import { type Problem, StaggerError } from '../words.js'

const registry = v.pipe(
  v.string('registry must be a text such as ghcr.io/acme'),
  v.regex(
    /^[a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9._-]+)*$/,
    'registry is a host and a path in lower case, without https://',
  ),
)

/** All rooms' parts of `stagger.yml`. */
const schema = v.strictObject({
  registry: v.optional(registry),
  environments: v.optional(v.record(v.string(), environmentSchema), {}),
})

/** Reads `stagger.yml` once and validates it once; every problem is told, each where it stands. */
export const readConfiguration: ReadConfiguration = async (text, file): Promise<Configuration> => {
  const read = readDocument(text ?? '', file)
  if ('problems' in read) throw new StaggerError(...(read.problems as [Problem]))
  const checked = v.safeParse(schema, read.document.value ?? {})
  if (checked.success) return checked.output
  throw new StaggerError(
    ...(checked.issues.map((issue) => configurationProblem(read.document, issue)) as [Problem]),
  )
}

const configurationProblem = (document: SourceDocument, issue: v.BaseIssue<unknown>): Problem => {
  const path = (issue.path ?? []).map(({ key }) => key as string | number)
  const name = path.join('.')
  const unknown = issue.type === 'strict_object' && issue.expected === 'never'
  return {
    code: 'configuration',
    fault: 'caller',
    problem: unknown ? `${name} is not a setting` : `${name || document.file} is not valid`,
    why: unknown ? 'nothing is read from it' : issue.message,
    fix: unknown ? suggestion(String(path.at(-1)), issue) : 'correct it in the file',
    at: document.at(path),
  }
}

/** The names that are valid beside an unknown key. */
const suggestion = (key: string, issue: v.BaseIssue<unknown>): string => {
  const entries = (issue as { requirement?: unknown }).requirement
  const valid = Array.isArray(entries) ? entries.map(String) : SETTINGS
  const close = nearest(key, valid)
  return close.length > 0 ? `did you mean ${close.join(' or ')}?` : `valid settings are ${valid.join(', ')}`
}

const SETTINGS = [
  'registry',
  'environments',
  'region',
  'endpoint',
  'cluster',
  'service',
  'taskDefinition',
  'strategy',
  'minimumHealthyPercent',
  'maximumPercent',
  'timeoutMinutes',
]

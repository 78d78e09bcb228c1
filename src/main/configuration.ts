import * as v from 'valibot'
import { readDocument, type SourceDocument } from '../catalog/document.js'
import { nearest } from '../catalog/nearest.js'
import type { Configuration, ReadConfiguration } from '../commands/configuration.js'
import { environmentSchema, SETTINGS } from '../environment/settings.js'
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

/** Reads `stagger.yml` once and validates it once; every problem is told, each where it stands, from top to bottom. */
export const readConfiguration: ReadConfiguration = async (text, file): Promise<Configuration> => {
  const read = readDocument(text ?? '', file)
  if ('problems' in read) throw new StaggerError(...(read.problems as [Problem]))
  const checked = v.safeParse(schema, read.document.value ?? {})
  if (checked.success) return checked.output
  const problems = checked.issues.map((issue) => configurationProblem(read.document, issue))
  throw new StaggerError(...(problems.toSorted(byPlace) as [Problem]))
}

const byPlace = ({ at: one }: Problem, { at: other }: Problem): number =>
  (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0)

type Issue = v.BaseIssue<unknown>
type Path = readonly (string | number)[]

const configurationProblem = (document: SourceDocument, issue: Issue): Problem => {
  const path = (issue.path ?? []).map(({ key }) => key as string | number)
  const at = document.at(path)
  return { code: 'configuration', fault: 'caller', ...told(path, issue, `${at.file}:${at.line}`), at }
}

type Told = Pick<Problem, 'problem' | 'why' | 'fix'>

const told = (path: Path, issue: Issue, where: string): Told => {
  const strict = issue.type === 'strict_object'
  if (strict && issue.expected === 'never') return unknownSetting(path, where)
  if (strict && issue.received === 'undefined') return missingSetting(path, where)
  return { problem: `${path.join('.') || where} is not valid`, why: issue.message, fix: `correct ${where}` }
}

const unknownSetting = (path: Path, where: string): Told => {
  const valid = path.length > 1 ? SETTINGS : Object.keys(schema.entries)
  const close = nearest(String(path.at(-1)), valid)
  return {
    problem: `${path.join('.')} is not a setting`,
    why: `what may stand here: ${valid.join(', ')}`,
    fix: close.length > 0 ? `did you mean ${close.join(' or ')}?` : `remove ${where}`,
  }
}

const missingSetting = (path: Path, where: string): Told => ({
  problem: `${path.slice(0, -1).join('.')} has no ${path.at(-1)}`,
  why: 'it has no default',
  fix: `add below ${where}: ${path.at(-1)}: …`,
})

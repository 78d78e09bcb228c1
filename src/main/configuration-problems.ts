import type { SourceDocument } from '../catalog/document.js'
import { type Issue, plainIssues } from '../catalog/issues.js'
import { nearest } from '../catalog/nearest.js'
import type { Problem } from '../words.js'
import { settingsAt, unknownKeys } from './settings.js'

type Path = readonly (string | number)[]

/** Everything that is wrong in a configuration, from top to bottom. */
export const configurationProblems = (document: SourceDocument, issues: readonly Issue[]): Problem[] => {
  const strangers = unknownKeys(document.value)
  const misnamed = new Set(strangers.map(mapOf))
  const unknown = strangers.map((path) => problemAt(document, path, unknownSetting))
  const others = issues
    .flatMap((issue) => plainIssues(issue))
    .filter(({ issue }) => !isUnknownKey(issue))
    // Which form was meant is only known once its keys have their names.
    .filter(({ issue, path, ofForm }) => !(ofForm && isMissing(issue) && misnamed.has(mapOf(path))))
    .map(({ issue, path }) =>
      problemAt(document, path, (at, where) =>
        isMissing(issue) ? missingSetting(at, where) : wrongValue(at, where, issue),
      ),
    )
  return [...unknown, ...others].toSorted(byPlace)
}

/** The map in which something stands, to compare. */
const mapOf = (path: Path): string => JSON.stringify(path.slice(0, -1))

const byPlace = ({ at: one }: Problem, { at: other }: Problem): number =>
  (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0)

const isUnknownKey = ({ type, expected }: Issue): boolean => type === 'strict_object' && expected === 'never'
const isMissing = ({ type, received }: Issue): boolean => type === 'strict_object' && received === 'undefined'

type Told = Pick<Problem, 'problem' | 'why' | 'fix'>

const problemAt = (
  document: SourceDocument,
  path: Path,
  tell: (path: Path, where: string) => Told,
): Problem => {
  const at = document.at(path)
  return { code: 'configuration', fault: 'caller', ...tell(path, `${at.file}:${at.line}`), at }
}

const wrongValue = (path: Path, where: string, { message }: Issue): Told => ({
  problem: `${path.join('.') || where} is not valid`,
  why: message,
  fix: `correct ${where}`,
})

const unknownSetting = (path: Path, where: string): Told => {
  const valid = settingsAt(path.slice(0, -1))
  const close = nearest(String(path.at(-1)), valid)
  return {
    problem: `${path.join('.')} is not a setting`,
    why: `what may stand here: ${valid.join(', ')}`,
    fix:
      close.length > 0
        ? `did you mean ${close.join(' or ')}?`
        : `name one of those instead, or remove ${where}`,
  }
}

const missingSetting = (path: Path, where: string): Told => ({
  problem: `${path.slice(0, -1).join('.')} has no ${path.at(-1)}`,
  why: 'it has no default',
  fix: `add below ${where}: ${path.at(-1)}: …`,
})

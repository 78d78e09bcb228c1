import type * as v from 'valibot'

type Issue = Pick<v.BaseIssue<unknown>, 'type' | 'expected' | 'received' | 'path'>

/** What is wrong in a manifest, and where: for whoever wrote it, who knows nothing of schemas. */
export const manifestIssue = (issue: Issue): string => {
  const path = issue.path?.map(({ key }) => String(key)).join('.') ?? ''
  return `${path === '' ? 'it' : path} ${wrong(issue)}`
}

const wrong = ({ type, expected, received, path }: Issue): string => {
  if (type === 'strict_object' && expected === 'never') return 'is no field of it'
  if (received === 'undefined') return 'is missing'
  if (path?.at(-1)?.origin === 'key') return 'is no service’s name'
  if (type === 'literal') return `is not ${expected}`
  return KINDS.get(type) ?? 'is not what a build writes there'
}

const SHA256 = 'is no sha256:… of 64 digits'
const KINDS: ReadonlyMap<string, string> = new Map([
  ['string', 'is no text'],
  ['array', 'is no list'],
  ['strict_object', 'is no map'],
  ['record', 'is no map'],
  ['regex', SHA256],
  ['check', SHA256],
])

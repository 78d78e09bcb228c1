import { distance } from 'fastest-levenshtein'
import type { Problem } from '../words.js'

/** The valid names that look most like what was typed, nearest first. */
export const nearest = (name: string, valid: readonly string[], most = 3): readonly string[] =>
  valid
    .map((candidate) => ({ candidate, far: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(2, candidate.length / 2) || candidate.includes(name))
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ candidate }) => candidate)

/** The problem of a name that is not there, with those that are. */
export const unknownName = (kind: string, name: string, valid: readonly string[]): Problem => {
  const close = nearest(name, valid)
  return {
    code: `unknown-${kind}`,
    fault: 'caller',
    problem: `there is no ${kind} ${JSON.stringify(name)}`,
    why: valid.length > 0 ? `there are: ${[...valid].sort().join(', ')}` : `there is no ${kind} at all`,
    fix: fixOf(kind, close, valid),
  }
}

const fixOf = (kind: string, close: readonly string[], valid: readonly string[]): string => {
  if (valid.length === 0) return `add that ${kind}, or take out what names it`
  return close.length > 0 ? `did you mean ${close.join(' or ')}?` : 'name one of them'
}

import { isMember, matcher, type Token as Wildcard } from '../match.js'
import type { Matcher, State } from './matcher.js'
import type { Token } from './tokens.js'

/** `deep` stands for any number of folders. */
type Segment = 'deep' | ((name: string) => boolean)

/** A pattern as one test a segment of the path. */
interface Segments {
  readonly segments: readonly Segment[]
  /** Matches whatever is below a match, too. */
  readonly tail: boolean
  /** `.` of a regular expression takes no line break, so that `**` crosses no name with one. */
  readonly regular: boolean
}

/** States are sets of positions, one bit each. */
const MOST_SEGMENTS = 30
const SLASH = 47

/** moby/patternmatcher asks a regular expression only where there is more than `**` at one end; else null. */
export const compilePlain = (pattern: string): Matcher | null => limited(plain(pattern))

/** Null for what cannot be asked segment by segment. */
export const compileSegments = (tokens: readonly Token[]): Matcher | null => limited(regular(tokens))

const limited = (compiled: Segments | null): Matcher | null =>
  compiled && compiled.segments.length <= MOST_SEGMENTS ? bitwise(compiled) : null

const isPlain = (text: string): boolean => !/[*?\\[\]]/.test(text)
const equals = (segment: string) => (name: string) => name === segment
const literal = (path: string): Segment[] => path.split('/').map(equals)

const plain = (pattern: string): Segments | null => {
  if (isPlain(pattern)) return { segments: literal(pattern), tail: false, regular: false }
  if (pattern === '**') return { segments: [() => true], tail: true, regular: false }
  if (pattern.endsWith('**') && isPlain(pattern.slice(0, -2))) return prefix(pattern.slice(0, -2).split('/'))
  return pattern.startsWith('**') && isPlain(pattern.slice(2)) ? suffix(pattern.slice(2).split('/')) : null
}

const prefix = (path: readonly string[]): Segments => {
  const last = path.at(-1) as string
  const begins = (name: string) => name.startsWith(last)
  return { segments: [...path.slice(0, -1).map(equals), begins], tail: true, regular: false }
}

const suffix = ([first = '', ...rest]: readonly string[]): Segments => {
  const ends = (name: string) => name.endsWith(first)
  const segments: Segment[] = [...(first === '' ? [] : [ends]), ...rest.map(equals)]
  return { segments: ['deep', ...segments], tail: false, regular: false }
}

/** Null where `**` stands inside of a segment, or something takes a `/`. */
const regular = (tokens: readonly Token[]): Segments | null => {
  const segments: Segment[] = []
  for (const part of parts(tokens)) {
    const segment = segmentOf(part)
    if (segment === null) return null
    segments.push(segment)
  }
  return { segments, tail: tokens.at(-1) === 'rest', regular: true }
}

/** Cut at each `/`; `deep` has taken its own along. */
const parts = (tokens: readonly Token[]): Token[][] => {
  const all: Token[][] = [[]]
  for (const token of tokens) {
    if (token !== SLASH) all.at(-1)?.push(token)
    if (token === SLASH || token === 'deep') all.push([])
  }
  return all
}

const segmentOf = (part: readonly Token[]): Segment | null => {
  if (part.length === 1 && part[0] === 'deep') return 'deep'
  if (part.length === 1 && part[0] === 'rest') return noBreak
  return part.every(staysInside) ? matcher(part) : null
}

const staysInside = (token: Token): token is Wildcard =>
  typeof token === 'object' ? !isMember(token, SLASH) : !['deep', 'rest', 'begin'].includes(token as string)

const noBreak = (name: string): boolean => !name.includes('\n')

const bitwise = ({ segments, tail, regular }: Segments): Matcher => {
  const end = segments.length
  const crosses = regular ? noBreak : () => true
  const reached = (position: number, name: string): number => {
    const segment = segments[position]
    if (segment === undefined || segment === 'deep') return crosses(name) ? 1 << position : 0
    return segment(name) ? 1 << (position + 1) : 0
  }
  /** `deep` may stand for nothing. */
  const closed = (states: number): number => {
    let all = states
    for (let at = 0; at < end; at++) if (all & (1 << at) && segments[at] === 'deep') all |= 1 << (at + 1)
    return all
  }
  const step = (state: State, name: string): State => {
    let states = 0
    for (let at = 0; at <= end; at++) if ((state as number) & (1 << at)) states |= reached(at, name)
    return closed(states)
  }
  return {
    start: closed(1),
    step,
    matched: (state) => ((state as number) & (1 << end)) !== 0,
    below: (state) => (tail ? state : (state as number) & ~(1 << end)),
  }
}

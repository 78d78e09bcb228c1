import { quote, readSet } from './match.js'

/** One line of an ignore file. */
export interface Rule {
  /** `!pattern`: what matches is not ignored after all. */
  readonly exception: boolean
  /** Null where what it matches would depend on the oddities of another engine for regular expressions. */
  readonly test: ((path: string) => boolean) | null
}

/** Null for a lone `!`, which BuildKit refuses. */
export const compile = (line: string): Rule | null => {
  const exception = line.startsWith('!')
  const pattern = exception ? line.slice(1) : line
  return pattern === '' ? null : { exception, test: tester(pattern) }
}

/**
 * moby/patternmatcher's `compile`: it asks a regular expression only where there is more than `**` at one end.
 */
const tester = (pattern: string): Rule['test'] => {
  if (isPlain(pattern)) return (path) => path === pattern
  if (pattern.endsWith('**') && isPlain(pattern.slice(0, -2)) && pattern.length > 2)
    return (path) => path.startsWith(pattern.slice(0, -2))
  if (pattern.startsWith('**') && isPlain(pattern.slice(2))) return endsWith(pattern.slice(2))
  const text = toRegex(pattern)
  if (text === null) return null
  const regex = new RegExp(`^${text}$`, 'u')
  return (path) => regex.test(path)
}

const isPlain = (text: string): boolean => !/[*?\\[\]]/.test(text)

const endsWith = (suffix: string) => (path: string) =>
  path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1))

const toRegex = (pattern: string): string | null => {
  let text = ''
  for (let at = 0; at < pattern.length; ) {
    const piece = readPiece(pattern, at)
    if (!piece) return null
    text += piece.text
    at = piece.end
  }
  return text
}

interface Piece {
  readonly text: string
  readonly end: number
}

const readPiece = (pattern: string, at: number): Piece | null => {
  const ch = String.fromCodePoint(pattern.codePointAt(at) as number)
  if (ch === '*') return readStars(pattern, at)
  if (ch === '?') return { text: '[^/]', end: at + 1 }
  if (ch === '[') return readPlainSet(pattern, at)
  if (ch === '\\') return readEscape(pattern, at)
  if (ch === '^') return { text: ch, end: at + 1 } // not escaped there either: the beginning of the path
  return { text: quote(ch), end: at + ch.length }
}

/** `**` takes the `/` behind it along: it stands for any number of folders, none as well. Several mean no more than one. */
const readStars = (pattern: string, at: number): Piece => {
  const run = /^(?:\*\*\/?)+/.exec(pattern.slice(at))?.[0]
  if (run === undefined) return { text: '[^/]*', end: at + 1 }
  const end = at + run.length
  return { text: end === pattern.length ? '.*' : '(?:.*/)?', end }
}

/** A `*` or `?` in brackets is one of that engine's oddities. */
const readPlainSet = (pattern: string, at: number): Piece | null => {
  const set = readSet(pattern, at)
  return set && !/[*?[\\]/.test(pattern.slice(at + 1, set.end)) ? set : null
}

/** Before a letter or a digit, the engine would take it for a class of characters. */
const readEscape = (pattern: string, at: number): Piece | null => {
  const ch = pattern[at + 1]
  return ch === undefined || /[\p{L}\p{Nd}\ud800-\udfff]/u.test(ch) ? null : { text: quote(ch), end: at + 2 }
}

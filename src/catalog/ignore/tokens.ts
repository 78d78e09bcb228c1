import { type Members, readCharacter, readSet } from '../match.js'

/**
 * What moby/patternmatcher makes of a pattern, piece by piece (`compile`): besides characters, `*`, `?` and sets,
 * `deep` (`**`: any number of folders, none as well), `rest` (`**` at the end) and `begin` (a `^`, which is not escaped
 * there: the beginning of the path).
 */
export type Token = number | 'any' | 'star' | 'deep' | 'rest' | 'begin' | Members

interface Piece {
  readonly token: Token
  readonly end: number
}

/** Bytes that are no UTF-8; and a byte order mark, which is no part of a regular expression, before `**`. */
const ODD = /[\udc80-\udcff]|^\ufeff\*\*/u

/** Null where what it matches would depend on the oddities of another engine. */
export const tokensOf = (pattern: string): readonly Token[] | null => {
  if (ODD.test(pattern)) return null
  const tokens: Token[] = []
  for (let at = pattern.startsWith('\ufeff') ? 1 : 0; at < pattern.length; ) {
    const piece = readPiece(pattern, at)
    if (!piece) return null
    tokens.push(piece.token)
    at = piece.end
  }
  return tokens
}

const readPiece = (pattern: string, at: number): Piece | null => {
  const ch = pattern[at]
  if (ch === '*') return readStars(pattern, at)
  if (ch === '?') return { token: 'any', end: at + 1 }
  if (ch === '[') return readPlainSet(pattern, at)
  if (ch === '\\') return readEscape(pattern, at)
  return ch === '^' ? { token: 'begin', end: at + 1 } : readCharacter(pattern, at)
}

const STARS = /(?:\*\*\/?)+/y

/** `**` takes the `/` behind it along. Several mean no more than one. */
const readStars = (pattern: string, at: number): Piece => {
  STARS.lastIndex = at
  const run = STARS.exec(pattern)?.[0]
  if (run === undefined) return { token: 'star', end: at + 1 }
  const end = at + run.length
  return { token: end === pattern.length ? 'rest' : 'deep', end }
}

/** A `*` or `?` in brackets is one of that engine's oddities. */
const readPlainSet = (pattern: string, at: number): Piece | null => {
  const set = readSet(pattern, at)
  return set && !/[*?[\\]/.test(pattern.slice(at + 1, set.end)) ? set : null
}

/** Before a letter or a digit, the engine would take it for a class of characters. */
const readEscape = (pattern: string, at: number): Piece | null => {
  const ch = pattern[at + 1]
  return ch === undefined || /[\p{L}\p{Nd}\ud800-\udfff]/u.test(ch)
    ? null
    : { token: ch.charCodeAt(0), end: at + 2 }
}

import { replaceAll as replaceEvery, replaceFirst, trimPrefix, trimSuffix } from './wildcards.js'

/** A value that the Dockerfile alone does not tell: its text, as far as it is known, with `${NAME}` for what is not. */
export interface Unknown {
  readonly unknown: string
}

/** What a variable holds: text, null where it is surely unset, or what only the base image or the builder knows. */
export type Lookup = (name: string) => string | null | Unknown

export const unknown = (name: string): Unknown => ({ unknown: `\${${name}}` })

/** A text with its variables put in and its quotes taken off. */
export interface Expansion {
  readonly value: string
  /** The variables whose value could not be told; they stand in `value` as `${NAME}`. */
  readonly undecided: readonly string[]
}

interface Cursor {
  readonly text: string
  readonly escapeToken: string
  readonly lookup: Lookup
  readonly undecided: string[]
  at: number
  depth: number
}

/** What nobody writes: braces in braces, and values that double from line to line. */
const MOST_DEPTH = 100
const MOST_TEXT = 1 << 20

/** How escapes are kept: not at all, as they stand, or so that a pattern can be read from the result. */
type Escapes = 'none' | 'raw' | 'pattern'

/** What BuildKit refuses to expand, or what would never end. */
class BadSubstitution extends Error {}

/** Expands one word as BuildKit's shell lexer does (frontend/dockerfile/shell/lex.go). */
export const expand = (text: string, lookup: Lookup, escapeToken = '\\'): Expansion => {
  const cursor: Cursor = { text, escapeToken, lookup, undecided: [], at: 0, depth: 0 }
  try {
    return { value: readUntil(cursor, '', 'none'), undecided: cursor.undecided }
  } catch (error) {
    if (error instanceof BadSubstitution) return { value: text, undecided: [text] }
    throw error
  }
}

const next = (cursor: Cursor): string => cursor.text[cursor.at++] ?? ''
const peek = (cursor: Cursor): string => cursor.text[cursor.at] ?? ''

/** Reads up to the character `stop` (which is taken) or the end. */
const readUntil = (cursor: Cursor, stop: string, escapes: Escapes): string => {
  let value = ''
  if (++cursor.depth > MOST_DEPTH) throw new BadSubstitution()
  while (cursor.at < cursor.text.length) {
    const ch = next(cursor)
    if (ch === stop) {
      cursor.depth--
      return value
    }
    value += readPiece(cursor, ch, escapes)
    if (value.length > MOST_TEXT) throw new BadSubstitution()
  }
  if (stop !== '') throw new BadSubstitution()
  cursor.depth--
  return value
}

const readPiece = (cursor: Cursor, ch: string, escapes: Escapes): string => {
  if (ch === "'") return readSingleQuoted(cursor, escapes)
  if (ch === '"') return readDoubleQuoted(cursor, escapes)
  if (ch === '$') return readVariable(cursor)
  return ch === cursor.escapeToken ? (escapes === 'none' ? '' : ch) + next(cursor) : ch
}

const readSingleQuoted = (cursor: Cursor, escapes: Escapes): string => {
  const end = cursor.text.indexOf("'", cursor.at)
  if (end < 0) throw new BadSubstitution()
  const value = cursor.text.slice(cursor.at, end)
  cursor.at = end + 1
  return escapes === 'pattern' ? value.replaceAll(cursor.escapeToken, cursor.escapeToken.repeat(2)) : value
}

const readDoubleQuoted = (cursor: Cursor, escapes: Escapes): string => {
  let value = ''
  while (cursor.at < cursor.text.length) {
    const ch = next(cursor)
    if (ch === '"') return value
    if (ch === '$') value += readVariable(cursor)
    else if (ch === cursor.escapeToken) value += readQuotedEscape(cursor, escapes)
    else value += ch
  }
  throw new BadSubstitution()
}

/** Inside double quotes, an escape counts before a quote, a dollar or another one; else it stays what it is. */
const readQuotedEscape = (cursor: Cursor, escapes: Escapes): string => {
  const { escapeToken } = cursor
  const kept = escapes === 'none' ? '' : escapeToken
  return ['"', '$', escapeToken].includes(peek(cursor)) ? kept + next(cursor) : kept + escapeToken
}

const NAME = /\p{Nd}+|[@*#?$!-]|[\p{L}_][\p{L}\p{Nd}_]*/uy

const readName = (cursor: Cursor): string => {
  NAME.lastIndex = cursor.at
  const name = NAME.exec(cursor.text)?.[0] ?? ''
  cursor.at += name.length
  return name
}

const readVariable = (cursor: Cursor): string => {
  if (peek(cursor) !== '{') {
    const name = readName(cursor)
    return name ? known(cursor, name, cursor.lookup(name), '') : '$'
  }
  cursor.at++
  if (['', '{', '}', ':'].includes(peek(cursor))) throw new BadSubstitution()
  const name = readName(cursor)
  const modifier = readModifier(cursor)
  const held = cursor.lookup(name)
  if (modifier === '}') return known(cursor, name, held, '')
  return modifier.startsWith('/')
    ? readReplacement(cursor, name, held, modifier)
    : readModified(cursor, name, held, modifier)
}

const readModifier = (cursor: Cursor): string => {
  const modifier = /^(?:\}|:?[-+?]|[#%]|\/\/?)/.exec(cursor.text.slice(cursor.at))?.[0]
  if (modifier === undefined) throw new BadSubstitution()
  cursor.at += modifier.length
  return modifier
}

type Held = ReturnType<Lookup>

const readModified = (cursor: Cursor, name: string, held: Held, modifier: string): string => {
  const isPattern = modifier === '#' || modifier === '%'
  const before = cursor.undecided.length
  const word = readUntil(cursor, '}', isPattern ? 'pattern' : 'none')
  if (held !== null && typeof held !== 'string') return known(cursor, name, held, modifier + word)
  if (isPattern) return pattern(() => (modifier === '#' ? trimPrefix : trimSuffix)(word, held ?? ''))
  const set = modifier.startsWith(':') ? held !== null && held !== '' : held !== null
  if (modifier.endsWith('?') && !set) throw new BadSubstitution()
  if (modifier.endsWith('+') ? set : !set) return word
  cursor.undecided.length = before // the word counts only where it was used
  return modifier.endsWith('+') ? '' : (held as string)
}

const readReplacement = (cursor: Cursor, name: string, held: Held, modifier: string): string => {
  const from = readUntil(cursor, '/', 'pattern')
  const to = readUntil(cursor, '}', 'raw')
  if (held !== null && typeof held !== 'string') return known(cursor, name, held, `${modifier}${from}/${to}`)
  return pattern(() => (modifier === '//' ? replaceEvery : replaceFirst)(from, held ?? '', to))
}

const pattern = (apply: () => string | null): string => {
  const value = apply()
  if (value === null) throw new BadSubstitution()
  return value
}

const known = (cursor: Cursor, name: string, held: Held, modifier: string): string => {
  if (held === null || typeof held === 'string') return held ?? ''
  cursor.undecided.push(name)
  return modifier === '' ? held.unknown : `\${${held.unknown}${modifier}}`
}

/** Stands for a value that the Dockerfile alone does not tell, e.g. one that only the base image knows. */
export const UNDECIDED = Symbol('undecided')

/** What a variable holds: text, null where it is surely unset, or UNDECIDED. */
export type Lookup = (name: string) => string | null | typeof UNDECIDED

/** A text with its variables put in and its quotes taken off. */
export interface Expansion {
  readonly value: string
  /** The variables whose value could not be told; `value` holds nothing in their place. */
  readonly undecided: readonly string[]
}

interface Cursor {
  readonly text: string
  readonly escapeToken: string
  readonly lookup: Lookup
  readonly undecided: string[]
  at: number
}

/** Expands one word as BuildKit's shell lexer does (frontend/dockerfile/shell/lex.go). */
export const expand = (text: string, lookup: Lookup, escapeToken = '\\'): Expansion => {
  const cursor: Cursor = { text, escapeToken, lookup, undecided: [], at: 0 }
  return { value: readUntil(cursor, ''), undecided: cursor.undecided }
}

/** Reads up to the character `stop` (which is taken) or the end. */
const readUntil = (cursor: Cursor, stop: string): string => {
  let value = ''
  while (cursor.at < cursor.text.length) {
    const ch = cursor.text[cursor.at++] as string
    if (ch === stop) return value
    if (ch === "'") value += readSingleQuoted(cursor)
    else if (ch === '"') value += readDoubleQuoted(cursor)
    else if (ch === '$') value += readVariable(cursor)
    else if (ch === cursor.escapeToken) value += cursor.text[cursor.at++] ?? ''
    else value += ch
  }
  return value
}

const readSingleQuoted = (cursor: Cursor): string => {
  const end = cursor.text.indexOf("'", cursor.at)
  const value = cursor.text.slice(cursor.at, end < 0 ? undefined : end)
  cursor.at = end < 0 ? cursor.text.length : end + 1
  return value
}

const readDoubleQuoted = (cursor: Cursor): string => {
  let value = ''
  while (cursor.at < cursor.text.length) {
    const ch = cursor.text[cursor.at++] as string
    if (ch === '"') return value
    if (ch === '$') value += readVariable(cursor)
    else if (
      ch === cursor.escapeToken &&
      ['"', '$', cursor.escapeToken].includes(cursor.text[cursor.at] ?? '')
    )
      value += cursor.text[cursor.at++]
    else value += ch
  }
  return value
}

const NAME = /(?:[A-Za-z_][A-Za-z0-9_]*|[0-9@*#?!$-])/y

const readName = (cursor: Cursor): string => {
  NAME.lastIndex = cursor.at
  const name = NAME.exec(cursor.text)?.[0] ?? ''
  cursor.at += name.length
  return name
}

const readVariable = (cursor: Cursor): string => {
  if (cursor.text[cursor.at] !== '{') {
    const name = readName(cursor)
    return name ? known(cursor, name, cursor.lookup(name)) : '$'
  }
  cursor.at++
  const name = readName(cursor)
  const modifier = readModifier(cursor)
  if (modifier === '') {
    cursor.at++ // the closing brace
    return known(cursor, name, cursor.lookup(name))
  }
  const held = cursor.lookup(name)
  const before = cursor.undecided.length
  const word = readUntil(cursor, '}')
  if (held === UNDECIDED) return known(cursor, name, held)
  const value = modified(held, modifier, word)
  if (value === UNDECIDED) return known(cursor, name, value)
  // The word counts only where it was used.
  if (value !== word) cursor.undecided.length = before
  return value
}

const readModifier = (cursor: Cursor): string => {
  const rest = cursor.text.slice(cursor.at)
  const modifier = /^(?::?[-+?]|##?|%%?|\/\/?)/.exec(rest)?.[0] ?? ''
  cursor.at += modifier.length
  return modifier
}

/** `${x#pattern}` and its kin cut by patterns: not followed yet, so what comes out is undecided. */
const modified = (held: string | null, modifier: string, word: string): string | typeof UNDECIDED => {
  const set = modifier.startsWith(':') ? held !== null && held !== '' : held !== null
  switch (modifier.at(-1)) {
    case '-':
      return set ? (held as string) : word
    case '+':
      return set ? word : ''
    case '?':
      return set ? (held as string) : UNDECIDED
    default:
      return UNDECIDED
  }
}

const known = (cursor: Cursor, name: string, held: ReturnType<Lookup>): string => {
  if (held === UNDECIDED) cursor.undecided.push(name)
  return typeof held === 'string' ? held : ''
}

import { expand } from './expand.js'
import { isSpace } from './space.js'

export interface HeredocStart {
  readonly name: string
  /** `<<-`: tabs before its lines, and before its end, do not count. */
  readonly chomp: boolean
}

const START = /^\d*<<(-?)[\t\n\f\r ]*([^<]+)$/

/** A word as the beginning of a here-document; null where it is none. */
export const heredocStart = (word: string): HeredocStart | null => {
  const [, chomp = '', text = ''] = START.exec(word) ?? []
  const { value, undecided } = expand(text, (name) => `$${name}`)
  return value === '' || undecided.length > 0 ? null : { name: value, chomp: chomp === '-' }
}

/** The here-documents that a line begins. */
export const heredocStarts = (line: string): HeredocStart[] =>
  line.includes('<<') ? (words(line) ?? []).flatMap((word) => heredocStart(word) ?? []) : []

/** Nobody writes more of them on one line, least of all in each other. */
const MOST_VARIABLES = 500

/**
 * A line in words as BuildKit's shell lexer cuts it here (shell/lex.go, `RawQuotes`): quotes stay and protect
 * white space, and `<<` keeps its name even behind a blank. Null where it gives up: then no here-document begins.
 */
const words = (line: string): string[] | null => {
  if (line.split('${').length > MOST_VARIABLES) return null
  const found: string[] = []
  let word = ''
  for (let at = 0; at < line.length; ) {
    const end = pieceEnd(line, at)
    if (end === null) return null
    const space = end === at + 1 && isSpace(line[at] as string)
    if (space && word !== '') found.push(word)
    word = space ? '' : word + line.slice(at, end)
    at = end
  }
  return word === '' ? found : [...found, word]
}

const pieceEnd = (line: string, at: number): number | null => {
  const ch = line[at] as string
  if (ch === '\\') return at + 2
  if (ch === "'") return line.indexOf("'", at + 1) + 1 || null
  if (ch === '"') return quoteEnd(line, at + 1)
  if (ch === '$' && line[at + 1] === '{') return variableEnd(line, at + 2)
  return ch === '<' ? at + (/^<<[\t\r ]*/.exec(line.slice(at))?.[0].length ?? 1) : at + 1
}

const quoteEnd = (line: string, start: number): number | null => {
  for (let at: number | null = start; at !== null && at < line.length; ) {
    const ch = line[at]
    if (ch === '"') return at + 1
    if (ch === '$' && line[at + 1] === '{') at = variableEnd(line, at + 2)
    else at += ch === '\\' && /["$\\]/.test(line[at + 1] ?? '') ? 2 : 1
  }
  return null
}

const VARIABLE = /^(?:\p{Nd}+|[@*#?$!-]|[\p{L}_][\p{L}\p{Nd}_]*)?(?:(\})|:[^#%]|[-+?#%]|(\/\/?))/u

/** Behind the brace that ends `${…}`; what stands in it may hold quotes and further ones. */
const variableEnd = (line: string, start: number): number | null => {
  const [whole = '', end, slash] = VARIABLE.exec(line.slice(start)) ?? []
  if (whole === '' || /^[{}:]/.test(whole)) return null
  if (end) return start + whole.length
  const second = slash ? stopAfter(line, start + whole.length, '/') : start + whole.length
  return second === null ? null : stopAfter(line, second, '}')
}

const stopAfter = (line: string, start: number, stop: string): number | null => {
  for (let at: number | null = start; at !== null && at < line.length; at = pieceEnd(line, at))
    if (line[at] === stop) return at + 1
  return null
}

import { isSpace, trim, trimStart } from './space.js'

/**
 * How BuildKit cuts one line into pieces (frontend/dockerfile/parser: split_command.go, line_parsers.go).
 * Kept close to the original, since each of its oddities decides what a COPY reads.
 */

const SPACE = /[\t\v\f\r ]+/

export const splitKeyword = (line: string): { keyword: string; rest: string } => {
  const text = trim(line)
  const space = text.search(SPACE)
  return space < 0
    ? { keyword: text.toUpperCase(), rest: '' }
    : { keyword: text.slice(0, space).toUpperCase(), rest: trim(text.slice(space)) }
}

/** Takes the leading `--flag` words off. Quotes and escapes count inside them. */
export const takeFlags = (line: string, escapeToken: string): { flags: string[]; rest: string } => {
  const flags: string[] = []
  let rest = trimStart(line)
  while (rest.startsWith('--')) {
    const { word, end } = readFlag(rest, escapeToken)
    rest = trimStart(rest.slice(end))
    if (word === '--') break
    flags.push(word.slice(2))
  }
  return { flags, rest }
}

const readFlag = (text: string, escapeToken: string): { word: string; end: number } => {
  let word = ''
  let quote = ''
  let at = 0
  for (; at < text.length; at++) {
    const ch = text[at] as string
    if (ch === quote) quote = ''
    else if (!quote && (ch === '"' || ch === "'")) quote = ch
    else if (!quote && isSpace(ch)) break
    else word += ch === escapeToken ? (text[++at] ?? '') : ch
  }
  return { word, end: at }
}

/** The strings of a JSON array, or null where the text is none: then it is the shell form. */
export const jsonStrings = (text: string): string[] | null => {
  if (!trimStart(text).startsWith('[')) return null
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null
  } catch {
    return null
  }
}

/** The arguments of COPY, ADD and FROM: a JSON array, or cut at white space, where no quote protects it. */
export const splitArguments = (rest: string): string[] =>
  jsonStrings(rest) ?? rest.split(SPACE).filter((word) => word !== '')

/** The words of ARG, ENV and LABEL: quotes protect white space, and stay. */
export const splitWords = (rest: string, escapeToken: string): string[] => {
  const words: string[] = []
  for (let at = 0; at < rest.length; ) {
    const end = wordEnd(rest, at, escapeToken)
    if (end > at) words.push(rest.slice(at, end))
    at = end + 1
  }
  return words
}

const wordEnd = (text: string, start: number, escapeToken: string): number => {
  let quote = ''
  for (let at = start; at < text.length; at++) {
    const ch = text[at] as string
    if (!quote && isSpace(ch)) return at
    if (ch === escapeToken && quote !== "'") at++
    else if (ch === quote) quote = ''
    else if (!quote && (ch === '"' || ch === "'")) quote = ch
  }
  return text.length
}

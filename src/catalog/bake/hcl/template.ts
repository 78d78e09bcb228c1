import type { Cursor } from './cursor.js'
import type { Expression } from './syntax.js'

type ReadExpression = (cursor: Cursor) => Expression

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/** What stands between quotation marks. */
export const quoted = (cursor: Cursor, expression: ReadExpression): Expression => {
  const line = cursor.line
  const template = templateUntil(cursor, /"/y, true, expression, line)
  cursor.match(/"/y)
  return template
}

/** A whole text as a template: what a JSON file's strings are. */
export const wholeTemplate = (cursor: Cursor, expression: ReadExpression): Expression =>
  templateUntil(cursor, /$(?![\s\S])/y, false, expression, cursor.line)

const templateUntil = (
  cursor: Cursor,
  end: RegExp,
  escapes: boolean,
  expression: ReadExpression,
  line: number,
): Expression => {
  const parts: Expression[] = []
  while (!cursor.ends(end)) {
    if (cursor.ended) cursor.fail('a text does not end')
    const text = plainText(cursor, end, escapes)
    const marker = cursor.match(/\$\{~?/y)
    const value = marker === '${~' ? text.trimEnd() : text
    if (value !== '') parts.push({ kind: 'literal', value, line })
    if (marker !== null) parts.push(interpolated(cursor, expression))
  }
  const [only] = parts
  if (parts.length === 1 && only?.kind === 'literal') return only
  return { kind: 'template', parts, line }
}

/** Up to what is put in between, or to the end. */
const plainText = (cursor: Cursor, end: RegExp, escapes: boolean): string => {
  let text = ''
  while (!cursor.ended && !cursor.ends(end) && !cursor.ends(/\$\{/y)) {
    if (cursor.match(/%\{/y)) cursor.fail('a template directive, %{ … }, is not read here')
    if (cursor.match(/\$\$\{/y)) text += '${'
    else if (cursor.match(/%%\{/y)) text += '%{'
    else if (escapes && cursor.match(/\\/y)) text += escaped(cursor)
    else text += cursor.match(/[\s\S]/y)
  }
  return text
}

const interpolated = (cursor: Cursor, expression: ReadExpression): Expression =>
  cursor.within(false, () => {
    const value = expression(cursor)
    cursor.expect(/~?\}/y, '}')
    if (cursor.text[cursor.at - 2] === '~') cursor.match(/\s+/y)
    return value
  })

const escaped = (cursor: Cursor): string => {
  const code = cursor.match(/u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}/y)
  if (code) return String.fromCodePoint(Number.parseInt(code.slice(1), 16))
  const letter = cursor.match(/[\s\S]/y) ?? ''
  return ESCAPES[letter] ?? cursor.fail(`\\${letter} is no escape`)
}

/** `<<END` and `<<-END`, which takes the indentation away that all lines share. */
export const heredoc = (
  cursor: Cursor,
  make: (text: string, line: number) => Cursor,
  expression: ReadExpression,
): Expression => {
  const flush = cursor.match(/-/y) !== null
  const word = cursor.match(/[\w-]+/y) ?? cursor.fail('a word is expected behind <<')
  cursor.match(/[^\S\n]*\n/y) ?? cursor.fail('a line end is expected behind the word of <<')
  const line = cursor.line
  const lines: string[] = []
  for (;;) {
    if (cursor.ended) cursor.fail(`the text <<${word} does not end`)
    const next = cursor.match(/[^\n]*/y) ?? ''
    if (next.trim() === word) break
    lines.push(next)
    cursor.match(/\n/y)
  }
  const indent = flush ? sharedIndent(lines) : 0
  const text = lines.map((one) => `${one.slice(Math.min(indent, one.length))}\n`).join('')
  return wholeTemplate(make(text, line), expression)
}

const sharedIndent = (lines: readonly string[]): number => {
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length)
  return indents.length > 0 ? Math.min(...indents) : 0
}

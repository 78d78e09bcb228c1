import stringWidth from 'fast-string-width'

/** A column of a table; `code` sets its cells in a fixed-width face where the page has one. */
export interface Column {
  readonly title: string
  readonly align?: 'right'
  readonly code?: true
}

/** What a terminal or a table row would take as a command or a new line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not reach a terminal
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r' }

const escaped = (character: string): string =>
  NAMED[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

/** One line that prints as it reads, whatever is in a file's name; bytes that are not UTF-8 show as U+FFFD. */
export const printable = (text: string): string => text.toWellFormed().replace(UNPRINTABLE, escaped)

const pad = (text: string, width: number, align: Column['align']): string => {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)))
  return align === 'right' ? space + text : text + space
}

/** Aligned columns for a terminal, each line ended by a newline. */
export const table = (columns: readonly Column[], rows: readonly (readonly string[])[]): string => {
  const lines = [columns.map(({ title }) => title), ...rows].map((row) =>
    columns.map((_, at) => printable(row[at] ?? '')),
  )
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => stringWidth(line[at] ?? ''))))
  const layout = (line: readonly string[]) =>
    columns.map(({ align }, at) => pad(line[at] ?? '', widths[at] ?? 0, align)).join('  ')
  return lines.map((line) => `${layout(line).trimEnd()}\n`).join('')
}

/** Text that Markdown and HTML show as it is: a file's name cannot become a link, a tag or another column. */
export const markdownText = (text: string): string =>
  printable(text)
    .replace(/[\\`*_[\]#~|]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** The same in a fixed-width face. An element instead of backticks: no name can end it. */
export const markdownCode = (text: string): string => {
  const shown = printable(text).replace(/[&<>|`*_[\]\\~@#:]/g, (c) => `&#${c.charCodeAt(0)};`)
  return shown === '' ? '' : `<code>${shown}</code>`
}

/**
 * What a program printed, as it printed it. On one line of the page: an empty one of the log would end the element, and what
 * stood below it would be Markdown.
 */
export const markdownLog = (text: string): string => {
  const lines = text.split('\n').map((line) => htmlText(printable(line.replaceAll('\t', '    '))))
  return `<pre>${lines.join('&#10;')}</pre>`
}

const htmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A table of GitHub's Markdown. */
export const markdownTable = (columns: readonly Column[], rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  const cell = ({ code }: Column, text: string) => (code ? markdownCode(text) : markdownText(text))
  return [
    line(columns.map(({ title }) => markdownText(title))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(columns.map((column, at) => cell(column, row[at] ?? '')))),
  ].join('')
}

import type { Position, Problem } from '../words.js'
import { markdownLog, markdownText, printable } from './table.js'

/** A problem in a terminal: what, where with the line and a caret, why, and how to go on. */
export const problemText = ({ problem, why, fix, docs, at }: Problem): string =>
  [
    `error: ${printable(problem)}`,
    ...(at ? snippet(at) : []),
    ...labelled('why', why),
    ...labelled('fix', fix),
    ...(docs ? labelled('docs', docs) : []),
    '',
  ].join('\n')

export const place = ({ file, line, column }: Position): string => `${printable(file)}:${line}:${column}`

const snippet = (at: Position): string[] => {
  if (at.text === undefined) return [`  ${place(at)}`]
  const number = String(at.line)
  const caret = ' '.repeat(Math.max(0, at.column - 1))
  return [
    `  ${place(at)}`,
    `  ${number} | ${printable(at.text)}`,
    `  ${' '.repeat(number.length)} | ${caret}^`,
  ]
}

/** Further lines stand below the first. */
const labelled = (label: string, text: string): string[] =>
  text
    .split('\n')
    .map((line, at) => `  ${at === 0 ? `${label}: ` : ' '.repeat(label.length + 2)}${printable(line)}`)

/** A problem in a job's summary. */
export const problemMarkdown = ({ problem, why, fix, at }: Problem): string =>
  [
    `> [!CAUTION]`,
    `> **${markdownText(problem)}**${at ? ` (${markdownText(place(at))})` : ''}`,
    '>',
    ...reason(why),
    '>',
    ...paragraph(fix.split('\n')),
    '',
  ].join('\n')

/** What a program printed stands below a line that says so, and is no text of ours. */
const reason = (why: string): readonly string[] => {
  const lines = why.split('\n')
  const told = lines.findIndex((line) => line.endsWith(':')) + 1
  if (told === 0 || told === lines.length) return paragraph(lines)
  const log = markdownLog(lines.slice(told).join('\n'))
  return [
    ...paragraph(lines.slice(0, told)),
    '>',
    `> <details open><summary>what it printed</summary>${log}</details>`,
  ]
}

/** Each line stays one. */
const paragraph = (lines: readonly string[]): readonly string[] =>
  lines.map((line, at) => `> ${markdownText(line)}${at < lines.length - 1 ? '<br>' : ''}`)

import { trim, trimEnd, trimStart, withoutEnd } from './space.js'

/** How BuildKit joins lines into one (frontend/dockerfile/parser/parser.go). */

export const isComment = (line: string): boolean => trimStart(line).startsWith('#')

/** Cuts the escape character off a line's end: the next line goes on. A doubled one is no continuation. */
const continuation = (line: string, escapeToken: string): { text: string; goesOn: boolean } => {
  const text = trimEnd(line, (ch) => ch === ' ' || ch === '\t')
  const goesOn = text.endsWith(escapeToken) && !text.endsWith(escapeToken + escapeToken)
  return goesOn ? { text: text.slice(0, -1), goesOn } : { text: line, goesOn }
}

/** One logical line, from `start` on; `next` is the first line that is not part of it. Indices from 0. */
export const joinLines = (
  lines: readonly string[],
  start: number,
  escapeToken: string,
): { text: string; next: number } => {
  const first = continuation(trimStart(withoutEnd(lines[start] as string)), escapeToken)
  const pieces = [first.text]
  let { goesOn } = first
  let next = start + 1
  for (; goesOn && next < lines.length; next++) {
    const line = withoutEnd(lines[next] as string)
    if (isComment(line) || trim(line) === '') continue
    const more = continuation(line, escapeToken)
    pieces.push(more.text)
    goesOn = more.goesOn
  }
  return { text: pieces.join(''), next }
}

import { StaggerError } from '../../words.js'
import { check } from './check.js'
import { jsonStrings, splitKeyword, takeFlags } from './cut.js'
import { detectSyntax, readDirectives } from './directives.js'
import { heredocStarts } from './heredoc.js'
import type { Heredoc, Instruction, ParsedDockerfile } from './instruction.js'
import { isComment, joinLines } from './lines.js'
import {
  directiveAgain,
  KEYWORDS,
  problemAt,
  type SourceLines,
  unknownInstruction,
  unterminated,
  withoutArguments,
  wrongBeginning,
  wrongEscape,
  wrongTrigger,
} from './problems.js'
import { trim, trimStart, withoutEnd } from './space.js'

const NO_TRIGGERS = ['ONBUILD', 'FROM', 'MAINTAINER']
const WITH_HEREDOC = ['ADD', 'COPY', 'RUN']

const readHeredocs = (source: SourceLines, text: string, start: number, line: number) => {
  const heredocs: Heredoc[] = []
  let next = start
  for (const { name, chomp } of heredocStarts(text)) {
    const end = heredocEnd(source.lines, next, name, chomp)
    if (end === null) throw new StaggerError(unterminated(source, line, name))
    heredocs.push({ name, content: source.lines.slice(next, end).join('\n') })
    next = end + 1
  }
  return { heredocs, next }
}

const heredocEnd = (lines: readonly string[], start: number, name: string, chomp: boolean): number | null => {
  for (let at = start; at < lines.length; at++) {
    const line = withoutEnd(lines[at] as string)
    if ((chomp ? line.replace(/^\t+/, '') : line) === name) return at
  }
  return null
}

const escapeOf = (source: SourceLines): string => {
  const directives = readDirectives(source.lines.map(trimStart))
  const again = directives.find(({ name }, index) => directives.findIndex((one) => one.name === name) < index)
  if (again) throw new StaggerError(directiveAgain(source, again))
  const told = directives.find(({ name }) => name === 'escape')
  if (told && !['`', '\\'].includes(told.value)) throw new StaggerError(wrongEscape(source, told))
  return told?.value ?? '\\'
}

/**
 * The instructions of a Dockerfile. Follows BuildKit's own parser (frontend/dockerfile/parser/parser.go) line by line.
 * Throws `dockerfile-syntax` with file, line and column.
 */
export const parseDockerfile = (text: string, file: string): ParsedDockerfile => {
  const source: SourceLines = { file, lines: text.replace(/^\uFEFF/, '').split('\n') }
  const escapeToken = escapeOf(source)
  const instructions: Instruction[] = []
  for (let at = 0; at < source.lines.length; ) {
    const first = source.lines[at] as string
    if (isComment(first) || trim(first) === '') {
      at++
      continue
    }
    const joined = joinLines(source.lines, at, escapeToken)
    if (trim(joined.text) === '') {
      at = joined.next
      continue
    }
    const read = readInstruction(source, joined, at + 1, escapeToken)
    instructions.push(read.instruction)
    at = read.next
  }
  checkBeginning(source, instructions)
  return { instructions, escapeToken, syntax: detectSyntax(source.lines.map(withoutEnd)) }
}

const readInstruction = (
  source: SourceLines,
  joined: { text: string; next: number },
  line: number,
  escapeToken: string,
) => {
  const { trigger, ...plain } = readLine(joined.text, escapeToken)
  const { keyword, rest } = trigger ?? plain
  for (const word of trigger ? [plain.keyword, keyword] : [keyword])
    if (!KEYWORDS.includes(word)) throw new StaggerError(unknownInstruction(source, line, word))
  if (trigger && NO_TRIGGERS.includes(keyword)) throw new StaggerError(wrongTrigger(source, line, keyword))
  const { heredocs, next } =
    WITH_HEREDOC.includes(keyword) && jsonStrings(rest) === null
      ? readHeredocs(source, joined.text, joined.next, line)
      : { heredocs: [], next: joined.next }
  if (rest === '') throw new StaggerError(withoutArguments(source, line, keyword))
  const inner = trigger && { ...trigger, heredocs, line, trigger: null }
  const instruction: Instruction = { ...plain, heredocs, line, trigger: inner }
  const refused = check(instruction, escapeToken)
  if (refused) throw new StaggerError(problemAt(source, line, refused.problem, refused.why, refused.fix))
  return { instruction, next }
}

interface Line extends Pick<Instruction, 'keyword' | 'flags' | 'rest'> {
  readonly trigger: Omit<Line, 'trigger'> | null
}

const readLine = (text: string, escapeToken: string): Line => {
  const line = readPlainLine(text, escapeToken)
  return {
    ...line,
    trigger: line.keyword === 'ONBUILD' && line.rest !== '' ? readPlainLine(line.rest, '\\') : null,
  }
}

const readPlainLine = (text: string, escapeToken: string): Omit<Line, 'trigger'> => {
  const { keyword, rest } = splitKeyword(text)
  return { keyword, ...takeFlags(rest, escapeToken) }
}

const checkBeginning = (source: SourceLines, instructions: readonly Instruction[]): void => {
  const first = instructions.find(({ keyword }) => keyword !== 'ARG')
  if (first?.keyword !== 'FROM') throw new StaggerError(wrongBeginning(source, first ?? null))
}

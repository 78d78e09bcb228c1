import { StaggerError } from '../../words.js'
import { jsonStrings, splitKeyword, takeFlags } from './cut.js'
import { heredocStarts } from './heredoc.js'
import type { Heredoc, Instruction, ParsedDockerfile } from './instruction.js'
import { isComment, joinLines } from './lines.js'
import {
  KEYWORDS,
  type SourceLines,
  unknownInstruction,
  unterminated,
  withoutArguments,
  wrongBeginning,
} from './problems.js'
import { trim } from './space.js'

const WITH_HEREDOC = ['ADD', 'COPY', 'RUN']
const DIRECTIVE = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/

/** `# escape=`, `# syntax=`, `# check=`: only at the very top, before any other comment or instruction. */
const readDirectives = (lines: readonly string[]): Map<string, string> => {
  const directives = new Map<string, string>()
  for (const line of lines) {
    const match = DIRECTIVE.exec(trim(line))
    const name = match?.[1]?.toLowerCase()
    if (!name || !['escape', 'syntax', 'check'].includes(name) || directives.has(name)) break
    directives.set(name, match?.[2] as string)
  }
  return directives
}

const readHeredocs = (source: SourceLines, text: string, start: number, line: number) => {
  const heredocs: Heredoc[] = []
  let next = start
  for (const { name, chomp } of heredocStarts(text)) {
    const plain = (one: string) => (chomp ? one.replace(/^\t+/, '') : one)
    const end = source.lines.findIndex((one, index) => index >= next && plain(one) === name)
    if (end < 0) throw new StaggerError(unterminated(source, line, name))
    heredocs.push({ name, content: source.lines.slice(next, end).join('\n') })
    next = end + 1
  }
  return { heredocs, next }
}

/**
 * The instructions of a Dockerfile. Follows BuildKit's own parser (frontend/dockerfile/parser/parser.go) line by line.
 * Throws `dockerfile-syntax` with file, line and column.
 */
export const parseDockerfile = (text: string, file: string): ParsedDockerfile => {
  const source: SourceLines = { file, lines: text.replace(/^\uFEFF/, '').split(/\r*\n/) }
  const directives = readDirectives(source.lines)
  const escapeToken = directives.get('escape') ?? '\\'
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
  return { instructions, escapeToken, syntax: syntaxOf(source.lines) }
}

/** A first line `#!…` hides the directives from the parser, but not the front end's name from the builder. */
const syntaxOf = (lines: readonly string[]): string | null =>
  readDirectives(lines[0]?.startsWith('#!') ? lines.slice(1) : lines).get('syntax') ?? null

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
  const { heredocs, next } =
    WITH_HEREDOC.includes(keyword) && jsonStrings(rest) === null
      ? readHeredocs(source, joined.text, joined.next, line)
      : { heredocs: [], next: joined.next }
  if (rest === '') throw new StaggerError(withoutArguments(source, line, keyword))
  const inner = trigger && { ...trigger, heredocs, line, trigger: null }
  return { instruction: { ...plain, heredocs, line, trigger: inner }, next }
}

interface Line extends Pick<Instruction, 'keyword' | 'flags' | 'rest'> {
  readonly trigger: Omit<Line, 'trigger'> | null
}

const readLine = (text: string, escapeToken: string): Line => {
  const { keyword, rest: all } = splitKeyword(text)
  const { flags, rest } = takeFlags(all, escapeToken)
  return { keyword, flags, rest, trigger: keyword === 'ONBUILD' && rest !== '' ? readLine(rest, '\\') : null }
}

const checkBeginning = (source: SourceLines, instructions: readonly Instruction[]): void => {
  const first = instructions.find(({ keyword }) => keyword !== 'ARG')
  if (first?.keyword !== 'FROM') throw new StaggerError(wrongBeginning(source, first ?? null))
}

import { StaggerError } from '../../words.js'
import { splitKeyword, splitWords, takeFlags } from './cut.js'
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

const WITH_HEREDOC = ['ADD', 'COPY', 'RUN']
const DIRECTIVE = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/
const HEREDOC = /^\d*<<(-?)([^<]+)$/

/** `# escape=`, `# syntax=`, `# check=`: only at the very top, before any other comment or instruction. */
const readDirectives = (lines: readonly string[]): Map<string, string> => {
  const directives = new Map<string, string>()
  for (const line of lines) {
    const match = DIRECTIVE.exec(line.trim())
    const name = match?.[1]?.toLowerCase()
    if (!name || !['escape', 'syntax', 'check'].includes(name) || directives.has(name)) break
    directives.set(name, match?.[2] as string)
  }
  return directives
}

const heredocNames = (text: string, escapeToken: string): { name: string; chomp: boolean }[] =>
  splitWords(text, escapeToken).flatMap((word) => {
    const [, chomp, name] = HEREDOC.exec(word) ?? []
    return name ? [{ name: name.replace(/^(["'])(.*)\1$/, '$2'), chomp: chomp === '-' }] : []
  })

const readHeredocs = (
  source: SourceLines,
  text: string,
  start: number,
  escapeToken: string,
  line: number,
) => {
  const heredocs: Heredoc[] = []
  let next = start
  for (const { name, chomp } of heredocNames(text, escapeToken)) {
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
  const source: SourceLines = { file, lines: text.replace(/^\uFEFF/, '').split(/\r?\n/) }
  const directives = readDirectives(source.lines)
  const escapeToken = directives.get('escape') ?? '\\'
  const instructions: Instruction[] = []
  for (let at = 0; at < source.lines.length; ) {
    const first = source.lines[at] as string
    if (isComment(first) || first.trim() === '') {
      at++
      continue
    }
    const joined = joinLines(source.lines, at, escapeToken)
    if (joined.text.trim() === '') {
      at = joined.next
      continue
    }
    const read = readInstruction(source, joined, at + 1, escapeToken)
    instructions.push(read.instruction)
    at = read.next
  }
  checkBeginning(source, instructions)
  return { instructions, escapeToken, syntax: directives.get('syntax') ?? null }
}

const readInstruction = (
  source: SourceLines,
  joined: { text: string; next: number },
  line: number,
  escapeToken: string,
) => {
  const { keyword, rest: all } = splitKeyword(joined.text)
  if (!KEYWORDS.includes(keyword)) throw new StaggerError(unknownInstruction(source, line, keyword))
  const { flags, rest } = takeFlags(all)
  const { heredocs, next } = WITH_HEREDOC.includes(keyword)
    ? readHeredocs(source, rest, joined.next, escapeToken, line)
    : { heredocs: [], next: joined.next }
  if (rest === '') throw new StaggerError(withoutArguments(source, line, keyword))
  return { instruction: { keyword, flags, rest, heredocs, line }, next }
}

const checkBeginning = (source: SourceLines, instructions: readonly Instruction[]): void => {
  const first = instructions.find(({ keyword }) => keyword !== 'ARG')
  if (first?.keyword !== 'FROM') throw new StaggerError(wrongBeginning(source, first ?? null))
}

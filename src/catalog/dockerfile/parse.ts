import { type Problem, StaggerError } from '../../words.js'
import { splitKeyword, splitWords, takeFlags } from './cut.js'
import type { Heredoc, Instruction, ParsedDockerfile } from './instruction.js'

/** What may stand in a Dockerfile; anything else is an error in BuildKit too. */
const KEYWORDS =
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  )
const WITH_HEREDOC = ['ADD', 'COPY', 'RUN']
const DIRECTIVE = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/
const HEREDOC = /^\d*<<(-?)([^<]+)$/

interface Source {
  readonly file: string
  readonly lines: readonly string[]
}

const problemAt = (
  { file, lines }: Source,
  line: number,
  problem: string,
  why: string,
  fix: string,
): Problem => {
  const text = lines[line - 1] ?? ''
  const column = text.length - text.trimStart().length + 1
  return { code: 'dockerfile-syntax', fault: 'caller', problem, why, fix, at: { file, line, column, text } }
}

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

const isComment = (line: string): boolean => line.trimStart().startsWith('#')

/** Cuts the escape character off a line's end: the next line goes on. A doubled one is no continuation. */
const continuation = (line: string, escapeToken: string): { text: string; goesOn: boolean } => {
  const text = line.replace(/[ \t]+$/, '')
  const goesOn = text.endsWith(escapeToken) && !text.endsWith(escapeToken + escapeToken)
  return goesOn ? { text: text.slice(0, -1), goesOn } : { text: line, goesOn }
}

/** One logical line, from `start` on; `next` is the first line that is not part of it. Indices from 0. */
const joinLines = (
  lines: readonly string[],
  start: number,
  escapeToken: string,
): { text: string; next: number } => {
  let { text, goesOn } = continuation((lines[start] as string).trimStart(), escapeToken)
  let next = start + 1
  for (; goesOn && next < lines.length; next++) {
    const line = lines[next] as string
    if (isComment(line) || line.trim() === '') continue
    const more = continuation(line, escapeToken)
    text += more.text
    goesOn = more.goesOn
  }
  return { text, next }
}

const heredocNames = (text: string, escapeToken: string): { name: string; chomp: boolean }[] =>
  splitWords(text, escapeToken).flatMap((word) => {
    const [, chomp, name] = HEREDOC.exec(word) ?? []
    return name ? [{ name: name.replace(/^(["'])(.*)\1$/, '$2'), chomp: chomp === '-' }] : []
  })

const readHeredocs = (source: Source, text: string, start: number, escapeToken: string, line: number) => {
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

const unterminated = (source: Source, line: number, name: string): Problem =>
  problemAt(
    source,
    line,
    `the here-document ${name} does not end`,
    `no line holds ${name} alone`,
    `add a line ${name}`,
  )

/**
 * The instructions of a Dockerfile. Follows BuildKit's own parser (frontend/dockerfile/parser/parser.go) line by line.
 * Throws `dockerfile-syntax` with file, line and column.
 */
export const parseDockerfile = (text: string, file: string): ParsedDockerfile => {
  const source: Source = { file, lines: text.replace(/^\uFEFF/, '').split(/\r?\n/) }
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
  source: Source,
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

const unknownInstruction = (source: Source, line: number, keyword: string): Problem =>
  problemAt(
    source,
    line,
    `unknown instruction ${keyword}`,
    `a Dockerfile knows ${KEYWORDS.join(', ')}`,
    'correct the word; if the line belongs to the one before, end that one with a backslash',
  )

const withoutArguments = (source: Source, line: number, keyword: string): Problem =>
  problemAt(
    source,
    line,
    `${keyword} has no arguments`,
    `${keyword} needs at least one`,
    'complete or remove the line',
  )

const checkBeginning = (source: Source, instructions: readonly Instruction[]): void => {
  const first = instructions.find(({ keyword }) => keyword !== 'ARG')
  if (first?.keyword === 'FROM') return
  throw new StaggerError(
    problemAt(
      source,
      first?.line ?? 1,
      first ? `${first.keyword} stands before the first FROM` : 'there is no FROM',
      'a build starts from an image; only ARG may come before',
      'begin with a line such as FROM node:24-slim, or leave the file out of stagger.yml',
    ),
  )
}

import type { Problem } from '../../words.js'
import type { Directive } from './directives.js'
import type { Instruction } from './instruction.js'

/** What may stand in a Dockerfile; anything else is an error in BuildKit too. */
export const KEYWORDS =
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  )

/** The file that is read, to show the line that is wrong. */
export interface SourceLines {
  readonly file: string
  readonly lines: readonly string[]
}

export const problemAt = (
  { file, lines }: SourceLines,
  line: number,
  problem: string,
  why: string,
  fix: string,
): Problem => {
  const text = lines[line - 1] ?? ''
  const column = text.length - text.trimStart().length + 1
  return { code: 'dockerfile-syntax', fault: 'caller', problem, why, fix, at: { file, line, column, text } }
}

export const unterminated = (source: SourceLines, line: number, name: string): Problem =>
  problemAt(
    source,
    line,
    `the here-document ${name} does not end`,
    `no line holds ${name} alone`,
    `add a line ${name}`,
  )

export const unknownInstruction = (source: SourceLines, line: number, keyword: string): Problem =>
  problemAt(
    source,
    line,
    `unknown instruction ${keyword}`,
    `a Dockerfile knows ${KEYWORDS.join(', ')}`,
    'correct the word; if the line belongs to the one before, end that one with a backslash',
  )

export const withoutArguments = (source: SourceLines, line: number, keyword: string): Problem =>
  problemAt(
    source,
    line,
    `${keyword} has no arguments`,
    `${keyword} needs at least one`,
    'complete or remove the line',
  )

export const wrongBeginning = (source: SourceLines, first: Instruction | null): Problem =>
  problemAt(
    source,
    first?.line ?? 1,
    first ? `${first.keyword} stands before the first FROM` : 'there is no FROM',
    'a build starts from an image; only ARG may come before',
    'begin with a line such as FROM node:24-slim, or move the file away if it is no Dockerfile',
  )

export const directiveAgain = (source: SourceLines, { name, line }: Directive): Problem =>
  problemAt(
    source,
    line,
    `the directive ${name} is there twice`,
    'BuildKit takes one of each',
    'remove one of the lines, or put an empty line above one that is only a comment',
  )

export const wrongEscape = (source: SourceLines, { value, line }: Directive): Problem =>
  problemAt(
    source,
    line,
    `${JSON.stringify(value)} is no escape character`,
    'BuildKit takes a backslash or a backtick',
    'write # escape=` or remove the line',
  )

export const wrongTrigger = (source: SourceLines, line: number, keyword: string): Problem =>
  problemAt(
    source,
    line,
    `ONBUILD ${keyword} is not possible`,
    'a trigger is one instruction of the stages that start from this one',
    `put ${keyword} where it shall be done, or remove the line`,
  )

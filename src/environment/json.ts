import {
  type DocumentNode,
  evaluate,
  iterator,
  type Node,
  parse,
  type StringNode,
} from '@humanwhocodes/momoa'
import { type Position, StaggerError } from '../words.js'

interface Place {
  readonly line: number
  readonly column: number
}

export interface Json {
  readonly value: unknown
  /** Where the first text stands that `matches`. */
  find(matches: (text: string) => boolean): Position | undefined
}

const positionIn = (text: string, file: string, { line, column }: Place): Position => ({
  file,
  line,
  column,
  text: text.split(/\r?\n/)[line - 1] ?? '',
})

/** The parser's message ends in its own position, which is told apart. */
const reason = (error: Error): string => error.message.replace(/\s*\(\d+:\d+\)\.?$/, '')

const isPlace = (error: unknown): error is Error & Place =>
  error instanceof Error && 'line' in error && 'column' in error

const document = (text: string, file: string): DocumentNode => {
  try {
    return parse(text, { mode: 'json' })
  } catch (error) {
    if (!isPlace(error)) throw error
    throw new StaggerError({
      code: 'json-syntax',
      fault: 'caller',
      problem: `${file} is not valid JSON`,
      why: reason(error),
      fix: `Correct line ${error.line} of ${file}. JSON knows no comments and no comma after the last element.`,
      at: positionIn(text, file, error),
    })
  }
}

const isText = (node: Node): node is StringNode => node.type === 'String' && 'value' in node

const finder =
  (root: DocumentNode, text: string, file: string): Json['find'] =>
  (matches) => {
    for (const { node } of iterator(root)) {
      if (isText(node) && matches(node.value)) return positionIn(text, file, node.loc.start)
    }
    return undefined
  }

export const readJson = (text: string, file: string): Json => {
  const root = document(text, file)
  return { value: evaluate(root), find: finder(root, text, file) }
}

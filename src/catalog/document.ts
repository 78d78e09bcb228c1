import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml'
import type { Position, Problem } from '../words.js'

/** A YAML or JSON file that remembers where everything stands. */
export interface SourceDocument {
  readonly file: string
  readonly value: unknown
  /** The position of a key (or, in a list, of an item); of the nearest parent where it is not there. */
  at(path: readonly (string | number)[]): Position
}

/** Throws nothing: what does not parse comes back as problems, all of them. */
export const readDocument = (
  text: string,
  file: string,
): { document: SourceDocument } | { problems: Problem[] } => {
  const lineCounter = new LineCounter()
  const parsed = parseDocument(text, { lineCounter, merge: true, prettyErrors: false })
  const lines = text.split('\n')
  const position = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset)
    return { file, line, column: col, text: lines[line - 1] ?? '' }
  }
  if (parsed.errors.length > 0) {
    const problems = parsed.errors.map(({ message, pos }) => syntaxProblem(file, message, position(pos[0])))
    return { problems: problems.filter(isFirstOfItsLine) }
  }
  const at = (path: readonly (string | number)[]) => position(offsetOf(parsed, path))
  return { document: { file, value: parsed.toJS({ maxAliasCount: 1000 }), at } }
}

/** A parser that lost its place finds one error after another on the same line. */
const isFirstOfItsLine = ({ at }: Problem, index: number, all: readonly Problem[]): boolean =>
  all.findIndex((other) => other.at?.line === at?.line) === index

const syntaxProblem = (file: string, message: string, at: Position): Problem => ({
  code: 'yaml-syntax',
  fault: 'caller',
  problem: `${file} is no valid YAML`,
  why: message,
  fix: 'correct the line; an editor with a YAML schema shows it as you type',
  at,
})

const offsetOf = (parsed: Document, path: readonly (string | number)[]): number => {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? parsed.contents : parsed.getIn(path.slice(0, length - 1), true)
    const key = path[length - 1] as string | number
    const pair =
      isMap(parent) &&
      parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
    const node = pair ? pair.key : parsed.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

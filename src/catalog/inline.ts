import type { Objects, Oid, Position, Problem } from '../words.js'
import type { Service } from './service.js'
import { textAt } from './tree.js'

/** What is wrong in a Dockerfile that stands inside of another file, with its place in that one. */
export const inTheirFile = async (
  objects: Objects,
  root: Oid,
  { inline, dockerfile }: Service,
  problems: readonly Problem[],
): Promise<readonly Problem[]> => {
  if (inline === null) return problems
  const lines = ((await textAt(objects, root, dockerfile)) ?? '').split('\n')
  const offset = offsetOf(lines, inline.split('\n'))
  return problems.map((problem) =>
    problem.at?.file === dockerfile ? { ...problem, at: moved(problem.at, lines, offset) } : problem,
  )
}

/** The line before the one that the text begins in: where most of its lines stand below each other. Null where none does. */
const offsetOf = (lines: readonly string[], inline: readonly string[]): number | null => {
  const same = (offset: number): number =>
    inline.filter((line, at) => line.trim() !== '' && lines[offset + at]?.trim() === line.trim()).length
  const found = lines.map((_, offset) => ({ offset, same: same(offset) })).sort((a, b) => b.same - a.same)
  return found[0] && found[0].same > 0 ? found[0].offset : null
}

const moved = (at: Position, lines: readonly string[], offset: number | null): Position => {
  const line = offset === null ? 1 : at.line + offset
  const text = lines[line - 1] ?? ''
  const column = offset === null ? 1 : text.length - text.trimStart().length + at.column
  return { file: at.file, line, column, text }
}

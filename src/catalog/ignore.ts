import { posix } from 'node:path'
import { trim } from './dockerfile/space.js'
import { compile, type Rule } from './ignore-rule.js'

/** Says of a path, relative to the context, whether the ignore file leaves it out. */
export type Ignores = (path: string) => boolean

/** An ignore file as BuildKit reads it: moby/patternmatcher, with its parents' matches going on to what is below. */
export const readIgnoreFile = (text: string): Ignores => {
  const rules = patternsOf(text).flatMap((pattern) => compile(pattern) ?? [])
  if (isUnsure(rules)) return () => false
  const folders = new Map<string, readonly boolean[]>()
  const above = (path: string): readonly boolean[] | null => {
    const parent = posix.dirname(path)
    if (parent === '.') return null
    const known = folders.get(parent) ?? matches(rules, parent, above(parent)).each
    folders.set(parent, known)
    return known
  }
  return (path) => matches(rules, path, above(path)).ignored
}

/** One rule that may match or not: without exceptions it leaves too much at most; with them, nobody can tell. */
const isUnsure = (rules: readonly Rule[]): boolean =>
  rules.some(({ test }) => test === null) && rules.some(({ exception }) => exception)

/** Which rules match the path or a folder above it. One that could not change the answer is not asked. */
const matches = (
  rules: readonly Rule[],
  path: string,
  above: readonly boolean[] | null,
): { readonly ignored: boolean; readonly each: readonly boolean[] } => {
  let ignored = false
  const each = rules.map(({ exception, test }, index) => {
    const match = above?.[index] || (exception === ignored && test?.(path) === true)
    if (match) ignored = !exception
    return match
  })
  return { ignored, each }
}

/** The lines that are patterns, cleaned twice, as there: by the reader of the file, then by the matcher. */
const patternsOf = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#') && trim(line) !== '')
    .map((line) => clean(trim(cleanLine(trim(line)))))

const cleanLine = (line: string): string => {
  if (line.startsWith('!')) return `!${relative(trim(line.slice(1)))}`
  return relative(line)
}

const relative = (pattern: string): string => (pattern === '' ? '' : clean(pattern).replace(/^\/(?=.)/s, ''))

/** Go's `filepath.Clean`. */
const clean = (path: string): string => posix.normalize(path).replace(/(?<=.)\/$/s, '')

import { splitWords } from './cut.js'
import { expand, type Lookup, type Unknown, unknown } from './expand.js'
import type { Instruction, ParsedDockerfile } from './instruction.js'

type Value = string | Unknown

/** The variables of one stage, as BuildKit keeps them (dockerfile2llb: dispatchArg, dispatchEnv, init). */
export interface Variables {
  /** What the lines see: ARG and ENV alike, whichever came last. */
  readonly seen: ReadonlyMap<string, Value>
  /** What the image's configuration will hold: ENV alone. */
  readonly image: ReadonlyMap<string, Value>
  /** Nothing but what is written here: the base is `scratch`. Else the base image may set any other variable. */
  readonly closed: boolean
}

export const lookupIn =
  ({ seen, closed }: Variables): Lookup =>
  (name) =>
    seen.get(name) ?? (closed ? null : unknown(name))

/** Known to every build, with values that depend on the builder's platform. */
const PLATFORM = [
  ...['TARGET', 'BUILD'].flatMap((which) =>
    ['PLATFORM', 'OS', 'OSVERSION', 'ARCH', 'VARIANT'].map((what) => which + what),
  ),
  'TARGETSTAGE',
]

/** Count without an ARG line: the platform's, and those that the builder itself heeds. */
export const countsUndeclared = (name: string): boolean =>
  PLATFORM.includes(name) || name === 'SOURCE_DATE_EPOCH' || name.startsWith('BUILDKIT_')

export type Arguments = Readonly<Record<string, string>>

/** A Dockerfile may well name an argument `constructor`. */
const givenOf = (given: Arguments, name: string): string | undefined =>
  Object.hasOwn(given, name) ? given[name] : undefined

/** What every stage may refer to: the platform's variables, and the ARG lines before the first FROM. */
export const globalVariables = (
  { instructions, escapeToken }: ParsedDockerfile,
  given: Arguments,
): Variables => {
  const platform = PLATFORM.map((name): [string, Value] => [name, givenOf(given, name) ?? unknown(name)])
  let globals: Variables = { seen: new Map(platform), image: new Map(), closed: true }
  const scope: Scope = { globals, given, escapeToken }
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') break
    globals = after(globals, instruction, scope)
  }
  return globals
}

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** What a stage begins with that starts from an image. */
export const fromImage = (isScratch: boolean): Variables => {
  const variables = new Map(isScratch ? [['PATH', PATH]] : [])
  return { seen: variables, image: variables, closed: isScratch }
}

/**
 * What a stage begins with that starts from another: its arguments too. The environment of the image is put over
 * them once more, and who does not know that image does not know which of them it hides.
 */
export const fromStage = ({ seen, image, closed }: Variables): Variables => {
  const hidden = (name: string, value: Value): Value =>
    closed || image.has(name) ? value : { unknown: `\${${name}:-${textOf(value)}}` }
  const inherited = [...seen].map(([name, value]): [string, Value] => [name, hidden(name, value)])
  return { seen: new Map([...inherited, ...image]), image, closed }
}

const textOf = (value: Value): string => (typeof value === 'string' ? value : value.unknown)

const evaluate = (text: string, variables: Variables, escapeToken: string): Value => {
  const { value, undecided } = expand(text, lookupIn(variables), escapeToken)
  return undecided.length > 0 ? { unknown: value } : value
}

/** `A=1 B` as pairs; the old form `ENV A some text` has one. */
export const assignments = (rest: string, escapeToken: string): [string, string | null][] => {
  const words = splitWords(rest, escapeToken)
  return words.map((word) => {
    const equals = word.indexOf('=')
    return equals < 0 ? [word, null] : [word.slice(0, equals), word.slice(equals + 1)]
  })
}

const environment = (rest: string, escapeToken: string): [string, string | null][] => {
  const pairs = assignments(rest, escapeToken)
  if (pairs[0]?.[1] !== null) return pairs
  const [, name = '', text = ''] = /^([^\t\v\f\r ]+)[\t\v\f\r ]*([\s\S]*)$/.exec(rest) ?? []
  return [[name, text]]
}

export interface Scope {
  readonly globals: Variables
  readonly given: Arguments
  readonly escapeToken: string
}

export const after = (before: Variables, { keyword, rest }: Instruction, scope: Scope): Variables => {
  if (keyword === 'ARG') return afterArg(before, rest, scope)
  return keyword === 'ENV' ? afterEnv(before, rest, scope) : before
}

/** Given, its own default, or what the global one of that name holds; else the line changes nothing. */
const afterArg = (before: Variables, rest: string, { globals, given, escapeToken }: Scope): Variables => {
  let variables = before
  for (const [name, text] of assignments(rest, escapeToken)) {
    const own = text === null ? globals.seen.get(name) : evaluate(text, variables, escapeToken)
    const value = givenOf(given, name) ?? own
    if (value !== undefined) variables = { ...variables, seen: new Map(variables.seen).set(name, value) }
  }
  return variables
}

/** All of one line are evaluated with what holds before it. */
const afterEnv = (before: Variables, rest: string, { escapeToken }: Scope): Variables => {
  const seen = new Map(before.seen)
  const image = new Map(before.image)
  for (const [name, text] of environment(rest, escapeToken)) {
    const key = evaluate(name, before, escapeToken)
    const value = evaluate(text ?? '', before, escapeToken)
    if (typeof key !== 'string') return anything(before)
    seen.set(key, value)
    image.set(key, value)
  }
  return { ...before, seen, image }
}

/** After a variable was set whose name nobody can tell. */
const anything = ({ seen }: Variables): Variables => {
  const variables = new Map([...seen.keys()].map((name) => [name, unknown(name)]))
  return { seen: variables, image: variables, closed: false }
}

import { splitWords } from './cut.js'
import { expand, type Lookup, UNDECIDED } from './expand.js'
import type { Instruction, ParsedDockerfile } from './instruction.js'

interface Held {
  readonly value: string | null | typeof UNDECIDED
  readonly by: 'ARG' | 'ENV'
}

/** Variables of one stage; what is not among them is `otherwise`: unset, or known to the base image alone. */
export interface Variables {
  readonly held: ReadonlyMap<string, Held>
  readonly otherwise: null | typeof UNDECIDED
}

export const lookupIn =
  ({ held, otherwise }: Variables): Lookup =>
  (name) => {
    const found = held.get(name)
    return found === undefined || (found.value === null && otherwise === UNDECIDED) ? otherwise : found.value
  }

/** Known to every build, with values that depend on the builder's platform. */
export const PLATFORM = /^(?:TARGET|BUILD)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$/

export type Arguments = Readonly<Record<string, string>>

/** What the `ARG` lines before the first FROM hold: an argument that is given wins over a default. */
export const globalVariables = (
  { instructions, escapeToken }: ParsedDockerfile,
  given: Arguments,
): Variables => {
  const held = new Map<string, Held>()
  const lookup: Lookup = (name) => held.get(name)?.value ?? (PLATFORM.test(name) ? UNDECIDED : null)
  const firstFrom = instructions.findIndex(({ keyword }) => keyword === 'FROM')
  for (const { rest } of instructions.slice(0, firstFrom)) {
    for (const [name, text] of assignments(rest, escapeToken)) {
      held.set(name, { by: 'ARG', value: given[name] ?? evaluate(text, lookup, escapeToken) })
    }
  }
  return { held, otherwise: null }
}

const evaluate = (text: string | null, lookup: Lookup, escapeToken: string): Held['value'] => {
  if (text === null) return null
  const { value, undecided } = expand(text, lookup, escapeToken)
  return undecided.length > 0 ? UNDECIDED : value
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
  const [, name = '', text = ''] = /^(\S+)\s*([\s\S]*)$/.exec(rest) ?? []
  return [[name, text]]
}

/** What an ARG in a stage holds: given, its own default, or what the global one of that name holds. */
const argument = (name: string, text: string | null, before: Variables, scope: Scope): Held => {
  const inherited = scope.globals.held.get(name)?.value ?? null
  const platform = PLATFORM.test(name) ? UNDECIDED : inherited
  const value =
    scope.given[name] ?? (text === null ? platform : evaluate(text, lookupIn(before), scope.escapeToken))
  const environment = before.held.get(name)
  // An ENV of that name and an ARG: which one holds depends on more than we follow.
  return environment?.by === 'ENV' && environment.value !== value
    ? { by: 'ENV', value: UNDECIDED }
    : { by: 'ARG', value }
}

export interface Scope {
  readonly globals: Variables
  readonly given: Arguments
  readonly escapeToken: string
}

export const after = (before: Variables, { keyword, rest }: Instruction, scope: Scope): Variables => {
  if (keyword !== 'ARG' && keyword !== 'ENV') return before
  const held = new Map(before.held)
  if (keyword === 'ARG') {
    for (const [name, text] of assignments(rest, scope.escapeToken))
      held.set(name, argument(name, text, before, scope))
  } else {
    for (const [name, text] of environment(rest, scope.escapeToken))
      held.set(name, { by: 'ENV', value: evaluate(text ?? '', lookupIn(before), scope.escapeToken) })
  }
  return { ...before, held }
}

/** Arguments end with their stage; the environment goes on to the stages built from it. */
export const inheritedFrom = ({ held, otherwise }: Variables): Variables => ({
  otherwise,
  held: new Map([...held].filter(([, { by }]) => by === 'ENV')),
})

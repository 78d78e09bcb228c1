import { StaggerError } from '../../words.js'
import { splitArguments, splitWords } from './cut.js'
import { type Expansion, expand, type Lookup, UNDECIDED } from './expand.js'
import type { Instruction, ParsedDockerfile } from './instruction.js'

/** One stage, with everything that its own lines and its base stage decide put in. */
export interface Stage {
  readonly index: number
  /** Lower-case; null where it has none. */
  readonly name: string | null
  /** The stage that it starts from, or the image. */
  readonly base:
    | { readonly kind: 'stage'; readonly index: number }
    | { readonly kind: 'image'; readonly name: Expansion }
  readonly from: Instruction
  readonly steps: readonly Step[]
  /** What its variables hold after its last line. */
  readonly variables: Variables
}

/** An instruction, the variables that it sees, and those that hold behind it. */
export interface Step {
  readonly instruction: Instruction
  readonly variables: Variables
  readonly after: Variables
}

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
const PLATFORM = /^(?:TARGET|BUILD)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$/

type Arguments = Readonly<Record<string, string>>

/** What the `ARG` lines before the first FROM hold: an argument that is given wins over a default. */
const globalVariables = ({ instructions, escapeToken }: ParsedDockerfile, given: Arguments): Variables => {
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

interface Scope {
  readonly globals: Variables
  readonly given: Arguments
  readonly escapeToken: string
}

const after = (before: Variables, { keyword, rest }: Instruction, scope: Scope): Variables => {
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
const inheritedFrom = ({ held, otherwise }: Variables): Variables => ({
  otherwise,
  held: new Map([...held].filter(([, { by }]) => by === 'ENV')),
})

const beginStage = (from: Instruction, earlier: readonly Stage[], scope: Scope, file: string): Stage => {
  const words = splitArguments(from.rest)
  const [reference = '', as, name] = words
  if (words.length !== 1 && !(words.length === 3 && as?.toUpperCase() === 'AS')) throw wrongFrom(from, file)
  const platform: Lookup = (variable) =>
    scope.globals.held.get(variable)?.value ?? (PLATFORM.test(variable) ? UNDECIDED : null)
  const image = expand(reference, platform, scope.escapeToken)
  const parent = earlier.findLast((stage) => stage.name === image.value.toLowerCase())
  const scratch = image.value === 'scratch' && image.undecided.length === 0
  return {
    index: earlier.length,
    name: name?.toLowerCase() ?? null,
    base: parent ? { kind: 'stage', index: parent.index } : { kind: 'image', name: image },
    from,
    steps: [],
    variables: parent
      ? inheritedFrom(parent.variables)
      : { held: new Map(), otherwise: scratch ? null : UNDECIDED },
  }
}

const wrongFrom = ({ line, rest }: Instruction, file: string): StaggerError =>
  new StaggerError({
    code: 'dockerfile-syntax',
    fault: 'caller',
    problem: 'FROM takes an image, or an image and AS with a name',
    why: `it says: FROM ${rest}`,
    fix: 'write FROM IMAGE or FROM IMAGE AS NAME',
    at: { file, line, column: 1, text: `FROM ${rest}` },
  })

/** The stages in order, their variables followed line by line. */
export const readStages = (
  dockerfile: ParsedDockerfile,
  given: Arguments,
  file: string,
): readonly Stage[] => {
  const scope: Scope = {
    globals: globalVariables(dockerfile, given),
    given,
    escapeToken: dockerfile.escapeToken,
  }
  const stages: Stage[] = []
  for (const instruction of dockerfile.instructions) {
    const current = stages.at(-1)
    if (instruction.keyword === 'FROM') stages.push(beginStage(instruction, stages, scope, file))
    else if (current) stages[stages.length - 1] = addStep(current, instruction, scope)
  }
  return stages
}

const addStep = (stage: Stage, instruction: Instruction, scope: Scope): Stage => {
  const variables = after(stage.variables, instruction, scope)
  const step: Step = { instruction, variables: stage.variables, after: variables }
  return { ...stage, steps: [...stage.steps, step], variables }
}

/** `--from=x` as a stage: by name first, then by number. */
export const findStage = (stages: readonly Stage[], reference: string): Stage | null =>
  stages.findLast(({ name }) => name === reference.toLowerCase()) ??
  (/^\d+$/.test(reference) ? (stages[Number(reference)] ?? null) : null)

import { StaggerError } from '../../words.js'
import { splitArguments } from './cut.js'
import { type Expansion, expand } from './expand.js'
import type { Instruction, ParsedDockerfile } from './instruction.js'
import {
  type Arguments,
  after,
  fromImage,
  fromStage,
  globalVariables,
  lookupIn,
  type Scope,
  type Variables,
} from './variables.js'

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
  /** The flags of FROM with their variables put in. */
  readonly flags: readonly string[]
  /** What it inherits by ONBUILD, then its own lines. */
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

const beginStage = (from: Instruction, earlier: readonly Stage[], scope: Scope, file: string): Stage => {
  const words = splitArguments(from.rest)
  const [reference = '', as, name] = words
  if (words.length !== 1 && !(words.length === 3 && as?.toUpperCase() === 'AS')) throw wrongFrom(from, file)
  const put = (text: string) => expand(text, lookupIn(scope.globals), scope.escapeToken)
  const image = put(reference)
  const isKnown = image.undecided.length === 0
  const parent = isKnown && earlier.findLast((stage) => stage.name === image.value.toLowerCase())
  const begun: Stage = {
    index: earlier.length,
    name: name?.toLowerCase() ?? null,
    base: parent ? { kind: 'stage', index: parent.index } : { kind: 'image', name: image },
    from,
    flags: from.flags.map((flag) => put(flag).value),
    steps: [],
    variables: parent ? fromStage(parent.variables) : fromImage(isKnown && image.value === 'scratch'),
  }
  return addTriggers(begun, parent ? [parent] : isKnown ? [] : earlier, scope)
}

/** Where the base may be any stage, so may be what it gives by ONBUILD. */
const addTriggers = (stage: Stage, parents: readonly Stage[], scope: Scope): Stage =>
  parents
    .flatMap(({ steps }) => steps.flatMap(({ instruction }) => instruction.trigger ?? []))
    .reduce((begun, trigger) => addStep(begun, trigger, scope), stage)

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

/** `--from=x` as a stage: by number, where that may be one, or by name. */
export const findStage = (stages: readonly Stage[], reference: string, numbered: boolean): Stage | null =>
  (numbered && /^[+-]?\d+$/.test(reference) ? stages[Number(reference)] : undefined) ??
  stages.findLast(({ name }) => name === reference.toLowerCase()) ??
  null

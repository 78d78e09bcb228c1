import { StaggerError } from '../../words.js'
import { splitArguments } from './cut.js'
import { type Expansion, expand, type Lookup, UNDECIDED } from './expand.js'
import type { Instruction, ParsedDockerfile } from './instruction.js'
import {
  type Arguments,
  after,
  globalVariables,
  inheritedFrom,
  PLATFORM,
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

import type { NamedContext, Service } from '../service.js'
import { type Expansion, expand } from './expand.js'
import { noImage, readFrom } from './from.js'
import type { Instruction, ParsedDockerfile } from './instruction.js'
import { familiarName } from './reference.js'
import {
  type Arguments,
  after,
  fromImage,
  fromStage,
  globalVariables,
  lookupIn,
  type Scope as Sight,
  type Variables,
} from './variables.js'

interface Scope extends Sight {
  readonly contexts: Service['contexts']
}

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

/** A stage while it is read. */
type Begun = Omit<Stage, 'steps' | 'variables'> & {
  readonly steps: Step[]
  variables: Variables
  /** A named context stands for it: of what it says, nothing but ONBUILD counts. */
  readonly isReplaced: boolean
}

const beginStage = (
  from: Instruction,
  earlier: readonly Stage[],
  named: Named,
  scope: Scope,
  file: string,
): Begun => {
  const { reference, name } = readFrom(from, file)
  const put = (text: string) => expand(text, lookupIn(scope.globals), scope.escapeToken)
  const image = put(reference)
  const isKnown = image.undecided.length === 0
  if (isKnown && image.value === '') throw noImage(from, file)
  const parent = isKnown ? named.get(image.value.toLowerCase()) : undefined
  const context = scope.contexts[familiarName(name ?? '')]
  const begun: Begun = {
    index: earlier.length,
    name,
    base: parent ? { kind: 'stage', index: parent.index } : { kind: 'image', name: image },
    from,
    flags: from.flags.map((flag) => put(flag).value),
    steps: [],
    variables: context || !parent ? fromImage(isEmpty(image, context, scope)) : fromStage(parent.variables),
    isReplaced: context !== undefined,
  }
  addTriggers(begun, parent ? [parent] : isKnown ? [] : earlier, scope)
  return begun
}

/** Whether nothing but what is written here sets a variable: `scratch`, and a folder, bring none along. */
const isEmpty = (
  { value, undecided }: Expansion,
  context: NamedContext | undefined,
  { contexts }: Scope,
): boolean => {
  if (context) return context.kind === 'folder'
  if (undecided.length > 0) return false
  return value === 'scratch' || contexts[familiarName(value)]?.kind === 'folder'
}

/** By its name, the last stage that has it. */
type Named = ReadonlyMap<string, Stage>

/** Where the base may be any stage, so may be what it gives by ONBUILD. */
const addTriggers = (stage: Begun, parents: readonly Stage[], scope: Scope): void => {
  for (const { steps } of parents)
    for (const { instruction } of steps) if (instruction.trigger) addStep(stage, instruction.trigger, scope)
}

/** The stages in order, their variables followed line by line. */
export const readStages = (
  dockerfile: ParsedDockerfile,
  given: Arguments,
  file: string,
  contexts: Service['contexts'] = {},
): readonly Stage[] => {
  const scope: Scope = {
    contexts,
    globals: globalVariables(dockerfile, given),
    given,
    escapeToken: dockerfile.escapeToken,
  }
  const stages: Begun[] = []
  const named = new Map<string, Stage>()
  for (const instruction of dockerfile.instructions) {
    const current = stages.at(-1)
    if (instruction.keyword !== 'FROM') {
      if (current) addStep(current, instruction, scope)
      continue
    }
    const begun = beginStage(instruction, stages, named, scope, file)
    stages.push(begun)
    if (begun.name !== null) named.set(begun.name, begun)
  }
  return stages
}

const addStep = (stage: Begun, instruction: Instruction, scope: Scope): void => {
  const variables = stage.isReplaced ? stage.variables : after(stage.variables, instruction, scope)
  stage.steps.push({ instruction, variables: stage.variables, after: variables })
  stage.variables = variables
}

/** `--from=x` as a stage: by number, where that may be one, or by name. */
export const findStage = (stages: readonly Stage[], reference: string, numbered: boolean): Stage | null =>
  (numbered && /^[+-]?\d+$/.test(reference) ? stages[Number(reference)] : undefined) ??
  stages.findLast(({ name }) => name === reference.toLowerCase()) ??
  null

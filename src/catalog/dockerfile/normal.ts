import { splitArguments } from './cut.js'
import { UNDECIDED } from './expand.js'
import type { Instruction } from './instruction.js'
import type { Stage, Step } from './stages.js'
import { assignments, lookupIn } from './variables.js'

/**
 * A stage's instructions as they count: without comments and line breaks, with the values that arguments
 * bring in. Two Dockerfiles that give the same lines build the same from the same files.
 */
export const instructionText = (stage: Stage, escapeToken: string): string[] => [
  fromText(stage),
  ...stage.steps.map((step) => stepText(step, escapeToken)),
]

const fromText = ({ base, from }: Stage): string => {
  const flags = from.flags.map((flag) => `--${flag} `).join('')
  if (base.kind === 'stage') return `FROM ${flags}stage ${splitArguments(from.rest)[0]}`
  return `FROM ${flags}${base.name.undecided.length > 0 ? from.rest : base.name.value}`
}

const stepText = (step: Step, escapeToken: string): string => {
  const { instruction } = step
  if (instruction.keyword === 'ARG') return `ARG ${argumentText(step, escapeToken)}`
  return [
    plainText(instruction),
    ...instruction.heredocs.map(({ name, content }) => `${name}\n${content}`),
  ].join('\n')
}

const plainText = ({ keyword, flags, rest }: Instruction): string =>
  [keyword, ...flags.map((flag) => `--${flag}`), rest].join(' ')

/** What the argument holds behind its line; as written where that cannot be told. */
const argumentText = ({ instruction, after }: Step, escapeToken: string): string =>
  assignments(instruction.rest, escapeToken)
    .map(([name, written]) => {
      const held = lookupIn(after)(name)
      const text = held === UNDECIDED ? written : held
      return text === null ? name : `${name}=${text}`
    })
    .join(' ')

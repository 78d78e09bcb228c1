import { splitArguments, splitWords } from './cut.js'
import type { Instruction, ParsedDockerfile } from './instruction.js'
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

/** With the stage's own name: where two stages change names, the lines that refer to them stay as they are. */
const fromText = ({ base, from, flags, name }: Stage): string => {
  const start = base.kind === 'stage' ? `stage ${splitArguments(from.rest)[0]}` : base.name.value
  return ['FROM', ...flags.map(flagText), start, ...(name === null ? [] : ['AS', name])].join(' ')
}

/** A flag that holds white space must not read like a flag and the words behind it. */
const flagText = (flag: string): string => `--${/\s/.test(flag) ? JSON.stringify(flag) : flag}`

const stepText = (step: Step, escapeToken: string): string => {
  const { instruction } = step
  if (instruction.keyword === 'ARG') return `ARG ${argumentText(step, escapeToken)}`
  return [
    plainText(instruction, escapeToken),
    ...instruction.heredocs.map(({ name, content }) => `${name}\n${content}`),
  ].join('\n')
}

const plainText = (instruction: Instruction, escapeToken: string): string =>
  [instruction.keyword, ...instruction.flags.map(flagText), argumentsText(instruction, escapeToken)].join(' ')

/** White space between the words counts for a shell alone. */
const argumentsText = ({ keyword, rest }: Instruction, escapeToken: string): string => {
  if (['COPY', 'ADD', 'VOLUME'].includes(keyword)) return splitArguments(rest).map(wordText).join(' ')
  if (keyword === 'EXPOSE') return rest.split(/[\t\v\f\r ]+/).join(' ')
  if (keyword !== 'ENV' && keyword !== 'LABEL') return rest
  const words = splitWords(rest, escapeToken)
  return words[0]?.includes('=') ? words.join(' ') : rest.replace(/[\t\v\f\r ]+/, ' ')
}

/** A word that holds white space must not read like two. */
const wordText = (word: string): string => (/[\s"]/.test(word) || word === '' ? JSON.stringify(word) : word)

/** What the argument holds behind its line, as far as that can be told. */
const argumentText = ({ instruction, after }: Step, escapeToken: string): string =>
  assignments(instruction.rest, escapeToken)
    .map(([name]) => {
      const held = lookupIn(after)(name)
      if (held === null) return name
      return `${name}=${valueText(typeof held === 'string' ? held : held.unknown)}`
    })
    .join(' ')

/** `ARG A="1 B=2"` must not read like `ARG A=1 B=2`. */
const valueText = (value: string): string => (/[\s"]/.test(value) ? JSON.stringify(value) : value)

/** The directives that change what the lines mean. */
export const directiveText = ({ escapeToken, syntax }: ParsedDockerfile): string[] => [
  ...(syntax === null ? [] : [`# syntax=${syntax}`]),
  ...(escapeToken === '\\' ? [] : [`# escape=${escapeToken}`]),
]

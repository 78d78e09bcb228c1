import { isKnownFlag } from './check-flags.js'
import { splitArguments } from './cut.js'
import { expand } from './expand.js'
import { heredocStart } from './heredoc.js'
import { flag, flags, type Instruction, isSet } from './instruction.js'
import { type Mount, readMount } from './mounts.js'
import { remoteOf } from './remote.js'
import type { Step } from './stages.js'
import { lookupIn } from './variables.js'

/** What COPY takes of a source. */
export interface Part {
  /** `--exclude`: patterns relative to the folder that is copied. */
  readonly excludes: readonly string[]
  /** `--parents`: the source, or what stands behind its `/./`, is a pattern in which `**` is any number of folders. */
  readonly parents: boolean
}

/** Where a step takes something from. */
export type Source =
  /** A path or pattern in the build context, as written; clamped to the context when it is looked up. */
  | {
      readonly kind: 'context'
      /** Null for the main one. */
      readonly context: string | null
      readonly pattern: string
      /** What of it is taken. */
      readonly part?: Part
      readonly instruction: Instruction
    }
  /** Another stage or an image, by `--from` or `from=`; BuildKit puts no variables into it. */
  | {
      readonly kind: 'from'
      readonly reference: string
      /** A number may name a stage: in COPY, not in a mount. */
      readonly numbered: boolean
      /** What it takes from there, should that be a named context. */
      readonly picks: readonly Source[]
      readonly instruction: Instruction
    }
  /** Something that is fetched: its content is as written, not pinned. */
  | {
      readonly kind: 'remote'
      readonly address: string
      readonly pinned: boolean
      readonly instruction: Instruction
    }
  | {
      readonly kind: 'undecided'
      readonly reason: string
      readonly detail: string
      readonly instruction: Instruction
    }

/** What one step reads from outside its own stage. */
export const sourcesOf = (step: Step, escapeToken: string): Source[] => [
  ...strangeFlags(step.instruction),
  ...knownSources(step, escapeToken),
]

/** Nobody knows what a flag of a newer BuildKit reads. */
const strangeFlags = (instruction: Instruction): Source[] =>
  instruction.flags
    .map((text) => text.split('=', 1)[0] as string)
    .filter((name) => !isKnownFlag(instruction, name))
    .map((name) => ({
      kind: 'undecided',
      reason: 'unknown-flag',
      detail: `${instruction.keyword} --${name} is not known here`,
      instruction,
    }))

const knownSources = (step: Step, escapeToken: string): Source[] => {
  const { keyword } = step.instruction
  if (keyword === 'COPY' || keyword === 'ADD') return copySources(step, escapeToken)
  if (keyword !== 'RUN') return []
  return flags(step.instruction, 'mount').flatMap((text) => mountSources(text, step, escapeToken))
}

const copySources = (step: Step, escapeToken: string): Source[] => {
  const { instruction } = step
  const from = flag(instruction, 'from')
  const picks = pickedSources(step, escapeToken)
  return from ? [{ kind: 'from', reference: from, numbered: true, picks, instruction }] : picks
}

const pickedSources = (step: Step, escapeToken: string): Source[] => {
  const { instruction } = step
  const words = splitArguments(instruction.rest).slice(0, -1)
  const part = { excludes: flags(instruction, 'exclude'), parents: isSet(instruction, 'parents') }
  return words.flatMap((word): Source[] =>
    heredocStart(word)
      ? []
      : [remoteSource(word, step, escapeToken) ?? contextSource(word, step, escapeToken, part)],
  )
}

const contextSource = (
  word: string,
  { instruction, variables }: Step,
  escapeToken: string,
  part: Part,
): Source => {
  const { value, undecided } = expand(word, lookupIn(variables), escapeToken)
  return undecided.length > 0
    ? variable(instruction, word, undecided)
    : { kind: 'context', context: null, pattern: value, part, instruction }
}

const remoteSource = (word: string, { instruction, variables }: Step, escapeToken: string): Source | null => {
  if (instruction.keyword !== 'ADD') return null
  const put = (text: string) => expand(text, lookupIn(variables), escapeToken)
  const checksum = put(flag(instruction, 'checksum') ?? '')
  const remote = remoteOf(put(word).value, checksum.undecided.length > 0 ? '' : checksum.value)
  return remote && { kind: 'remote', ...remote, instruction }
}

const variable = (instruction: Instruction, word: string, names: readonly string[]): Source => ({
  kind: 'undecided',
  reason: 'variable',
  detail: `${word} depends on ${names.join(', ')}, whose value the Dockerfile does not tell`,
  instruction,
})

const WHOLE: Part = { excludes: [], parents: false }

/** `RUN --mount=type=bind,source=…`: a mount is a bind unless it says otherwise; without a source it is the whole context. */
const mountSources = (text: string, step: Step, escapeToken: string): Source[] => {
  const { instruction } = step
  const mount = readMount(text)
  if (!mount)
    return [{ kind: 'undecided', reason: 'mount', detail: `--mount=${text} is no line of CSV`, instruction }]
  const picks = [contextSource(mount.source, step, escapeToken, WHOLE)]
  // A cache, too, may begin with what stands elsewhere.
  if (mount.from) return [{ kind: 'from', reference: mount.from, numbered: false, picks, instruction }]
  return mayBind(mount, step, escapeToken) ? picks : []
}

const mayBind = ({ type }: Mount, { variables }: Step, escapeToken: string): boolean => {
  const { value, undecided } = expand(type, lookupIn(variables), escapeToken)
  return undecided.length > 0 || value.toLowerCase() === 'bind'
}

import { splitArguments } from './cut.js'
import { expand } from './expand.js'
import { heredocStart } from './heredoc.js'
import { flag, type Instruction } from './instruction.js'
import { type Mount, readMount } from './mounts.js'
import type { Step } from './stages.js'
import { lookupIn } from './variables.js'

/** Where a step takes something from. */
export type Source =
  /** A path or pattern in the build context, as written; clamped to the context when it is looked up. */
  | {
      readonly kind: 'context'
      /** Null for the main one. */
      readonly context: string | null
      readonly pattern: string
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

/** BuildKit takes `github.com/…` and protocols that it does not know for paths (dfgitutil/git_ref.go). */
const REMOTE = /^(?:https?|git|ssh):\/\/|^[\w-]+@[a-zA-Z0-9.-]+:/

/** What one step reads from outside its own stage. */
export const sourcesOf = (step: Step, escapeToken: string): Source[] => {
  const { keyword, flags } = step.instruction
  if (keyword === 'COPY' || keyword === 'ADD') return copySources(step, escapeToken)
  if (keyword !== 'RUN') return []
  const mounts = flags.filter((text) => text.startsWith('mount='))
  return mounts.flatMap((text) => mountSources(text.slice('mount='.length), step, escapeToken))
}

const copySources = (step: Step, escapeToken: string): Source[] => {
  const { instruction } = step
  const from = flag(instruction, 'from')
  const picks = pickedSources(step, escapeToken)
  return from ? [{ kind: 'from', reference: from, numbered: true, picks, instruction }] : picks
}

const pickedSources = (step: Step, escapeToken: string): Source[] => {
  const { instruction } = step
  if (flag(instruction, 'parents') !== null) return [notFollowed(instruction, 'parents', '--parents')]
  const words = splitArguments(instruction.rest).slice(0, -1)
  return words.flatMap((word): Source[] =>
    heredocStart(word) ? [] : [contextSource(word, step, escapeToken)],
  )
}

const contextSource = (word: string, { instruction, variables }: Step, escapeToken: string): Source => {
  const { value, undecided } = expand(word, lookupIn(variables), escapeToken)
  if (undecided.length > 0) return variable(instruction, word, undecided)
  return instruction.keyword === 'ADD' && REMOTE.test(value)
    ? remote(instruction, value)
    : { kind: 'context', context: null, pattern: value, instruction }
}

const remote = (instruction: Instruction, address: string): Source => ({
  kind: 'remote',
  address,
  pinned: flag(instruction, 'checksum') !== null,
  instruction,
})

const variable = (instruction: Instruction, word: string, names: readonly string[]): Source => ({
  kind: 'undecided',
  reason: 'variable',
  detail: `${word} depends on ${names.join(', ')}, whose value the Dockerfile does not tell`,
  instruction,
})

const notFollowed = (instruction: Instruction, reason: string, what: string): Source => ({
  kind: 'undecided',
  reason,
  detail: `what ${what} picks is not followed`,
  instruction,
})

/** `RUN --mount=type=bind,source=…`: a mount is a bind unless it says otherwise; without a source it is the whole context. */
const mountSources = (text: string, step: Step, escapeToken: string): Source[] => {
  const { instruction } = step
  const mount = readMount(text)
  if (!mount) return [notFollowed(instruction, 'mount', `--mount=${text}`)]
  const picks = [contextSource(mount.source, step, escapeToken)]
  if (mount.from) return [{ kind: 'from', reference: mount.from, numbered: false, picks, instruction }]
  return mayBind(mount, step, escapeToken) ? picks : []
}

const mayBind = ({ type }: Mount, { variables }: Step, escapeToken: string): boolean => {
  const { value, undecided } = expand(type, lookupIn(variables), escapeToken)
  return undecided.length > 0 || value.toLowerCase() === 'bind'
}

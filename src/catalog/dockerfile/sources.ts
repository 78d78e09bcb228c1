import { jsonStrings, splitArguments } from './cut.js'
import { type Expansion, expand } from './expand.js'
import { flag, type Instruction } from './instruction.js'
import type { Step } from './stages.js'
import { lookupIn } from './variables.js'

/** Where a step takes something from. */
export type Source =
  /** A path or pattern in the build context, as written; clamped to the context when it is looked up. */
  | { readonly kind: 'context'; readonly pattern: string; readonly instruction: Instruction }
  /** The whole context: a bind mount without a source. */
  | { readonly kind: 'whole-context'; readonly instruction: Instruction }
  /** Another stage or an image, by `--from` or `from=`. */
  | { readonly kind: 'from'; readonly reference: Expansion; readonly instruction: Instruction }
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

const REMOTE = /^(?:https?|git|ssh):\/\/|^git@|^[\w.-]+@[\w.-]+:|^github\.com\//

/** What one step reads from outside its own stage. */
export const sourcesOf = (step: Step, escapeToken: string): Source[] => {
  const { keyword } = step.instruction
  if (keyword === 'COPY' || keyword === 'ADD') return copySources(step, escapeToken)
  if (keyword === 'RUN') return mountSources(step, escapeToken)
  if (keyword === 'ONBUILD') return onbuildSources(step.instruction)
  return []
}

/** What an ONBUILD line reads is read by whoever builds from this image: in this repository that is not followed yet. */
const onbuildSources = (instruction: Instruction): Source[] =>
  /^(?:COPY|ADD)\s|--mount/i.test(instruction.rest)
    ? [{ kind: 'undecided', reason: 'onbuild', detail: `ONBUILD ${instruction.rest}`, instruction }]
    : []

const copySources = (step: Step, escapeToken: string): Source[] => {
  const { instruction } = step
  const from = flag(instruction, 'from')
  const lookup = lookupIn(step.variables)
  if (from !== null) return [{ kind: 'from', reference: expand(from, lookup, escapeToken), instruction }]
  if (flag(instruction, 'parents') !== null) return [notFollowed(instruction, 'parents', '--parents')]
  const words = splitArguments(instruction.rest).slice(0, -1)
  return words.flatMap((word): Source[] => {
    if (isHeredoc(word, instruction)) return []
    const { value, undecided } = expand(word, lookup, escapeToken)
    if (undecided.length > 0) return [variable(instruction, word, undecided)]
    if (instruction.keyword === 'ADD' && REMOTE.test(value)) return [remote(instruction, value)]
    return [{ kind: 'context', pattern: value, instruction }]
  })
}

const isHeredoc = (word: string, { rest, heredocs }: Instruction): boolean =>
  heredocs.length > 0 && jsonStrings(rest) === null && /^\d*<<-?/.test(word)

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

/** `RUN --mount=type=bind,source=…`: a mount is a bind unless it says otherwise. */
const mountSources = (step: Step, escapeToken: string): Source[] =>
  step.instruction.flags
    .filter((text) => text.startsWith('mount='))
    .flatMap((text): Source[] => mountSource(readMount(text.slice('mount='.length)), step, escapeToken))

const readMount = (text: string): Map<string, string> =>
  new Map(
    text.split(',').map((field): [string, string] => {
      const equals = field.indexOf('=')
      return equals < 0
        ? [field.toLowerCase(), '']
        : [field.slice(0, equals).toLowerCase(), field.slice(equals + 1)]
    }),
  )

const mountSource = (mount: Map<string, string>, step: Step, escapeToken: string): Source[] => {
  const { instruction, variables } = step
  const put = (text: string) => expand(text, lookupIn(variables), escapeToken)
  const from = mount.get('from')
  if (from !== undefined) return [{ kind: 'from', reference: put(from), instruction }]
  if ((mount.get('type') ?? 'bind') !== 'bind') return []
  const written = mount.get('source') ?? mount.get('src')
  if (written === undefined) return [{ kind: 'whole-context', instruction }]
  const { value, undecided } = put(written)
  return undecided.length > 0
    ? [variable(instruction, written, undecided)]
    : [{ kind: 'context', pattern: value, instruction }]
}

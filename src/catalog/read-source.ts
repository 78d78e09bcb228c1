import type { Context } from './context.js'
import type { Source } from './dockerfile/sources.js'
import type { Because, Input, Widened } from './inputs.js'
import type { Found } from './tree.js'

/** What one source of a Dockerfile came to. */
export interface Read {
  readonly source: Source
  readonly inputs: readonly Input[]
  readonly widened: readonly Widened[]
  /** It names something, of which `--exclude` leaves nothing. */
  readonly excluded: boolean
}

export const becauseOf =
  (because: Because) =>
  (found: Found): Input => ({ ...found, because })

export const readSource = async (context: Context, source: Source): Promise<Read> => {
  const nothing: Read = { source, inputs: [], widened: [], excluded: false }
  const { keyword, line } = source.instruction
  const widen = (reason: string, detail: string): Read => ({
    ...nothing,
    widened: [{ reason, detail, line }],
  })
  if (source.kind === 'undecided') return widen(source.reason, source.detail)
  if (source.kind !== 'context') return nothing
  const picked = await context.pick(source.pattern, source.part)
  if (picked.kind === 'lost')
    return widen('symlinked-source', `${picked.path} is a symbolic link that leads nowhere in the context`)
  const inputs = [...picked.found, ...picked.links].map(becauseOf({ instruction: keyword, line }))
  return { ...nothing, inputs, excluded: picked.excluded ?? false }
}

/**
 * Sources that name nothing git tracks. A pattern beside sources that were found is a way to say
 * "if it is there": BuildKit takes it so, and the context holds nothing else.
 */
export const untracked = (read: readonly Read[]): Widened[] =>
  read.flatMap(({ source, inputs, widened, excluded }) => {
    if (source.kind !== 'context' || inputs.length > 0 || widened.length > 0 || excluded) return []
    const optional =
      /[*?[]/.test(source.pattern) &&
      read.some((other) => other.source.instruction === source.instruction && other.inputs.length > 0)
    const { line } = source.instruction
    return optional ? [] : [{ reason: 'untracked-source', detail: source.pattern, line }]
  })

/** One input a path, and none below a folder that is an input itself; sorted by path. */
export const unique = (inputs: readonly Input[]): Input[] => {
  const byPath = new Map<string, Input>()
  for (const input of inputs) if (!byPath.has(input.path)) byPath.set(input.path, input)
  return [...byPath.values()]
    .filter(({ path }) => !ancestors(path).some((folder) => byPath.get(folder)?.mode === '040000'))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

const ancestors = (path: string): string[] => {
  const segments = path.split('/')
  const folders = segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('/'))
  return path === '.' ? [] : ['.', ...folders]
}

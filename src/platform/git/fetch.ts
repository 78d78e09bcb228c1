import { isOid, type Oid, StaggerError } from '../../words.js'
import type { GitProgram } from './run.js'

/** `absent`: the remote answered, and does not have it; which of several, where it says so. */
export type Fetched = { readonly kind: 'done' } | { readonly kind: 'absent'; readonly commit: Oid | null }

interface FetchRequest {
  /** For people, when the remote does not answer. */
  readonly what: string
  /** Commits or refspecs. */
  readonly wanted: readonly string[]
  readonly options?: readonly string[]
  readonly remote?: string
  /** Objects by their ids: told of our commits, the remote would think that we have all that they hold. */
  readonly tellNothing?: boolean
}

/** No setting of the user's may turn a look-up into more than that. */
const ONLY_THIS = [
  '--quiet',
  '--no-tags',
  '--no-prune',
  '--no-write-fetch-head',
  '--no-auto-maintenance',
  '--recurse-submodules=no',
]
/** A remote that falls silent for a minute is given up; while it counts objects it sends a byte a second. */
export const IMPATIENT = { GIT_HTTP_LOW_SPEED_LIMIT: '1', GIT_HTTP_LOW_SPEED_TIME: '60' }

const NOT_THERE = /couldn't find remote ref|no such remote ref|not our ref|unadvertised object/i
const NAMED = /not our ref ([0-9a-f]{40,64})/i

/** Asks the remote. Throws `remote-unreachable` where it does not answer. */
export const fetchFrom = async (
  git: Pick<GitProgram, 'run'>,
  { what, wanted, options = [], remote = 'origin', tellNothing = false }: FetchRequest,
): Promise<Fetched> => {
  const settings = tellNothing ? ['-c', 'fetch.negotiationAlgorithm=noop'] : []
  const args = [...settings, 'fetch', ...ONLY_THIS, ...options, '--stdin', remote]
  const { code, stderr } = await git.run(args, { input: wanted.join('\n'), env: IMPATIENT })
  if (code === 0) return { kind: 'done' }
  if (!NOT_THERE.test(stderr)) throw unreachable(what, stderr)
  const named = NAMED.exec(stderr)?.[1] ?? ''
  return { kind: 'absent', commit: isOid(named) ? named : null }
}

export const unreachable = (what: string, stderr: string): StaggerError =>
  new StaggerError({
    code: 'remote-unreachable',
    fault: 'world',
    problem: `${what} could not be read from the remote 'origin'`,
    why: stderr.trim(),
    fix: 'check the network and the permission `contents: read`, then run it again; stagger plan --base REV needs no remote',
  })

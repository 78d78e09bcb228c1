import { type Oid, StaggerError } from '../../words.js'
import { type GitProgram, gitFailed } from './run.js'

/** A ref that is to stand elsewhere, where it still stands as we saw it; null: not there yet. */
export interface Move {
  readonly ref: string
  readonly to: Oid
  readonly expected: Oid | null
}

/** What git says when somebody else was first. */
export const LOST_RACE =
  /stale info|fetch first|already exists|cannot lock ref|failed to update ref|incorrect old value|is at .* but expected/i
const NOT_ALLOWED = /permission .*denied|403|not allowed|protected|hook declined|authentication failed/i
const NOT_TOGETHER = /does not support --atomic/i

/** What `push --porcelain` says of a ref that needs no change: in one second two runs may make the very same tag. */
const UP_TO_DATE = /^=\t/m

/** Moves refs at `origin`, all or none. `there`: they stood there already. */
export const publish = async (
  git: GitProgram,
  moves: readonly [Move, ...Move[]],
): Promise<'done' | 'there' | 'moved'> => {
  const [first, ...others] = moves
  const leases = moves.map(({ ref, expected }) => `--force-with-lease=${ref}:${expected ?? ''}`)
  const specs = moves.map(({ ref, to }) => `${to}:${ref}`)
  const atomic = others.length > 0 ? ['--atomic'] : []
  const args = ['push', '--porcelain', ...atomic, ...leases, 'origin', ...specs]
  const result = await git.run(args)
  if (result.code === 0) return UP_TO_DATE.test(result.stdout) ? 'there' : 'done'
  const said = result.stdout + result.stderr
  // Then the first one alone: it decides the most.
  if (others.length > 0 && NOT_TOGETHER.test(said)) return publish(git, [first])
  if (LOST_RACE.test(said)) return 'moved'
  throw NOT_ALLOWED.test(said) ? mayNotPush(first.ref, said) : gitFailed(args, result)
}

const mayNotPush = (name: string, said: string): StaggerError =>
  new StaggerError({
    code: 'push-not-allowed',
    fault: 'caller',
    problem: `${name} may not be pushed to 'origin'`,
    why: said.trim(),
    fix: 'give the job `permissions: contents: write`; a rule that protects refs must let it write refs/stagger/* and tags',
  })

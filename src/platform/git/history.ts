import pLimit from 'p-limit'
import { type Oid, StaggerError } from '../../words.js'
import { fetchFrom } from './fetch.js'
import { type GitProgram, gitFailed } from './run.js'
import { openScratch, type Scratch } from './scratch.js'
import { cutsOf } from './shallow.js'

export interface History {
  mergeBases(one: Oid, other: Oid): Promise<readonly Oid[]>
  close(): void
}

/** Commits alone are some hundred bytes each: going back too far costs less than asking once more. */
const FIRST_DEPTH = 64
const FURTHER = 4

/** What is asked of two commits' history, in a clone that may hold too little of it. */
export const historyOf = (clone: GitProgram, say: (line: string) => void): History => {
  let scratch: Promise<Scratch> | null = null
  const search = async (one: Oid, other: Oid): Promise<readonly Oid[]> => {
    if (one === other) return [one]
    const known =
      (await decided(clone, one, other)) ?? (scratch && (await decided((await scratch).git, one, other)))
    if (known) return known
    if (!(await clone.hasOrigin())) throw tooLittle(one, other, "it has no remote 'origin' to ask for more")
    scratch ??= openScratch(clone)
    return deepen((await scratch).git, one, other, say)
  }
  const inTurn = pLimit(1)
  return {
    mergeBases: (one, other) => inTurn(() => search(one, other)),
    close: () =>
      void scratch?.then(
        ({ remove }) => remove(),
        () => {},
      ),
  }
}

type Program = Pick<GitProgram, 'run' | 'must'>

/** Commits without their files, in a repository of their own: the clone gets neither holes nor a longer history. */
const deepen = async (
  git: Program,
  one: Oid,
  other: Oid,
  say: (line: string) => void,
): Promise<readonly Oid[]> => {
  const wanted = [one, other].map((commit) => `+${commit}:refs/wanted/${commit}`)
  const what = `the history of ${one.slice(0, 7)} and ${other.slice(0, 7)}`
  for (let depth = FIRST_DEPTH, before = ''; ; depth *= FURTHER) {
    say(`this clone is shallow: reading ${what} from origin, ${depth} commits deep, without files`)
    const options = [`--depth=${depth}`, '--filter=tree:0']
    const fetched = await fetchFrom(git, { what, wanted, options })
    if (fetched.kind === 'absent')
      throw tooLittle(one, other, `origin does not hold ${fetched.commit ?? 'one of them'}`)
    const found = await decided(git, one, other)
    if (found) return found
    const cuts = [...(await cutsOf(git))].sort().join()
    if (cuts === before) throw tooLittle(one, other, 'origin is shallow itself')
    before = cuts
  }
}

/** All best common ancestors; null where a commit beyond the cuts could still be one. */
const decided = async (git: Program, one: Oid, other: Oid): Promise<readonly Oid[] | null> => {
  const args = ['merge-base', '--all', one, other]
  const result = await git.run(args)
  const bases = linesOf(result.stdout) as readonly Oid[]
  const cuts = await cutsOf(git)
  if (result.code <= 1 && (cuts.size === 0 || (await allSeen(git, one, other, bases, cuts)))) return bases
  if (result.code > 1 && !MISSING.test(result.stderr)) throw gitFailed(args, result)
  return null
}
const MISSING = /not a valid commit|not a valid object|bad object|missing|could not parse/i

/**
 * Whatever lies beyond a cut that a base reaches is older than that base. So it is enough that no cut is among
 * the commits which lead to the bases.
 */
const allSeen = async (
  git: Program,
  one: Oid,
  other: Oid,
  bases: readonly Oid[],
  cuts: ReadonlySet<Oid>,
): Promise<boolean> => {
  const not = bases.map((base) => `^${base}`)
  const seen = linesOf(await git.must(['rev-list', one, other, ...not]))
  return !seen.some((commit) => cuts.has(commit as Oid))
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '')

const tooLittle = (one: Oid, other: Oid, why: string): StaggerError =>
  new StaggerError({
    code: 'history-too-short',
    fault: 'world',
    problem: `nobody can say where the histories of ${one.slice(0, 12)} and ${other.slice(0, 12)} meet`,
    why: `this clone does not hold enough of them, and ${why}`,
    fix: 'check out with `fetch-depth: 0` (on a laptop: git fetch --unshallow); or name the revision to compare with: --base REV',
  })

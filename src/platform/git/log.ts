import { type Oid, StaggerError } from '../../words.js'
import { LOG_OPTIONS, parseLog } from './commit-log.js'
import { fetchFrom } from './fetch.js'
import type { LoggedCommit } from './git.js'
import { type GitProgram, gitFailed } from './run.js'
import { openScratch } from './scratch.js'
import { cutsOf } from './shallow.js'
import type { Store } from './store.js'

/** Commits with their trees are heavier than commits alone: a release is seldom further back than this. */
const FIRST_DEPTH = 64
const FURTHER = 4

type Program = Pick<GitProgram, 'run' | 'must'>

/**
 * What led to some commits, and what each step changed. Where the clone holds too little of it, it is read from `origin`
 * into a repository of its own, without the files' contents: the clone gets neither holes nor a longer history.
 */
export const logIn =
  (clone: GitProgram, store: Pick<Store, 'local'>, say: (line: string) => void) =>
  async (tips: readonly Oid[], known: readonly Oid[]): Promise<readonly LoggedCommit[]> => {
    const local = await store.local()
    const here = await read({ run: local.run, must: clone.must }, tips, known, await cutsOf(clone))
    if (here) return here
    const [first = '' as Oid] = tips
    if (!(await clone.hasOrigin())) throw tooLittle(first, "it has no remote 'origin' to ask for more")
    const scratch = await openScratch(clone)
    try {
      return await deepen(scratch.git, tips, known, say)
    } finally {
      scratch.remove()
    }
  }

const deepen = async (
  git: Program,
  tips: readonly Oid[],
  known: readonly Oid[],
  say: (line: string) => void,
): Promise<readonly LoggedCommit[]> => {
  const [first = '' as Oid] = tips
  const wanted = [...new Set([...tips, ...known])].map((commit) => `+${commit}:refs/wanted/${commit}`)
  const what = `what was committed up to ${first.slice(0, 7)}`
  for (let depth = FIRST_DEPTH, before = ''; ; depth *= FURTHER) {
    say(`this clone is shallow: reading ${what} from origin, ${depth} commits deep, without files`)
    const options = [`--depth=${depth}`, '--filter=blob:none']
    const fetched = await fetchFrom(git, { what, wanted, options })
    if (fetched.kind === 'absent')
      throw tooLittle(first, `origin does not hold ${fetched.commit ?? 'one of them'}`)
    const cuts = await cutsOf(git)
    const found = await read(git, tips, known, cuts)
    if (found) return found
    const now = [...cuts].sort().join()
    if (now === before) throw tooLittle(first, 'origin is shallow itself')
    before = now
  }
}

/** Null where something of it is not here. */
const read = async (
  git: Program,
  tips: readonly Oid[],
  known: readonly Oid[],
  cuts: ReadonlySet<Oid>,
): Promise<readonly LoggedCommit[] | null> => {
  const args = ['log', ...LOG_OPTIONS, '--stdin']
  const input = [...tips, ...(await commonOf(git, known)).map((commit) => `^${commit}`)].join('\n')
  const { code, stdout, stderr } = await git.run(args, { input, encoding: 'latin1' })
  if (code !== 0 && !MISSING.test(stderr)) throw gitFailed(args, { code, stdout, stderr })
  if (code !== 0) return null
  const commits = parseLog(stdout)
  return commits.some(({ oid }) => cuts.has(oid)) ? null : commits
}

/** What all of some commits come after. */
const commonOf = async (git: Program, commits: readonly Oid[]): Promise<readonly Oid[]> => {
  if (commits.length < 2) return commits
  const { stdout } = await git.run(['merge-base', '--octopus', '--all', ...commits])
  return stdout.split('\n').filter((line) => line !== '') as Oid[]
}

const MISSING =
  /not a valid|bad object|missing|could not (?:parse|read)|unable to (?:parse|read)|bad revision/i

const tooLittle = (tip: Oid, why: string): StaggerError =>
  new StaggerError({
    code: 'history-too-short',
    fault: 'world',
    problem: `nobody can say what was committed before ${tip.slice(0, 12)}`,
    why: `this clone does not hold enough of it, and ${why}`,
    fix: 'check out with `fetch-depth: 0` (on a laptop: git fetch --unshallow)',
  })

import type { Oid } from '../../words.js'
import { fetchFrom } from './fetch.js'
import type { GitProgram } from './run.js'
import { withoutHistory } from './shallow.js'

export interface BringWorld {
  readonly git: GitProgram
  readonly say: (line: string) => void
  /** Whether a commit is here already; asks nobody else. */
  readonly has: (commit: Oid) => Promise<boolean>
}

/** How many that the remote lacks are left out one by one before the rest is given up. */
const PATIENCE = 4

/** Commits that are not here come from the remote, all at once and without their history. */
export const bringCommits = async (
  world: BringWorld,
  commits: readonly Oid[],
  ref: string | null,
): Promise<ReadonlySet<Oid>> => {
  const distinct = [...new Set(commits)]
  const missing = await absent(world, distinct)
  if (missing.length === 0 || !(await world.git.hasOrigin())) return present(distinct, missing)
  world.say(`fetching ${namesOf(missing)} from origin, which this clone does not hold`)
  await fetchByName(world, missing)
  if (ref !== null && (await absent(world, missing)).length > 0) await fetchByRef(world, missing, ref)
  return present(distinct, await absent(world, missing))
}

const absent = async ({ has }: BringWorld, commits: readonly Oid[]): Promise<readonly Oid[]> => {
  const here = await Promise.all(commits.map(has))
  return commits.filter((_, at) => !here[at])
}

const present = (all: readonly Oid[], missing: readonly Oid[]): ReadonlySet<Oid> =>
  new Set(all.filter((commit) => !missing.includes(commit)))

const namesOf = (commits: readonly Oid[]): string =>
  commits.length > 3
    ? `${commits.length} commits`
    : `the commit ${commits.map((one) => one.slice(0, 7)).join(', ')}`

/** A remote names the first commit that it does not have, and sends none of the others. */
const fetchByName = async ({ git }: BringWorld, missing: readonly Oid[]): Promise<void> => {
  const options = await withoutHistory(git)
  let wanted = missing
  for (let attempt = 0; attempt <= PATIENCE && wanted.length > 0; attempt++) {
    const fetched = await fetchFrom(git, { what: namesOf(wanted), wanted, options })
    if (fetched.kind === 'done' || fetched.commit === null) return
    wanted = wanted.filter((commit) => commit !== fetched.commit)
  }
}

/** For remotes that give out nothing but their refs: from the ref's tip back, further and further. */
const fetchByRef = async (world: BringWorld, missing: readonly Oid[], ref: string): Promise<void> => {
  const { git } = world
  const whole = (await withoutHistory(git)).length === 0
  for (let depth = 1; depth <= FURTHEST; depth *= 8) {
    const options = whole ? [] : [`--depth=${depth}`]
    const { kind } = await fetchFrom(git, { what: ref, wanted: [ref], options })
    if (whole || kind === 'absent' || (await absent(world, missing)).length === 0) return
  }
}
const FURTHEST = 4096

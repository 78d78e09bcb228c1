import type { Oid } from '../../words.js'
import { fetchFrom } from './fetch.js'
import { listRemote } from './list-remote.js'
import type { GitProgram } from './run.js'
import { withoutHistory } from './shallow.js'

/** Brings tags with what is written on them; in a shallow clone not with all that led to them. */
export const fetchTags = async (
  git: GitProgram,
  patterns: readonly string[],
  has: (commit: Oid) => Promise<boolean>,
): Promise<void> => {
  if (patterns.length === 0 || !(await git.hasOrigin())) return
  const refs = patterns.map((pattern) => `refs/tags/${pattern}`)
  const what = `the tags ${patterns.join(', ')}`
  const options = await withoutHistory(git)
  if (options.length === 0 && refs.every(hasOneStar)) {
    await fetchFrom(git, { what, wanted: refs.map(specOf) })
    return
  }
  const tags = await tagsAt(git, what, refs)
  // To ask for a commit that is here already without its history would cut it off.
  const here = await Promise.all(tags.map(({ commit }) => has(commit)))
  const [near, far] = [true, false].map((side) =>
    tags.filter((_, at) => here[at] === side).map(({ ref }) => specOf(ref)),
  )
  if (near?.length) await fetchFrom(git, { what, wanted: near })
  if (far?.length) await fetchFrom(git, { what, wanted: far, options })
}

/** More than that no refspec takes; ls-remote does. */
const hasOneStar = (ref: string): boolean => ref.split('*').length <= 2

const specOf = (ref: string): string => `+${ref}:${ref}`

interface RemoteTag {
  readonly ref: string
  readonly commit: Oid
}

/** The commit that an annotated tag stands on comes after it. */
const tagsAt = async (
  git: GitProgram,
  what: string,
  refs: readonly string[],
): Promise<readonly RemoteTag[]> => {
  const rows = await listRemote(git, what, refs)
  const commits = new Map(rows.map(([oid, ref]) => [ref.replace(/\^\{\}$/, ''), oid] as const))
  return [...commits].map(([ref, commit]) => ({ ref, commit }))
}

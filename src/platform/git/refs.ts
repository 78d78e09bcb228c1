import type { Oid } from '../../words.js'
import { commitFiles } from './commit-files.js'
import { createTag } from './create-tag.js'
import { fetchFrom } from './fetch.js'
import { fetchTags } from './fetch-tags.js'
import type { Git, RefUpdate } from './git.js'
import { listRemote, rowsIn } from './list-remote.js'
import { LOST_RACE, publish } from './publish.js'
import { type GitProgram, gitFailed } from './run.js'
import { withoutHistory } from './shallow.js'
import { parseTags, TAG_FORMAT } from './tags.js'

type Refs = Pick<Git, 'fetchRef' | 'updateRef' | 'tags' | 'fetchTags' | 'refsAtOrigin' | 'createTag'>

/** Refs as git commands. Here and at the remote they change together, the remote first: it decides. */
export const refsOf = (git: GitProgram, has: (commit: Oid) => Promise<boolean>): Refs => ({
  fetchRef: (name) => fetchRef(git, name),
  updateRef: async (ref, expected, changes, message) =>
    moveRef(git, ref, expected, await commitFiles(git, expected, changes, message)),
  tags: async (...patterns) =>
    patterns.length === 0
      ? []
      : parseTags(await git.must(['for-each-ref', `--format=${TAG_FORMAT}`, ...patterns.map(refOf)])),
  fetchTags: (...patterns) => fetchTags(git, patterns, has),
  refsAtOrigin: (names) => refsAtOrigin(git, names),
  createTag: (name, target, message, turns) => createTag(git, { name, target, message }, turns ?? new Map()),
})

const refOf = (pattern: string): string => `refs/tags/${pattern}`

/** All of what the ref stands on, and nothing of its past where the clone is shallow anyway. */
const fetchRef = async (git: GitProgram, name: string): Promise<Oid | null> => {
  if (!(await git.hasOrigin())) return null
  const options = ['--no-filter', ...(await withoutHistory(git))]
  const { kind } = await fetchFrom(git, { what: name, wanted: [`+${name}:${name}`], options })
  return kind === 'done' ? ((await git.must(['rev-parse', '--verify', name])) as Oid) : null
}

const moveRef = async (
  git: GitProgram,
  ref: string,
  expected: Oid | null,
  commit: Oid,
): Promise<RefUpdate> => {
  const remote = await git.hasOrigin()
  if (remote && (await publish(git, [{ ref, to: commit, expected }])) === 'moved') return { kind: 'moved' }
  // Where a remote has decided, the ref here may lag behind it: then it is set, not compared.
  const condition = remote ? [] : [expected ?? '0'.repeat(commit.length)]
  const args = ['update-ref', ref, commit, ...condition]
  const result = await git.run(args)
  if (result.code === 0) return { kind: 'done', commit }
  if (LOST_RACE.test(result.stderr)) return { kind: 'moved' }
  throw gitFailed(args, result)
}

const refsAtOrigin = async (git: GitProgram, names: readonly string[]): Promise<ReadonlyMap<string, Oid>> => {
  if (names.length === 0) return new Map()
  const what = names.length > 3 ? `${names.length} references` : names.join(', ')
  const rows = (await git.hasOrigin())
    ? await listRemote(git, what, names)
    : rowsIn(await git.must(['for-each-ref', '--format=%(objectname)%09%(refname)', ...names]))
  // Patterns match the ends of names, too.
  return new Map(rows.flatMap(([oid, ref]) => (names.includes(ref) ? [[ref, oid] as const] : [])))
}

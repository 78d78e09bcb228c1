import { type Oid, StaggerError } from '../../words.js'
import { commitFiles } from './commit-files.js'
import { fetchFrom } from './fetch.js'
import { fetchTags } from './fetch-tags.js'
import type { Git, RefUpdate } from './git.js'
import { type GitProgram, gitFailed } from './run.js'
import { withoutHistory } from './shallow.js'
import { parseTags, TAG_FORMAT } from './tags.js'

type Refs = Pick<Git, 'fetchRef' | 'updateRef' | 'tags' | 'fetchTags' | 'createTag'>

/** What git says when somebody else was first. */
const LOST_RACE =
  /stale info|fetch first|already exists|cannot lock ref|failed to update ref|incorrect old value|is at .* but expected/i
const NOT_ALLOWED = /permission .*denied|403|not allowed|protected|hook declined|authentication failed/i

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
  createTag: (name, target, message) => createTag(git, name, target, message),
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
  if (remote && (await publish(git, ref, commit, expected ?? '')) === 'moved') return { kind: 'moved' }
  // Where a remote has decided, the ref here may lag behind it: then it is set, not compared.
  const condition = remote ? [] : [expected ?? '0'.repeat(commit.length)]
  const args = ['update-ref', ref, commit, ...condition]
  const result = await git.run(args)
  if (result.code === 0) return { kind: 'done', commit }
  if (LOST_RACE.test(result.stderr)) return { kind: 'moved' }
  throw gitFailed(args, result)
}

/** Here last: a tag that only this clone has would be taken for one that everybody sees. */
const createTag = async (
  git: GitProgram,
  name: string,
  target: Oid,
  message: string,
): Promise<'created' | 'exists'> => {
  const ref = `refs/tags/${name}`
  const object = await tagObject(git, name, target, message)
  const remote = await git.hasOrigin()
  if (remote && (await publish(git, ref, object, '')) !== 'done') return 'exists'
  const args = ['update-ref', ref, object, ...(remote ? [] : ['0'.repeat(object.length)])]
  const made = await git.run(args)
  if (made.code === 0) return 'created'
  if (!remote && LOST_RACE.test(made.stderr)) return 'exists'
  throw gitFailed(args, made)
}

/** An annotated tag that no ref names yet. */
const tagObject = async (git: GitProgram, name: string, target: Oid, message: string): Promise<Oid> => {
  const env = await git.identity()
  const tagger = await git.must(['var', 'GIT_COMMITTER_IDENT'], { env })
  const lines = [`object ${target}`, 'type commit', `tag ${name}`, `tagger ${tagger}`, '', message]
  return (await git.must(['mktag'], { input: lines.join('\n') })) as Oid
}

/** What `push --porcelain` says of a ref that needs no change: in one second two runs may make the very same tag. */
const UP_TO_DATE = /^=\t/m

/** Publishes one ref under the condition that the remote's still stands where we saw it; empty: not there yet. */
const publish = async (
  git: GitProgram,
  name: string,
  target: string,
  lease: string,
): Promise<'done' | 'there' | 'moved'> => {
  const args = ['push', '--porcelain', `--force-with-lease=${name}:${lease}`, 'origin', `${target}:${name}`]
  const result = await git.run(args)
  if (result.code === 0) return UP_TO_DATE.test(result.stdout) ? 'there' : 'done'
  const said = result.stdout + result.stderr
  if (LOST_RACE.test(said)) return 'moved'
  throw NOT_ALLOWED.test(said) ? mayNotPush(name, said) : gitFailed(args, result)
}

const mayNotPush = (name: string, said: string): StaggerError =>
  new StaggerError({
    code: 'push-not-allowed',
    fault: 'caller',
    problem: `${name} may not be pushed to 'origin'`,
    why: said.trim(),
    fix: 'give the job `permissions: contents: write`; a rule that protects refs must let it write refs/stagger/* and tags',
  })

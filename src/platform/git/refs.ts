import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isOid, type Oid, StaggerError } from '../../words.js'
import type { Processes, Run } from '../process.js'
import type { FileChanges, Git, RefUpdate, Tag } from './git.js'

/** Who signs where git knows nobody: on a runner. */
const NOBODY = { name: 'stagger', email: 'stagger@localhost' }

type Refs = Pick<Git, 'mergeBase' | 'fetchRef' | 'updateRef' | 'tags' | 'fetchTags' | 'createTag'>
type RunGit = (
  args: readonly string[],
  options?: { input?: string; env?: Record<string, string> },
) => Promise<Run>

const gitFailed = (args: readonly string[], { stderr, code }: Run): StaggerError =>
  new StaggerError({
    code: 'git-failed',
    fault: 'world',
    problem: `git ${args[0]} failed`,
    why: stderr.trim() || `it ended with exit code ${code}`,
    fix: `see what it says when run by hand: git ${args.join(' ')}`,
  })

const unreachable = (what: string, stderr: string): StaggerError =>
  new StaggerError({
    code: 'remote-unreachable',
    fault: 'world',
    problem: `${what} could not be read from the remote 'origin'`,
    why: stderr.trim(),
    fix: 'check the network and the permission `contents: read`, then run it again; with --base REV no ledger is needed',
  })

/** What git says when somebody else was first. */
const LOST_RACE =
  /stale info|rejected|cannot lock ref|already exists|reference already exists|fetch first|unable to create/i
const NO_SUCH_REF = /couldn't find remote ref|could not find remote ref/i

/** What `main` needs of refs, as git commands. Local and remote change together, the remote first: it decides. */
export const refsOf = (directory: string, run: Processes): Refs => {
  const git: RunGit = (args, { input, env } = {}) =>
    run(['git', '-C', directory, ...args], {
      ...(input === undefined ? {} : { input: Buffer.from(input) }),
      env: { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', ...env },
    })
  const must = async (...[args, options]: Parameters<RunGit>): Promise<string> => {
    const result = await git(args, options)
    if (result.code !== 0) throw gitFailed(args, result)
    return result.stdout.trim()
  }
  const hasOrigin = async () => (await git(['remote', 'get-url', 'origin'])).code === 0
  const identity = async (): Promise<Record<string, string>> => {
    if ((await git(['var', 'GIT_COMMITTER_IDENT'])).code === 0) return {}
    const { name, email } = NOBODY
    return {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: email,
    }
  }

  /** Publishes one ref under the condition that it still stands where we saw it. */
  const publish = async (name: string, target: string, lease: string): Promise<'done' | 'moved'> => {
    const args = ['push', '--porcelain', `--force-with-lease=${name}:${lease}`, 'origin', `${target}:${name}`]
    const result = await git(args)
    if (result.code === 0) return 'done'
    if (LOST_RACE.test(result.stdout + result.stderr)) return 'moved'
    throw gitFailed(args, result)
  }

  const commitChanges = async (parent: Oid | null, changes: FileChanges, message: string): Promise<Oid> => {
    const folder = await mkdtemp(join(tmpdir(), 'stagger-index-'))
    const env = { GIT_INDEX_FILE: join(folder, 'index'), ...(await identity()) }
    try {
      await must(parent ? ['read-tree', parent] : ['read-tree', '--empty'], { env })
      const lines = await Promise.all([...changes].map((change) => indexLine(change, parent?.length)))
      await must(['update-index', '--index-info'], { env, input: lines.join('') })
      const tree = await must(['write-tree'], { env })
      const parents = parent ? ['-p', parent] : []
      return (await must(['commit-tree', tree, ...parents, '-m', message], { env })) as Oid
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  const indexLine = async (
    [path, text]: readonly [string, string | null],
    idLength = 40,
  ): Promise<string> => {
    if (text === null) return `0 ${'0'.repeat(idLength)}\t${path}\n`
    return `100644 ${await must(['hash-object', '-w', '--stdin'], { input: text })}\t${path}\n`
  }

  return {
    mergeBase: async (one, other) => {
      const { code, stdout } = await git(['merge-base', one, other])
      return code === 0 ? (stdout.trim() as Oid) : null
    },

    fetchRef: async (name) => {
      if (!(await hasOrigin())) return null
      const result = await git(['fetch', '--quiet', '--no-tags', 'origin', `+${name}:${name}`])
      if (result.code === 0) return (await must(['rev-parse', '--verify', name])) as Oid
      if (NO_SUCH_REF.test(result.stderr)) return null
      throw unreachable(name, result.stderr)
    },

    updateRef: async (ref, expected, changes, message): Promise<RefUpdate> => {
      const commit = await commitChanges(expected, changes, message)
      const remote = await hasOrigin()
      if (remote && (await publish(ref, commit, expected ?? '')) === 'moved') return { kind: 'moved' }
      // The remote has decided; here the ref may lag behind it, so it is set, not compared.
      const args = ['update-ref', ref, commit, ...(remote ? [] : [expected ?? '0'.repeat(commit.length)])]
      const result = await git(args)
      if (result.code === 0) return { kind: 'done', commit }
      if (LOST_RACE.test(result.stderr) || /is at .* but expected/.test(result.stderr))
        return { kind: 'moved' }
      throw gitFailed(args, result)
    },

    tags: async (pattern) =>
      parseTags(await must(['for-each-ref', `--format=${TAG_FORMAT}`, `refs/tags/${pattern}`])),

    fetchTags: async (pattern) => {
      if (!(await hasOrigin())) return
      const spec = `+refs/tags/${pattern}:refs/tags/${pattern}`
      const result = await git(['fetch', '--quiet', '--no-tags', 'origin', spec])
      if (result.code !== 0) throw unreachable(`the tags ${pattern}`, result.stderr)
    },

    createTag: async (name, target, message) => {
      const args = ['tag', '--annotate', '--file=-', '--cleanup=verbatim', name, target]
      const made = await git(args, { input: message, env: await identity() })
      if (made.code !== 0 && LOST_RACE.test(made.stderr)) return 'exists'
      if (made.code !== 0) throw gitFailed(args, made)
      if (!(await hasOrigin())) return 'created'
      const ref = `refs/tags/${name}`
      if ((await publish(ref, ref, '')) === 'done') return 'created'
      await must(['tag', '--delete', name])
      return 'exists'
    },
  }
}

const TAG_FORMAT = `${['%(refname:strip=2)', '%(objectname)', '%(*objectname)', '%(contents)'].join('%00')}%01`

const parseTags = (output: string): Tag[] =>
  output
    .split('\x01')
    .map((row) => row.replace(/^\n/, '').split('\0'))
    .filter((cells) => cells.length === 4)
    .map(([name = '', object = '', peeled = '', contents = '']) => ({
      name,
      commit: (isOid(peeled) ? peeled : object) as Oid,
      message: isOid(peeled) ? contents.trim() : '',
    }))

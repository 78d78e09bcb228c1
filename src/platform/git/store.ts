import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StaggerError } from '../../words.js'
import { bulkReader } from './bulk.js'
import { type CatFile, type GitObject, startCatFile } from './cat-file.js'
import { fetchFrom } from './fetch.js'
import type { GitProgram } from './run.js'
import { openScratch } from './scratch.js'

/** The objects of a clone, by their ids. */
export interface Store {
  /** Brings what a partial clone lacks. */
  read(oid: string): Promise<GitObject | null>
  /** Only what is here. */
  peek(oid: string): Promise<GitObject | null>
  /** A git for questions that only what is here answers: it asks no remote. */
  local(): Promise<LocalGit>
  close(): Promise<void>
}

export interface LocalGit {
  readonly run: GitProgram['run']
  /** Nothing is missing. In a partial clone something may be, and git fails over it. */
  readonly whole: boolean
}

/**
 * Git itself fetches what a partial clone lacks one object at a time, a connection each, and cannot be told not to
 * (before 2.45). So a partial clone is read through a repository that borrows its objects and knows no remote.
 */
export const openStore = (git: GitProgram, plain: CatFile, say: (line: string) => void): Store => {
  let opened: Promise<Store> | null = null
  const store = () => {
    opened ??= promisorOf(git).then((remote) =>
      remote === null ? wholeStore(git, plain) : partialStore(git, remote, say),
    )
    return opened
  }
  return {
    read: async (oid) => (await store()).read(oid),
    peek: async (oid) => (await store()).peek(oid),
    local: async () => (await store()).local(),
    close: async () =>
      opened?.then(
        ({ close }) => close(),
        () => {},
      ),
  }
}

const wholeStore = ({ run }: GitProgram, { read }: CatFile): Store => ({
  read,
  peek: read,
  local: async () => ({ run, whole: true }),
  close: async () => {},
})

/** The remote that has what a partial clone lacks; null for a clone that lacks nothing. */
const promisorOf = async (git: GitProgram): Promise<string | null> => {
  const { stdout } = await git.run([
    'config',
    '--get-regexp',
    '^(remote\\..*\\.promisor|extensions\\.partialclone)$',
  ])
  for (const line of stdout.split('\n')) {
    const [, key = '', value = ''] = /^(\S+) (.*)$/.exec(line) ?? []
    if (key === 'extensions.partialclone') return value
    if (value === 'true') return key.slice('remote.'.length, -'.promisor'.length)
  }
  return null
}

const partialStore = async (git: GitProgram, remote: string, say: (line: string) => void): Promise<Store> => {
  const scratch = await openScratch(git)
  const objects = await git.must(['rev-parse', '--path-format=absolute', '--git-path', 'objects'])
  await appendFile(join(scratch.folder, 'objects', 'info', 'alternates'), `${objects}\n`)
  // Not as `scratch.git` runs there: that one is told of the remote.
  const inIt = `--git-dir=${scratch.folder}`
  const here = startCatFile([inIt], (why) => new Error(`git cat-file ended: ${why}`))
  const { read } = bulkReader(here, bringer(git, remote, say))
  return {
    read,
    peek: here.read,
    local: async () => ({ run: (args, options) => git.run([inIt, ...args], options), whole: false }),
    close: async () => {
      await here.close()
      scratch.remove()
    },
  }
}

/**
 * The first tree that is missing brings all below it: most of a commit's are needed. Those that are missing later,
 * of other commits, come one level at a time: most are here by then.
 */
const bringer = (git: GitProgram, remote: string, say: (line: string) => void) => {
  let filter = '--filter=blob:none'
  return async (wanted: readonly string[]): Promise<void> => {
    say(
      `this clone is partial: fetching ${wanted.length} ${wanted.length === 1 ? 'object' : 'objects'} that it lacks`,
    )
    const what = 'what this partial clone lacks'
    const options = [filter]
    filter = '--filter=tree:0'
    const fetched = await fetchFrom(git, { what, wanted, options, remote, tellNothing: true })
    if (fetched.kind === 'absent') throw lostObject(fetched.commit ?? 'one of them')
  }
}

const lostObject = (oid: string): StaggerError =>
  new StaggerError({
    code: 'missing-object',
    fault: 'world',
    problem: `the remote does not hold the object ${oid}`,
    why: 'this clone is partial, and what it lacks is not where it came from',
    fix: 'clone anew',
  })

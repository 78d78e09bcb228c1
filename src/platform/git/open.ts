import { isOid, type Oid, StaggerError, type TreeEntry } from '../../words.js'
import { type Processes, runProcess } from '../process.js'
import { bringCommits } from './bring.js'
import { startCatFile } from './cat-file.js'
import { parseCommit } from './commit-object.js'
import { finderIn } from './find.js'
import type { Git } from './git.js'
import { historyOf } from './history.js'
import { logIn } from './log.js'
import { refsOf } from './refs.js'
import { gitProgram } from './run.js'
import { openStore, type Store } from './store.js'
import { parseTree } from './tree.js'

const notARepository = (directory: string, stderr: string): StaggerError =>
  new StaggerError({
    code: 'not-a-repository',
    fault: 'caller',
    problem: `${directory} is not a git repository`,
    why: stderr || 'git did not say why',
    fix: 'run stagger inside a clone, or name one with --repo DIR (a bare repository will do)',
  })

const unknownRevision = (directory: string, revision: string): StaggerError =>
  new StaggerError({
    code: 'unknown-revision',
    fault: 'caller',
    problem: `there is no commit ${JSON.stringify(revision)} in ${directory}`,
    why: 'it is misspelt, or this clone is shallow and does not hold it',
    fix: `${fetching(directory, revision)}\nor name another: git -C ${directory} log --oneline --all`,
  })

/** A remote knows names, and no steps back from them. */
const fetching = (directory: string, revision: string): string =>
  /[~^]/.test(revision)
    ? `in a shallow clone, fetch what came before: git -C ${directory} fetch --unshallow`
    : `fetch it: git -C ${directory} fetch origin ${revision}`

const noCommitYet = (directory: string): StaggerError =>
  new StaggerError({
    code: 'unknown-revision',
    fault: 'caller',
    problem: `there is no commit in ${directory} yet`,
    why: 'HEAD names a branch without a commit, and what is not committed is not looked at',
    fix: `git -C ${directory} add --all && git -C ${directory} commit`,
  })

const missingObject = (expression: string): StaggerError =>
  new StaggerError({
    code: 'missing-object',
    fault: 'world',
    problem: `git has no object ${expression}`,
    why: 'the clone is incomplete: a partial clone whose remote does not answer, or a damaged one',
    fix: 'git fsck; then fetch again, or clone anew',
  })

/** Reads each tree once: services share folders. */
const treeReader = (objects: Store) => {
  const trees = new Map<Oid, Promise<readonly TreeEntry[]>>()
  return (oid: Oid): Promise<readonly TreeEntry[]> => {
    const known = trees.get(oid)
    if (known) return known
    const read = objects.read(oid).then((object) => {
      if (!object) throw missingObject(oid)
      return parseTree(object.body, oid.length / 2)
    })
    trees.set(oid, read)
    return read
  }
}

export interface OpenOptions {
  readonly run?: Processes
  /** Told when something is asked of the remote: it takes a while. */
  readonly say?: (line: string) => void
}

/** Opens a repository. Nothing is started or read before the first question. */
export const openGit = (directory: string, { run = runProcess, say = () => {} }: OpenOptions = {}): Git => {
  const git = gitProgram(directory, run)
  const expressions = startCatFile(['-C', directory], (stderr) => notARepository(directory, stderr))
  const objects = openStore(git, expressions, say)
  const history = historyOf(git, say)
  const idOf = async (expression: string): Promise<Oid | null> =>
    (await expressions.read(expression))?.oid ?? null
  const has = async (commit: Oid) => (await objects.peek(commit))?.type === 'commit'
  /** A name that is no commit here would be asked of a partial clone's remote, with all of its history. */
  const isHere = async (revision: string) => !isOid(revision) || (await objects.peek(revision)) !== null
  const facts: Git['facts'] = async (commit) => {
    const object = await objects.peek(commit)
    if (object?.type !== 'commit') throw missingObject(commit)
    return parseCommit(object.body)
  }
  return {
    commit: async (revision) => {
      const oid = (await isHere(revision)) ? await idOf(`${revision}^{commit}`) : null
      if (!oid) throw revision === 'HEAD' ? noCommitYet(directory) : unknownRevision(directory, revision)
      return oid
    },
    facts,
    treeOf: async (commit) => (await facts(commit)).tree,
    tree: treeReader(objects),
    find: finderIn(objects),
    blob: async (oid) => {
      const object = await objects.read(oid)
      if (!object) throw missingObject(oid)
      return object.body
    },
    ref: (name) => idOf(name),
    bring: (commits, ref) => bringCommits({ git, say, has }, commits, ref ?? null),
    mergeBases: history.mergeBases,
    log: logIn(git, objects, say),
    ...refsOf(git, has),
    close: async () => {
      history.close()
      await Promise.all([objects.close(), expressions.close()])
    },
  }
}

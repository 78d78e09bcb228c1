import { type Oid, StaggerError, type TreeEntry } from '../../words.js'
import { type Processes, runProcess } from '../process.js'
import { type CatFile, startCatFile } from './cat-file.js'
import type { Git } from './git.js'
import { refsOf } from './refs.js'
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
    fix: `fetch it: git -C ${directory} fetch origin ${revision}\nor name another: git -C ${directory} log --oneline --all`,
  })

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
const treeReader = (objects: CatFile) => {
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

/** Opens a repository. Nothing is started or read before the first question. */
export const openGit = (directory: string, run: Processes = runProcess): Git => {
  const objects = startCatFile(directory, (stderr) => notARepository(directory, stderr))
  const find = async (expression: string): Promise<Oid | null> =>
    (await objects.read(expression))?.oid ?? null
  return {
    commit: async (revision) => {
      const oid = await find(`${revision}^{commit}`)
      if (!oid) throw revision === 'HEAD' ? noCommitYet(directory) : unknownRevision(directory, revision)
      return oid
    },
    treeOf: async (commit) => {
      const oid = await find(`${commit}^{tree}`)
      if (!oid) throw missingObject(`${commit}^{tree}`)
      return oid
    },
    tree: treeReader(objects),
    blob: async (oid) => {
      const object = await objects.read(oid)
      if (!object) throw missingObject(oid)
      return object.body
    },
    ref: (name) => find(name),
    ...refsOf(directory, run),
    close: () => objects.close(),
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Oid } from '../../words.js'
import type { FileChanges } from './git.js'
import type { GitProgram } from './run.js'

/** A commit on top of `parent` with these changes. No work tree and no index of the user's is touched. */
export const commitFiles = async (
  git: GitProgram,
  parent: Oid | null,
  changes: FileChanges,
  message: string,
): Promise<Oid> => {
  const folder = await mkdtemp(join(tmpdir(), 'stagger-index-'))
  const env = { GIT_INDEX_FILE: join(folder, 'index'), ...(await git.identity()) }
  try {
    await git.must(parent ? ['read-tree', parent] : ['read-tree', '--empty'], { env })
    const lines = await Promise.all([...changes].map((change) => indexLine(git, change, parent?.length)))
    await git.must(['update-index', '--index-info'], { env, input: lines.join('') })
    const tree = await git.must(['write-tree'], { env })
    const parents = parent ? ['-p', parent] : []
    return (await git.must(['commit-tree', tree, ...parents, '-m', message], { env })) as Oid
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What `update-index --index-info` reads: a file with its content, or a removal. */
const indexLine = async (
  git: GitProgram,
  [path, text]: readonly [string, string | null],
  idLength = 40,
): Promise<string> => {
  if (text === null) return `0 ${'0'.repeat(idLength)}\t${path}\n`
  return `100644 ${await git.must(['hash-object', '-w', '--stdin'], { input: text })}\t${path}\n`
}

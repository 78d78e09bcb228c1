import { execFile } from 'node:child_process'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { FOLDER_ONLY, keep } from '../ground/keeper.js'

/** A temporary git repository that holds the shop. */
export interface ShopRepository {
  readonly directory: string
  git(...args: string[]): Promise<string>
  /** Changes a file and commits it; gives the commit's id. */
  change(path: string, edit: (text: string) => string, message: string): Promise<string>
  remove(): Promise<void>
}

const IDENTITY = [
  '-c',
  'user.name=The shop',
  '-c',
  'user.email=shop@example.com',
  '-c',
  'commit.gpgsign=false',
]

const run = promisify(execFile)

export const shopRepository = async (example: string): Promise<ShopRepository> => {
  const kept = keep({ script: FOLDER_ONLY })
  const directory = join(kept.folder, 'shop')
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', ['-C', directory, ...IDENTITY, ...args])).stdout.trim()
  const commit = async (message: string): Promise<string> => {
    await git('add', '--all')
    await git('commit', '--quiet', '--message', message)
    return git('rev-parse', 'HEAD')
  }
  await cp(example, directory, { recursive: true, filter: (path) => !path.endsWith('node_modules') })
  await git('init', '--quiet', '--initial-branch=main')
  await commit('The shop')
  return {
    directory,
    git,
    change: async (path, edit, message) => {
      const file = join(directory, path)
      const before = await readFile(file, 'utf8')
      const after = edit(before)
      if (after === before) throw new Error(`the edit of ${path} changed nothing`)
      await writeFile(file, after)
      return commit(message)
    },
    remove: kept.stop,
  }
}

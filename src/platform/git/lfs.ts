import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pLimit from 'p-limit'
import { type Processes, runProcess } from '../process.js'
import { type GitProgram, gitProgram } from './run.js'

/** Contents of Git LFS: from the store of this clone, else fetched by the program git-lfs, where there is one. */
export interface Lfs {
  find(pointer: Pointer, path: string): Promise<{ readonly file: string } | { readonly why: string }>
}

interface Pointer {
  readonly sha256: string
  readonly size: number
  readonly text: string
}

/** Each is a program and a connection. */
const DOWNLOADS = 4

export const openLfs = (directory: string, run: Processes = runProcess): Lfs => {
  const git = gitProgram(directory, run)
  let store: Promise<string> | null = null
  const downloads = pLimit(DOWNLOADS)
  return {
    find: async (pointer, path) => {
      store ??= storeOf(directory, git)
      const file = join(await store, ...placeOf(pointer))
      if (await holds(file, pointer)) return { file }
      const said = await downloads(() => download(git, pointer, path))
      return (await holds(file, pointer)) ? { file } : { why: said }
    },
  }
}

const placeOf = ({ sha256 }: Pointer) => ['objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256]

/** `lfs.storage` may move it; a relative one begins in the git folder. */
const storeOf = async (directory: string, git: GitProgram): Promise<string> => {
  const common = resolve(directory, await git.must(['rev-parse', '--git-common-dir']))
  const { code, stdout } = await git.run(['config', '--type=path', '--get', 'lfs.storage'])
  return resolve(common, code === 0 ? stdout.trim() : 'lfs')
}

/** Nothing is taken on trust: what is cut short or damaged counts as missing. */
const holds = async (file: string, { sha256, size }: Pointer): Promise<boolean> => {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile() || found.size !== size) return false
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex') === sha256
}

/** `smudge` leaves what it fetched in the store; what it prints is not needed. What it said, where that failed. */
const download = async (git: GitProgram, { text }: Pointer, path: string): Promise<string> => {
  const args = ['-c', 'lfs.fetchexclude=', '-c', 'lfs.fetchinclude=', 'lfs', 'smudge', '--', path]
  const { code, stderr } = await git.run(args, { input: text, env: { GIT_LFS_SKIP_SMUDGE: '0' } })
  if (/is not a git command/.test(stderr)) return 'this clone does not hold it, and git-lfs is not installed'
  const said = stderr.trim().split('\n').at(-1)
  return code === 0 || !said ? 'git lfs smudge did not bring it' : `git lfs smudge: ${said}`
}

import type { Stats } from 'node:fs'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { posix } from 'node:path'
import type { Oid } from '../words.js'
import type { LocalFile } from './folder.js'
import { decodePath, encodePath } from './git/paths.js'
import { type GitProgram, gitProgram } from './git/run.js'
import { changedPaths, editedPaths } from './git/status.js'
import { type Processes, runProcess } from './process.js'

/** What a path of a work tree holds: all files below it, with their paths from its root. */
export type Below =
  | { readonly kind: 'files'; readonly files: readonly LocalFile[] }
  | { readonly kind: 'missing' }
  /** A link, at `path` itself or on the way to it: what it leads to may be anywhere. */
  | { readonly kind: 'link'; readonly path: string; readonly target: string }

/** The files that are checked out, and those that were made beside them. Read only where somebody declared that they count. */
export interface WorkTree {
  /** The commit that is checked out; null where nothing is: in a bare repository. */
  head(): Promise<Oid | null>
  /** Files under these patterns that differ from that commit or are not in it, without ignored ones and those below `except`. */
  changed(patterns: readonly string[], except: readonly string[]): Promise<readonly string[]>
  below(path: string): Promise<Below>
  /** Tracked files that differ from that commit; none in a bare repository. */
  edited(): Promise<readonly string[]>
  /** Whether a file of this name is in the folder that was opened, where that is the root. */
  stands(name: string): Promise<boolean>
}

export const openWorkTree = (directory: string, run: Processes = runProcess): WorkTree => {
  const git = gitProgram(directory, run)
  let root: Promise<string> | null = null
  const rootOf = () => {
    root ??= git.must(['rev-parse', '--show-toplevel'])
    return root
  }
  return {
    head: () => headOf(git),
    changed: (patterns, except) => changedPaths(git, patterns, except),
    below: async (path) => filesBelow(await rootOf(), path),
    edited: () => editedPaths(git),
    stands: async (name) => (await isThere(`${directory}/.git`)) && isThere(`${directory}/${name}`),
  }
}

const isThere = async (path: string): Promise<boolean> => (await lstat(path).catch(() => null)) !== null

const headOf = async (git: GitProgram): Promise<Oid | null> => {
  const { stdout } = await git.run(['rev-parse', '--is-inside-work-tree'])
  if (stdout.trim() !== 'true') return null
  const head = await git.run(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
  return head.code === 0 ? (head.stdout.trim() as Oid) : null
}

const at = (root: string, path: string): Buffer =>
  path === '.' ? Buffer.from(root) : Buffer.concat([Buffer.from(`${root}/`), encodePath(path)])

const filesBelow = async (root: string, path: string): Promise<Below> => {
  const segments = path === '.' ? [] : path.split('/')
  for (const [index] of segments.entries()) {
    const part = segments.slice(0, index + 1).join('/')
    const found = await lstat(at(root, part)).catch(() => null)
    if (!found) return { kind: 'missing' }
    if (found.isSymbolicLink()) return { kind: 'link', path: part, target: await linkOf(root, part) }
  }
  const found = await lstat(at(root, path)).catch(() => null)
  return found ? { kind: 'files', files: sorted(await walk(root, path, found)) } : { kind: 'missing' }
}

const linkOf = async (root: string, path: string): Promise<string> =>
  decodePath(await readlink(at(root, path), 'buffer'))

/** Links are taken as links, and never followed; sockets and the like are left out, as BuildKit leaves them. */
const walk = async (root: string, path: string, found: Stats): Promise<readonly LocalFile[]> => {
  const file = at(root, path)
  if (found.isSymbolicLink()) return [{ path, mode: '120000', file }]
  if (found.isFile()) return [{ path, mode: found.mode & 0o100 ? '100755' : '100644', file }]
  if (!found.isDirectory()) return []
  const names = (await readdir(file, 'buffer')).map(decodePath).filter((name) => name !== '.git')
  if (names.length === 0) return [{ path, mode: '040000', file }]
  const files: LocalFile[] = []
  for (const name of names) {
    const child = path === '.' ? name : posix.join(path, name)
    files.push(...(await walk(root, child, await lstat(at(root, child)))))
  }
  return files
}

const sorted = (files: readonly LocalFile[]): readonly LocalFile[] =>
  [...files].sort((a, b) => (a.path < b.path ? -1 : 1))

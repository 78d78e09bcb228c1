import {
  closeSync,
  fchmodSync,
  futimesSync,
  lutimesSync,
  openSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { chmod, copyFile, mkdir, readlink, utimes } from 'node:fs/promises'
import { posix } from 'node:path'
import pLimit from 'p-limit'
import type { Oid, Position } from '../words.js'
import { encodePath } from './git/paths.js'

/** A file to write; `path` as git holds it, relative to the folder. */
export type FileToWrite = TrackedFile | LocalFile

export interface TrackedFile {
  readonly path: string
  readonly mode: '100644' | '100755' | '120000'
  readonly oid: Oid
  /** Who reads it, for whoever has to say that it cannot be had. */
  readonly at?: Position
}

/** A file of this machine, whose bytes or link are taken; `040000` is an empty folder. */
export interface LocalFile {
  readonly path: string
  readonly mode: '100644' | '100755' | '120000' | '040000'
  readonly file: string | Buffer
}

/** What a file holds: its bytes, or the file of this machine that has them. */
export type Content = Uint8Array | { readonly file: string | Buffer }

export type ReadContent = (oid: Oid, file: TrackedFile) => Promise<Content>

/** When every file of a context was last changed: a layer holds this time, and the same inputs must make the same layer. */
const MTIME = new Date('2000-01-01T00:00:00Z')

/** Few enough not to run out of file handles and memory. */
const AT_ONCE = 16

/** Makes a folder that holds these files and nothing else, the same on every machine and at every time. */
export const writeFolder = async (
  root: string,
  contents: readonly FileToWrite[],
  content: ReadContent,
): Promise<void> => {
  for (const { path } of contents) refuseStray(path)
  const folders = foldersOf(contents)
  for (const folder of folders) await makeFolder(at(root, folder))
  const open = pLimit(AT_ONCE)
  const write = (file: FileToWrite) =>
    open(async () => {
      const holds = 'file' in file ? await contentOf(file) : await content(file.oid, file)
      await writeOne(at(root, file.path), file.mode, holds)
    })
  // Links come last, so that nothing is ever written through one.
  await Promise.all(contents.filter(({ mode }) => mode === '100644' || mode === '100755').map(write))
  await Promise.all(contents.filter(({ mode }) => mode === '120000').map(write))
  for (const folder of [...folders].reverse()) await utimes(at(root, folder), MTIME, MTIME)
}

/** The folders of all files, parents first; `.` is the context itself. */
const foldersOf = (contents: readonly Pick<LocalFile, 'path' | 'mode'>[]): readonly string[] => {
  const folders = new Set<string>()
  for (const { path, mode } of contents)
    for (let folder = mode === '040000' ? path : posix.dirname(path); folder !== '.'; ) {
      folders.add(folder)
      folder = posix.dirname(folder)
    }
  // Not sorted in: names such as `$lib` or `(app)` would come before it.
  return ['.', ...[...folders].sort()]
}

/** A commit made by hand can hold any name; none may lead out of the context. */
const refuseStray = (path: string): void => {
  if (path.split('/').some((segment) => ['', '.', '..'].includes(segment)))
    throw new Error(`not a path that git can hold: ${JSON.stringify(path)}`)
}

/** A path as the bytes that git holds. */
const at = (root: string, path: string): Buffer =>
  path === '.' ? Buffer.from(root) : Buffer.concat([Buffer.from(`${root}/`), encodePath(path)])

/** Modes are set, not asked for: the umask has no say in what an image holds. */
const makeFolder = async (path: Buffer): Promise<void> => {
  await mkdir(path)
  await chmod(path, 0o755)
}

const contentOf = async ({ file, mode }: LocalFile): Promise<Content> =>
  mode === '120000' ? await readlink(file, 'buffer') : { file }

const writeOne = async (path: Buffer, mode: LocalFile['mode'], content: Content): Promise<void> => {
  const bits = mode === '100755' ? 0o755 : 0o644
  if (mode === '120000') writeLink(path, content)
  else if (content instanceof Uint8Array) writeBytes(path, bits, content)
  else {
    await copyFile(content.file, path)
    await chmod(path, bits)
    await utimes(path, MTIME, MTIME)
  }
}

const writeLink = (path: Buffer, content: Content): void => {
  if (!(content instanceof Uint8Array)) throw new Error(`a link is no file: ${path}`)
  symlinkSync(Buffer.from(content), path)
  lutimesSync(path, MTIME, MTIME)
}

/** Not asynchronously: where the disk is quick, waiting for each step of many small files costs more than the steps. */
const writeBytes = (path: Buffer, bits: number, content: Uint8Array): void => {
  const handle = openSync(path, 'wx')
  try {
    writeFileSync(handle, content)
    fchmodSync(handle, bits)
    futimesSync(handle, MTIME, MTIME)
  } finally {
    closeSync(handle)
  }
}

import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { chmod, lutimes, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import pLimit from 'p-limit'
import type { Oid } from '../words.js'
import { encodePath } from './git/paths.js'

/** A file to write; `path` as git holds it, relative to the context. */
export interface FileToWrite {
  readonly path: string
  readonly mode: '100644' | '100755' | '120000'
  readonly oid: Oid
}

/** A build's context and, beside it, its Dockerfile; gone after `remove`. */
export interface BuildFolder {
  readonly context: string
  readonly dockerfile: string
  remove(): Promise<void>
}

export interface Files {
  buildFolder(
    dockerfile: string,
    files: readonly FileToWrite[],
    blob: (oid: Oid) => Promise<Uint8Array>,
  ): Promise<BuildFolder>
  /** A name that nobody else has, here or on another machine. */
  unique(): string
}

/** When every file of a context was last changed: a layer holds this time, and the same inputs must make the same layer. */
const MTIME = new Date('2000-01-01T00:00:00Z')

/**
 * The context is filtered already, so a `.dockerignore` that is one of the inputs must not filter again. It holds
 * a comment because BuildKit takes an empty file for a missing one.
 */
const IGNORE_NOTHING = '# nothing: this context holds the inputs only\n'

/** Folders in use. A program that is told to end runs no `finally`, but it does this. */
const inUse = new Set<string>()
process.once('exit', () => {
  for (const folder of inUse) rmSync(folder, { recursive: true, force: true })
})

/** Few enough not to run out of file handles. */
const open = pLimit(16)

export const files: Files = {
  unique: () => randomUUID().replaceAll('-', ''),
  buildFolder: async (dockerfile, contents, blob) => {
    // A folder never comes back under the same name: BuildKit would take a file of the same size and time for the same file.
    const folder = await mkdtemp(join(tmpdir(), `stagger-build-${randomUUID()}-`))
    inUse.add(folder)
    const remove = async () => {
      await rm(folder, { recursive: true, force: true })
      inUse.delete(folder)
    }
    try {
      await writeContext(join(folder, 'context'), contents, blob)
      await writeFile(join(folder, 'Dockerfile'), dockerfile)
      await writeFile(join(folder, 'Dockerfile.dockerignore'), IGNORE_NOTHING)
    } catch (error) {
      await remove()
      throw error
    }
    return { context: join(folder, 'context'), dockerfile: join(folder, 'Dockerfile'), remove }
  },
}

const writeContext = async (
  root: string,
  contents: readonly FileToWrite[],
  blob: (oid: Oid) => Promise<Uint8Array>,
): Promise<void> => {
  for (const { path } of contents) refuseStray(path)
  const folders = foldersOf(contents)
  for (const folder of folders) await makeFolder(at(root, folder))
  const isLink = ({ mode }: FileToWrite) => mode === '120000'
  const write = (file: FileToWrite) =>
    open(async () => writeOne(at(root, file.path), file, await blob(file.oid)))
  // Links come last, so that nothing is ever written through one.
  await Promise.all(contents.filter((file) => !isLink(file)).map(write))
  await Promise.all(contents.filter(isLink).map(write))
  for (const folder of [...folders].reverse()) await utimes(at(root, folder), MTIME, MTIME)
}

/** The folders of all files, parents first; `.` is the context itself. */
const foldersOf = (contents: readonly FileToWrite[]): readonly string[] => {
  const folders = new Set(['.'])
  for (const { path } of contents)
    for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) folders.add(folder)
  return [...folders].sort()
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

const writeOne = async (path: Buffer, { mode }: FileToWrite, content: Uint8Array): Promise<void> => {
  if (mode === '120000') {
    await symlink(Buffer.from(content), path)
    return lutimes(path, MTIME, MTIME)
  }
  await writeFile(path, content)
  await chmod(path, mode === '100755' ? 0o755 : 0o644)
  await utimes(path, MTIME, MTIME)
}

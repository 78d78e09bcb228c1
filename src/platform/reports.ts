import { rmSync } from 'node:fs'
import { lstat, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'

/** A folder of this machine that reports are put into. */
export interface ReportFolder {
  readonly path: string
  read(): Promise<Reports>
  remove(): Promise<void>
}

export interface Reports {
  /** What ends in `.xml`, by its path in the folder. */
  readonly files: readonly { readonly path: string; readonly text: string }[]
  /** What the file `exit-code` says; null where there is none. */
  readonly exitCode: string | null
  /** There was more than is read. */
  readonly tooMuch: boolean
}

/** Folders in use. A program that is told to end runs no `finally`, but it does this. */
const inUse = new Set<string>()
process.once('exit', () => {
  for (const folder of inUse) rmSync(folder, { recursive: true, force: true })
})

export const openReportFolder = async (): Promise<ReportFolder> => {
  const path = await mkdtemp(join(tmpdir(), 'stagger-reports-'))
  inUse.add(path)
  return {
    path,
    read: () => readReports(path),
    remove: async () => {
      await rm(path, { recursive: true, force: true })
      inUse.delete(path)
    },
  }
}

const MOST_FILES = 5000
const MOST_BYTES = 64 * 1024 * 1024
const DEEPEST = 20
const LONGEST_EXIT_CODE = 64

/** A container made it: no link in it is followed, and no more of it is read than fits. */
export const readReports = async (folder: string): Promise<Reports> => {
  const found = (await filesBelow(folder, '.', DEEPEST)).toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const xml = found.filter(({ path }) => /\.xml$/i.test(path))
  const bytes = xml.reduce((sum, { size }) => sum + size, 0)
  if (xml.length > MOST_FILES || bytes > MOST_BYTES) return { files: [], exitCode: null, tooMuch: true }
  const code = found.find(({ path }) => path === 'exit-code')
  const read = (path: string) => readFile(join(folder, path), 'utf8')
  return {
    files: await Promise.all(xml.map(async ({ path }) => ({ path, text: await read(path) }))),
    exitCode: code ? await exitCodeIn(code, read) : null,
    tooMuch: false,
  }
}

/** What is too long to be a number is none. */
const exitCodeIn = ({ path, size }: Sized, read: (path: string) => Promise<string>): Promise<string> =>
  size > LONGEST_EXIT_CODE ? Promise.resolve('too long') : read(path)

interface Sized {
  readonly path: string
  readonly size: number
}

const filesBelow = async (root: string, path: string, depth: number): Promise<readonly Sized[]> => {
  const entries = await readdir(join(root, path), { withFileTypes: true })
  const found = entries.map(async (entry) => {
    const below = posix.join(path, entry.name)
    if (entry.isDirectory()) return depth > 0 ? filesBelow(root, below, depth - 1) : []
    return entry.isFile() ? [{ path: below, size: (await lstat(join(root, below))).size }] : []
  })
  return (await Promise.all(found)).flat()
}

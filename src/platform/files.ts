import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FileToWrite, type ReadContent, writeFolder } from './folder.js'

export type { Content, FileToWrite, LocalFile, ReadContent, TrackedFile } from './folder.js'

/** A build's contexts and, beside them, its Dockerfile; gone after `remove`. */
export interface BuildFolder {
  readonly context: string
  readonly dockerfile: string
  /** The folder of each named context, by its name. */
  readonly contexts: Readonly<Record<string, string>>
  remove(): Promise<void>
}

export interface Files {
  /** `dockerfile`: as bytes, it is written as it is. `named`: what each of the named contexts holds. */
  buildFolder(
    dockerfile: string | Uint8Array,
    files: readonly FileToWrite[],
    content: ReadContent,
    named?: Readonly<Record<string, readonly FileToWrite[]>>,
  ): Promise<BuildFolder>
  /** A name that nobody else has, here or on another machine. */
  unique(): string
}

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

export const files: Files = {
  unique: () => randomUUID().replaceAll('-', ''),
  buildFolder: async (dockerfile, contents, content, named = {}) => {
    // No context ever comes back under the same name: BuildKit would take a file of the same size and time for the same file.
    // An engine's client tells it the whole path, buildx the last part alone.
    const unique = randomUUID()
    const folder = await mkdtemp(join(tmpdir(), `stagger-build-${unique}-`))
    const context = join(folder, `context-${unique}`)
    inUse.add(folder)
    const remove = async () => {
      await rm(folder, { recursive: true, force: true })
      inUse.delete(folder)
    }
    // Under numbers: a context's name may be an image's, with a slash and a colon.
    const places = Object.keys(named).map((name, at) => [name, `${context}-${at}`] as const)
    try {
      await writeFolder(context, contents, content)
      for (const [name, place] of places) await writeFolder(place, named[name] ?? [], content)
      await writeFile(join(folder, 'Dockerfile'), dockerfile)
      await writeFile(join(folder, 'Dockerfile.dockerignore'), IGNORE_NOTHING)
    } catch (error) {
      await remove()
      throw error
    }
    const contexts = Object.fromEntries(places)
    return { context, dockerfile: join(folder, 'Dockerfile'), contexts, remove }
  },
}

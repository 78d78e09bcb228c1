import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StaggerError } from '../../words.js'
import type { World } from '../world.js'
import { type Kept, textOf } from './kept.js'
import { fromText } from './text.js'

/** Where the state stands: a folder, or this process's memory. */
export interface Shelf {
  read(): string | undefined
  write(text: string): void
  clear(): void
}

export const memoryShelf = (): Shelf => {
  let kept: string | undefined
  return {
    read: () => kept,
    write: (text) => {
      kept = text
    },
    clear: () => {
      kept = undefined
    },
  }
}

const readIfThere = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Whole or not at all: what is written has another name until it is complete. It survives the end of the process,
 * not that of the machine: nothing is forced to the disk.
 */
export const diskShelf = (folder: string): Shelf => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'state.json')
  return {
    read: () => readIfThere(file),
    write: (text) => {
      writeFileSync(`${file}.new`, text, { mode: 0o600 })
      renameSync(`${file}.new`, file)
    },
    clear: () => rmSync(file, { force: true }),
  }
}

const unreadable = (why: string): StaggerError =>
  new StaggerError({
    code: 'state-unreadable',
    fault: 'caller',
    problem: 'The state of the rehearsal cluster cannot be read',
    why,
    fix: 'give `--state` the folder of a cluster of this version, or an empty one',
  })

export const readKept = (shelf: Shelf): Kept | undefined => {
  const text = shelf.read()
  if (text === undefined) return undefined
  let kept: Partial<Kept>
  try {
    kept = fromText(text) as Partial<Kept>
  } catch (error) {
    throw unreadable((error as Error).message)
  }
  if (kept.schema !== 1) throw unreadable(`it has the schema ${kept.schema}, and this version reads 1`)
  return kept as Kept
}

/** Writes the world down wherever it differs from what was written last. */
export const createKeeper = (world: World, shelf: Shelf): (() => void) => {
  let last: string | undefined
  return () => {
    const text = textOf(world)
    if (text === last) return
    shelf.write(text)
    last = text
  }
}

import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { searchPath } from './programs.js'

/**
 * Runs a program that must not outlive this process, whatever ends this process. A small shell script
 * of its own session holds the reading end of a pipe. When the writing end closes (`stop`, an exit, a
 * crash, `kill -9`: the kernel closes it), the script goes on to its clean-up. So there is one way to
 * clean up, and it is used every time.
 */
export interface Kept {
  /** A temporary folder of its own, removed last. */
  readonly folder: string
  /** The folder's name: unique on this machine, and short enough for a network link. */
  readonly name: string
  /** What the script and the programs in it said so far. */
  log(): string
  ended(): boolean
  stop(): Promise<void>
}

export interface Keeping {
  /** A POSIX shell script, called with the folder and `args`. It ends when its standard input does, and removes the folder. */
  readonly script: string
  readonly args?: readonly string[]
  /** Further files for the folder, from their names to their text. */
  readonly files?: (folder: string) => Readonly<Record<string, string>>
  /** Whoever reads this process's standard output finds its end only after the script's: then all is taken away. */
  readonly holdsOutput?: boolean
}

/** Keeps nothing but a temporary folder. */
export const FOLDER_ONLY = 'cat >/dev/null\nrm -rf "$1"\n'

export const keep = ({ script, args = [], files = () => ({}), holdsOutput = false }: Keeping): Kept => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'stagger-'))
  for (const [name, text] of Object.entries({ ...files(folder), 'keeper.sh': script })) {
    writeFileSync(join(folder, name), text)
  }
  const log = openSync(join(folder, 'log'), 'a+')
  const child = spawn('sh', [join(folder, 'keeper.sh'), folder, ...args], {
    stdio: ['pipe', log, log, ...(holdsOutput ? [1] : [])],
    // A session of its own: Ctrl-C reaches this process's group, and must not take the clean-up with it.
    detached: true,
    cwd: '/',
    env: { ...process.env, PATH: [...new Set(searchPath())].join(delimiter) },
  })
  closeSync(log)
  return kept(folder, child)
}

const kept = (folder: string, child: ChildProcess): Kept => {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  // Whoever forgets to stop it may still exit; the script then cleans up behind him.
  child.unref()
  const pipe = child.stdin as import('node:net').Socket
  pipe.unref()
  pipe.on('error', () => {})
  return {
    folder,
    name: basename(folder),
    log: () => readFileSync(join(folder, 'log'), 'utf8'),
    ended: () => child.exitCode !== null || child.signalCode !== null,
    stop: async () => {
      child.ref()
      pipe.end()
      await ended
    },
  }
}

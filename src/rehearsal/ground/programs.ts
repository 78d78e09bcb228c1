import { execFile } from 'node:child_process'
import { accessSync, constants, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where root's programs live on systems whose PATH for a plain user, or for npm, leaves them out. */
const ALSO = ['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/bin', '/bin']

export const searchPath = (): string[] => [
  ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
  ...ALSO,
]

const executable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Every program of that name, in the order of PATH; two names for the same file count once. */
export const programs = (name: string): string[] => {
  const found = new Map<string, string>()
  for (const path of searchPath().map((folder) => join(folder, name))) {
    if (executable(path) && !found.has(realpathSync(path))) found.set(realpathSync(path), path)
  }
  return [...found.values()]
}

export const program = (name: string): string | null => programs(name)[0] ?? null

export interface Attempt {
  /** Whether it ran to its end and exited with 0. */
  readonly ok: boolean
  readonly stdout: string
  readonly stderr: string
}

export interface AttemptOptions {
  readonly environment?: Readonly<Record<string, string>>
  readonly seconds?: number
}

/** Runs a program that may be missing, may fail or may hang: each of them is an answer. */
export const attempt = (
  [file, ...args]: readonly [string, ...string[]],
  { environment = {}, seconds = 20 }: AttemptOptions = {},
): Promise<Attempt> =>
  new Promise((answer) => {
    const options = {
      env: { ...process.env, ...environment },
      timeout: seconds * 1000,
      killSignal: 'SIGKILL' as const,
      maxBuffer: 1 << 26,
    }
    const child = execFile(file, args, options, (error, stdout, stderr) =>
      answer({ ok: error === null, stdout, stderr: stderr || (error?.message ?? '') }),
    )
    child.stdin?.end()
  })

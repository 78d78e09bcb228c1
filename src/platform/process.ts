import { exec } from '@actions/exec'

export interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: Buffer
  /** Called with each line of either stream as it comes. */
  readonly onLine?: (line: string) => void
}

/** Runs external programs from argument arrays, never through a shell. A non-zero exit is an answer, not an error. */
export type Processes = (argv: readonly [string, ...string[]], options?: RunOptions) => Promise<Run>

/** Throws an `Error` with `code: 'ENOENT'` where the program is not installed. */
export const runProcess: Processes = async ([program, ...args], options = {}) => {
  const out: Buffer[] = []
  const err: Buffer[] = []
  const onLine = options.onLine ?? (() => {})
  const code = await exec(program, args, {
    silent: true,
    ignoreReturnCode: true,
    ...(options.cwd ? { cwd: options.cwd } : {}),
    ...(options.input ? { input: options.input } : {}),
    env: { ...(process.env as Record<string, string>), ...options.env },
    listeners: {
      stdout: (data) => out.push(data),
      stderr: (data) => err.push(data),
      stdline: onLine,
      errline: onLine,
    },
  }).catch((error: Error) => {
    throw Object.assign(error, /Unable to locate executable/.test(error.message) ? { code: 'ENOENT' } : {})
  })
  return { code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }
}

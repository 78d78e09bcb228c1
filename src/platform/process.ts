import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'

export interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: Buffer
  /** What it prints is bytes, not text: each becomes one character. */
  readonly encoding?: 'latin1'
  /** Called with each line of either stream as it comes. */
  readonly onLine?: (line: string) => void
}

/** Runs external programs from argument arrays, never through a shell. A non-zero exit is an answer, not an error. */
export type Processes = (argv: readonly [string, ...string[]], options?: RunOptions) => Promise<Run>

/** Programs under way. Where this one exits in the middle, none goes on alone. */
const underWay = new Set<ChildProcessWithoutNullStreams>()
process.once('exit', () => {
  for (const child of underWay) child.kill()
})

/** Rejects with `code: 'ENOENT'` where the program is not installed. A program ended by a signal has the code 128. */
export const runProcess: Processes = async ([program, ...args], options = {}) => {
  const { cwd, env, input, encoding, onLine } = options
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env } })
  underWay.add(child)
  const ended = exitOf(child).finally(() => underWay.delete(child))
  // A program may end without reading its input: its exit tells why, a broken pipe does not.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  if (onLine) for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', onLine)
  const [code, stdout, stderr] = await Promise.all([ended, buffer(child.stdout), buffer(child.stderr)])
  return { code, stdout: stdout.toString(encoding), stderr: stderr.toString() }
}

const exitOf = (child: ChildProcessWithoutNullStreams): Promise<number> =>
  new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 128))
  })

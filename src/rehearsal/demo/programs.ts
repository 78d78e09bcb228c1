import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'

/**
 * The product's own program, as a user starts it: runs a command to its end and gives its `--json` result.
 * What it tells meanwhile goes to `tell`.
 */
export type Stagger = (args: readonly string[]) => Promise<Record<string, unknown>>

export type Environment = Readonly<Record<string, string>>

export const staggerIn =
  (
    cli: string,
    directory: string,
    env: Environment,
    tell: (line: string) => void,
    signal: AbortSignal,
  ): Stagger =>
  async (args) => {
    const child = spawn(process.execPath, [cli, ...args, '--json'], {
      cwd: directory,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    })
    createInterface(child.stderr).on('line', tell)
    const [text, [code]] = await Promise.all([buffer(child.stdout), once(child, 'close')])
    if (code !== 0) throw new Error(`stagger ${args.join(' ')} ended with ${code}\n${text}`)
    return JSON.parse(text.toString())
  }

/** The rehearsal cluster in a process of its own. */
export interface Cluster {
  readonly endpoint: string
  /** Ends it and waits until its containers are gone. */
  stop(): Promise<void>
}

export const startCluster = async (
  cli: string,
  env: Environment,
  options: readonly string[] = [],
): Promise<Cluster> => {
  const child = spawn(process.execPath, [cli, 'rehearse', 'serve', ...options], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), closed.then(() => [''])])
  if (!line) throw new Error('the rehearsal cluster did not start')
  return { endpoint: JSON.parse(String(line)).endpoint, stop: () => end(child, closed) }
}

const end = async (child: ChildProcess, closed: Promise<unknown>): Promise<void> => {
  child.kill('SIGTERM')
  await closed
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { buffer } from 'node:stream/consumers'
import { StaggerError } from '../../words.js'

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
    signal.throwIfAborted()
    const child = spawn(process.execPath, [cli, ...args, '--json'], {
      cwd: directory,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    // Not `spawn`'s own signal: that does not wait for the program, which is still using what is taken away next.
    const stop = () => child.kill('SIGTERM')
    signal.addEventListener('abort', stop)
    createInterface(child.stderr).on('line', tell)
    const [text, [code]] = await Promise.all([buffer(child.stdout), once(child, 'close')])
    signal.removeEventListener('abort', stop)
    signal.throwIfAborted()
    if (code !== 0) throw new StaggerError(stepFailed(args, code))
    return JSON.parse(text.toString())
  }

const stepFailed = (args: readonly string[], code: number | null) => ({
  code: 'demo-step-failed',
  fault: 'thing' as const,
  problem: `the demo ended at: stagger ${args.join(' ')}`,
  why: `it ended with ${code === null ? 'a signal' : `exit code ${code}`}; what it said stands above`,
  fix: 'correct what it says, and run the demo again: npm run demo',
})

/** The rehearsal cluster in a process of its own. */
export interface Cluster {
  readonly endpoint: string
  /** Resolves when the process is gone, whoever ended it. */
  readonly ended: Promise<unknown>
  /** Ends it and waits until its containers are gone. */
  stop(): Promise<void>
}

/** The channel between the two ends the cluster also where this process ends without a word. */
export const startCluster = async (
  cli: string,
  env: Environment,
  options: readonly string[] = [],
): Promise<Cluster> => {
  const child = spawn(process.execPath, [cli, 'rehearse', 'serve', ...options], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const [ended, closed] = [once(child, 'exit'), once(child, 'close')]
  const [line] = await Promise.race([
    once(createInterface(child.stdout as NonNullable<typeof child.stdout>), 'line'),
    closed.then(() => ['']),
  ])
  if (!line) throw new StaggerError(clusterEnded('did not start'))
  return { endpoint: JSON.parse(String(line)).endpoint, ended, stop: () => end(child, closed) }
}

export const clusterEnded = (how: string) => ({
  code: 'cluster-ended',
  fault: 'world' as const,
  problem: `the rehearsal cluster ${how}`,
  why: 'its process ended; what it said, if anything, stands above',
  fix: 'see what it says by itself: stagger rehearse serve',
})

/** Its output ends when its last container is gone, also where it was killed. */
const end = async (child: ChildProcess, closed: Promise<unknown>): Promise<void> => {
  child.kill('SIGTERM')
  await closed
}

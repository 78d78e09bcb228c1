import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { startLoad } from './generate.js'
import { type LoadOptions, planLoad } from './options.js'
import type { LoadReport } from './report.js'

type ProcessOptions = Omit<LoadOptions, 'signal'>

/** A load in a process of its own: what its parent is busy with can't delay it. */
export interface LoadProcess {
  readonly pid: number
  stop(): Promise<LoadReport>
}

/**
 * Resolves as soon as the load runs. `command` starts the process, without the options: `[node, cli, 'rehearse', 'load']`.
 * The channel between them stops the load also by its end: no load outlives its parent.
 */
export const spawnLoad = async (
  [program, ...command]: readonly [string, ...string[]],
  options: ProcessOptions,
): Promise<LoadProcess> => {
  planLoad(options)
  const child = spawn(program, [...command, ...loadArguments(options)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const output = { stdout: '', stderr: '' }
  child.stdout?.on('data', (data) => {
    output.stdout += data
  })
  child.stderr?.on('data', (data) => {
    output.stderr += data
  })
  const report = once(child, 'close').then(([code]) => read(code, output))
  report.catch(() => {})
  await Promise.race([once(child, 'message'), report])
  const stop = () => {
    // Not `disconnect()`: after that the child's `close` never comes (Node 20 to 24).
    if (child.connected) child.send('stop', () => {})
    return report
  }
  return { pid: child.pid as number, stop }
}

const read = (code: number | null, { stdout, stderr }: { stdout: string; stderr: string }): LoadReport => {
  if (code !== 0) throw new Error(`the load's process ended with ${code ?? 'a signal'}: ${stderr.trim()}`)
  return JSON.parse(stdout)
}

export const loadArguments = (options: ProcessOptions): readonly string[] =>
  Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])

/** The child's side: loads until it is told to stop or its time is over, then prints its report as one line. */
export const runLoadProcess = async (options: ProcessOptions): Promise<LoadReport> => {
  const load = startLoad(options)
  for (const event of ['SIGTERM', 'SIGINT', 'message', 'disconnect']) process.once(event, load.stop)
  process.send?.('started')
  const report = await load.ended
  process.stdout.write(`${JSON.stringify(report)}\n`)
  if (process.connected) process.disconnect()
  return report
}

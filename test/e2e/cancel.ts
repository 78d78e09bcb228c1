import type { ChildProcess } from 'node:child_process'

/** As GitHub's runner ends a step of a job that is cancelled: it asks, asks again, and then ends it. */
const SIGNALS = [
  ['SIGINT', 0],
  ['SIGTERM', 7_500],
  ['SIGKILL', 10_000],
] as const

export const cancelWhen = (cancelled: Promise<unknown>, child: ChildProcess): void => {
  const timers: NodeJS.Timeout[] = []
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null
  child.once('exit', () => {
    for (const timer of timers) clearTimeout(timer)
  })
  const cancel = (): void => {
    if (isOver()) return
    for (const [signal, after] of SIGNALS) timers.push(setTimeout(() => child.kill(signal), after))
  }
  cancelled.then(cancel, () => {})
}

import type { Target } from '../target.js'
import { connectionsTo, readTable } from './in-flight.js'

/** How often in a row nothing must be seen in flight. */
const QUIET = 2
const COUNTS_EVERY = 250

const isLeaving = ({ health }: Target): boolean => health.state === 'draining'

/** Whoever is in rotation may have requests; who has left it has them until nothing was seen for a while. */
export const createFlight = (
  targets: () => readonly Target[],
  isSettled: () => boolean,
): { watch(): void; stop(): void } => {
  const quiet = new WeakMap<Target, number>()
  const count = async (): Promise<void> => {
    if (!isSettled() || !targets().some(isLeaving)) return
    const table = await readTable()
    for (const target of targets().filter(isLeaving)) {
      const idle = isSettled() && connectionsTo(table, target.address, target.port) === 0
      quiet.set(target, idle ? (quiet.get(target) ?? 0) + 1 : 0)
      target.inFlight = (quiet.get(target) ?? 0) >= QUIET ? 0 : 1
    }
  }
  let counting = Promise.resolve()
  const timer = setInterval(() => {
    counting = counting.then(count).catch(() => {})
  }, COUNTS_EVERY).unref()
  return {
    watch: () => {
      for (const target of targets()) if (!isLeaving(target)) target.inFlight = 1
    },
    stop: () => clearInterval(timer),
  }
}

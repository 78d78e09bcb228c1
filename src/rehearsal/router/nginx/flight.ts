import type { Target } from '../target.js'
import { connectionsAt, connectionsTo, readSockets, readTable } from './in-flight.js'
import { isLeaving } from './slots.js'

/** How often in a row nothing must be seen in flight. */
const QUIET = 2
const COUNTS_EVERY = 250

export interface FlightOptions {
  targets(): readonly Target[]
  /** What is shown is what was asked for, and nobody goes by anything older. */
  isSettled(): boolean
  /** The socket of the slot that still leads to a target; undefined where none does. */
  socketTo(target: Target): string | undefined
}

/** Whoever is in rotation may have requests; who has left it has them until nothing was seen for a while. */
export const createFlight = ({
  targets,
  isSettled,
  socketTo,
}: FlightOptions): { watch(): void; stop(): void } => {
  const quiet = new WeakMap<Target, number>()
  const count = async (): Promise<void> => {
    if (!isSettled() || !targets().some(isLeaving)) return
    const [table, sockets] = [await readTable(), await readSockets()]
    const isIdle = (target: Target): boolean => {
      const socket = socketTo(target)
      const onItsWay = socket === undefined ? 0 : connectionsAt(sockets, socket)
      return isSettled() && onItsWay === 0 && connectionsTo(table, target.address, target.port) === 0
    }
    for (const target of targets().filter(isLeaving)) {
      quiet.set(target, isIdle(target) ? (quiet.get(target) ?? 0) + 1 : 0)
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

import { Agent } from 'node:http'
import { DRAINING, type Health, INITIAL } from './health.js'

/**
 * How long an idle connection to a target is kept. Well under the 5 s after which a Node server closes it by
 * default: a connection that the other side may be closing must never be given a POST.
 */
const IDLE_MILLISECONDS = 1500

/** An address in rotation, or on its way in or out. */
export interface Target {
  readonly address: string
  readonly port: number
  /** Whose place it is: another task may have had it before, and shall not be taken for this one. */
  readonly task?: string
  readonly agent: Agent
  health: Health
  inFlight: number
  drainingSince?: number
}

const freeSince = new WeakMap<object, number>()

export const nameOf = ({ address, port }: Pick<Target, 'address' | 'port'>): string => `${address}:${port}`

export const createTarget = (address: string, port: number, task?: string): Target => {
  const agent = new Agent({
    keepAlive: true,
    timeout: IDLE_MILLISECONDS,
    maxFreeSockets: 256,
    scheduling: 'lifo',
  })
  agent.on('free', (socket) => freeSince.set(socket, performance.now()))
  return { address, port, ...(task === undefined ? {} : { task }), agent, health: INITIAL, inFlight: 0 }
}

const freeOf = ({ agent }: Target) => Object.values(agent.freeSockets).flatMap((sockets) => sockets ?? [])

/** On a machine that stood still timers are late: an idle connection may be older than it ever should be. */
export const dropStale = (target: Target, now: number): void => {
  for (const socket of freeOf(target))
    if (now - (freeSince.get(socket) ?? now) >= IDLE_MILLISECONDS) socket.destroy()
}

const closeIdle = (target: Target): void => {
  target.agent.maxFreeSockets = 0
  for (const socket of freeOf(target)) socket.destroy()
}

/** Out of rotation: no new request, idle connections closed, those in use closed as their answers end. */
export const drain = (target: Target, now: number): void => {
  if (target.health.state === 'draining') return
  target.health = DRAINING
  target.drainingSince = now
  closeIdle(target)
}

export const isDrained = (target: Target, delaySeconds: number, now: number): boolean =>
  target.drainingSince !== undefined &&
  (target.inFlight === 0 || now - target.drainingSince >= delaySeconds * 1000)

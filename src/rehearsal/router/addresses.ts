import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

/**
 * Loopback addresses for one server: 127.N.x.y with an N of its own, so that two servers on a machine do not meet.
 * Tasks live in 127.N.0–239, load balancers in 127.N.240–254.
 */
export interface Addresses {
  task(): string
  balancer(): string
  /** What a later server needs to go on with the same addresses. */
  state(): AddressState
  release(): Promise<void>
}

export interface AddressState {
  readonly block: number
  readonly tasks: number
  readonly balancers: number
}

/** Whoever holds this port on 127.N.255.254 has the block. */
const CLAIM_PORT = 51_678
const FIRST = 64
const BLOCKS = 128

const claim = async (block: number): Promise<Server | undefined> => {
  const server = createServer((socket) => socket.destroy()).unref()
  server.listen(CLAIM_PORT, `127.${block}.255.254`)
  const claimed = once(server, 'listening').then(
    () => server,
    () => undefined,
  )
  return claimed
}

const claimAny = async (from: number): Promise<readonly [number, Server]> => {
  for (let step = 0; step < BLOCKS; step += 1) {
    const block = FIRST + ((from + step) % BLOCKS)
    const server = await claim(block)
    if (server) return [block, server]
  }
  throw new Error('no free block of loopback addresses: too many rehearsal clusters run on this machine')
}

/** Tasks that were begun after the state was written down have addresses that it does not know. */
const UNKNOWN = 256

/** The block of a server that ended: nobody else may have taken it meanwhile. */
const reclaim = async ({ block }: AddressState): Promise<readonly [number, Server]> => {
  const server = await claim(block)
  if (!server)
    throw new Error(`the loopback addresses 127.${block}.0.0/16 belong to another rehearsal cluster`)
  return [block, server]
}

const at = (block: number, third: number, count: number, size: number): string => {
  const place = count % (size * 254)
  return `127.${block}.${third + Math.floor(place / 254)}.${1 + (place % 254)}`
}

export const claimAddresses = async (before?: AddressState): Promise<Addresses> => {
  const [block, server] = before ? await reclaim(before) : await claimAny(process.pid)
  let tasks = before ? before.tasks + UNKNOWN : 0
  let balancers = before?.balancers ?? 0
  return {
    task: () => at(block, 0, tasks++, 240),
    balancer: () => at(block, 240, balancers++, 15),
    state: () => ({ block, tasks, balancers }),
    release: async () => {
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}

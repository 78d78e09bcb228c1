import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type LoadProcess, spawnLoad } from '../../../src/rehearsal/load/process.js'
import type { LoadReport } from '../../../src/rehearsal/load/report.js'
import type { RehearsalOptions } from '../../../src/rehearsal/serve.js'
import { createShop, type Shop } from '../../rehearsal/shop.js'
import { type Clients, clientsOf } from '../../rehearsal/stage.js'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** A cluster with the shop in it, and loads on its production listener. */
export interface Ground {
  readonly endpoint: string
  readonly clients: Clients
  readonly shop: Shop
  backstage(room: string, wish: object): Promise<unknown>
  load(): Promise<LoadProcess>
  close(): Promise<void>
}

/** What is with a task for longer than a step takes, or with nobody, while the tasks behind it change. */
const BESIDE = { slow: 2, idle: 8, stream: 10 }

export const layGround = async (options: Partial<RehearsalOptions>, rate: number): Promise<Ground> => {
  const child = fork(here('cluster.mjs'), [JSON.stringify(options)])
  const exited = once(child, 'exit')
  const [told] = (await Promise.race([once(child, 'message'), exited.then(() => [undefined])])) as [
    { endpoint: string } | undefined,
  ]
  if (!told) throw new Error('the cluster did not start')
  const { endpoint } = told
  const clients = clientsOf(endpoint)
  // A target that leaves is drained when nothing is in flight: the limit is for those that never end, and not for a slow machine.
  const shop = await createShop(clients, { desired: 3, delay: '60' })
  return {
    endpoint,
    clients,
    shop,
    backstage: async (room, wish) => {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify(wish)
      return (await fetch(`${endpoint}/_rehearsal/${room}`, { method: 'POST', headers, body })).json()
    },
    load: () =>
      spawnLoad([process.execPath, here('load.mjs')], {
        url: `http://${shop.address}:8080/search`,
        rate,
        connections: 64,
        body: '{"text":"tea"}',
        ...BESIDE,
      }),
    close: async () => {
      clients.destroy()
      child.disconnect()
      await exited
    },
  }
}

export type { LoadReport }

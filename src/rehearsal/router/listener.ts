import { once } from 'node:events'
import { createServer } from 'node:http'
import { forward, refuse } from './forward.js'
import type { Group } from './group.js'

/** A load balancer's door: an address and a port, and where its requests go. */
export interface Listener {
  close(): Promise<void>
}

/** Longer than a client's own idle limit, so that it is the client that closes a connection it no longer wants. */
const KEEP_ALIVE = 75_000

export const listen = async (
  address: string,
  port: number,
  group: () => Group | undefined,
): Promise<Listener> => {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE, requestTimeout: 0 }, (request, response) => {
    const target = group()?.pick()
    if (target) forward(target, request, response)
    else refuse(response, 503, 'Service Temporarily Unavailable')
  })
  server.listen({ host: address, port, backlog: 4096 })
  await once(server, 'listening')
  return {
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

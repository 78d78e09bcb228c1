import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server at which a registry should be, and which answers everything with one status. */
export interface RefusingRegistry {
  /** `127.0.0.1:PORT/shop` */
  readonly prefix: string
  /** Requests that would have changed something. */
  readonly writes: readonly string[]
  close(): Promise<void>
}

export const refusingRegistry = async (status: number, body = ''): Promise<RefusingRegistry> => {
  const writes: string[] = []
  const server = createServer(({ method, url }, answer) => {
    if (method !== 'GET' && method !== 'HEAD') writes.push(`${method} ${url}`)
    answer.writeHead(status, status === 401 ? { 'www-authenticate': 'Basic realm="test"' } : {}).end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    prefix: `127.0.0.1:${(server.address() as AddressInfo).port}/shop`,
    writes,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What stands between a builder and a registry, and now and then does not do what it should. */
export interface Between {
  /** `127.0.0.1:PORT`; a registry names its uploads by it, too. */
  readonly address: string
  /** Method and path of each request, in order. */
  readonly asked: readonly string[]
  stop(): Promise<void>
}

/** The status to answer with instead of the registry; `reset` breaks off; null passes on. A promise holds it up. `who`: its user agent. */
export type Interfere = (asked: string, who: string) => Instead | Promise<Instead>
type Instead = number | 'reset' | null

/** `to`: asked at each request, where what stands behind may come back at another address. */
export const startProxy = async (to: string | (() => string), interfere: Interfere): Promise<Between> => {
  const asked: string[] = []
  const server = createServer(async (incoming, outgoing) => {
    const line = `${incoming.method} ${incoming.url}`
    asked.push(line)
    const instead = await interfere(line, incoming.headers['user-agent'] ?? '')
    if (instead === null) return pass(typeof to === 'string' ? to : to(), incoming, outgoing)
    if (instead === 'reset') return void incoming.socket.destroy()
    incoming.resume()
    outgoing.writeHead(instead, { 'content-type': 'application/json' }).end('{"errors":[]}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const pass = (to: string, incoming: IncomingMessage, outgoing: ServerResponse): void => {
  const { method, headers } = incoming
  const onward = request(`http://${to}${incoming.url}`, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  onward.on('error', () => outgoing.destroy())
  incoming.pipe(onward)
}

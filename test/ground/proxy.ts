import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
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
type Instead = number | 'reset' | Answered | null

/** Passes on, and once it is answered does something and breaks off: nobody gets the answer. */
interface Answered {
  readonly answered: () => void | Promise<void>
}

/** `to`: asked at each request, where what stands behind may come back at another address. */
export const startProxy = async (to: string | (() => string), interfere: Interfere): Promise<Between> => {
  const asked: string[] = []
  const agent = new Agent({ keepAlive: true })
  const server = createServer(async (incoming, outgoing) => {
    const line = `${incoming.method} ${incoming.url}`
    asked.push(line)
    const instead = await interfere(line, incoming.headers['user-agent'] ?? '')
    if (instead === 'reset') return void incoming.socket.destroy()
    if (typeof instead !== 'number') {
      const passed = { agent, to: typeof to === 'string' ? to : to(), answered: instead?.answered ?? null }
      return pass(passed, incoming, outgoing)
    }
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
      agent.destroy()
    },
  }
}

interface Passed {
  readonly agent: Agent
  readonly to: string
  readonly answered: Answered['answered'] | null
}

const pass = ({ agent, to, answered }: Passed, incoming: IncomingMessage, outgoing: ServerResponse): void => {
  const { method, headers } = incoming
  const onward = request(`http://${to}${incoming.url}`, { agent, method, headers }, async (answer) => {
    if (answered) {
      answer.resume()
      await answered()
      return void outgoing.destroy()
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  onward.on('error', () => outgoing.destroy())
  // Whoever asked may be dead: then nobody waits for the registry any more.
  outgoing.on('close', () => onward.destroy())
  incoming.pipe(onward)
}

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { forward, refuse } from './forward.js'
import type { Group } from './group.js'
import { nameOf } from './target.js'

/** A load balancer's door: an address and a port, and where its requests go. */
export interface Listener {
  close(): Promise<void>
}

/** Longer than a client's own idle limit, so that it is the client that closes a connection it no longer wants. */
const KEEP_ALIVE = 75_000

/** How a request ended, for whoever measures. */
export interface Ending {
  /** The target's own status; undefined where nothing came from a target. */
  readonly status: number | undefined
  /** What the client got. */
  readonly ownStatus: number
  /** The address and the port of the target that had it; undefined where none did. */
  readonly target?: string
  /** From the request to the first of the target's answer. */
  readonly seconds: number
}

export type Route = (request: IncomingMessage) =>
  | {
      readonly group: Group | undefined
      readonly ended?: (ending: Ending) => void
      /** Set where the client has none yet. */
      readonly cookie?: string
    }
  | undefined

/** A client that left before it was answered is a 460, as a load balancer of AWS's counts it. */
const statusOf = ({ headersSent, statusCode }: ServerResponse): number => (headersSent ? statusCode : 460)

const serve = (route: Route, request: IncomingMessage, response: ServerResponse): void => {
  const began = performance.now()
  const way = route(request)
  const target = way?.group?.pick()
  const whose = target ? { target: nameOf(target) } : {}
  let told: Pick<Ending, 'status' | 'seconds'> = { status: undefined, seconds: 0 }
  response.once('close', () => way?.ended?.({ ...told, ...whose, ownStatus: statusOf(response) }))
  if (target)
    forward(target, request, response, way?.cookie, (status) => {
      told = { status, seconds: (performance.now() - began) / 1000 }
    })
  else refuse(response, 503, 'Service Temporarily Unavailable')
}

export const listen = async (address: string, port: number, route: Route): Promise<Listener> => {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE, requestTimeout: 0 }, (request, response) =>
    serve(route, request, response),
  )
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

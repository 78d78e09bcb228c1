import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface Backend {
  readonly url: string
  readonly server: Server
  readonly sockets: ReadonlySet<Socket>
  /** How often each request's id has arrived. */
  readonly arrivals: ReadonlyMap<string, number>
  /** Ends it the hard way: every connection is reset. */
  kill(): void
}

const running: Backend[] = []

export type Handler = (request: IncomingMessage, response: ServerResponse, arrival: number) => void

/** A real HTTP server that notes what arrives, before `handle` answers. */
export const startBackend = async (handle: Handler, port = 0): Promise<Backend> => {
  const arrivals = new Map<string, number>()
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    const id = String(request.headers['x-request-id'])
    arrivals.set(id, (arrivals.get(id) ?? 0) + 1)
    request.resume().once('end', () => handle(request, response, arrivals.size))
  })
  server.keepAliveTimeout = 75_000
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const kill = () => {
    server.close()
    for (const socket of sockets) socket.resetAndDestroy()
  }
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/search`
  const backend = { url, server, sockets, arrivals, kill }
  running.push(backend)
  return backend
}

export const stopBackends = (): void => {
  for (const { kill } of running.splice(0)) kill()
}

export const answer: Handler = (_request, response) => {
  response.writeHead(200, { 'x-version': '1.0.0', 'x-code': 'abc' }).end('{}')
}

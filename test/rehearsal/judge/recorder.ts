import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Recorder {
  readonly endpoint: string
  close(): Promise<void>
}

/** What goes on to the cluster; the rest is of the connection. */
const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    ['authorization', 'content-type', 'x-amz-target', 'accept'].flatMap((name) =>
      typeof headers[name] === 'string' ? [[name, headers[name]]] : [],
    ),
  )

const open = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Stands between clients and the cluster, and writes every exchange down, one JSON line each. */
export const record = async (endpoint: string, path: string): Promise<Recorder> => {
  const lines = createWriteStream(path)
  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request)
      const headers = headersOf(request)
      const answer = await fetch(endpoint, { method: 'POST', body, headers })
      const told = await answer.text()
      lines.write(
        `${JSON.stringify({ target: headers['x-amz-target'], body, status: answer.status, answer: told })}\n`,
      )
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
      response.end(told)
    })()
  })
  return {
    endpoint: await open(server),
    close: async () => {
      server.close()
      server.closeAllConnections()
      lines.end()
      await once(lines, 'finish')
    },
  }
}

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { HookEvent } from '../../../src/rehearsal/controller/calls.js'

/** What a function does with an event: an answer, an answer of its own making, or none at all. */
export type Does = (event: HookEvent, response: ServerResponse, request: IncomingMessage) => unknown

export const NOTHING = Symbol('answers nothing')

/** Functions, spoken to as `sam local start-lambda` is: over Lambda's own Invoke. */
export interface LambdaServer {
  readonly address: string
  /** What each call came with: the path, and the event. */
  readonly called: { readonly path: string; readonly event: HookEvent }[]
  /** From now on. */
  does: Does
  close(): Promise<void>
}

export const serveLambda = async (does: Does): Promise<LambdaServer> => {
  const server = createServer(async (request, response) => {
    const event = JSON.parse(await text(request)) as HookEvent
    lambda.called.push({ path: `${request.method} ${request.url}`, event })
    const answer = await lambda.does(event, response, request)
    if (answer === NOTHING || response.headersSent) return
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const lambda: LambdaServer = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    called: [],
    does,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
  return lambda
}

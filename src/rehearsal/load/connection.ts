import { Agent, request } from 'node:http'
import type { LoadPlan } from './options.js'
import { outcome } from './outcome.js'
import { followSockets } from './sockets.js'
import type { Answer } from './tally.js'

/**
 * One keep-alive connection, for one request at a time.
 *
 * Over `node:http`, because it never sends a request twice. (undici dispatches anew what it had not yet
 * written when a connection ends; autocannon reconnects by itself, and waits for an answer before it sends
 * the next request, which hides every stall.)
 */
export interface Connection {
  post(id: string): Promise<Answer>
  close(): void
}

export const openConnection = (plan: LoadPlan, cutIdle: () => void): Connection => {
  // Only an agent with a timeout of its own heeds the server's `Keep-Alive: timeout`.
  const agent = new Agent({ keepAlive: true, maxSockets: 1, timeout: 300_000 })
  const sockets = followSockets(cutIdle)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(plan.body) }
  return {
    post: (id) => {
      const post = request(plan.url, { agent, method: 'POST', headers: { ...headers, 'x-request-id': id } })
      post.once('socket', sockets.taken)
      post.end(plan.body)
      return outcome(post, plan.timeout, sockets.released)
    },
    close: () => {
      sockets.over()
      agent.destroy()
    },
  }
}

import { setTimeout as sleep } from 'node:timers/promises'

/**
 * The end of a service's life, without a lost request. `server.close()` alone loses some: it stops
 * listening while the router still sends, and cuts idle connections that a request may be travelling on.
 *
 * So readiness fails first, and everything else goes on: new connections are accepted, requests are
 * answered, each answer with `Connection: close`, which takes its connection out of the router's hands.
 * Only when nothing is in flight and no request has come for `quiet` milliseconds does the server close.
 * `limit` stays below the time after which the platform kills the process.
 */
export const createDrain = ({ quiet = 2_000, limit = 25_000 } = {}) => {
  const state = { started: false, inFlight: 0, lastRequest: 0 }
  return {
    started: () => state.started,
    watch: (request, response) => watch(state, request, response),
    stop: async (server) => {
      state.started = true
      state.lastRequest = performance.now()
      await quietness(state, quiet, performance.now() + limit)
      await close(server)
    },
  }
}

const watch = (state, request, response) => {
  state.inFlight += 1
  response.once('close', () => {
    state.inFlight -= 1
  })
  // The router goes on asking for readiness; that is no traffic to wait for.
  if (request.url !== '/health') state.lastRequest = performance.now()
}

const quietness = async (state, quiet, deadline) => {
  while (performance.now() < deadline) {
    const idle = performance.now() - state.lastRequest
    if (state.inFlight === 0 && idle >= quiet) return
    await sleep(Math.max(10, Math.min(quiet - idle, 100)))
  }
}

const close = (server) => new Promise((resolve) => server.close(resolve))

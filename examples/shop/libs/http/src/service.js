import { createServer } from 'node:http'
import { readJson } from './body.js'
import { createDrain } from './drain.js'
import { HttpError } from './error.js'
import { createRouter } from './routes.js'

/**
 * An HTTP service that speaks JSON. A handler takes `{ parameters, body }` and returns what to answer,
 * or `{ status, body }` for another status than 200.
 */
export const createService = ({ routes, version, code, quiet, limit }) => {
  const drain = createDrain({ quiet, limit })
  const route = createRouter({
    ...routes,
    'GET /health': () => ({
      status: drain.started() ? 503 : 200,
      body: { status: drain.started() ? 'draining' : 'ok', version, code },
    }),
  })
  const server = createServer(async (request, response) => {
    drain.watch(request, response)
    const { status, body } = await answer(route, request)
    if (drain.started()) response.setHeader('connection', 'close')
    const text = `${JSON.stringify(body)}\n`
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      'x-version': version,
      'x-code': code,
    })
    response.end(text)
  })
  // Above the idle timeout of the router in front (60 s on an ALB): else both ends may pick the same
  // moment, the server to close and the router to send, and that request is lost.
  server.keepAliveTimeout = 75_000
  server.headersTimeout = 80_000
  return { server, stopping: drain.started, stop: () => drain.stop(server) }
}

const answer = async (route, request) => {
  try {
    const { handler, parameters } = route(request.method, request.url.split('?')[0])
    const result = await handler({ parameters, body: await readJson(request) })
    return 'status' in result && 'body' in result ? result : { status: 200, body: result }
  } catch (error) {
    return failure(error)
  }
}

const failure = (error) => {
  if (error instanceof HttpError) return { status: error.status, body: { error: error.message } }
  process.stderr.write(`${error.stack}\n`)
  return { status: 500, body: { error: 'internal error' } }
}

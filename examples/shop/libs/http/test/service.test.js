import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { afterEach, test } from 'node:test'
import { createService, HttpError } from '@shop/http'

const running = []
afterEach(() => {
  for (const { server, agent } of running.splice(0)) {
    server.closeAllConnections()
    server.close()
    agent.destroy()
  }
})

const serve = async (routes = {}, quiet = 50) => {
  const service = createService({ routes, version: '1.2.3', code: 'c0de', quiet })
  const agent = new Agent({ keepAlive: true })
  running.push({ server: service.server, agent })
  service.server.listen(0, '127.0.0.1')
  await once(service.server, 'listening')
  const { port } = service.server.address()
  return { ...service, port, call: (method, path, body) => call({ agent, port, method, path }, body) }
}

const call = async (options, body) => {
  const sent = request(options)
  sent.end(body)
  const [response] = await once(sent, 'response')
  const text = (await response.toArray()).join('')
  return { status: response.statusCode, headers: response.headers, body: JSON.parse(text) }
}

test('each answer tells version and code', async () => {
  const { call } = await serve({ 'GET /things/:id': ({ parameters }) => ({ thing: parameters.id }) })
  const { status, headers, body } = await call('GET', '/things/a%20b?x=1')
  assert.equal(status, 200)
  assert.deepEqual(body, { thing: 'a b' })
  assert.equal(headers['x-version'], '1.2.3')
  assert.equal(headers['x-code'], 'c0de')
  assert.deepEqual((await call('GET', '/health')).body, { status: 'ok', version: '1.2.3', code: 'c0de' })
})

test('says what was wrong with a request', async (t) => {
  t.mock.method(process.stderr, 'write', () => true)
  const { call } = await serve({
    'POST /things': ({ body }) => ({ status: 201, body }),
    'GET /refused': () => {
      throw new HttpError(409, 'taken')
    },
    'GET /bug': () => {
      throw new Error('secret')
    },
  })
  assert.equal((await call('POST', '/things', '{"a":1}')).status, 201)
  for (const [method, path, body, status, error] of [
    ['POST', '/things', '{"a":', 400, /not a JSON object/],
    ['POST', '/things', '[]', 400, /not a JSON object/],
    ['POST', '/things', `"${'x'.repeat(70_000)}"`, 413, /more than/],
    ['GET', '/things', '', 405, /no GET here/],
    ['GET', '/nothing', '', 404, /no such page/],
    ['GET', '/refused', '', 409, /taken/],
    ['GET', '/bug', '', 500, /^internal error$/],
  ]) {
    const answer = await call(method, path, body)
    assert.equal(answer.status, status, path)
    assert.match(answer.body.error, error)
  }
})

test('while draining it is not ready, serves on, and closes each connection', async () => {
  // Longer than a busy machine takes for the two requests below: each starts the wait anew, or comes too late.
  const { server, stop, call } = await serve({ 'POST /things': ({ body }) => body }, 1_500)
  const first = await call('POST', '/things', '{"n":1}')
  assert.equal(first.headers.connection, 'keep-alive')
  const closed = once(server, 'close')
  const stopped = stop()
  const health = await call('GET', '/health')
  assert.equal(health.status, 503)
  assert.equal(health.body.status, 'draining')
  const late = await call('POST', '/things', '{"n":2}')
  assert.equal(late.status, 200)
  assert.equal(late.headers.connection, 'close')
  await Promise.all([stopped, closed])
})

test('a request in flight is finished before the server closes', async () => {
  const gate = Promise.withResolvers()
  const { server, stop, call } = await serve({ 'POST /slow': () => gate.promise })
  const arrived = once(server, 'request')
  const slow = call('POST', '/slow')
  await arrived
  const stopped = stop()
  gate.resolve({ done: true })
  const answer = await slow
  assert.deepEqual(answer.body, { done: true })
  assert.equal(answer.headers.connection, 'close')
  await stopped
  assert.equal(server.listening, false)
})

import { once } from 'node:events'
import {
  Agent,
  createServer,
  type IncomingMessage,
  type RequestListener,
  request,
  type Server,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from '@jest/globals'
import { createGroup, type Group } from '../../../src/rehearsal/router/group.js'
import { type Listener, listen } from '../../../src/rehearsal/router/listener.js'

const HOST = '127.61.0.1'
const closers: (() => unknown)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

const backend = async (handler: RequestListener): Promise<Server> => {
  const server = createServer(handler)
  server.listen(0, HOST)
  await once(server, 'listening')
  closers.push(() => {
    server.close()
    server.closeAllConnections()
  })
  return server
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port

const group = (): Group => {
  const made = createGroup({
    check: () => ({
      path: '/health',
      intervalSeconds: 5,
      timeoutSeconds: 2,
      healthyThreshold: 2,
      unhealthyThreshold: 2,
      matcher: '200',
    }),
    deregistrationDelaySeconds: () => 30,
  })
  closers.push(() => made.close())
  return made
}

const healthy = async (made: Group, server: Server): Promise<void> => {
  made.register(HOST, portOf(server))
  while (made.find(HOST, portOf(server))?.health.state !== 'healthy')
    await new Promise((resolve) => setTimeout(resolve, 20))
}

const freePort = async (): Promise<number> => {
  const server = await backend(() => {})
  const port = portOf(server)
  server.close()
  await once(server, 'close')
  return port
}

const open = async (made: Group): Promise<number> => {
  const port = await freePort()
  const listener: Listener = await listen(HOST, port, () => ({ group: made }))
  closers.push(() => listener.close())
  return port
}

interface Answered {
  readonly status: number
  readonly body: string
  readonly headers: IncomingMessage['headers']
}

const ask = async (port: number, options: object = {}, body = ''): Promise<Answered> => {
  const asked = request({ host: HOST, port, ...options })
  asked.end(body)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  return { status: answer.statusCode ?? 0, body: await text(answer), headers: answer.headers }
}

const echo: RequestListener = async (from, response) => {
  const body = await text(from)
  response.setHeader('x-method', from.method ?? '')
  response.end(`${from.headers['x-forwarded-for']} ${from.url} ${body}`)
}

describe('the router', () => {
  test('passes method, path and body on, and names the client', async () => {
    const made = group()
    await healthy(made, await backend(echo))
    const answer = await ask(await open(made), { method: 'PUT', path: '/a?b=c' }, 'hello')
    expect(answer).toMatchObject({
      status: 200,
      body: '127.0.0.1 /a?b=c hello',
      headers: { 'x-method': 'PUT' },
    })
  })

  test('answers 503 where nobody is in rotation', async () => {
    expect((await ask(await open(group()))).status).toBe(503)
  })

  test('answers 502 where a target breaks off', async () => {
    const made = group()
    await healthy(
      made,
      await backend((from, response) => (from.url === '/health' ? response.end() : response.destroy())),
    )
    expect((await ask(await open(made), { method: 'POST' }, 'x')).status).toBe(502)
  })

  test('streams: the first part of an answer arrives before its last is written', async () => {
    let finish = (): void => {}
    const made = group()
    await healthy(
      made,
      await backend((from, response) => {
        if (from.url === '/health') return response.end()
        response.write('first ')
        finish = () => response.end('last')
        return undefined
      }),
    )
    const asked = request({ host: HOST, port: await open(made) })
    asked.end()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    const [first] = (await once(answer, 'data')) as [Buffer]
    expect(first.toString()).toBe('first ')
    finish()
    expect(await text(answer)).toBe('last')
  })

  test('keeps connections on both sides', async () => {
    let connections = 0
    const server = await backend(echo)
    server.on('connection', () => {
      connections += 1
    })
    const made = group()
    await healthy(made, server)
    const port = await open(made)
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const before = connections
    for (let count = 0; count < 10; count += 1) await ask(port, { agent, method: 'POST' }, 'x')
    agent.destroy()
    expect(connections - before).toBe(1)
  })

  test('a draining target gets nothing new, keeps what it has, and leaves when that is done', async () => {
    let finish = (): void => {}
    const slow = await backend((from, response) => {
      if (from.url === '/health') response.end()
      else finish = () => response.end('slow')
    })
    const made = group()
    await healthy(made, slow)
    const port = await open(made)
    const waiting = ask(port, { method: 'POST' }, 'x')
    while (made.find(HOST, portOf(slow))?.inFlight !== 1)
      await new Promise((resolve) => setImmediate(resolve))
    await healthy(made, await backend((_, response) => response.end('other')))
    made.deregister(HOST, portOf(slow))
    for (let count = 0; count < 4; count += 1) expect((await ask(port)).body).toBe('other')
    expect(made.find(HOST, portOf(slow))?.health.state).toBe('draining')
    finish()
    expect((await waiting).body).toBe('slow')
    while (made.find(HOST, portOf(slow))) await new Promise((resolve) => setTimeout(resolve, 20))
  })
})

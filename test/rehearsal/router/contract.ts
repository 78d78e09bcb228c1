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
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createGroup, type Group } from '../../../src/rehearsal/router/group.js'
import type { Ending } from '../../../src/rehearsal/router/listener.js'
import type { DoorRule, Router } from '../../../src/rehearsal/router/router.js'

interface Answered {
  readonly status: number
  readonly body: string
  readonly headers: IncomingMessage['headers']
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await wait(20)
}

/** Of n requests with a share p, more than this many off the mark is less likely than one in a million. */
const bound = (n: number, p: number): number => Math.ceil(5 * Math.sqrt(n * p * (1 - p)) + 3)

/** What every router does, whatever it is made of. `smooth`: shares are exact within a cycle, and not only by chance. */
export const routerContract = (
  make: () => Promise<Router>,
  { smooth, host, restarts }: { smooth: boolean; host: string; restarts?: () => Promise<Router> },
): void => {
  let router: Router
  let closers: (() => unknown)[] = []
  let endings: { readonly group: string; readonly ending: Ending }[] = []
  let rules: readonly DoorRule[] = []
  const groups = new Map<string, Group>()
  let port = 0

  beforeEach(async () => {
    closers = []
    endings = []
    groups.clear()
    router = await make()
    port = await freePort()
  })
  afterEach(async () => {
    for (const close of closers.toReversed()) await close()
    for (const group of groups.values()) group.close()
    await router.close()
  })

  const freePort = async (): Promise<number> => {
    const server = createServer().listen(0, host)
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    return port
  }
  const backend = async (handler: RequestListener): Promise<Server> => {
    const server = createServer((from, response) =>
      from.url === '/health' ? response.end() : handler(from, response),
    ).listen(0, host)
    await once(server, 'listening')
    closers.push(() => {
      server.close()
      server.closeAllConnections()
    })
    return server
  }
  const portOf = (server: Server): number => (server.address() as AddressInfo).port
  const group = (name: string): Group => {
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
    groups.set(name, made)
    return made
  }
  const serving = async (name: string, handler?: RequestListener): Promise<Server> => {
    const server = await backend(handler ?? ((_, response) => response.end(name)))
    const made = groups.get(name) ?? group(name)
    made.register(host, portOf(server))
    await until(() => made.find(host, portOf(server))?.health.state === 'healthy')
    return server
  }
  const open = async (first: DoorRule): Promise<void> => {
    rules = [first]
    const listener = await router.open({
      address: host,
      port,
      rules: () => rules,
      fits: () => true,
      group: (name) => groups.get(name),
      ended: (name, ending) => endings.push({ group: name, ending }),
    })
    closers.push(() => listener.close())
  }
  const ask = async (options: object = {}, body = ''): Promise<Answered> => {
    const asked = request({ host, port, method: 'POST', agent: false, ...options })
    asked.end(body)
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    return { status: answer.statusCode ?? 0, body: await text(answer), headers: answer.headers }
  }
  const shares = async (many: number): Promise<number> => {
    let green = 0
    for (let asked = 0; asked < many; asked += 1) if ((await ask()).body === 'green') green += 1
    return green
  }

  describe('a router', () => {
    test('passes method, path, body and host on, names the client, and tells how it went', async () => {
      await serving('blue', async (from, response) => {
        response.setHeader('x-version', '1')
        response.statusCode = 201
        const { host: asked = '', 'x-forwarded-for': client = '' } = from.headers
        response.end(`${from.method} ${from.url} ${asked} ${client} ${await text(from)}`)
      })
      await open({ weights: { blue: 1 } })
      const answer = await ask({ method: 'PUT', path: '/a?b=c', headers: { host: 'shop.example' } }, 'hello')
      expect(answer).toMatchObject({ status: 201, headers: { 'x-version': '1' } })
      expect(answer.body).toMatch(/^PUT \/a\?b=c shop\.example 127\.\d+\.\d+\.\d+ hello$/)
      await until(() => endings.length === 1)
      const ending = { status: 201, ownStatus: 201, target: expect.stringMatching(`^${host}:\\d+$`) }
      expect(endings[0]).toMatchObject({ group: 'blue', ending })
    })

    test('answers 503 where nobody is in rotation, and counts it as its own', async () => {
      group('blue')
      await open({ weights: { blue: 1 } })
      expect((await ask()).status).toBe(503)
      await until(() => endings.length === 1)
      expect(endings[0]?.ending).toMatchObject({ status: undefined, ownStatus: 503 })
    })

    test('gives each group its weight', async () => {
      await serving('blue')
      await serving('green')
      await open({ weights: { blue: 90, green: 10 } })
      const off = Math.abs((await shares(200)) - 20)
      expect(off).toBeLessThanOrEqual(smooth ? 1 : bound(200, 0.1))
    })

    test('a new weight holds for connections that are open already, and none of them is cut', async () => {
      await serving('blue')
      await serving('green')
      await open({ weights: { blue: 100, green: 0 } })
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      let cut = 0
      const told = async (): Promise<string> => {
        const asked = request({ host, port, method: 'POST', agent })
        asked.once(
          'socket',
          (socket) => socket.listenerCount('close') < 3 && socket.once('close', () => (cut += 1)),
        )
        asked.end()
        const [answer] = (await once(asked, 'response')) as [IncomingMessage]
        return text(answer)
      }
      expect(await told()).toBe('blue')
      for (const green of [10, 50, 100]) {
        rules = [{ weights: { blue: 100 - green, green } }]
        for (let count = 0; count < 30; count += 1) expect(['blue', 'green']).toContain(await told())
      }
      let inRow = 0
      await until(async () => {
        inRow = (await told()) === 'green' ? inRow + 1 : 0
        return inRow === 30
      })
      expect(cut).toBe(0)
      agent.destroy()
    })

    test('a target that leaves gets no new request, and is drained only when its last one is answered', async () => {
      let finish: (() => void) | undefined
      const slow = await serving('blue', (_, response) => {
        if (finish) response.end('late')
        else finish = () => response.end('slow')
      })
      await open({ weights: { blue: 1 } })
      const answer = ask()
      await until(() => finish !== undefined)
      await serving('blue', (_, response) => response.end('other'))
      groups.get('blue')?.deregister(host, portOf(slow))
      let inRow = 0
      await until(async () => {
        inRow = (await ask()).body === 'other' ? inRow + 1 : 0
        return inRow === 20
      })
      expect(groups.get('blue')?.find(host, portOf(slow))?.health.state).toBe('draining')
      finish?.()
      expect((await answer).body).toBe('slow')
      await until(() => groups.get('blue')?.find(host, portOf(slow)) === undefined)
    })

    test('streams: the first part of an answer arrives before its last is written', async () => {
      let finish = (): void => {}
      await serving('blue', (_, response) => {
        response.write('first ')
        finish = () => response.end('last')
      })
      await open({ weights: { blue: 1 } })
      const asked = request({ host, port, method: 'POST', agent: false })
      asked.end()
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      const [chunk] = await once(answer, 'data')
      expect(String(chunk)).toBe('first ')
      finish()
      expect(await text(answer)).toBe('last')
    })

    test('tasks come and go under requests, and none is lost', async () => {
      const first = await serving('blue')
      await open({ weights: { blue: 1 } })
      let over = false
      const told: number[] = []
      const load = (async () => {
        while (!over) told.push((await ask({}, 'x')).status)
      })()
      let before = first
      for (let round = 0; round < 4; round += 1) {
        const next = await serving('blue')
        groups.get('blue')?.deregister(host, portOf(before))
        const gone = before
        await until(() => groups.get('blue')?.find(host, portOf(gone)) === undefined)
        gone.close()
        gone.closeAllConnections()
        before = next
      }
      over = true
      await load
      expect(told.filter((status) => status !== 200)).toEqual([])
    }, 60_000)

    test('all of the traffic moves the moment that somebody can take it, who had it leaves at once, and none is lost', async () => {
      let standing: readonly [string, Server] = ['blue', await serving('blue')]
      group('green')
      await open({ weights: { blue: 100, green: 0 } })
      let over = false
      const told: number[] = []
      const load = async (): Promise<void> => {
        while (!over) told.push((await ask({}, 'x')).status)
      }
      const loads = Array.from({ length: 4 }, load)
      for (const name of ['green', 'blue', 'green', 'blue']) {
        const [before, gone] = standing
        standing = [name, await serving(name)]
        rules = [{ weights: { [before]: 0, [name]: 100 } }]
        groups.get(before)?.deregister(host, portOf(gone))
        await until(() => groups.get(before)?.find(host, portOf(gone)) === undefined)
        gone.close()
        gone.closeAllConnections()
      }
      over = true
      await Promise.all(loads)
      expect(told.filter((status) => status !== 200)).toEqual([])
    }, 60_000)

    test('sticky: a user moves on with the share that grows, and never goes back', async () => {
      await serving('blue')
      await serving('green')
      await open({ sticky: true, weights: { blue: 100, green: 0 } })
      const first = await ask()
      const cookie = first.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
      expect(cookie).toMatch(/^\w+=[\w-]+$/)
      expect((await ask({ headers: { cookie } })).headers['set-cookie']).toBeUndefined()
      const users = Array.from({ length: 40 }, (_, index) => `${cookie.split('=')[0]}=user-${index}`)
      const where = new Map<string, string>()
      for (const green of [0, 5, 25, 50, 90, 100]) {
        rules = [{ sticky: true, weights: { blue: 100 - green, green } }]
        await wait(200)
        for (const user of users) {
          const { body } = await ask({ headers: { cookie: user } })
          if (where.get(user) === 'green') expect([user, green, body]).toEqual([user, green, 'green'])
          where.set(user, body)
        }
      }
      expect([...new Set(where.values())]).toEqual(['green'])
    }, 60_000)

    if (restarts)
      test('goes on serving while nobody looks after it, and is found again', async () => {
        await serving('blue')
        await serving('green')
        await open({ weights: { blue: 100, green: 0 } })
        router = await restarts()
        for (let count = 0; count < 20; count += 1) expect((await ask()).body).toBe('blue')
        await open({ weights: { blue: 0, green: 100 } })
        await until(async () => (await ask()).body === 'green')
      })
  })
}

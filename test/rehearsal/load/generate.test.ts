import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from '@jest/globals'
import { startLoad } from '../../../src/rehearsal/load/generate.js'
import type { LoadOptions } from '../../../src/rehearsal/load/options.js'
import { answer, type Handler, startBackend, stopBackends } from './servers.js'

afterEach(stopBackends)

const load = (url: string, options: Partial<LoadOptions> = {}) =>
  startLoad({ url, rate: 200, connections: 8, seconds: 0.5, ...options }).ended

const against = async (handle: Handler, options?: Partial<LoadOptions>) => {
  const backend = await startBackend(handle)
  return { backend, report: await load(backend.url, options) }
}

const times = (arrivals: ReadonlyMap<string, number>) => [...new Set(arrivals.values())]

describe('a healthy server', () => {
  test('answers all that the schedule asks for, each once, over the connections that were asked for', async () => {
    const connections = new Set<unknown>()
    const { backend, report } = await against((request, response, arrival) => {
      connections.add(request.socket)
      answer(request, response, arrival)
    })
    expect(report).toMatchObject({ seconds: 0.5, rate: 200, sent: 100, ok: 100, failed: 0, reconnected: 0 })
    expect(report.byVersion).toEqual({ '1.0.0': 100 })
    expect(report.byCode).toEqual({ abc: 100 })
    expect(report.failures).toEqual({})
    expect(backend.arrivals.size).toBe(100)
    expect(times(backend.arrivals)).toEqual([1])
    expect(connections.size).toBeGreaterThanOrEqual(8)
  })

  test('counts each version by itself', async () => {
    const { report } = await against((_, response, arrival) => {
      response.writeHead(200, { 'x-version': arrival <= 30 ? '1.0.0' : '1.0.1' }).end()
    })
    expect(report.byVersion).toEqual({ '1.0.0': 30, '1.0.1': 70 })
    expect(report.byCode).toEqual({})
  })

  test('posts the body that it was given', async () => {
    const bodies = new Set<string>()
    const { server, url } = await startBackend(answer)
    server.prependListener('request', async (request) => {
      bodies.add(`${request.method} ${(await request.toArray()).join('')}`)
    })
    await load(url, { body: '{"text":"tea"}', seconds: 0.1 })
    expect([...bodies]).toEqual(['POST {"text":"tea"}'])
  })
})

describe('the end of the load', () => {
  test('stopped in between, it has sent rate × time and waits for what is under way', async () => {
    const { url, arrivals } = await startBackend((_, response) => setTimeout(() => response.end(), 100))
    const running = startLoad({ url, rate: 200, connections: 8 })
    await sleep(250)
    const report = await running.stop()
    expect(report.sent).toBe(Math.round(report.seconds * 200))
    expect(report.seconds).toBeGreaterThanOrEqual(0.245)
    expect(report).toMatchObject({ ok: report.sent, failed: 0 })
    expect(arrivals.size).toBe(report.sent)
    expect(await running.stop()).toEqual(report)
  })

  test('a signal stops it', async () => {
    const { url } = await startBackend(answer)
    const abort = new AbortController()
    const running = startLoad({ url, rate: 100, connections: 1, signal: abort.signal })
    abort.abort()
    expect((await running.ended).sent).toBeLessThanOrEqual(2)
  })

  test('it leaves no connection open', async () => {
    const { backend } = await against(answer)
    await sleep(20)
    expect(backend.sockets.size).toBe(0)
  })
})

describe('what is no fault', () => {
  test('a connection whose end the answer announced', async () => {
    const { backend, report } = await against((request, response, arrival) => {
      if (arrival % 3 === 0) response.setHeader('connection', 'close')
      answer(request, response, arrival)
    })
    expect(report).toMatchObject({ sent: 100, ok: 100, failed: 0, reconnected: 0 })
    expect(times(backend.arrivals)).toEqual([1])
  })

  test('a connection idle for as long as the server said that it would keep it', async () => {
    const backend = await startBackend(answer)
    backend.server.keepAliveTimeout = 2_000
    const report = await load(backend.url, { rate: 4, seconds: 2.5, connections: 64 })
    expect(report).toMatchObject({ sent: 10, ok: 10, failed: 0, reconnected: 0 })
  })

  test('a slow server, which does not slow the load down', async () => {
    const { report } = await against(
      (request, response, arrival) => setTimeout(() => answer(request, response, arrival), 300),
      { connections: 2 },
    )
    expect(report).toMatchObject({ sent: 100, ok: 100, failed: 0, reconnected: 0 })
    expect(report.latency.p50).toBeGreaterThanOrEqual(290)
    expect(report.latency.max).toBeGreaterThanOrEqual(report.latency.p99)
  })
})

describe('what is a fault', () => {
  test('a connection that is reset instead of an answer', async () => {
    const { backend, report } = await against((request, response, arrival) => {
      if (arrival % 10 === 0) request.socket.resetAndDestroy()
      else answer(request, response, arrival)
    })
    expect(report).toMatchObject({ sent: 100, ok: 90, failed: 10, reconnected: 10 })
    expect(report.failures).toEqual({ ECONNRESET: 10 })
    expect(times(backend.arrivals)).toEqual([1])
  })

  test('a connection that is closed in the middle of an answer', async () => {
    const { report } = await against((request, response, arrival) => {
      if (arrival !== 50) return answer(request, response, arrival)
      response.writeHead(200, { 'content-length': 10 }).write('half')
      setTimeout(() => request.socket.destroy(), 20)
    })
    expect(report).toMatchObject({ sent: 100, ok: 99, failed: 1, reconnected: 1 })
  })

  // At this rate a connection idles for 400 ms, so the cut can't meet a request.
  test.each(['FIN', 'RST'])('an idle connection that is cut unannounced by %s', async (by) => {
    const cutTenth: Handler = (request, response, arrival) => {
      answer(request, response, arrival)
      const cut = () => (by === 'FIN' ? request.socket.end() : request.socket.resetAndDestroy())
      if (arrival === 10) setTimeout(cut, 5)
    }
    const { backend, report } = await against(cutTenth, { rate: 20, seconds: 1 })
    expect(report).toMatchObject({ sent: 20, ok: 20, failed: 1, reconnected: 1 })
    expect(report.failures).toEqual({ 'idle connection cut': 1 })
    expect(times(backend.arrivals)).toEqual([1])
  })

  test('idle connections that are cut while each of the others is busy, as on a machine with too much to do', async () => {
    const { backend } = await against((_, response) => setTimeout(() => response.end(), 200), {
      seconds: 0.1,
    })
    const running = startLoad({ url: backend.url, rate: 200, connections: 32, seconds: 1.5 })
    await sleep(1000)
    backend.server.closeIdleConnections()
    const { failures } = await running.ended
    expect(Object.keys(failures)).toEqual(['idle connection cut'])
    expect(failures['idle connection cut']).toBeGreaterThanOrEqual(2)
  })

  test('an answer that is no 2xx', async () => {
    const { report } = await against((request, response, arrival) => {
      if (arrival % 4 === 0) response.writeHead(500).end('oh no')
      else if (arrival % 4 === 1) response.writeHead(303, { location: '/' }).end()
      else answer(request, response, arrival)
    })
    expect(report).toMatchObject({ sent: 100, ok: 50, failed: 50, reconnected: 0 })
    expect(report.failures).toEqual({ 'status 500': 25, 'status 303': 25 })
  })

  test('an answer that never comes', async () => {
    const { report } = await against(
      (request, response, arrival) => {
        if (arrival !== 10) answer(request, response, arrival)
      },
      { timeout: 150 },
    )
    expect(report).toMatchObject({ sent: 100, ok: 99, failed: 1, reconnected: 0, failures: { timeout: 1 } })
  })

  test('no server at all', async () => {
    const { url, kill } = await startBackend(answer)
    kill()
    const report = await load(url)
    expect(report).toMatchObject({ sent: 100, ok: 0, failed: 100, reconnected: 0 })
    expect(report.failures).toEqual({ ECONNREFUSED: 100 })
  })

  test('a server killed on the way, which is what a rollout without draining does', async () => {
    const first = await startBackend((request, response, arrival) =>
      setTimeout(() => answer(request, response, arrival), 10),
    )
    const running = startLoad({ url: first.url, rate: 200, connections: 8, seconds: 1 })
    await sleep(300)
    first.kill()
    await startBackend(answer, Number(new URL(first.url).port))
    const report = await running.ended
    expect(report.sent).toBe(200)
    expect(report.failed).toBeGreaterThanOrEqual(report.reconnected)
    expect(report.reconnected).toBeGreaterThanOrEqual(8)
    expect(report.ok).toBeLessThan(200)
    expect(times(first.arrivals)).toEqual([1])
  })
})

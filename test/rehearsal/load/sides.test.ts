import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { startLoad } from '../../../src/rehearsal/load/generate.js'
import type { LoadOptions } from '../../../src/rehearsal/load/options.js'
import { answerSlowly } from '../../../src/rehearsal/tasks/slowly.js'
import { answer, type Handler, startBackend, stopBackends } from './servers.js'

jest.setTimeout(60_000)
afterEach(stopBackends)

const slowly: Handler = (request, response, arrival) => {
  response.setHeader('x-version', '1.0.0')
  if (!answerSlowly(request.url ?? '', response, 'late')) answer(request, response, arrival)
}

const start = (url: string, options: Partial<LoadOptions>) =>
  startLoad({ url, rate: 20, connections: 2, ...options })

describe('beside the steady requests', () => {
  test('slow ones, idle connections and streams are answered whole, and counted with the others', async () => {
    const { url, arrivals } = await startBackend(slowly)
    const running = start(url, { slow: 2, idle: 3, stream: 2 })
    await sleep(3000)
    const report = await running.stop()
    const kinds = (name: string) => [...arrivals.keys()].filter((id) => id.includes(`-${name}-`)).length
    const steady = Math.round(report.seconds * 20)
    expect(kinds('idle')).toBe(6)
    expect(kinds('slow')).toBeGreaterThanOrEqual(6)
    expect(kinds('stream')).toBeGreaterThanOrEqual(2)
    expect(report).toMatchObject({ failed: 0, reconnected: 0, failures: {} })
    expect(report.sent).toBe(steady + kinds('idle') + kinds('slow') + kinds('stream'))
    expect(report).toMatchObject({ ok: report.sent, byVersion: { '1.0.0': report.sent } })
  })

  test('how long they take is no latency of the steady ones', async () => {
    const { url } = await startBackend(slowly)
    const running = start(url, { slow: 2 })
    await sleep(500)
    const { sent, latencies } = await running.stop()
    expect(Object.values(latencies).reduce((sum, count) => sum + count, 0)).toBeLessThan(sent)
  })

  test('a stream that is cut is a failure, and told as one', async () => {
    const { url } = await startBackend((request, response, arrival) => {
      slowly(request, response, arrival)
      if (request.url?.includes('trickles')) setTimeout(() => response.destroy(), 600)
    })
    const running = start(url, { stream: 2 })
    await sleep(1000)
    const { failed, failures } = await running.stop()
    expect(failures).toEqual({ 'stream: ECONNRESET': 1 })
    expect(failed).toBe(1)
  })

  test('a slow request whose server goes is a failure', async () => {
    const { url } = await startBackend((request, response, arrival) => {
      slowly(request, response, arrival)
      if (request.url?.includes('takes')) setTimeout(() => request.socket.destroy(), 300)
    })
    const running = start(url, { slow: 1 })
    await sleep(800)
    const { failures } = await running.stop()
    expect(failures).toEqual({ 'slow: ECONNRESET': 1 })
  })

  test('idle connections that are taken away are failures, each one', async () => {
    const { url, sockets } = await startBackend(answer)
    const running = start(url, { rate: 0.1, idle: 3 })
    await sleep(500)
    for (const socket of sockets) socket.destroy()
    await sleep(300)
    const { failures } = await running.stop()
    expect(failures).toEqual({ 'idle: idle connection cut': 3, 'idle connection cut': 1 })
  })

  test('a stream ends by itself, however long the load goes on', async () => {
    const { url, arrivals } = await startBackend(slowly)
    const { failed } = await start(url, { stream: 1, seconds: 2 }).ended
    expect(failed).toBe(0)
    expect([...arrivals.keys()].filter((id) => id.includes('-stream-'))).toHaveLength(2)
  })

  test.each(['slow', 'idle', 'stream'])('--%s is within its limits', (name) => {
    expect(() => start('http://127.0.0.1:1/', { [name]: 1001 })).toThrow(`--${name} 1001`)
  })
})

import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { startLoad } from '../../../src/rehearsal/load/generate.js'
import { connectEngine, DEFAULT_HOST } from '../../../src/rehearsal/tasks/engine.js'
import { createShop, type Shop, type ShopOptions, update } from '../shop.js'
import { type Clients, clientsOf, followNewest } from '../stage.js'

const SERVER = fileURLToPath(new URL('../../bench/rollout/cluster.mjs', import.meta.url))
const APP = `
const http = require('http')
let leaving = false
const server = http.createServer((q, r) => {
  if (q.url === '/health') { r.statusCode = leaving ? 500 : 200; return r.end() }
  if (leaving) r.setHeader('connection', 'close')
  q.resume().on('end', () => setTimeout(() => r.end(process.env.VERSION), 20))
})
server.listen(8080)
process.on('SIGTERM', () => { leaving = true; server.close(() => process.exit(0)) })
`
const container: ShopOptions['container'] = { command: ['node', '-e', APP], stopTimeout: 5 }
const mark = randomUUID()

let folder: string
let child: ChildProcess
let clients: Clients
let shop: Shop

const serve = async (): Promise<string> => {
  const options = { state: folder, router: 'nginx', requestsPerStep: 0, pace: { kind: 'speed', times: 600 } }
  child = fork(SERVER, [JSON.stringify(options)])
  const [told] = (await once(child, 'message')) as [{ endpoint: string }]
  return told.endpoint
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'killed-'))
  clients = clientsOf(await serve())
  shop = await createShop(clients, { container: { ...container, dockerLabels: { mark } } })
}, 120_000)

afterEach(async () => {
  clients.destroy()
  if (child.connected) child.disconnect()
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

interface Listed {
  readonly Id: string
  readonly Labels: Readonly<Record<string, string>>
}

const containers = async (): Promise<readonly Listed[]> => {
  const engine = connectEngine(process.env.DOCKER_HOST ?? DEFAULT_HOST)
  const filters = encodeURIComponent(JSON.stringify({ label: [`mark=${mark}`] }))
  const found = await engine.call('GET', `/containers/json?all=1&filters=${filters}`)
  engine.close()
  return found as readonly Listed[]
}
const idsOf = (found: readonly Listed[]): readonly string[] => found.map(({ Id }) => Id).toSorted()
const tasksOf = (found: readonly Listed[]): readonly (string | undefined)[] =>
  found.map(({ Labels }) => Labels['com.amazonaws.ecs.task-arn'])

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
const ask = async (endpoint: string, wish: object): Promise<void> => {
  const headers = { 'content-type': 'application/json' }
  await fetch(`${endpoint}/_rehearsal/faults`, { method: 'POST', headers, body: JSON.stringify(wish) })
}

test('killed under load: nobody loses a request, and its containers are found again and not started twice', async () => {
  const load = startLoad({ url: `http://${shop.address}:8080/`, rate: 100, connections: 16 })
  const marked = { ...container, dockerLabels: { mark } }
  const canary = {
    strategy: 'CANARY' as const,
    bakeTimeInMinutes: 0,
    canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 10 },
    lifecycleHooks: [
      { targetType: 'PAUSE' as const, lifecycleStages: ['POST_PRODUCTION_TRAFFIC_SHIFT' as const] },
    ],
  }
  await update(clients, 'two', canary, marked)
  while ((await shop.weights())[0] !== 20) await wait(100)
  const before = idsOf(await containers())
  expect(before).toHaveLength(4)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await wait(1000)
  const endpoint = await serve()
  expect(idsOf(await containers())).toEqual(before)
  while ((await shop.weights())[0] !== 100) await wait(100)
  expect(idsOf(await containers())).toEqual(before)

  // And once more by its own hand, at an effect on the way back.
  await ask(endpoint, { kind: 'crash', of: 'process', after: 1 })
  const listed = await clients.ecs.listServiceDeployments({ cluster: 'demo', service: 'cart' })
  const serviceDeploymentArn = listed.serviceDeployments?.[0]?.serviceDeploymentArn
  await clients.ecs.stopServiceDeployment({ serviceDeploymentArn, stopType: 'ROLLBACK' })
  await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
  expect(await serve()).toBe(endpoint)
  expect((await followNewest(clients)).status).toBe('ROLLBACK_SUCCESSFUL')
  while ((await containers()).length !== 2) await wait(200)
  const left = await containers()
  expect(before).toEqual(expect.arrayContaining(idsOf(left) as string[]))
  expect(new Set(tasksOf(left)).size).toBe(2)

  const report = await load.stop()
  expect(report.sent).toBeGreaterThan(500)
  expect([report.failed, report.failures]).toEqual([0, {}])

  child.disconnect()
  await once(child, 'exit')
  expect(await containers()).toEqual([])
  expect(existsSync(join(folder, 'state.json'))).toBe(false)
  expect(existsSync(join(folder, 'nginx', 'front.pid'))).toBe(false)
}, 240_000)

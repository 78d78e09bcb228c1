import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { startLoad } from '../../../src/rehearsal/load/generate.js'
import { connectEngine, DEFAULT_HOST } from '../../../src/rehearsal/tasks/engine.js'
import { createShop, type Shop, type ShopOptions, update } from '../shop.js'
import { type Clients, clientsOf, followNewest } from '../stage.js'
import { runOne, taskOf, untilTask } from './lone.js'
import { createKillable, type Killable } from './server.js'

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

let cluster: Killable
let clients: Clients
let shop: Shop
let mark: string

beforeEach(async () => {
  mark = randomUUID()
  cluster = createKillable({ router: 'nginx', requestsPerStep: 0, pace: { kind: 'speed', times: 600 } })
  clients = clientsOf(await cluster.serve())
}, 60_000)

afterEach(async () => {
  clients.destroy()
  await cluster.close()
  cluster.remove()
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
  shop = await createShop(clients, { container: { ...container, dockerLabels: { mark } } })
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
  await cluster.kill()
  await wait(1000)
  const endpoint = await cluster.serve()
  expect(idsOf(await containers())).toEqual(before)
  while ((await shop.weights())[0] !== 100) await wait(100)
  expect(idsOf(await containers())).toEqual(before)

  // And once more by its own hand, at an effect on the way back.
  await ask(endpoint, { kind: 'crash', of: 'process', after: 1 })
  const listed = await clients.ecs.listServiceDeployments({ cluster: 'demo', service: 'cart' })
  const serviceDeploymentArn = listed.serviceDeployments?.[0]?.serviceDeploymentArn
  await clients.ecs.stopServiceDeployment({ serviceDeploymentArn, stopType: 'ROLLBACK' })
  expect(await cluster.ended()).toBe('SIGKILL')
  expect(await cluster.serve()).toBe(endpoint)
  expect((await followNewest(clients)).status).toBe('ROLLBACK_SUCCESSFUL')
  while ((await containers()).length !== 2) await wait(200)
  const left = await containers()
  expect(before).toEqual(expect.arrayContaining(idsOf(left) as string[]))
  expect(new Set(tasksOf(left)).size).toBe(2)

  const report = await load.stop()
  expect(report.sent).toBeGreaterThan(500)
  expect([report.failed, report.failures]).toEqual([0, {}])

  await cluster.close()
  expect(await containers()).toEqual([])
  expect(existsSync(join(cluster.folder, 'state.json'))).toBe(false)
  expect(existsSync(join(cluster.folder, 'nginx', 'front.pid'))).toBe(false)
}, 240_000)

const logOf = async (arn: string): Promise<(string | undefined)[]> => {
  const logStreamName = `cart/app/${arn.split('/').pop()}`
  const { events } = await clients.logs.getLogEvents({ logGroupName: '/demo/cart', logStreamName })
  return (events ?? []).map(({ message }) => message)
}

const remove = async (arn: string): Promise<void> => {
  const engine = connectEngine(process.env.DOCKER_HOST ?? DEFAULT_HOST)
  const found = (await containers()).filter(({ Labels }) => Labels['com.amazonaws.ecs.task-arn'] === arn)
  for (const { Id } of found) await engine.call('DELETE', `/containers/${Id}?force=1`)
  engine.close()
}

test('tasks of no service: what runs goes on, what ended meanwhile tells how, what is gone is told; none runs twice', async () => {
  await clients.ecs.createCluster({ clusterName: 'demo' })
  await clients.logs.createLogGroup({ logGroupName: '/demo/cart' })
  const once = (seconds: number, code: number): ShopOptions['container'] => ({
    command: [
      'node',
      '-e',
      `console.log('runs'); setTimeout(() => process.exit(${code}), ${seconds * 1000})`,
    ],
    portMappings: [],
    dockerLabels: { mark },
    stopTimeout: 1,
  })
  const long = await runOne(clients, 'long', once(600, 4))
  const short = await runOne(clients, 'short', once(5, 6))
  const gone = await runOne(clients, 'gone', once(600, 0))
  for (const arn of [long, short, gone]) await untilTask(clients, arn, 'RUNNING')
  const before = await containers()
  const [digest] = ((await taskOf(clients, long)).containers ?? []).map(({ imageDigest }) => imageDigest)
  await cluster.kill()
  await remove(gone)
  await wait(6000)
  await cluster.serve()

  expect(await untilTask(clients, short, 'STOPPED')).toMatchObject({
    stopCode: 'EssentialContainerExited',
    containers: [{ name: 'app', exitCode: 6 }],
  })
  expect(await untilTask(clients, gone, 'STOPPED')).toMatchObject({
    stoppedReason: expect.stringContaining('while the rehearsal cluster was down'),
  })
  const running = await untilTask(clients, long, 'RUNNING')
  expect(running.containers?.map(({ imageDigest }) => imageDigest)).toEqual([digest])
  for (const arn of [short, long]) expect(await logOf(arn)).toEqual(['runs'])
  expect(idsOf(before)).toEqual(expect.arrayContaining(idsOf(await containers()) as string[]))
  await clients.ecs.stopTask({ cluster: 'demo', task: long, reason: 'enough' })
  expect(await untilTask(clients, long, 'STOPPED')).toMatchObject({ stoppedReason: 'enough' })
  while ((await containers()).length > 0) await wait(100)
}, 120_000)

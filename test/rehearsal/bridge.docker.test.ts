import { randomUUID } from 'node:crypto'
import { networkInterfaces } from 'node:os'
import type { DeploymentConfiguration } from '@aws-sdk/client-ecs'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { startLoad } from '../../src/rehearsal/load/generate.js'
import { connectEngine, DEFAULT_HOST } from '../../src/rehearsal/tasks/engine.js'
import { hostPorts, runningTasks } from './bridge.js'
import { createKillable, type Killable } from './keep/server.js'
import { createShop, type Shop } from './shop.js'
import { bridged, type Clients, clientsOf, definition, followNewest } from './stage.js'

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

let cluster: Killable
let clients: Clients
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
  readonly Ports: readonly { readonly IP?: string; readonly PublicPort?: number }[]
}

const containers = async (): Promise<readonly Listed[]> => {
  const engine = connectEngine(process.env.DOCKER_HOST ?? DEFAULT_HOST)
  const filters = encodeURIComponent(JSON.stringify({ label: [`mark=${mark}`] }))
  const found = await engine.call('GET', `/containers/json?all=1&filters=${filters}`)
  engine.close()
  return found as readonly Listed[]
}

const container = () => ({ command: ['node', '-e', APP], stopTimeout: 5, dockerLabels: { mark } })

const deploy = async (version: string, deploymentConfiguration: DeploymentConfiguration) => {
  const made = await clients.ecs.registerTaskDefinition(bridged(definition(version, container())))
  const taskDefinition = made.taskDefinition?.taskDefinitionArn
  await clients.ecs.updateService({
    cluster: 'demo',
    service: 'cart',
    taskDefinition,
    deploymentConfiguration,
  })
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

const answers = (address: string, port: number): Promise<boolean> =>
  fetch(`http://${address}:${port}/health`, { signal: AbortSignal.timeout(2000) }).then(
    () => true,
    () => false,
  )

/** Other addresses of this machine than that on which ports are to be. */
const elsewhere = (): readonly string[] => [
  '127.0.0.2',
  ...Object.values(networkInterfaces())
    .flatMap((addresses = []) => addresses)
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address),
]

const ports = async (): Promise<readonly number[]> => hostPorts(await runningTasks(clients))

const checkReach = async (): Promise<void> => {
  for (const port of await ports()) {
    expect(await answers('127.0.0.1', port)).toBe(true)
    for (const address of elsewhere())
      expect([address, await answers(address, port)]).toEqual([address, false])
  }
}

const shiftUnderLoad = async (shop: Shop): Promise<void> => {
  const load = startLoad({ url: `http://${shop.address}:8080/`, rate: 100, connections: 16 })
  await deploy('two', {
    strategy: 'CANARY',
    bakeTimeInMinutes: 0,
    canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 10 },
    lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['POST_PRODUCTION_TRAFFIC_SHIFT'] }],
  })
  while ((await shop.weights())[0] !== 20) await wait(100)
  const before = [await ports(), (await containers()).map(({ Id }) => Id).toSorted()]
  expect(before.map(({ length }) => length)).toEqual([4, 4])
  await cluster.kill()
  await wait(1000)
  await cluster.serve()
  expect([await ports(), (await containers()).map(({ Id }) => Id).toSorted()]).toEqual(before)
  while ((await shop.weights())[0] !== 100) await wait(100)
  const { serviceDeployments: [newest] = [] } = await clients.ecs.listServiceDeployments({
    cluster: 'demo',
    service: 'cart',
  })
  const serviceDeploymentArn = newest?.serviceDeploymentArn
  await clients.ecs.stopServiceDeployment({ serviceDeploymentArn, stopType: 'ROLLBACK' })
  expect((await followNewest(clients)).status).toBe('ROLLBACK_SUCCESSFUL')
  await deploy('three', { strategy: 'ROLLING' })
  expect((await followNewest(clients)).status).toBe('SUCCESSFUL')
  const report = await load.stop()
  expect(report.sent).toBeGreaterThan(500)
  expect([report.failed, report.failures]).toEqual([0, {}])
}

test('bridge: ports of this machine and of no other address; shifted, killed, rolled back and rolled on under load, nothing is lost', async () => {
  const shop = await createShop(clients, { network: 'bridge', container: container() })
  await checkReach()
  await shiftUnderLoad(shop)
  expect(await shop.ask()).toBe('three')
  await cluster.close()
  expect(await containers()).toEqual([])
}, 240_000)

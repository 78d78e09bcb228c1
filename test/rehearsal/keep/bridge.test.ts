import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { hostPorts, runningTasks } from '../bridge.js'
import { createShop } from '../shop.js'
import { bridged, type Clients, clientsOf, definition, followNewest } from '../stage.js'
import { createKillable, type Killable } from './server.js'

let cluster: Killable
let clients: Clients

beforeEach(async () => {
  cluster = createKillable({ tasks: 'hollow', requestsPerStep: 0 })
  clients = clientsOf(await cluster.serve())
}, 60_000)

afterEach(async () => {
  clients.destroy()
  await cluster.close()
  cluster.remove()
}, 60_000)

test('tasks in the network mode bridge have the same ports of the machine after the cluster was killed', async () => {
  const shop = await createShop(clients, { network: 'bridge' })
  const before = hostPorts(await runningTasks(clients))
  expect(before).toHaveLength(2)
  await cluster.kill()
  await cluster.serve()
  expect(hostPorts(await runningTasks(clients))).toEqual(before)
  expect(await shop.ask()).toBe('one')
  const { taskDefinition } = await clients.ecs.registerTaskDefinition(bridged(definition('two')))
  const asked = { cluster: 'demo', service: 'cart', taskDefinition: taskDefinition?.taskDefinitionArn }
  await clients.ecs.updateService(asked)
  expect((await followNewest(clients)).status).toBe('SUCCESSFUL')
  expect(await shop.ask()).toBe('two')
}, 60_000)

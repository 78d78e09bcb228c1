import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DeploymentConfiguration, Service, Task } from '@aws-sdk/client-ecs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startLoad } from '../../src/rehearsal/load/generate.js'
import type { RouterName } from '../../src/rehearsal/router/router.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import { createShop, type Shop } from './shop.js'
import { bridged, type Clients, clientsOf, definition, followNewest } from './stage.js'

const STRATEGIES: readonly DeploymentConfiguration[] = [
  { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 0 } },
  { strategy: 'BLUE_GREEN' },
  { strategy: 'LINEAR', linearConfiguration: { stepPercent: 50, stepBakeTimeInMinutes: 0 } },
  { strategy: 'ROLLING' },
]

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export const runningTasks = async ({ ecs }: Clients, serviceName = 'cart'): Promise<readonly Task[]> => {
  const { taskArns = [] } = await ecs.listTasks({ cluster: 'demo', serviceName })
  if (taskArns.length === 0) return []
  const { tasks = [] } = await ecs.describeTasks({ cluster: 'demo', tasks: taskArns })
  return tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING')
}

/** Ports of the machine that lead to the tasks of a service. */
export const hostPorts = (tasks: readonly Task[]): readonly number[] =>
  tasks
    .flatMap(({ containers = [] }) => containers)
    .flatMap(({ networkBindings = [] }) => networkBindings.map(({ hostPort = 0 }) => hostPort))
    .toSorted((a, b) => a - b)

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** What holds of tasks in the network mode bridge, whatever sends requests to them. */
export const bridgeContract = (router: RouterName): void => {
  const warnings: string[] = []
  const progress = { say: () => {}, warn: (line: string) => void warnings.push(line), group: () => {} }
  let rehearsal: Rehearsal
  let clients: Clients
  let shop: Shop

  beforeAll(async () => {
    rehearsal = await serveRehearsal({ progress, tasks: 'hollow', router, requestsPerStep: 0 })
    clients = clientsOf(rehearsal.endpoint)
    shop = await createShop(clients, { network: 'bridge' })
  }, 60_000)

  afterAll(async () => {
    clients.destroy()
    await rehearsal.close()
    expect(warnings).toEqual([])
  })

  const registered = async (version: string, hostPort?: number, family = 'cart'): Promise<string> => {
    const made = await clients.ecs.registerTaskDefinition({
      ...bridged(definition(version), hostPort),
      family,
    })
    return made.taskDefinition?.taskDefinitionArn ?? ''
  }
  const targetsOf = async (targetGroup: string) =>
    (await clients.elb.describeTargetHealth({ TargetGroupArn: targetGroup })).TargetHealthDescriptions ?? []

  describe('a service in the network mode bridge', () => {
    test('its tasks have ports of the machine, and are targets by the machine', async () => {
      const tasks = await runningTasks(clients)
      const ports = hostPorts(tasks)
      expect(new Set(ports).size).toBe(2)
      expect(tasks[0]).toMatchObject({
        launchType: 'EC2',
        containerInstanceArn: expect.stringMatching(/:container-instance\/demo\/[0-9a-f]{32}$/),
        attachments: [],
        containers: [
          {
            networkBindings: [
              { bindIP: '127.0.0.1', containerPort: 8080, hostPort: expect.any(Number), protocol: 'tcp' },
            ],
            networkInterfaces: [],
          },
        ],
      })
      const targets = await targetsOf(shop.blue)
      const [Id = ''] = targets.map(({ Target }) => Target?.Id)
      expect(Id).toMatch(/^i-[0-9a-f]{17}$/)
      expect(targets.map(({ Target }) => [Target?.Id, Target?.Port]).toSorted()).toEqual(
        ports.map((port) => [Id, port]).toSorted(),
      )
      const asked = { TargetGroupArn: shop.blue, Targets: [{ Id, Port: ports[0] }] }
      const { TargetHealthDescriptions: one } = await clients.elb.describeTargetHealth(asked)
      expect(one).toMatchObject([{ TargetHealth: { State: 'healthy' } }])
      for (const port of ports)
        expect(await (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST' })).text()).toBe('one')
    })

    test.each(STRATEGIES)(
      'is deployed by $strategy, and no request is lost',
      async (configuration) => {
        const version = configuration.strategy ?? ''
        const load = startLoad({ url: `http://${shop.address}:8080/`, rate: 100, connections: 8 })
        await clients.ecs.updateService({
          cluster: 'demo',
          service: 'cart',
          taskDefinition: await registered(version),
          deploymentConfiguration: { bakeTimeInMinutes: 0, ...configuration },
        })
        expect(await followNewest(clients)).toMatchObject({ status: 'SUCCESSFUL' })
        const report = await load.stop()
        expect([report.failed, report.failures]).toEqual([0, {}])
        expect(Object.keys(report.byVersion)).toContain(version)
        expect(await shop.ask()).toBe(version)
        const left = [...(await targetsOf(shop.blue)), ...(await targetsOf(shop.green))]
        const healthy = left.filter(({ TargetHealth }) => TargetHealth?.State === 'healthy')
        const ports = healthy.map(({ Target }) => Target?.Port ?? 0).toSorted((a, b) => a - b)
        expect(ports).toEqual(hostPorts(await runningTasks(clients)))
      },
      60_000,
    )
  })

  describe('a fixed port of the machine', () => {
    let port: number
    const NO_ROOM =
      /^\(service fixed\) was unable to place a task because no container instance met all of its requirements\. The closest matching \(container-instance [0-9a-f]{32}\) is already using a port required by your task\./

    const fixed = async (): Promise<Service> =>
      (await clients.ecs.describeServices({ cluster: 'demo', services: ['fixed'] })).services?.[0] ?? {}
    const told = async (): Promise<readonly string[]> =>
      ((await fixed()).events ?? []).flatMap(({ message }) => message ?? [])
    const answer = async (): Promise<string> => {
      const asked = fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers: { connection: 'close' } })
      return asked.then((response) => response.text()).catch(() => '')
    }

    test('can be had once: a second task is not placed, and the service says so', async () => {
      port = await freePort()
      await clients.ecs.createService({
        cluster: 'demo',
        serviceName: 'fixed',
        taskDefinition: await registered('old', port, 'fixed'),
        desiredCount: 2,
        deploymentConfiguration: { minimumHealthyPercent: 0 },
      })
      while ((await answer()) !== 'old') await wait(50)
      const events = await told()
      expect(events.filter((message) => NO_ROOM.test(message)).length).toBeGreaterThan(0)
      while ((await fixed()).runningCount === 0) await wait(50)
      expect(await fixed()).toMatchObject({ launchType: 'EC2', runningCount: 1, pendingCount: 0 })
      expect(hostPorts(await runningTasks(clients, 'fixed'))).toEqual([port])
      await wait(1000)
      expect((await told()).length).toBeLessThanOrEqual(events.length + 1)
    }, 30_000)

    test('is nobody else’s either', async () => {
      const asked = { cluster: 'demo', taskDefinition: await registered('other', port, 'other'), count: 2 }
      expect(await clients.ecs.runTask(asked)).toMatchObject({
        tasks: [],
        failures: [
          { arn: expect.stringContaining(':container-instance/demo/'), reason: 'RESOURCE:PORTS' },
          { reason: 'RESOURCE:PORTS' },
        ],
      })
    })

    test('is free for the new one once the old one has left, where that may go first', async () => {
      await clients.ecs.updateService({
        cluster: 'demo',
        service: 'fixed',
        desiredCount: 1,
        taskDefinition: await registered('new', port, 'fixed'),
      })
      while ((await answer()) !== 'new') await wait(50)
      while ((await fixed()).deployments?.[0]?.rolloutState !== 'COMPLETED') await wait(100)
    }, 30_000)

    test('stays with the old one, where that must not go first', async () => {
      const before = (await told()).filter((message) => NO_ROOM.test(message)).length
      await clients.ecs.updateService({
        cluster: 'demo',
        service: 'fixed',
        deploymentConfiguration: { minimumHealthyPercent: 100 },
        taskDefinition: await registered('newer', port, 'fixed'),
      })
      while ((await told()).filter((message) => NO_ROOM.test(message)).length === before) await wait(50)
      expect(await answer()).toBe('new')
      expect((await fixed()).deployments?.[0]).toMatchObject({ rolloutState: 'IN_PROGRESS', runningCount: 0 })
    }, 30_000)
  })
}

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { type Clients, clientsOf, definition } from '../stage.js'

jest.setTimeout(240_000)

const SERVICES = 1000
const MOST_MEGABYTES = 300

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const loader = pathToFileURL(here('../load/typescript.mjs')).href

let served: ChildProcess
let clients: Clients

const told = async <Value>(): Promise<Value> => (await once(served, 'message'))[0] as Value

const createService = (index: number) =>
  clients.ecs.createService({
    cluster: 'many',
    serviceName: `service-${index}`,
    taskDefinition: `family-${index}`,
    desiredCount: 1,
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
  })

const setUp = async (): Promise<void> => {
  await clients.ecs.createCluster({ clusterName: 'many' })
  await clients.logs.createLogGroup({ logGroupName: '/demo/cart' })
  for (let index = 0; index < SERVICES; index += 1) {
    await clients.ecs.registerTaskDefinition({ ...definition('one'), family: `family-${index}` })
    await createService(index)
  }
}

beforeAll(async () => {
  served = fork(here('child.ts'), { execArgv: ['--import', loader, '--no-warnings'] })
  clients = clientsOf(await told())
  await setUp()
})

afterAll(async () => {
  clients.destroy()
  const ended = once(served, 'exit')
  served.disconnect()
  await ended
})

/** Every page of a list, by its length, and all of what was on them. */
const pages = async (
  list: (nextToken: string | undefined) => Promise<readonly [string[] | undefined, string | undefined]>,
): Promise<{ lengths: number[]; all: string[] }> => {
  const found: string[][] = []
  let token: string | undefined
  do {
    const [page = [], next] = await list(token)
    found.push(page)
    token = next
  } while (token !== undefined)
  return { lengths: found.map(({ length }) => length), all: found.flat() }
}

const times = (count: number, length: number): number[] => Array.from({ length: count }, () => length)

describe('1,000 services with hollow tasks', () => {
  test('are listed by 10, and by 100 at most', async () => {
    const list = (maxResults?: number) => async (nextToken: string | undefined) => {
      const page = await clients.ecs.listServices({ cluster: 'many', nextToken, maxResults })
      return [page.serviceArns, page.nextToken] as const
    }
    const few = await pages(list())
    expect(few.lengths).toEqual(times(100, 10))
    expect(new Set(few.all).size).toBe(SERVICES)
    expect((await pages(list(100))).lengths).toEqual(times(10, 100))
    await expect(list(101)(undefined)).rejects.toMatchObject({ name: 'InvalidParameterException' })
  })

  test('their task definitions and tasks are listed by 100', async () => {
    const definitions = await pages(async (nextToken) => {
      const page = await clients.ecs.listTaskDefinitions({ nextToken })
      return [page.taskDefinitionArns, page.nextToken]
    })
    expect(definitions.lengths).toEqual(times(10, 100))
    let tasks = await listTasks()
    while (tasks.all.length < SERVICES) tasks = await listTasks()
    expect(tasks.lengths).toEqual(times(10, 100))
  })

  test('are described by 10, their deployments by 20, their tasks by 100', async () => {
    const arns = Array.from({ length: SERVICES }, (_, index) => `service-${index}`)
    for (let index = 0; index < SERVICES; index += 10) {
      const services = arns.slice(index, index + 10)
      const described = await clients.ecs.describeServices({ cluster: 'many', services })
      expect(described.services?.map(({ serviceName }) => serviceName)).toEqual(services)
    }
    const eleven = clients.ecs.describeServices({ cluster: 'many', services: arns.slice(0, 11) })
    await expect(eleven).rejects.toMatchObject({ name: 'InvalidParameterException' })
    const { all } = await listTasks()
    for (let index = 0; index < SERVICES; index += 100) {
      const described = await clients.ecs.describeTasks({
        cluster: 'many',
        tasks: all.slice(index, index + 100),
      })
      expect(described.tasks).toHaveLength(100)
    }
  })

  test('all come to run, and the deployments end', async () => {
    const first = await clients.ecs.listServiceDeployments({ cluster: 'many', service: 'service-999' })
    const arn = first.serviceDeployments?.[0]?.serviceDeploymentArn ?? ''
    const state = async () =>
      (await clients.ecs.describeServiceDeployments({ serviceDeploymentArns: [arn] })).serviceDeployments?.[0]
        ?.status
    while ((await state()) !== 'SUCCESSFUL') await new Promise((resolve) => setTimeout(resolve, 200))
    const { clusters } = await clients.ecs.describeClusters({ clusters: ['many'] })
    expect(clusters?.[0]).toMatchObject({ activeServicesCount: SERVICES, runningTasksCount: SERVICES })
  })

  test(`the server never took more than ${MOST_MEGABYTES} MB`, async () => {
    served.send('memory')
    const megabytes = await told<number>()
    expect(megabytes).toBeGreaterThan(0)
    expect(megabytes).toBeLessThan(MOST_MEGABYTES)
  })
})

const listTasks = () =>
  pages(async (nextToken) => {
    const page = await clients.ecs.listTasks({ cluster: 'many', nextToken })
    return [page.taskArns, page.nextToken]
  })

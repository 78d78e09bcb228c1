import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Rehearsal, serveRehearsal } from '../../../src/rehearsal/serve.js'
import { createHollowDriver } from '../hollow.js'
import { createShop, type Shop, update } from '../shop.js'
import { type Clients, clientsOf, followNewest, register } from '../stage.js'

const warnings: string[] = []
const progress = { say: () => {}, warn: (line: string) => void warnings.push(line), group: () => {} }
const driver = createHollowDriver()
let rehearsal: Rehearsal
let clients: Clients
let shop: Shop

beforeAll(async () => {
  rehearsal = await serveRehearsal({ progress, driver })
  clients = clientsOf(rehearsal.endpoint)
  shop = await createShop(clients)
}, 60_000)

afterAll(async () => {
  clients.destroy()
  await rehearsal.close()
  expect(driver.running()).toBe(0)
  expect(warnings).toEqual([])
})

const backstage = async (method: string, wish?: object): Promise<Record<string, unknown>> => {
  const headers = { 'content-type': 'application/json' }
  const body = wish ? { body: JSON.stringify(wish) } : {}
  const answer = await fetch(`${rehearsal.endpoint}/_rehearsal/faults`, { method, headers, ...body })
  return (await answer.json()) as Record<string, unknown>
}

const described = async () =>
  (await clients.ecs.describeServices({ cluster: 'demo', services: ['cart'] })).services?.[0]

describe('a fault that is asked for', () => {
  test('throttling: AWS’s name for it, in both protocols, and only once', async () => {
    await backstage('POST', { kind: 'throttle', times: 2 })
    await expect(described()).rejects.toMatchObject({
      name: 'ThrottlingException',
      $metadata: { httpStatusCode: 400 },
    })
    await expect(clients.elb.describeTargetGroups({})).rejects.toMatchObject({ name: 'Throttling' })
    expect((await described())?.status).toBe('ACTIVE')
  })

  test('a server’s error is one of 500', async () => {
    await backstage('POST', { kind: 'server-error', operation: 'DescribeServices' })
    await expect(described()).rejects.toMatchObject({
      name: 'ServerException',
      $fault: 'server',
      $metadata: { httpStatusCode: 500 },
    })
  })

  test('a lost answer: the connection is cut, and what was asked for has happened', async () => {
    await backstage('POST', { kind: 'lost-answer', operation: 'UpdateService' })
    await expect(
      clients.ecs.updateService({ cluster: 'demo', service: 'cart', desiredCount: 3 }),
    ).rejects.toThrow(/socket hang up|ECONNRESET/)
    expect((await described())?.desiredCount).toBe(3)
    await clients.ecs.updateService({ cluster: 'demo', service: 'cart', desiredCount: 2 })
  })

  test('an old sight: a deployment that has begun is not there yet', async () => {
    while ((await described())?.runningCount !== 2) await new Promise((resolve) => setTimeout(resolve, 100))
    const before = (await described())?.deployments?.[0]?.id
    await clients.ecs.updateService({ cluster: 'demo', service: 'cart', forceNewDeployment: true })
    const fresh = (await described())?.deployments?.[0]?.id
    expect(fresh).not.toBe(before)
    await backstage('POST', { kind: 'stale', changes: 16, operation: 'DescribeServices' })
    expect((await described())?.deployments?.[0]?.id).toBe(before)
    expect((await described())?.deployments?.[0]?.id).toBe(fresh)
    await followNewest(clients)
  }, 60_000)

  test('a task dies, and another one comes', async () => {
    const { died } = (await backstage('POST', { kind: 'task-dies', service: 'cart' })) as { died: string[] }
    const stopped = async () =>
      (await clients.ecs.listTasks({ cluster: 'demo', serviceName: 'cart', desiredStatus: 'STOPPED' }))
        .taskArns
    while (!(await stopped())?.some((arn) => arn.endsWith(died[0] as string)))
      await new Promise((resolve) => setTimeout(resolve, 100))
    while ((await described())?.runningCount !== 2) await new Promise((resolve) => setTimeout(resolve, 100))
  }, 60_000)

  test('the controller crashes at each of the first effects, under requests: none is lost, no task starts twice', async () => {
    let over = false
    const told: string[] = []
    const load = (async () => {
      while (!over) told.push(await shop.ask())
    })()
    for (const [index, after] of [0, 1, 2, 3, 4, 5].entries()) {
      await backstage('POST', { kind: 'crash', after, seconds: 0.5 })
      await update(clients, `v${index}`, { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 0 })
      for (;;) {
        const ended = await followNewest(clients).catch(() => undefined)
        if (ended) {
          expect(ended.status).toBe('SUCCESSFUL')
          break
        }
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
      expect(await backstage('GET')).toEqual({ armed: [] })
      expect(driver.running()).toBe(2)
    }
    over = true
    await load
    expect(told.filter((text) => text.startsWith('failed'))).toEqual([])
  }, 180_000)

  test('what is no fault it says', async () => {
    expect(await backstage('POST', { kind: 'flood' })).toMatchObject({
      error: expect.stringContaining('kind'),
    })
    expect(await backstage('POST', { kind: 'alarm', name: 'none' })).toEqual({
      error: 'there is no alarm none',
    })
    await register(clients, 'unused')
    await backstage('POST', { kind: 'throttle', times: 9 })
    expect(await backstage('DELETE', {})).toEqual({ armed: [] })
  })
})

import { CloudWatch } from '@aws-sdk/client-cloudwatch'
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
let cloudwatch: CloudWatch

beforeAll(async () => {
  rehearsal = await serveRehearsal({ progress, driver })
  clients = clientsOf(rehearsal.endpoint)
  cloudwatch = new CloudWatch({
    endpoint: rehearsal.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  })
  shop = await createShop(clients)
}, 60_000)

afterAll(async () => {
  clients.destroy()
  cloudwatch.destroy()
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

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

const newest = async () => {
  const { serviceDeployments } = await clients.ecs.listServiceDeployments({
    cluster: 'demo',
    service: 'cart',
    maxResults: 1,
  })
  const serviceDeploymentArns = [serviceDeployments?.[0]?.serviceDeploymentArn ?? '']
  return (await clients.ecs.describeServiceDeployments({ serviceDeploymentArns })).serviceDeployments?.[0]
}

/** The controller may be down just then: whoever asked asks again. */
const answer = (
  serviceDeploymentArn: string | undefined,
  hookId: string | undefined,
  action: 'CONTINUE' | 'ROLLBACK',
) =>
  clients.ecs.continueServiceDeployment({ serviceDeploymentArn, hookId, action }).catch((error: Error) => {
    if (error.name !== 'ServerException') throw error
  })

/** Answers the hook that waits, if one does; and how far the deployment is, if somebody is there to tell. */
const advance = async (action: 'CONTINUE' | 'ROLLBACK'): Promise<string | undefined> => {
  const seen = await newest().catch(() => undefined)
  const paused = seen?.lifecycleHookDetails?.find(({ status }) => status === 'AWAITING_ACTION')
  if (paused) await answer(seen?.serviceDeploymentArn, paused.hookId, action)
  expect(seen?.status ?? 'crashed').not.toMatch(/STOPPED|FAILED/)
  return seen?.status
}

/** One effect more, and then again; the last crash must have come. */
const crashAgain = async (): Promise<0 | 1> => {
  const { armed } = await backstage('GET')
  if ((armed as unknown[]).length > 0) return 0
  await backstage('POST', { kind: 'crash', after: 1, seconds: 0.1 })
  return 1
}

/** Does something while requests come one after the other, and tells which of them got no good answer. */
const underRequests = async (work: () => Promise<void>): Promise<{ lost: readonly string[] }> => {
  let over = false
  const told: string[] = []
  const load = (async () => {
    while (!over) told.push(await shop.ask().catch((error: Error) => `failed: ${error.message}`))
  })()
  await work().finally(() => {
    over = true
  })
  await load
  expect(told.length).toBeGreaterThan(50)
  return { lost: told.filter((text) => text.startsWith('failed')) }
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
    while ((await described())?.runningCount !== 2) await wait(100)
    const before = (await described())?.deployments?.[0]?.id
    await clients.ecs.updateService({ cluster: 'demo', service: 'cart', forceNewDeployment: true })
    const fresh = (await described())?.deployments?.[0]?.id
    expect(fresh).not.toBe(before)
    const sights: (string | undefined)[] = []
    // How many changes ago that was hangs on the machine; so does what was before the service.
    for (let changes = 1; changes <= 16 && sights.at(-1) !== before; changes += 1) {
      await backstage('POST', { kind: 'stale', changes, operation: 'DescribeServices' })
      sights.push((await described())?.deployments?.[0]?.id)
    }
    expect(sights.at(-1)).toBe(before)
    expect((await described())?.deployments?.[0]?.id).toBe(fresh)
    await followNewest(clients)
  }, 60_000)

  test('a task dies, and another one comes', async () => {
    const { died } = (await backstage('POST', { kind: 'task-dies', service: 'cart' })) as { died: string[] }
    const stopped = async () =>
      (await clients.ecs.listTasks({ cluster: 'demo', serviceName: 'cart', desiredStatus: 'STOPPED' }))
        .taskArns
    while (!(await stopped())?.some((arn) => arn.endsWith(died[0] as string))) await wait(100)
    while ((await described())?.runningCount !== 2) await wait(100)
  }, 60_000)

  test('an alarm fires: what it watches goes back to where it was, and nobody’s request is lost', async () => {
    await cloudwatch.putMetricAlarm({
      AlarmName: 'errors',
      Namespace: 'Shop',
      MetricName: 'Errors',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
    })
    const before = await shop.weights()
    const { lost } = await underRequests(async () => {
      await update(clients, 'alarming', {
        strategy: 'BLUE_GREEN',
        bakeTimeInMinutes: 60,
        alarms: { alarmNames: ['errors'], enable: true, rollback: true },
      })
      while ((await newest())?.lifecycleStage !== 'BAKE_TIME') await wait(100)
      expect(await shop.weights()).toEqual(before.toReversed())
      await backstage('POST', { kind: 'alarm', name: 'errors' })
      const ended = await followNewest(clients)
      expect(ended).toMatchObject({
        status: 'ROLLBACK_SUCCESSFUL',
        alarms: { status: 'TRIGGERED', triggeredAlarmNames: ['errors'] },
        statusReason: expect.stringContaining('CloudWatch alarm(s): errors'),
      })
    })
    expect(lost).toEqual([])
    expect(await shop.weights()).toEqual(before)
    expect(await shop.ask()).not.toBe('alarming')
    await backstage('POST', { kind: 'alarm', name: 'errors', state: 'OK' })
  }, 60_000)

  test.each([
    ['SUCCESSFUL', 'CONTINUE'],
    ['ROLLBACK_SUCCESSFUL', 'ROLLBACK'],
  ] as const)(
    'the controller crashes after each of its effects, until it is %s: no request is lost, no task starts twice',
    async (status, action) => {
      let crashes = 0
      const { lost } = await underRequests(async () => {
        await backstage('POST', { kind: 'crash', after: 0, seconds: 0.1 })
        await update(clients, action, {
          strategy: 'BLUE_GREEN',
          bakeTimeInMinutes: 0,
          lifecycleHooks: [{ targetType: 'PAUSE', lifecycleStages: ['POST_PRODUCTION_TRAFFIC_SHIFT'] }],
        })
        while ((await advance(action)) !== status) {
          crashes += await crashAgain()
          await wait(50)
        }
        expect(await backstage('DELETE', {})).toEqual({ armed: [] })
      })
      expect(lost).toEqual([])
      expect(crashes).toBeGreaterThan(3)
      expect(driver.running()).toBe(2)
    },
    90_000,
  )

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

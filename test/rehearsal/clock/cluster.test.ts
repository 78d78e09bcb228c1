import type { DeploymentConfiguration } from '@aws-sdk/client-ecs'
import { afterEach, describe, expect, test } from '@jest/globals'
import { type Rehearsal, type RehearsalOptions, serveRehearsal } from '../../../src/rehearsal/serve.js'
import { createHollowDriver } from '../hollow.js'
import { createShop, type Shop, update } from '../shop.js'
import { type Clients, clientsOf, followNewest } from '../stage.js'

const warnings: string[] = []
const progress = { say: () => {}, warn: (line: string) => void warnings.push(line), group: () => {} }
const closers: (() => unknown)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
  expect(warnings.splice(0)).toEqual([])
})

const open = async (options: Partial<RehearsalOptions>): Promise<readonly [Rehearsal, Clients, Shop]> => {
  const rehearsal = await serveRehearsal({ progress, driver: createHollowDriver(), ...options })
  closers.push(() => rehearsal.close())
  const clients = clientsOf(rehearsal.endpoint)
  closers.push(() => clients.destroy())
  return [rehearsal, clients, await createShop(clients)]
}

const CANARY: DeploymentConfiguration = {
  strategy: 'CANARY',
  bakeTimeInMinutes: 1440,
  canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 1440 },
}

const ask = async ({ endpoint }: Rehearsal, method: string, wish?: object) => {
  const answer = await fetch(`${endpoint}/_rehearsal/clock`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(wish ? { body: JSON.stringify(wish) } : {}),
  })
  return {
    status: answer.status,
    date: Date.parse(answer.headers.get('date') ?? ''),
    body: (await answer.json()) as Record<string, unknown>,
  }
}

describe('two days of baking', () => {
  test('are over in seconds, and every answer tells the time of the cluster', async () => {
    const [rehearsal, clients] = await open({
      pace: { kind: 'speed', times: 50_000 },
      requestsPerStep: 0,
    })
    const before = (await ask(rehearsal, 'GET')).date
    await update(clients, 'two', CANARY)
    const ended = await followNewest(clients)
    expect(ended.status).toBe('SUCCESSFUL')
    expect((await ask(rehearsal, 'GET')).date - before).toBeGreaterThan(2 * 86_400_000)
    expect(Number(ended.finishedAt) - Number(ended.startedAt)).toBeGreaterThan(2 * 86_400_000)
  }, 60_000)

  test('pass when a hand moves the clock, and not before the step has had its requests', async () => {
    const [rehearsal, clients, shop] = await open({ pace: { kind: 'hand' }, requestsPerStep: 10 })
    await update(clients, 'two', CANARY)
    while ((await shop.weights())[0] !== 20) await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await ask(rehearsal, 'POST', { advance: '1d' })).body).toMatchObject({ owedSeconds: 86_400 })
    const owed = async () => (await ask(rehearsal, 'GET')).body.owedSeconds
    let asked = 0
    for (; (await owed()) === 86_400; asked += 1) await shop.ask()
    expect(asked).toBeGreaterThanOrEqual(10)
    while ((await shop.weights())[0] !== 100) await new Promise((resolve) => setTimeout(resolve, 100))
    await ask(rehearsal, 'POST', { advance: '1d' })
    while (Number(await owed()) > 0) await shop.ask()
    expect((await followNewest(clients)).status).toBe('SUCCESSFUL')
  }, 60_000)
})

test('what the clock cannot do it says', async () => {
  const [rehearsal] = await open({})
  const said = async (wish: object) => (await ask(rehearsal, 'POST', wish)).body
  expect((await ask(rehearsal, 'POST', { set: '2001-01-01T00:00:00Z' })).status).toBe(400)
  expect(await said({ set: '2001-01-01T00:00:00Z' })).toEqual({ error: 'the clock never goes back' })
  expect(await said({ advance: '3 weeks' })).toMatchObject({
    error: expect.stringContaining('90s, 10m, 24h'),
  })
  const plain = await fetch(`${rehearsal.endpoint}/_rehearsal/clock`, {
    method: 'POST',
    body: '{"advance":"1m"}',
  })
  expect(plain.status).toBe(415)
  expect((await fetch(`${rehearsal.endpoint}/_rehearsal/nothing`)).status).toBe(404)
})

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { DeployResult } from '../../src/ecs/deployed.js'
import { BUCKETS, createRates } from '../../src/rehearsal/api/rates.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import { type Clients, clientsOf } from '../rehearsal/stage.js'
import { deployCrowd, gatherCrowd } from './crowd/crowd.js'
import { type Recorder, recordBefore } from './recorder.js'

// Twenty registrations at once and then one a second is what AWS allows: `npm run bench -- deploy` brings 200 services.
const SERVICES = 36

jest.setTimeout(180_000)
process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

const progress = {
  say: () => {},
  warn: (line: string) => void process.stderr.write(`${line}\n`),
  group: () => {},
}
let rehearsal: Rehearsal
let recorder: Recorder
let clients: Clients
let result: DeployResult

beforeAll(async () => {
  rehearsal = await serveRehearsal({ progress, tasks: 'hollow' })
  clients = clientsOf(rehearsal.endpoint)
  await gatherCrowd(clients, SERVICES)
  recorder = await recordBefore(rehearsal.endpoint, createRates())
  result = await deployCrowd(recorder.endpoint, SERVICES)
})

afterAll(async () => {
  clients?.destroy()
  await recorder?.close()
  await rehearsal?.close()
})

const counted = (counts: ReadonlyMap<string, number>, actions: readonly string[]): number =>
  [...counts].reduce(
    (sum, [name, times]) => sum + (actions.includes(name.split(':')[1] ?? '') ? times : 0),
    0,
  )

/** How many requests each bucket is asked for, for one service. */
const MOST: Readonly<Record<string, number>> = {
  'Cluster read': 0,
  'Task definition modify': 1,
  // What runs, and whether the family has it already.
  'Task definition read': 2,
  'Cluster resource read': 0,
  'Service modify': 1,
  'Service revision': 1,
}

/** How often it is looked goes by how long it lasts. */
const LOOKS = ['Service read', 'Service deployment']

test('nobody hears of throttling: each service has its new image', () => {
  expect(result.services.flatMap(({ problems }) => problems)).toEqual([])
  expect(result.services.map(({ outcome }) => outcome)).toEqual(Array(SERVICES).fill('successful'))
})

test.each(Object.entries(MOST))('%s: at most %d requests for each service', (bucket, most) =>
  expect(counted(recorder.passed, BUCKETS[bucket]?.actions ?? [])).toBeLessThanOrEqual(most * SERVICES),
)

test.each([...Object.keys(MOST), ...LOOKS])('%s: few requests in vain', (bucket) => {
  const { actions = [], burst = 0 } = BUCKETS[bucket] ?? {}
  expect(counted(recorder.throttled, actions)).toBeLessThanOrEqual(burst)
})

test('nothing is written twice', () => {
  expect(recorder.passed.get('ecs:RegisterTaskDefinition')).toBe(SERVICES)
  expect(recorder.passed.get('ecs:UpdateService')).toBe(SERVICES)
})

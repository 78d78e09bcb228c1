import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { DeployResult } from '../../src/ecs/deployed.js'
import { createRates } from '../../src/rehearsal/api/rates.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import { type Clients, clientsOf } from '../rehearsal/stage.js'
import { deployThere, gatherThere, SUPPOSED } from './crowd/codedeploy.js'
import { type Recorder, recordBefore } from './recorder.js'

// `npm run bench -- deploy --codedeploy` brings 200.
const SERVICES = 40

jest.setTimeout(240_000)
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
  rehearsal = await serveRehearsal({ progress, tasks: 'hollow', requestsPerStep: 0 })
  clients = clientsOf(rehearsal.endpoint)
  await gatherThere(clients, rehearsal.endpoint, SERVICES)
  recorder = await recordBefore(rehearsal.endpoint, createRates(Date.now, SUPPOSED))
  result = await deployThere(recorder.endpoint, SERVICES)
})

afterAll(async () => {
  clients?.destroy()
  await recorder?.close()
  await rehearsal?.close()
})

test('nobody hears of throttling: each service has its new image', () => {
  expect(result.services.flatMap(({ problems }) => problems)).toEqual([])
  expect(result.services.map(({ outcome }) => outcome)).toEqual(Array(SERVICES).fill('successful'))
})

/** How often each is let through, for one service. How often it is looked at goes by how long it lasts. */
test.each<[string, number]>([
  ['codedeploy:GetDeploymentGroup', 1],
  ['codedeploy:GetDeploymentConfig', 0],
  // What is under way before, and who else deployed at the end, twice where it ends between two looks.
  ['codedeploy:ListDeployments', 4],
  ['codedeploy:CreateDeployment', 1],
  ['ecs:RegisterTaskDefinition', 1],
  ['elasticloadbalancing:DescribeListeners', 1],
  ['elasticloadbalancing:DescribeTargetGroups', 1],
  ['elasticloadbalancing:DescribeTargetHealth', 1],
])('%s: at most %d requests for each service', (action, most) =>
  expect(recorder.passed.get(action) ?? 0).toBeLessThanOrEqual(most * SERVICES),
)

test('nothing is written twice', () => {
  expect(recorder.passed.get('ecs:RegisterTaskDefinition')).toBe(SERVICES)
  expect(recorder.passed.get('codedeploy:CreateDeployment')).toBe(SERVICES)
})

test('what AWS documents is hardly ever asked for in vain', () => {
  const documented = [...recorder.throttled].filter(([action]) => !action.startsWith('codedeploy:'))
  expect(documented.reduce((sum, [, times]) => sum + times, 0)).toBeLessThanOrEqual(10)
})

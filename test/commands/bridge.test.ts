import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { deploy, deployExitCode, type Target } from '../../src/commands/deploy.js'
import { verify } from '../../src/commands/verify.js'
import type { Deployed } from '../../src/ecs/deployed.js'
import { sharedEcs } from '../../src/platform/aws/sdk-ecs.js'
import { systemClock } from '../../src/platform/clock.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import type { Digest, EnvironmentName, ServiceName, Version } from '../../src/words.js'
import { createShop, type Shop } from '../rehearsal/shop.js'
import { bridged, type Clients, clientsOf, definition } from '../rehearsal/stage.js'

jest.setTimeout(60_000)
process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

const progress = { say: () => {}, warn: () => {}, group: () => {} }
let rehearsal: Rehearsal
let clients: Clients
let shop: Shop

beforeAll(async () => {
  rehearsal = await serveRehearsal({ progress, tasks: 'hollow', requestsPerStep: 0 })
  clients = clientsOf(rehearsal.endpoint)
  shop = await createShop(clients, { network: 'bridge' })
})

afterAll(async () => {
  clients?.destroy()
  await rehearsal?.close()
})

const world = () => ({
  ecsAt: sharedEcs(),
  clock: {
    now: systemClock.now,
    sleep: (milliseconds: number, signal?: AbortSignal) =>
      systemClock.sleep(Math.min(milliseconds, 250), signal),
  },
  progress,
  random: () => 0,
  unique: () => 'token',
  ci: false,
})

const digest = `sha256:${'b'.repeat(64)}` as Digest

const target = (strategy: 'rolling' | 'blue-green', given: object): Target => ({
  service: 'cart' as ServiceName,
  environment: 'uat' as EnvironmentName,
  settings: {
    region: 'eu-central-1',
    endpoint: rehearsal.endpoint,
    cluster: 'demo',
    service: 'cart',
    taskDefinition: 't',
    strategy,
    bakeMinutes: 0,
  },
  template: { path: 't', text: JSON.stringify(given) },
  image: `registry/cart@${digest}`,
  digest,
  version: '1.4.0' as Version,
})

const bring = async (one: Target) => {
  const result = await deploy(world(), { targets: [one], dryRun: false })
  return { ...(result.services[0] as Deployed), code: deployExitCode(result) }
}

const registered = async (): Promise<number> =>
  (await clients.ecs.listTaskDefinitions({ familyPrefix: 'cart' })).taskDefinitionArns?.length ?? 0

const template = (version: string) => bridged(definition(version, { image: '{image}' }))

describe('a service in the network mode bridge', () => {
  test.each(['blue-green', 'rolling'] as const)('is deployed, %s', async (strategy) => {
    expect(await bring(target(strategy, template(strategy)))).toMatchObject({
      outcome: 'successful',
      code: 0,
      problems: [],
    })
    expect(await shop.ask()).toBe(strategy)
  })

  test('is verified: its target groups take targets by instance', async () => {
    const [verified] = await verify(world(), [target('blue-green', template('rolling'))])
    expect(verified?.checks.filter(({ state }) => state === 'refused')).toEqual([])
    expect(verified?.checks.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'target group blue takes targets by instance',
        'target group green takes targets by instance',
      ]),
    )
  })

  test('a template of the network mode awsvpc is refused before anything is registered', async () => {
    const before = await registered()
    const given = { ...template('misfit'), networkMode: 'awsvpc' }
    expect(await bring(target('rolling', given))).toMatchObject({
      outcome: null,
      code: 2,
      problems: [
        {
          code: 'network-mode',
          problem: 'cart has the network mode awsvpc, and the service has no network configuration',
        },
      ],
    })
    expect(await registered()).toBe(before)
  })
})

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { deploy, deployExitCode, type Target } from '../../src/commands/deploy.js'
import type { Deployed, DeployResult } from '../../src/ecs/deployed.js'
import type { CloudCommand } from '../../src/ecs/policy.js'
import type { EnvironmentSettings } from '../../src/environment/settings.js'
import { sharedEcs } from '../../src/platform/aws/sdk-ecs.js'
import { systemClock } from '../../src/platform/clock.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import type { Digest, EnvironmentName, ServiceName, Version } from '../../src/words.js'
import { type CodeDeployShop, createCodeDeployShop } from '../rehearsal/codedeploy/shop.js'
import { type Clients, clientsOf, definition } from '../rehearsal/stage.js'
import { type Recorder, recordBefore } from './recorder.js'

jest.setTimeout(120_000)
process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

const region = 'eu-central-1'
const service = 'cart' as ServiceName
const said: string[] = []
const progress = {
  say: (line: string) => void said.push(line),
  warn: (line: string) => void said.push(line),
  group: () => {},
}
const asked = new Map<CloudCommand, Set<string>>()
let rehearsal: Rehearsal
let recorder: Recorder
let clients: Clients
let shop: CodeDeployShop
let count = 0

beforeAll(async () => {
  const quiet = { ...progress, warn: (line: string) => void process.stderr.write(`${line}\n`) }
  rehearsal = await serveRehearsal({ progress: quiet, tasks: 'hollow', requestsPerStep: 0 })
  clients = clientsOf(rehearsal.endpoint)
  shop = await createCodeDeployShop(clients, rehearsal.endpoint)
  recorder = await recordBefore(rehearsal.endpoint)
}, 60_000)

afterAll(async () => {
  clients?.destroy()
  shop?.deploying.destroy()
  await recorder?.close()
  await rehearsal?.close()
})

const world = (signal?: AbortSignal) => ({
  ecsAt: sharedEcs(),
  // It looks more often than it would, and waits for nothing that is over.
  clock: {
    now: systemClock.now,
    sleep: (milliseconds: number, stopped?: AbortSignal) =>
      systemClock.sleep(Math.min(milliseconds, 250), stopped),
  },
  progress,
  random: () => 0,
  unique: () => `token-${process.pid}-${count}`,
  ci: false,
  ...(signal ? { signal } : {}),
})

/** A new image, whose tasks behave as they are told. */
const target = (changes: Partial<EnvironmentSettings> = {}, hollow = ''): Target => {
  count += 1
  const digest = `sha256:${String(count).padStart(64, '0')}` as Digest
  const environment = [
    { name: 'VERSION', value: '{version}' },
    { name: 'HOLLOW', value: hollow },
  ]
  return {
    service,
    environment: 'uat' as EnvironmentName,
    settings: {
      region,
      endpoint: recorder.endpoint,
      cluster: 'demo',
      service,
      taskDefinition: 't',
      ...changes,
    },
    template: { path: 't', text: JSON.stringify(definition('x', { image: '{image}', environment })) },
    image: `registry/cart@${digest}`,
    digest,
    version: `1.0.${count}` as Version,
  }
}

const record = (command: CloudCommand): void => {
  const known = asked.get(command) ?? new Set()
  for (const action of recorder.take()) known.add(action)
  asked.set(command, known)
}

interface Told extends Deployed {
  readonly code: number
}

const told = (command: CloudCommand, result: DeployResult): Told => {
  record(command)
  return { ...(result.services[0] as Deployed), code: deployExitCode(result) }
}

const bring = async (one: Target, signal?: AbortSignal): Promise<Told> =>
  told('deploy', await deploy(world(signal), { targets: [one], dryRun: false }))

const ask = async (): Promise<string> =>
  (await fetch(shop.url, { method: 'POST', headers: { connection: 'close' } })).text()

describe('what CodeDeploy deploys', () => {
  test('all at once: success, and nothing new', async () => {
    const one = target({ strategy: 'all-at-once' })
    expect(await bring(one)).toMatchObject({
      outcome: 'successful',
      code: 0,
      problems: [],
      strategy: 'all-at-once',
      deployment: expect.stringMatching(/^d-[A-Z0-9]{9}$/),
    })
    expect(await ask()).toBe(one.version)
    expect(await bring(one)).toMatchObject({ outcome: 'unchanged', code: 0 })
  })
})

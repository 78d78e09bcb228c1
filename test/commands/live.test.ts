import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { deploy, deployExitCode, type Target } from '../../src/commands/deploy.js'
import { verify, verifyExitCode } from '../../src/commands/verify.js'
import type { Deployed } from '../../src/ecs/deployed.js'
import type { EnvironmentSettings } from '../../src/environment/settings.js'
import { sharedEcs } from '../../src/platform/aws/sdk-ecs.js'
import { systemClock } from '../../src/platform/clock.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import type { Digest, EnvironmentName, ServiceName, Version } from '../../src/words.js'
import { createShop } from '../rehearsal/shop.js'
import { type Clients, clientsOf, definition } from '../rehearsal/stage.js'

jest.setTimeout(120_000)
process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

const said: string[] = []
const progress = {
  say: (line: string) => void said.push(line),
  warn: (line: string) => void said.push(`warning: ${line}`),
  group: () => {},
}
const SIDECAR = {
  name: 'log',
  image: 'fluent/bit:3',
  essential: false,
  environment: [{ name: 'A', value: '1' }],
}
const TAGS = [{ key: 'team', value: 'shop' }]
let rehearsal: Rehearsal
let clients: Clients

/** What infrastructure code made: a service with two containers, tags, a volume, and no template anywhere. */
const made = (more: object = {}) => ({
  ...definition('1.0.0', { image: 'registry/cart:1.0.0' }),
  containerDefinitions: [
    ...(definition('1.0.0', { image: 'registry/cart:1.0.0' }).containerDefinitions ?? []),
    SIDECAR,
  ],
  volumes: [{ name: 'scratch', host: {} }],
  ephemeralStorage: { sizeInGiB: 30 },
  tags: TAGS,
  ...more,
})

beforeAll(async () => {
  rehearsal = await serveRehearsal({
    progress: { ...progress, say: () => {}, warn: (line) => void process.stderr.write(`${line}\n`) },
    tasks: 'hollow',
    requestsPerStep: 0,
  })
  clients = clientsOf(rehearsal.endpoint)
  await createShop(clients)
  const { taskDefinition } = await clients.ecs.registerTaskDefinition(made())
  await clients.ecs.createService({
    cluster: 'demo',
    serviceName: 'live',
    taskDefinition: taskDefinition?.taskDefinitionArn,
    desiredCount: 1,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
  })
  for (;;) {
    const [service] =
      (await clients.ecs.describeServices({ cluster: 'demo', services: ['live'] })).services ?? []
    if (service?.deployments?.[0]?.rolloutState === 'COMPLETED') break
    await systemClock.sleep(100)
  }
}, 60_000)

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

const target = (letter: string, changes: Partial<EnvironmentSettings> = {}, version = '1.4.0'): Target => {
  const digest = `sha256:${letter.repeat(64)}` as Digest
  return {
    service: 'cart' as ServiceName,
    environment: 'uat' as EnvironmentName,
    settings: {
      region: 'eu-central-1',
      endpoint: rehearsal.endpoint,
      cluster: 'demo',
      service: 'live',
      ...changes,
    },
    template: null,
    image: `registry/cart@${digest}`,
    digest,
    version: version as Version,
  }
}

const bring = async (one: Target, dryRun = false) => {
  said.length = 0
  const result = await deploy(world(), { targets: [one], dryRun })
  return { ...(result.services[0] as Deployed), code: deployExitCode(result) }
}

const running = async () => {
  const [service] =
    (await clients.ecs.describeServices({ cluster: 'demo', services: ['live'] })).services ?? []
  return clients.ecs.describeTaskDefinition({ taskDefinition: service?.taskDefinition, include: ['TAGS'] })
}

describe('without a template', () => {
  test('the image of our container is changed in what the service runs, and nothing else', async () => {
    const before = await running()
    expect(await bring(target('b'))).toMatchObject({ outcome: 'successful', code: 0, problems: [] })
    const { taskDefinition: after, tags } = await running()
    const { taskDefinitionArn: _, revision, registeredAt: _at, ...rest } = after ?? {}
    const {
      taskDefinitionArn: _b,
      revision: old = 0,
      registeredAt: _atB,
      ...was
    } = before.taskDefinition ?? {}
    expect(revision).toBe(old + 1)
    const [app, log] = was.containerDefinitions ?? []
    expect(rest).toEqual({ ...was, containerDefinitions: [{ ...app, image: target('b').image }, log] })
    expect(tags).toEqual(TAGS)
    // What changes is shown before.
    expect(said.slice(0, 2)).toEqual([
      'cart: a new task definition (1 difference), with its deployment settings brought up to date',
      `cart:   containerDefinitions[app].image: registry/cart:1.0.0 → ${target('b').image}`,
    ])
  })

  test('the same again changes nothing, and registers nothing', async () => {
    const before = await running()
    expect(await bring(target('b'))).toMatchObject({ outcome: 'unchanged', code: 0 })
    expect((await running()).taskDefinition?.revision).toBe(before.taskDefinition?.revision)
  })

  test('the environment’s own variables are laid over those that are there', async () => {
    const variables = { VERSION: '{version}', LOG: 'debug' }
    expect(await bring(target('b', { variables }))).toMatchObject({ outcome: 'successful', code: 0 })
    const [app, log] = (await running()).taskDefinition?.containerDefinitions ?? []
    expect(app?.environment).toEqual([
      { name: 'VERSION', value: '1.4.0' },
      { name: 'LOG', value: 'debug' },
    ])
    expect(log?.environment).toEqual(SIDECAR.environment)
    expect(await bring(target('b', { variables }))).toMatchObject({ outcome: 'unchanged' })
  })

  test('what somebody registered and did not give to the service is told, and not taken', async () => {
    await clients.ecs.registerTaskDefinition(made({ cpu: '512', memory: '1024' }))
    const one = target('c')
    expect((await bring(one, true)).decision).toMatchObject({ kind: 'register' })
    expect(said[0]).toMatch(
      /^warning: cart: cart:\d+ is newer than what the service runs \(cart:\d+\), and is not taken; it differs in .*\bcpu, .*memory/,
    )
    const [verified] = await verify(world(), [one])
    expect(
      verified?.checks.filter(({ state }) => state === 'caution').map(({ what }) => what),
    ).toContainEqual(expect.stringContaining('is not taken'))
    expect(verified?.checks.map(({ what }) => what)).toContainEqual(
      expect.stringMatching(/^task definition cart:\d+, as the service runs it$/),
    )
    expect(verifyExitCode(verified ? [verified] : [])).toBe(0)
    expect(await bring(one)).toMatchObject({ outcome: 'successful' })
    expect((await running()).taskDefinition?.cpu).toBe('256')
  })

  test('a service without a load balancer is shifted too, and it is told that no traffic is', async () => {
    const ended = await bring(target('e', { strategy: 'blue-green', bakeMinutes: 0 }))
    expect(ended).toMatchObject({ outcome: 'successful', code: 0, strategy: 'blue-green' })
    expect(said).toContainEqual(
      expect.stringMatching(
        /^warning: cart: it has no load balancer and no Service Connect: no traffic is moved/,
      ),
    )
    expect(await bring(target('e', { strategy: 'rolling' }))).toMatchObject({ outcome: 'unchanged', code: 0 })
  })

  test('a container that is not there is refused, with those that are, and nothing is registered', async () => {
    const before = await running()
    const ended = await bring(target('d', { container: 'web' }))
    expect(ended).toMatchObject({ outcome: null, code: 2, problems: [{ code: 'no-such-container' }] })
    expect(ended.problems[0]?.why).toMatch(
      /^Its containers: app \(registry\/cart@.*\), log \(fluent\/bit:3\)\.$/,
    )
    const other = { ...target('d'), image: `elsewhere/shop@${target('d').digest}` }
    expect(await bring(other)).toMatchObject({
      outcome: null,
      code: 2,
      problems: [{ code: 'which-container' }],
    })
    expect(await running()).toMatchObject({ taskDefinition: before.taskDefinition })
  })

  test('one that is named is taken, whatever it ran', async () => {
    const other = { ...target('d', { container: 'app' }), image: `elsewhere/shop@${target('d').digest}` }
    expect(await bring(other)).toMatchObject({ outcome: 'successful', code: 0 })
    expect((await running()).taskDefinition?.containerDefinitions?.map(({ image }) => image)).toEqual([
      other.image,
      'fluent/bit:3',
    ])
  })
})

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { allSnapshots, viewCommit } from '../../src/commands/commit-view.js'
import { inputsName } from '../../src/image/names.js'
import { runCli } from '../../src/main/cli.js'
import { readConfiguration } from '../../src/main/configuration.js'
import { systemClock } from '../../src/platform/clock.js'
import { openGit } from '../../src/platform/git/open.js'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import type { Fingerprint } from '../../src/words.js'
import { type ManifestRegistry, manifestRegistry } from '../cli/manifest-registry.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'
import { type Clients, clientsOf, definition } from '../rehearsal/stage.js'

jest.setTimeout(180_000)

const ENVIRONMENT = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', CI: '', GITHUB_ACTIONS: '' }
const PLACES = ['cart-web', 'cart-worker'] as const
let rehearsal: Rehearsal
let clients: Clients
let registry: ManifestRegistry
let repository: Repository
let before: NodeJS.ProcessEnv

/** Its own template; the other ECS service has none, and keeps what it runs. */
const worker = (hollow: string) => {
  const environment = [{ name: 'HOLLOW', value: hollow }]
  const [app] = definition('1', { name: 'work', image: '{image}', environment }).containerDefinitions ?? []
  return JSON.stringify({
    ...definition('1'),
    family: 'worker',
    containerDefinitions: [app, { name: 'log', image: 'log:1' }],
  })
}

const commit = async (content: string, hollow = ''): Promise<string> => {
  const oid = repository.commit({
    'stagger.yml': `registry: ${registry.prefix}
services:
  cart:
    ecs:
      - cart-web
      - { service: cart-worker, container: work, taskDefinition: deploy/worker.json }
environments:
  uat:
    region: eu-central-1
    endpoint: ${rehearsal.endpoint}
    cluster: demo
    circuitBreaker: { tasks: 1 }
`,
    'deploy/worker.json': worker(hollow),
    'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n',
    'cart/app.txt': content,
  })
  const git = openGit(repository.directory)
  const [cart] = await allSnapshots(await viewCommit(git, oid, readConfiguration))
  await git.close()
  return registry.push('cart', inputsName(cart?.image.fingerprint as Fingerprint), content)
}

const settled = async (service: string): Promise<void> => {
  for (;;) {
    const { services } = await clients.ecs.describeServices({ cluster: 'demo', services: [service] })
    if (services?.[0]?.deployments?.[0]?.rolloutState === 'COMPLETED') return
    await systemClock.sleep(100)
  }
}

beforeAll(async () => {
  before = { ...process.env }
  Object.assign(process.env, ENVIRONMENT)
  rehearsal = await serveRehearsal({
    progress: { say: () => {}, warn: (line) => void process.stderr.write(`${line}\n`), group: () => {} },
    tasks: 'hollow',
    requestsPerStep: 0,
  })
  clients = clientsOf(rehearsal.endpoint)
  await clients.ecs.createCluster({ clusterName: 'demo' })
  await clients.logs.createLogGroup({ logGroupName: '/demo/cart' })
  for (const serviceName of PLACES) {
    const made = await clients.ecs.registerTaskDefinition({ ...definition('0'), family: serviceName })
    await clients.ecs.createService({
      cluster: 'demo',
      serviceName,
      taskDefinition: made.taskDefinition?.taskDefinitionArn,
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
    })
    await settled(serviceName)
  }
  registry = await manifestRegistry()
  repository = temporaryRepository()
}, 60_000)

afterAll(async () => {
  process.env = before
  clients?.destroy()
  await registry?.close()
  await rehearsal?.close()
  repository?.remove()
})

const stagger = async (...args: readonly string[]) => {
  const [out, err]: [string[], string[]] = [[], []]
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0),
  ]
  try {
    const code = await runCli([...args, '--repo', repository.directory])
    return { code, out: out.join(''), err: err.join('') }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

const UAT = ['cart', '--environment', 'uat', '--yes', '--json'] as const
const only = ({ out }: { readonly out: string }) => JSON.parse(out).services[0]

/** The image of our container in each ECS service. */
const running = async () => {
  const { services = [] } = await clients.ecs.describeServices({ cluster: 'demo', services: [...PLACES] })
  const told = services.map(async ({ taskDefinition }) => {
    const found = await clients.ecs.describeTaskDefinition({ taskDefinition })
    return found.taskDefinition?.containerDefinitions?.[0]?.image
  })
  return Promise.all(told)
}
const entry = () => JSON.parse(repository.git('show', 'refs/stagger/ledger:environments/uat/cart.json'))
const planned = async () => {
  const [cart] = JSON.parse((await stagger('plan', '--environment', 'uat', '--json')).out).services
  return cart.reasons.map(({ kind }: { kind: string }) => kind)
}

test('one image in two ECS services, over its life: together, apart, and back together', async () => {
  const image = (digest: string) => `${registry.prefix}/cart@${digest}`
  const first = await commit('1')
  const deployed = await stagger('deploy', ...UAT)
  expect([deployed.code, only(deployed)]).toMatchObject([
    0,
    {
      name: 'cart',
      outcome: 'successful',
      ecs: PLACES.map((service) => ({ service, outcome: 'successful' })),
    },
  ])
  expect(await running()).toEqual([image(first), image(first)])
  expect(entry()).toMatchObject({ digest: first, outcome: 'successful' })
  expect(Object.entries(entry().ecs)).toMatchObject(PLACES.map((place) => [place, { digest: first }]))
  expect(await planned()).not.toContain('other-image-deployed')

  // The worker of the second version does not live: the service has not got there, and nobody says that it has.
  const second = await commit('2', 'exit:7')
  const partly = await stagger('deploy', ...UAT)
  expect([partly.code, only(partly)]).toMatchObject([
    1,
    {
      outcome: 'rolled-back',
      problem: {
        problem: 'cart was deployed to 1 of its 2 ECS services in uat',
        why: expect.stringMatching(
          /^cart-web runs sha256:\w+; cart-worker was rolled back to what it ran before\.$/,
        ),
      },
    },
  ])
  expect(await running()).toEqual([image(second), image(first)])
  expect(entry()).toMatchObject({
    digest: first,
    ecs: { 'cart-web': { digest: second }, 'cart-worker': { digest: first } },
  })
  expect(await planned()).toContain('configuration')

  // The way back is to what both of them ran, not to what was before that.
  repository.commit({ 'deploy/worker.json': worker('') })
  const back = await stagger('rollback', ...UAT)
  expect([back.code, only(back)]).toMatchObject([
    0,
    { outcome: 'successful', ecs: [{ outcome: 'successful' }, { outcome: 'unchanged' }] },
  ])
  expect(await running()).toEqual([image(first), image(first)])
  expect(entry()).toMatchObject({ digest: first, ecs: { 'cart-web': { digest: first } } })

  // The same image with a configuration that one of them cannot live with.
  repository.commit({ 'cart/app.txt': '1', 'deploy/worker.json': worker('exit:8') })
  const known = entry()
  expect((await stagger('deploy', ...UAT)).code).toBe(1)
  expect(entry()).toMatchObject({ configuration: known.configuration, digest: first })
  expect(await planned()).toContain('configuration')

  const third = await commit('3')
  expect((await stagger('verify', 'cart', '--environment', 'uat')).out).toMatch(
    /^cart \(cart-web\) in uat\n[\s\S]*\ncart \(cart-worker\) in uat\n/m,
  )
  expect((await stagger('deploy', ...UAT)).code).toBe(0)
  expect(await running()).toEqual([image(third), image(third)])
  expect((await stagger('rollback', ...UAT)).code).toBe(0)
  expect(await running()).toEqual([image(first), image(first)])
})

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Rehearsal, serveRehearsal } from '../../src/rehearsal/serve.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'
import { createHollowDriver } from '../rehearsal/hollow.js'
import {
  type Clients,
  clientsOf,
  createCart,
  definition,
  followNewest,
  register,
  setStage,
} from '../rehearsal/stage.js'
import { type RefusingRegistry, refusingRegistry } from './registry-server.js'
import { type Ended, jsonOf, stagger, toldIn } from './stagger.js'

const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' }
/** With other software in it than what runs. */
const TEMPLATE = JSON.stringify({
  ...definition('2'),
  containerDefinitions: definition('2').containerDefinitions?.map((one) => ({ ...one, image: '{image}' })),
})

let cluster: Rehearsal
let clients: Clients
let registry: RefusingRegistry
let shop: Repository

beforeAll(async () => {
  const progress = { say: () => {}, warn: (line: string) => process.stderr.write(line), group: () => {} }
  cluster = await serveRehearsal({ progress, driver: createHollowDriver() })
  clients = clientsOf(cluster.endpoint)
  await createCart(clients, await setStage(clients), await register(clients, '1'))
  await followNewest(clients)
  // What is read there is an image's manifest: the registry has every image.
  registry = await refusingRegistry(200, '{}')
  shop = temporaryRepository()
})

afterAll(async () => {
  clients?.destroy()
  await cluster?.close()
  await registry?.close()
  shop?.remove()
})

interface Place {
  readonly cluster?: string
  readonly service?: string
  readonly endpoint?: string
}

/** Deploys `cart` to a place, and shows that nothing moved. */
const refused = async (place: Place, args: readonly string[], env: object = CREDENTIALS): Promise<Ended> => {
  const { endpoint = cluster.endpoint, cluster: name = 'demo', service = 'cart' } = place
  shop.commit({
    'stagger.yml': `registry: ${registry.prefix}
environments:
  uat:
    region: eu-central-1
    endpoint: ${endpoint}
    cluster: ${name}
    service: ${service}
    taskDefinition: task.json
`,
    'task.json': TEMPLATE,
    'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n',
    'cart/app.txt': 'cart\n',
  })
  const before = await whatRuns()
  const ended = await stagger(['deploy', 'cart', '--environment', 'uat', ...args], {
    cwd: shop.directory,
    env: { ...env },
  })
  expect(await whatRuns()).toEqual(before)
  return ended
}

const whatRuns = async () => {
  const { taskDefinitionArns } = await clients.ecs.listTaskDefinitions({})
  const { serviceDeployments } = await clients.ecs.listServiceDeployments({
    cluster: 'demo',
    service: 'cart',
  })
  return [taskDefinitionArns, serviceDeployments, shop.git('for-each-ref', 'refs/stagger', 'refs/tags')]
}

/** The same told to people and to programs. */
const expectBoth = async (place: Place, code: number, problem: object): Promise<void> => {
  const people = await refused(place, [])
  expect(people.code).toBe(code)
  expect(people.stdout).toContain('1 service: 1 not deployed.')
  const programs = await refused(place, ['--json'])
  expect(programs.code).toBe(code)
  expect(jsonOf(programs).services).toEqual([
    expect.objectContaining({
      name: 'cart',
      outcome: null,
      deployment: null,
      problem: expect.objectContaining(problem),
    }),
  ])
  // Whoever watches while a program takes the JSON reads the same.
  const [told] = jsonOf(programs).services
  for (const text of [told.problem.problem, told.problem.why, told.problem.fix]) {
    expect(people.stdout).toContain(text)
    expect(programs.stderr).toContain(text)
  }
}

describe('deploy is refused', () => {
  test('a service that the cluster does not have', () =>
    expectBoth({ service: 'crat' }, 2, {
      problem: 'there is no service crat in the cluster demo',
      why: expect.stringContaining('There is: cart.'),
      fix: expect.stringMatching(/^Did you mean cart\? Correct service or cluster of the environment uat/),
    }))

  test('a cluster that is not there', () =>
    expectBoth({ cluster: 'dmeo' }, 2, {
      problem: expect.stringContaining('there is no cluster dmeo'),
      why: expect.stringContaining('There is: demo.'),
      fix: expect.stringMatching(/^Did you mean demo\? Correct cluster, region or endpoint/),
    }))

  test('an AWS that does not answer', async () => {
    const nobody = await refusingRegistry(200)
    await nobody.close()
    await expectBoth({ endpoint: `http://${nobody.prefix.replace('/shop', '')}` }, 3, {
      code: 'unreachable',
      why: expect.stringContaining('ECONNREFUSED'),
      fix: expect.stringContaining('the endpoint'),
    })
  }, 60_000)

  test('no credentials', async () => {
    const { code, stdout } = await refused({}, ['--json'], { AWS_EC2_METADATA_DISABLED: 'true' })
    expect(code).toBe(3)
    expect(JSON.parse(stdout).services[0].problem).toMatchObject({
      code: 'credentials',
      fix: expect.stringContaining('aws sso login'),
    })
  })

  test('a version that is not there', async () => {
    const ended = await refused({}, ['--version', '9.9.9'])
    expect(toldIn(ended.stderr)).toEqual([
      expect.objectContaining({
        why: 'it has no version at all yet',
        fix: 'make one: stagger tag cart --yes',
      }),
    ])
    expect({ ...ended, stderr: '' }).toEqual({ code: 2, stdout: '', stderr: '' })
  })
})

describe('outside CI and without --yes', () => {
  /** The same cluster by a name that is not this machine's loopback. */
  const elsewhere = () => ({ endpoint: cluster.endpoint.replace('127.0.0.1', '0.0.0.0') })

  test('deploy says what it would do, and changes nothing', async () => {
    const { code, stdout } = await refused(elsewhere(), [])
    expect(code).toBe(0)
    expect(stdout).toMatch(/a new task definition \(\d+ differences\)/)
    expect(stdout).toContain(
      `containerDefinitions[app].image: node:24-slim → ${registry.prefix}/cart@sha256:`,
    )
    expect(stdout).toContain('1 service: 1 dry run.')
    expect(stdout).toContain('This was a dry run. With --yes it is done.')
  })

  test('for programs too', async () => {
    const ended = await refused(elsewhere(), ['--json'])
    expect(ended.code).toBe(0)
    expect(jsonOf(ended).services).toEqual([
      expect.objectContaining({
        name: 'cart',
        outcome: null,
        problem: null,
        planned: expect.objectContaining({ kind: 'register' }),
      }),
    ])
  })
})

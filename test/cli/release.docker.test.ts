import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { buildInfrastructure, REHEARSAL } from '../../src/rehearsal/demo/infrastructure.js'
import { type Cluster, startCluster } from '../../src/rehearsal/demo/programs.js'
import { BASE_IMAGE } from '../../src/rehearsal/ground/base-image.js'
import { testGround } from '../ground/ground.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'
import { CLI, type Ended, jsonOf, stagger, toldIn } from './stagger.js'

jest.setTimeout(300_000)

const { engine, registry } = testGround()
const REGION = 'eu-west-1'

const DOCKERFILE = `FROM ${BASE_IMAGE} AS base
COPY main.js /
FROM base AS test
COPY main.test.js /
RUN ["node", "/main.test.js"]
FROM base
CMD ["node", "/main.js"]
`
/** Serves its text, and is healthy if `health` says so. */
const program = (text: string, health = 200) => `const http = require('node:http')
console.log('this is ${text}')
const answer = (status) => (_, response) => response.writeHead(status).end('${text}')
const server = http.createServer((request, response) =>
  answer(request.url === '/health' ? ${health} : 200)(request, response))
server.listen(8080)
process.on('SIGTERM', () => server.close(() => process.exit()).closeIdleConnections())
`
const TEMPLATE = JSON.stringify({
  family: 'tale-{service}',
  networkMode: 'awsvpc',
  containerDefinitions: [
    {
      name: '{service}',
      image: '{image}',
      memory: 64,
      stopTimeout: 2,
      portMappings: [{ containerPort: 8080 }],
      logConfiguration: {
        logDriver: 'awslogs',
        options: {
          'awslogs-group': '/shop/{service}',
          'awslogs-region': REGION,
          'awslogs-stream-prefix': 'shop',
        },
      },
    },
  ],
})
const service = (name: string) => ({
  [`${name}/Dockerfile`]: DOCKERFILE,
  [`${name}/main.js`]: program(`${name} 1`),
  [`${name}/main.test.js`]: "console.log('all is well')\n",
})

let shop: Repository
let prefix: string

/** Each test has a repository and a place in the registry of its own. */
const open = (): void => {
  prefix = `${registry.address}/cli-${randomUUID()}`
  shop = temporaryRepository()
  shop.commit({
    ...service('cart'),
    ...service('user'),
    'task.json': TEMPLATE,
    'stagger.yml': `environments:\n  uat:\n    region: ${REGION}\n    cluster: shop\n    taskDefinition: task.json\n`,
  })
}

const run = (args: readonly string[], env: object = {}): Promise<Ended> =>
  stagger(args, {
    cwd: shop.directory,
    env: { ...engine.environment, STAGGER_REGISTRY: prefix, ...env },
  })

const done = async (...args: readonly string[]): Promise<Ended> => {
  const ended = await run([...args, '--json'])
  if (ended.code !== 0) throw new Error(`${args.join(' ')}: ${ended.stderr}`)
  return ended
}

/** The names that the registry has for a service's images, but those that only carried a push. */
const namesOf = async (name: string): Promise<readonly string[]> => {
  const path = `${prefix.slice(prefix.indexOf('/') + 1)}/${name}`
  const answer = await fetch(`http://${registry.address}/v2/${path}/tags/list`)
  const { tags } = (await answer.json()) as { tags?: readonly string[] | null }
  return (tags ?? []).filter((tag) => !tag.startsWith('staging-'))
}
const references = () => shop.git('for-each-ref', 'refs/tags', 'refs/stagger')

describe('a failing test stage', () => {
  beforeAll(open)
  afterAll(() => shop.remove())

  test('shows its output; nothing is pushed or named, and the others are built', async () => {
    shop.commit({ 'cart/main.test.js': "console.error('1 + 1 is 3, not 2')\nprocess.exit(1)\n" })
    const ended = await run(['build', '--push', '--yes', '--json'])
    expect(ended.code).toBe(1)
    expect(jsonOf(ended).services).toEqual([
      expect.objectContaining({
        name: 'cart',
        outcome: 'failed',
        digest: null,
        tags: [],
        problem: expect.objectContaining({ code: 'tests-failed' }),
      }),
      expect.objectContaining({ name: 'user', outcome: 'built', tested: true, problem: null }),
    ])
    expect(toldIn(ended.stderr)).toEqual([
      expect.objectContaining({
        problem: "cart's tests failed",
        why: expect.stringMatching(/^the stage test of cart\/Dockerfile ended with:\n.*1 \+ 1 is 3, not 2/s),
        fix: expect.stringMatching(/^docker build --file cart\/Dockerfile --target test cart/),
      }),
    ])
    expect(await namesOf('cart')).toEqual([])
    expect(await namesOf('user')).toEqual([expect.stringMatching(/^in-/), expect.stringMatching(/^tested-/)])
    expect(references()).toContain('refs/stagger/ledger')
    expect(shop.git('ls-tree', '-r', '--name-only', 'refs/stagger/ledger')).toBe('images/user.json')
  })

  test('people read which and why', async () => {
    const { code, stdout, stderr } = await run(['build', '--push', '--yes'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^cart +failed/m)
    expect(stderr).toContain('1 + 1 is 3, not 2')
  })

  test('what was not built gets no version, what was does', async () => {
    const ended = await run(['tag', '--yes', '--json'])
    expect(ended.code).toBe(2)
    expect(jsonOf(ended).services).toEqual([
      expect.objectContaining({
        name: 'cart',
        outcome: 'failed',
        version: null,
        problem: expect.objectContaining({ code: 'no-image', fix: 'stagger build cart --push --yes' }),
      }),
      expect.objectContaining({ name: 'user', outcome: 'created', version: '0.1.0' }),
    ])
    expect(shop.git('tag', '--list')).toBe('user/v0.1.0')
  })
})

describe('outside CI and without --yes', () => {
  beforeAll(open)
  afterAll(() => shop.remove())

  test('build --push says what it would do, and changes nothing', async () => {
    const { code, stdout } = await run(['build', '--push'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^cart +would .*test.*build.*push/m)
    expect(stdout).toContain('This was a dry run. With --yes it is done.')
    expect(jsonOf(await run(['build', '--push', '--json'])).services).toEqual([
      expect.objectContaining({ name: 'cart', outcome: 'planned', digest: null }),
      expect.objectContaining({ name: 'user', outcome: 'planned', digest: null }),
    ])
    expect([await namesOf('cart'), await namesOf('user'), references()]).toEqual([[], [], ''])
  })

  test('tag says what it would do, and changes nothing', async () => {
    await done('build', '--push', '--yes')
    const before = [await namesOf('cart'), references()]
    const { code, stdout } = await run(['tag'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^cart +0\.1\.0 .*planned/m)
    expect(stdout).toContain('This was a dry run. With --yes the versions are made.')
    expect([await namesOf('cart'), references()]).toEqual(before)
  })
})

describe('an image that does not serve', () => {
  let cluster: Cluster
  let address: string
  const env = () => ({
    AWS_ENDPOINT_URL: cluster.endpoint,
    AWS_ACCESS_KEY_ID: REHEARSAL.accessKeyId,
    AWS_SECRET_ACCESS_KEY: REHEARSAL.secretAccessKey,
  })
  const deploy = (...args: string[]) => run(['deploy', 'cart', '--environment', 'uat', ...args], env())

  beforeAll(async () => {
    open()
    cluster = await startCluster(CLI, engine.environment)
    const place = { endpoint: cluster.endpoint, region: REGION, cluster: 'shop', image: BASE_IMAGE }
    const { addresses } = await buildInfrastructure(place, ['cart'])
    address = addresses.get('cart') as string
    await done('build', 'cart', '--push', '--yes')
    await done('tag', 'cart', '--yes')
    const { code, stderr } = await deploy()
    if (code !== 0) throw new Error(stderr)
  })

  afterAll(async () => {
    await cluster?.stop()
    shop.remove()
  })

  /** Asks the load balancer again and again, until it is told to stop. */
  const visitor = () => {
    const texts = new Set<string>()
    let asking = true
    const visited = (async () => {
      for (; asking; await sleep(20)) texts.add(await fetch(address).then((answer) => answer.text(), String))
    })()
    return {
      stop: async () => {
        asking = false
        await visited
        return [...texts]
      },
    }
  }

  test('what runs already is told as that, and nothing more', async () => {
    const { code, stdout, stderr } = await deploy()
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'cart: runs this image with this configuration already\n',
    })
    expect(stdout).toContain('1 service: 1 unchanged.')
  })

  test.each<[string, string, RegExp]>([
    ['ends at once', "console.log('no such table: carts')\nprocess.exitCode = 7\n", /exit code 7/],
    ['never gets healthy', program('a sick cart', 500), /health checks/],
  ])('because it %s is rolled back, its last words shown, the old version serving', async (_, main, sign) => {
    shop.commit({ 'cart/main.js': main })
    await done('build', 'cart', '--push', '--yes')
    const before = references()
    const visits = visitor()
    const ended = await deploy('--json').finally(() => sleep(500))
    expect(await visits.stop()).toEqual(['cart 1'])
    expect(ended.code).toBe(1)
    const [told] = jsonOf(ended).services
    expect(told).toMatchObject({
      name: 'cart',
      outcome: 'rolled-back',
      deployment: expect.stringContaining(':service-deployment/shop/cart/'),
      problem: {
        problem: 'the deployment of cart to uat was rolled back',
        why: expect.stringContaining('The version before still serves, with 2 tasks'),
        fix: expect.stringContaining('aws ecs describe-service-deployments'),
      },
    })
    const words = /console\.log\('([^']+)'\)/.exec(main)?.[1]
    expect(ended.stderr).toMatch(/the last lines of container cart of task/)
    expect(ended.stderr).toContain(words)
    expect(ended.stderr).toMatch(sign)
    expect(references()).toBe(before)
  })
})

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { type BuildRequest, build } from '../../src/commands/build.js'
import { tag } from '../../src/commands/tag.js'
import { openDocker } from '../../src/platform/docker.js'
import { openRegistry } from '../../src/platform/registry.js'
import { type Ground, layGround } from '../../src/rehearsal/ground/ground.js'
import type { Content } from '../platform/repository.js'
import { docker as dockerClient } from '../rehearsal/ground/docker.js'
import { openShop, type Shop, testTools } from './shop.js'
import { PLAIN_REQUEST, UNCONFIGURED } from './tagging/market.js'

/** Lines that a build prints only when it really runs: `RUN` in a real engine, without a shell. */
const run = (script: string) => `RUN ["node", "-e", ${JSON.stringify(script)}]`
const NODE = 'FROM node:24-slim'

describe('stagger build on a real engine and a real registry', () => {
  let ground: Ground
  let shop: Shop | undefined
  beforeAll(async () => {
    ground = await layGround({ say: () => {}, warn: () => {}, group: () => {} })
  }, 120_000)
  afterAll(() => ground.stop(), 60_000)
  afterEach(() => shop?.close())

  /** A shop of its own for each test, so that no test finds another's images. */
  const open = (name: string, contents: Readonly<Record<string, Content>>) => {
    const opened = openShop({ ...contents, 'cart/unique.txt': `${name} ${Math.random()}` })
    shop = opened
    const { client, environment } = ground.engine
    const tools = testTools({ client, environment })
    const real = { docker: openDocker({ client, environment }), registry: openRegistry(), tools }
    const world = { ...opened.world, ...real }
    const prefix = `${ground.registry.address}/${name}`
    const go = async (given: Partial<BuildRequest> = {}) =>
      build(world, await opened.request({ prefix, ...given }))
    return { ...opened, world, prefix, go, lines: () => world.progress.lines.join('\n') }
  }
  const images = () => dockerClient(ground.engine, 'image', 'ls', '--format', '{{.Repository}}:{{.Tag}}')

  test('builds, tests, pushes, names; then reuses; then gives a version', async () => {
    const { go, registry, world, prefix, planned } = open('whole', {
      'cart/Dockerfile': `${NODE} AS base\nCOPY . /app\nFROM base AS test\n${run('console.log("tests ran")')}\nFROM base\n`,
    })
    const [cart] = (await go()).services
    expect(cart).toMatchObject({ outcome: 'built', tested: true, problem: null })
    const held = await world.registry.manifest(`${prefix}/cart`, cart?.tags[0] ?? '')
    expect(held?.digest).toBe(cart?.digest)
    const [again] = (await go({ services: ['cart'] })).services
    expect(again).toMatchObject({ outcome: 'reused', digest: cart?.digest })
    const request = { ...PLAIN_REQUEST, plan: await planned(), prefix }
    expect((await tag({ ...world, ...UNCONFIGURED }, request)).services[0]).toMatchObject({
      version: '0.1.0',
      outcome: 'created',
    })
    expect((await world.registry.manifest(`${prefix}/cart`, '0.1.0'))?.digest).toBe(cart?.digest)
    expect((await images()).split('\n').filter((name) => name.startsWith(`${prefix}/`))).toEqual([
      expect.not.stringContaining('staging-'),
    ])
    expect(registry.held()).toEqual({})
  }, 120_000)

  test('an image that another service builds is built first, and found by the name that the Dockerfile says', async () => {
    const { go, world, prefix, repository } = open('bases', {
      'compose.yaml':
        'services:\n  web: { build: web }\n  cart: { build: cart, image: "stagger-test/cart:1" }\n',
      'web/Dockerfile':
        'FROM stagger-test/cart:1\nCOPY --from=stagger-test/cart:1 /app.txt /taken.txt\nCOPY web.txt /\n',
      'web/web.txt': '1',
      'cart/Dockerfile': 'FROM scratch\nCOPY app.txt unique.txt /\n',
      'cart/app.txt': '1',
    })
    expect((await go()).services).toMatchObject([{ outcome: 'built' }, { outcome: 'built' }])
    repository.commit({ 'web/web.txt': '2' })
    const [web, ...others] = (await go()).services
    expect([web?.outcome, web?.problem, others]).toEqual(['built', null, []])
    expect((await world.registry.manifest(`${prefix}/web`, web?.tags[0] ?? ''))?.digest).toBe(web?.digest)
    expect(await images()).not.toMatch(/stagger-test/)
  }, 120_000)

  test('a failing test stage: its output shown, nothing pushed, nothing named', async () => {
    const { go, world, prefix, lines, planned } = open('failing', {
      'cart/Dockerfile': `${NODE} AS test\nCOPY . /app\n${run('console.log("2 is not 3"); process.exit(1)')}\nFROM scratch\nCOPY . /\n`,
    })
    const [cart] = (await go()).services
    expect(cart).toMatchObject({ outcome: 'failed', digest: null, problem: { code: 'tests-failed' } })
    expect(cart?.problem?.why).toContain('2 is not 3')
    expect(lines()).toContain('2 is not 3')
    const name = `in-${(await planned()).services[0]?.image.fingerprint?.slice(7)}`
    expect(await world.registry.manifest(`${prefix}/cart`, name)).toBeNull()
    const { status } = await fetch(`http://${prefix.replace('/', '/v2/')}/cart/tags/list`)
    expect(status).toBe(404)
  }, 120_000)

  test('a build holds the tracked inputs, with modes and links, and nothing else that lies about', async () => {
    const list = `const fs = require('node:fs'); for (const name of fs.readdirSync('/app').sort()) console.log('holds', name, fs.lstatSync('/app/' + name).mode.toString(8))`
    const { go, repository, lines } = open('exact', {
      'cart/Dockerfile': `${NODE}\nARG GREETING=hi\nCOPY . /app/\n${run(list)}\n${run('console.log("greets", process.env.GREETING)')}\n`,
      'cart/.dockerignore': 'ignored.txt\n',
      'cart/ignored.txt': '',
      'cart/run.sh': { executable: 'echo' },
      'cart/link': { link: 'run.sh' },
      'other.txt': '',
    })
    repository.write({ 'cart/untracked.txt': 'made here', 'cart/run.sh': 'edited, not committed' })
    expect((await go()).services[0]).toMatchObject({ outcome: 'built', problem: null })
    const held = [...lines().matchAll(/ holds (\S+) (\S+)/g)].map(([, name, mode]) => `${name} ${mode}`)
    expect(held).toEqual([
      '.dockerignore 100644',
      'Dockerfile 100644',
      'link 120777',
      'run.sh 100755',
      'unique.txt 100644',
    ])
    expect(lines()).toContain('greets hi')
  }, 120_000)

  test.each([
    ['by a program', `COPY . /app/\n${run('require("/app/lib.js")')}`, /Cannot find module/],
    ['by name', 'COPY main.js lib.js /app/', /lib\.js"?:? not found/],
  ])(
    'a forgotten input that is read %s breaks the build, loudly',
    async (_, instructions, why) => {
      const { go, world, prefix, planned } = open('forgotten', {
        'cart/Dockerfile': `${NODE}\nCOPY unique.txt /\n${instructions}\n`,
        'cart/.dockerignore': 'ignored.txt\n',
        'cart/ignored.txt': '',
        'cart/main.js': '',
        'cart/lib.js': '',
      })
      const plan = await planned()
      const forgetful = plan.services.map(({ image, ...one }) => {
        const inputs = image.inputs.inputs.filter(({ path }) => path !== 'cart/lib.js')
        expect(inputs).toHaveLength(image.inputs.inputs.length - 1)
        return { ...one, image: { ...image, inputs: { ...image.inputs, inputs } } }
      })
      const [cart] = (await go({ plan: { ...plan, services: forgetful } })).services
      expect(cart).toMatchObject({ outcome: 'failed', problem: { code: 'build-failed', fault: 'thing' } })
      expect(cart?.problem?.why).toMatch(why)
      expect(cart?.problem?.fix).toMatch(/git add --force cart\/lib\.js|no instruction names/)
      expect(await world.registry.manifest(`${prefix}/cart`, `in-${cart?.fingerprint?.slice(7)}`)).toBeNull()
    },
    120_000,
  )

  test('two builds at once end with one image', async () => {
    const { go, world, prefix } = open('race', { 'cart/Dockerfile': 'FROM scratch\nCOPY . /\n' })
    const results = await Promise.all([go(), go()])
    expect(results.flatMap(({ services }) => services.map(({ problem }) => problem))).toEqual([null, null])
    const digests = results.map(({ services }) => services[0]?.digest)
    const name = results[0]?.services[0]?.tags[0] ?? ''
    expect(digests).toContain((await world.registry.manifest(`${prefix}/cart`, name))?.digest)
  }, 120_000)

  test('without a push the image is in the engine under its inputs` name', async () => {
    const { go } = open('local', { 'cart/Dockerfile': 'FROM scratch\nCOPY . /\n' })
    const [cart] = (await go({ push: false, prefix: null })).services
    const name = `cart:${cart?.tags[0]}`
    expect((await images()).split('\n')).toContain(name)
    expect((await go({ push: false, prefix: null })).services[0]?.outcome).toBe('reused')
    await dockerClient(ground.engine, 'image', 'rm', name)
  }, 120_000)
})

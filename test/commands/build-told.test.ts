import { afterEach, describe, expect, test } from '@jest/globals'
import { build, buildExitCode } from '../../src/commands/build.js'
import { plan } from '../../src/commands/plan.js'
import { readConfiguration } from '../../src/main/configuration.js'
import type { BuilderFacts } from '../../src/platform/builder.js'
import type { Containers, Ended } from '../../src/platform/containers.js'
import { openSecrets } from '../../src/platform/secrets.js'
import { BUILDKIT, ENGINE } from '../platform/docker.js'
import { dockerfile, openShop, SHOP, type Shop } from './shop.js'

let shop: Shop
afterEach(() => shop.close())

const planned = () =>
  plan(
    { git: shop.world.git, readConfiguration },
    { head: null, base: null, environment: null, freshLedger: false },
  )
const go = async (given: Parameters<Shop['request']>[0] = {}, world: Partial<Shop['world']> = {}) =>
  build({ ...shop.world, ...world }, await shop.request({ plan: await planned(), ...given }))

const COMMAND = '{ test: [{ stage: test }, { command: [check] }] }'
/** An engine on which a container ends so. */
const ending = (ended: Partial<Ended> = {}) => {
  const containers: Containers = {
    run: async () => ({ code: 0, lines: [], taken: false, ...ended }),
  }
  return { tools: { ...shop.world.tools, containers } }
}

test('tests in a stage and tests in the image are told apart', async () => {
  shop = openShop({ ...SHOP, 'stagger.yml': `services: { user: ${COMMAND} }\n` })
  expect((await go({ services: ['user'] }, ending())).services[0]).toMatchObject({ outcome: 'built' })
  const lines = shop.world.progress.lines.filter((line) => /^user: (?!what)/.test(line))
  expect(lines).toEqual([
    'user: testing',
    'user: building',
    'user: running the tests of its image',
    'user: built in 0 s',
  ])
})

describe('a dry run without the secrets that a build takes', () => {
  const open = (secrets: string) => {
    shop = openShop({ ...SHOP, 'stagger.yml': `services: { user: { secrets: ${secrets} } }\n` })
  }

  test('tells what would be refused as the real run does, and does nothing', async () => {
    open('{ npm: { env: NPM_TOKEN }, key: { file: /nonexistent/key } }')
    const dry = await go({ dryRun: true, services: ['user'] })
    expect(dry.services[0]?.problem).toMatchObject({
      code: 'no-secret',
      problem: 'user is built with secrets npm, key, which are not here',
      why: 'the variable NPM_TOKEN is not set\nthere is no file /nonexistent/key',
      fix: expect.stringMatching(/NPM_TOKEN=… stagger build user\n[\s\S]*make the file \/nonexistent\/key/),
    })
    expect(buildExitCode(dry)).toBe(2)
    const real = await go({ services: ['user'] })
    expect(dry.services.map(({ outcome, problem }) => ({ outcome, problem }))).toEqual(
      real.services.map(({ outcome, problem }) => ({ outcome, problem })),
    )
    expect(shop.docker.builds).toEqual([])
  })

  test('plans the other services', async () => {
    open('{ npm: { env: NPM_TOKEN } }')
    const dry = await go({ dryRun: true })
    expect(dry.services.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'cart planned',
      'user failed',
    ])
  })

  test('says nothing where they are here, or where nothing has to be built', async () => {
    open('{ npm: { env: NPM_TOKEN } }')
    const secrets = openSecrets({ NPM_TOKEN: 'sesame' })
    expect((await go({ dryRun: true, services: ['user'] }, { secrets })).services[0]).toMatchObject({
      outcome: 'planned',
      problem: null,
    })
    await go({ services: ['user'] }, { secrets })
    expect((await go({ dryRun: true, services: ['user'] })).services[0]).toMatchObject({
      outcome: 'planned',
      problem: null,
    })
  })
})

describe('one platform, kept in the engine', () => {
  const open = (platforms: string, facts: BuilderFacts = ENGINE) => {
    shop = openShop(
      {
        'compose.yaml': `services:\n  cart: { build: { context: cart${platforms} } }\n`,
        'cart/Dockerfile': dockerfile(),
        'cart/app.txt': '1',
        'cart/app.test.txt': '1',
      },
      facts,
    )
  }
  const here = (platform: string | null) =>
    go({ push: false, prefix: null, platform, services: ['cart'] }).then(({ services }) => services[0])
  const images = () => shop.docker.images().map((name) => name.replace(/[0-9a-f]{64}/, ''))
  const SEVERAL = ', platforms: [linux/arm64, linux/amd64]'

  test.each([
    ['an engine that can do little', ENGINE],
    ['a BuildKit of its own', BUILDKIT],
  ])('of several, the one of the machine: by %s', async (_, facts) => {
    open(SEVERAL, facts)
    const built = await here('linux/amd64')
    expect(built).toMatchObject({ outcome: 'built', tested: true, problem: null })
    expect(built?.tags).toEqual([expect.stringMatching(/^in-[0-9a-f]{64}\.linux-amd64$/)])
    expect(images()).toEqual(expect.arrayContaining(['cart:in-.linux-amd64']))
    expect(images()).not.toContain('cart:in-')
    expect(await here('linux/amd64')).toMatchObject({ outcome: 'reused', tags: built?.tags })
  })

  test('of a service that names none, or this one alone, it is as without', async () => {
    for (const platforms of ['', ', platforms: [linux/amd64]']) {
      open(platforms)
      const built = await here('linux/amd64')
      expect(built).toMatchObject({ outcome: 'built', problem: null })
      expect(images()).toEqual(expect.arrayContaining(['cart:in-']))
      expect(await here(null)).toMatchObject({ outcome: 'reused', tags: built?.tags })
      await shop.close()
    }
    open('')
  })

  test('another one is refused, whether an image is there or not', async () => {
    open('')
    for (const built of [false, true]) {
      if (built) await here(null)
      expect((await here('linux/s390x'))?.problem).toMatchObject({
        code: 'other-platform',
        problem: 'cart is not built for linux/s390x',
      })
    }
  })

  test('all of several cannot be kept; the one that can is named', async () => {
    open(SEVERAL, BUILDKIT)
    expect((await here(null))?.problem).toMatchObject({
      code: 'only-pushed',
      fix: expect.stringContaining('stagger build cart --platform linux/amd64\nor push it:'),
    })
  })
})

import { afterEach, describe, expect, test } from '@jest/globals'
import { build, buildExitCode } from '../../src/commands/build.js'
import { plan } from '../../src/commands/plan.js'
import { readConfiguration } from '../../src/main/configuration.js'
import type { Containers, Ended } from '../../src/platform/containers.js'
import { openSecrets } from '../../src/platform/secrets.js'
import { openShop, SHOP, type Shop } from './shop.js'

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

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { build } from '../../src/commands/build.js'
import { openDocker } from '../../src/platform/docker.js'
import { BASE_IMAGE } from '../../src/rehearsal/ground/base-image.js'
import { startBuildkit } from '../ground/buildkit.js'
import { testGround } from '../ground/ground.js'
import { type CacheService, startCacheService } from '../platform/cache-service.js'
import { openShop, type Shop, testTools } from './shop.js'

const ground = testGround()
const FORK = { push: false, prefix: null, pullRequest: true, trusted: false }

let github: CacheService
let shop: Shop
beforeAll(async () => {
  github = await startCacheService()
})
afterAll(() => github?.stop())
afterEach(() => shop?.close())

/** As a runner's: it says what it may do, and for how long. */
const token = () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const ac = JSON.stringify([{ Scope: 'refs/pull/7/merge', Permission: 3 }])
  const claims = { ac, nbf: 0, exp: 4_102_444_800 }
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${Buffer.from('signature').toString('base64url')}`
}

/** On a runner that has seen nothing yet: its BuildKit is new. */
const buildAfresh = async (): Promise<string> => {
  const fresh = await startBuildkit(ground)
  try {
    const given = {
      ACTIONS_RUNTIME_TOKEN: token(),
      ACTIONS_RESULTS_URL: github.url,
      GITHUB_REF: 'refs/pull/7/merge',
    }
    const environment = { ...fresh.environment, ...given }
    const options = { client: ground.engine.client, environment }
    const world = { ...shop.world, docker: openDocker(options), tools: testTools(options), environment }
    const [cart] = (await build(world, await shop.request({ ...FORK, services: ['cart'] }))).services
    expect(cart).toMatchObject({ outcome: 'built', problem: null })
    for (const name of cart?.tags ?? []) await world.docker.forget(`cart:${name}`)
    return shop.world.progress.lines.splice(0).join('\n')
  } finally {
    await fresh.stop()
  }
}

test('what a fork’s pull request has built once, its next run takes from GitHub’s cache', async () => {
  shop = openShop({
    'cart/Dockerfile': `FROM ${BASE_IMAGE}\nRUN ["node", "-e", "console.log('it', 'ran')"]\nCOPY unique.txt /\n`,
    'cart/unique.txt': `${process.pid} ${Date.now()}`,
  })
  expect(await buildAfresh()).toContain('it ran')
  expect(github.keys().some((key) => key.startsWith('index-cart-cache-'))).toBe(true)
  expect(await buildAfresh()).not.toContain(' it ran')
})

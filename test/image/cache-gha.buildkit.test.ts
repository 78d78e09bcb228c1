import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type CacheUse, cacheArguments } from '../../src/image/cache.js'
import { type Buildkit, startBuildkit } from '../ground/buildkit.js'
import { type BuildxRun, buildx, contextOf } from '../ground/buildx.js'
import { testGround } from '../ground/ground.js'
import { type CacheService, startCacheService } from '../platform/cache-service.js'

const ground = testGround()
const repository = `${ground.registry.address}/cache-gha/${process.pid}`
const DOCKERFILE = `FROM node:24-slim AS made
RUN node -e 'fs.writeFileSync("/made", "made"); console.log("it", "ran")'
FROM scratch
COPY --from=made /made /
`
const { home, context } = contextOf({ Dockerfile: DOCKERFILE })

const use: CacheUse = {
  kind: 'gha',
  repository,
  service: 'cart',
  stage: 'image',
  platform: null,
  read: true,
  write: true,
}

/** As a runner's: it says what it may do, and for how long. */
const token = () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    ac: JSON.stringify([{ Scope: 'refs/heads/main', Permission: 3 }]),
    nbf: 0,
    exp: 4_102_444_800,
  }
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${Buffer.from('signature').toString('base64url')}`
}

let github: CacheService
beforeAll(async () => {
  github = await startCacheService()
})
afterAll(async () => {
  rmSync(home, { recursive: true })
  await github?.stop()
})

/** In a BuildKit that has seen nothing yet, with what GitHub gives to an action. */
const buildAfresh = async (one: CacheUse): Promise<BuildxRun> => {
  const fresh: Buildkit = await startBuildkit(ground)
  const given = { ACTIONS_RUNTIME_TOKEN: token(), ACTIONS_RESULTS_URL: github.url }
  try {
    const environment = { ...fresh.environment, ...given }
    return await buildx({ ...fresh, environment }, context, repository, ...cacheArguments(one))
  } finally {
    await fresh.stop()
  }
}

const printed = ({ lines }: BuildxRun) => lines.join('\n')

describe('GitHub’s cache', () => {
  let first: BuildxRun

  test('that is empty lets no build fail, and is filled', async () => {
    first = await buildAfresh(use)
    expect(first.code).toBe(0)
    expect(github.keys().filter((key) => key.startsWith('index-cart-cache-'))).toHaveLength(1)
  })

  test('holds all stages for a builder that has seen none, and gives the same image', async () => {
    const second = await buildAfresh({ ...use, write: false })
    expect(second).toMatchObject({ code: 0, digest: first.digest })
    expect(printed(second)).not.toContain(' it ran')
  })

  test('is one for each service', async () => {
    expect(printed(await buildAfresh({ ...use, service: 'catalog', write: false }))).toContain(' it ran')
  })

  test.each(['forbidden', 'broken'] as const)('that is %s lets no build fail', async (mode) => {
    github.mode = mode
    const run = await buildAfresh(use)
    expect(run).toMatchObject({ code: 0, digest: first.digest })
  })
})

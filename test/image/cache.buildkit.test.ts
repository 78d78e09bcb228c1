import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type CacheUse, cacheArguments, lostCache } from '../../src/image/cache.js'
import { openRegistry } from '../../src/platform/registry.js'
import { type Buildkit, startBuildkit } from '../ground/buildkit.js'
import { type BuildxRun, buildx, contextOf } from '../ground/buildx.js'
import { testGround } from '../ground/ground.js'
import { type Between, type Interfere, startProxy } from '../ground/proxy.js'

const ground = testGround()
const registry = openRegistry()
const NAME = `cache/${process.pid}`
const repository = `${ground.registry.address}/${NAME}`

/** `RUN` would write another time, so the last stage takes nothing of it. */
const DOCKERFILE = `FROM node:24-slim AS made
WORKDIR /made
COPY page.txt .
RUN node -e 'fs.writeFileSync("time", String(Date.now())); console.log("it", "ran")'
FROM scratch
COPY --from=made /made/page.txt /
COPY other.txt /
`
const { home, context } = contextOf({ Dockerfile: DOCKERFILE, 'page.txt': 'page\n', 'other.txt': 'one\n' })
const write = (path: string, text: string) => writeFileSync(join(context, path), text)

const use: CacheUse = {
  kind: 'registry',
  repository,
  service: 'cart',
  stage: 'image',
  platform: null,
  read: true,
  write: true,
}

let buildkit: Buildkit
beforeAll(async () => {
  buildkit = await startBuildkit(ground)
})
afterAll(async () => {
  rmSync(home, { recursive: true })
  await buildkit?.stop()
})

/** In a BuildKit that has seen nothing yet. */
const buildAfresh = async (...further: readonly string[]): Promise<BuildxRun> => {
  const fresh = await startBuildkit(ground)
  try {
    return await buildx(fresh, context, repository, ...further)
  } finally {
    await fresh.stop()
  }
}

/** Builds with a cache that is not quite well. */
const through = async (
  interfere: Interfere,
  build: (use: CacheUse, proxy: Between) => Promise<BuildxRun>,
): Promise<BuildxRun> => {
  const proxy = await startProxy(ground.registry.address, interfere)
  try {
    return await build({ ...use, repository: `${proxy.address}/${NAME}` }, proxy)
  } finally {
    await proxy.stop()
  }
}

const printed = ({ lines }: BuildxRun) => lines.join('\n')
const didRun = (run: BuildxRun) => printed(run).includes(' it ran')
const refusing =
  (pattern: RegExp, answer: number | 'reset'): Interfere =>
  (asked) =>
    pattern.test(asked) ? answer : null

const cached = async () => (await registry.manifest(repository, 'cache'))?.digest
const withoutCache = async () => (await buildx(buildkit, context, repository, '--no-cache')).digest

describe('a cache in the registry', () => {
  let first: BuildxRun

  test('that is not there yet lets no build fail, and is there after it', async () => {
    first = await buildx(buildkit, context, repository, ...cacheArguments(use))
    expect(first.code).toBe(0)
    expect(didRun(first)).toBe(true)
    const cache = await registry.manifest(repository, 'cache')
    expect(cache?.mediaType).toBe('application/vnd.oci.image.manifest.v1+json')
  })

  test('holds all stages for a builder that has seen none, and gives the same image', async () => {
    const second = await buildAfresh(...cacheArguments({ ...use, write: false }))
    expect(second.digest).toBe(first.digest)
    expect(didRun(second)).toBe(false)
    expect(printed(second)).toMatch(/^#\d+ CACHED$/m)
  })

  test('is not written by who only reads', async () => {
    const before = await cached()
    write('other.txt', 'two\n')
    expect(
      (await buildx(buildkit, context, repository, ...cacheArguments({ ...use, write: false }))).code,
    ).toBe(0)
    expect(await cached()).toBe(before)
  })

  const WRITES = { manifest: /^PUT .*\/manifests\//, layer: /^(?:POST|PUT|PATCH) .*\/blobs\// }
  const CASES = [
    ...([403, 405, 'reset'] as const).map((answer) => ['manifest', answer] as const),
    ['layer', 403] as const,
  ]
  test.each(CASES)('that takes no %s (%s) lets no build fail', async (what, answer) => {
    const pattern = WRITES[what]
    write('page.txt', `${what} ${answer}\n`)
    const before = await cached()
    const run = await through(refusing(pattern, answer), async (elsewhere, { asked }) => {
      const done = await buildx(buildkit, context, repository, ...cacheArguments(elsewhere))
      expect(asked.some((line) => pattern.test(line))).toBe(true)
      return done
    })
    expect(run).toMatchObject({ code: 0, digest: await withoutCache() })
    expect(await cached()).toBe(before)
  })

  test('would let it fail if it were not told otherwise', async () => {
    write('page.txt', 'strict\n')
    const run = await through(refusing(WRITES.manifest, 403), (elsewhere) => {
      const strict = cacheArguments(elsewhere).map((one) => one.replace(',ignore-error=true', ''))
      return buildx(buildkit, context, repository, ...strict)
    })
    expect(run.code).not.toBe(0)
  })

  test.each([401, 500, 'reset'] as const)('that cannot be read (%s) lets no build fail', async (answer) => {
    const run = await through(refusing(/\/manifests\//, answer), (elsewhere) =>
      buildAfresh(...cacheArguments({ ...elsewhere, write: false })),
    )
    expect(run).toMatchObject({ code: 0, digest: await withoutCache() })
    expect(didRun(run)).toBe(true)
  })

  describe('that has lost layers', () => {
    beforeEach(async () => {
      write('page.txt', 'lost\n')
      await buildx(buildkit, context, repository, ...cacheArguments(use))
    })

    const layers = async (): Promise<string> => {
      const { body } = (await registry.manifest(repository, 'cache')) ?? {}
      const found: { digest: string }[] = JSON.parse(new TextDecoder().decode(body)).layers
      return found.map(({ digest }) => digest).join('|')
    }

    test('lets a build fail that needs them, and not the same one again', async () => {
      write('other.txt', 'three\n')
      const lost = refusing(new RegExp(`/blobs/(?:${await layers()})`), 404)
      const fresh = await startBuildkit(ground)
      const build = (one: CacheUse) => buildx(fresh, context, repository, ...cacheArguments(one))
      const run = await through(lost, async (elsewhere) => {
        const failed = await build({ ...elsewhere, write: false })
        expect([failed.code, lostCache(failed.lines)]).toEqual([1, true])
        return build({ ...elsewhere, read: false, write: false })
      }).finally(fresh.stop)
      expect(run).toMatchObject({ code: 0, digest: await withoutCache() })
    })
  })
})

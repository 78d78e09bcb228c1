import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type BuildWorld, build, buildExitCode } from '../../src/commands/build.js'
import { currentLedger, recordLedger } from '../../src/commands/ledger.js'
import { plan } from '../../src/commands/plan.js'
import type { BuildSettings } from '../../src/image/settings.js'
import { type ImageEntry, imagePath, writeEntry } from '../../src/ledger/entries.js'
import { readConfiguration } from '../../src/main/configuration.js'
import type { Containers } from '../../src/platform/containers.js'
import type { Registry } from '../../src/platform/registry.js'
import { openSecrets } from '../../src/platform/secrets.js'
import { type Digest, type ServiceName, StaggerError, type Version } from '../../src/words.js'
import { BUILDKIT, ENGINE } from '../platform/docker.js'
import { dockerfile, openShop, PREFIX, SHOP, type Shop } from './shop.js'

const DIGEST = expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as unknown as Digest

describe('stagger build', () => {
  let shop: Shop
  beforeEach(() => {
    shop = openShop()
  })
  afterEach(() => shop.close())

  const run = async (given: Parameters<Shop['request']>[0] = {}) =>
    build(shop.world, await shop.request(given))
  const outcomes = (result: Awaited<ReturnType<typeof build>>) =>
    Object.fromEntries(result.services.map(({ name, outcome }) => [name, outcome]))
  const targets = () => shop.docker.builds.map(({ target }) => target)
  const ledger = async () => (await currentLedger(shop.world.git, false)).images
  const names = () => Object.keys(shop.registry.held()).filter((name) => !name.includes(':staging-'))

  test('builds, tests and names what is affected, and remembers it', async () => {
    const result = await run()
    const [cart, user] = result.services
    expect(outcomes(result)).toEqual({ cart: 'built', user: 'built' })
    expect(cart).toMatchObject({ tested: false, digest: DIGEST, version: null, problem: null })
    expect(user).toMatchObject({ tested: true, digest: DIGEST })
    const name = `in-${user?.fingerprint?.slice(7)}`
    expect(user?.tags).toEqual([name])
    expect(shop.registry.held()[`${PREFIX}/user:${name}`]).toBe(user?.digest)
    expect((await ledger()).get('user' as ServiceName)).toMatchObject({
      digest: user?.digest,
      fingerprint: user?.fingerprint,
      repository: `${PREFIX}/user`,
      commit: (await shop.planned()).head,
    })
    expect((await shop.planned()).services.map(({ affected }) => affected)).toEqual([false, false])
  })

  test('what stays in another registry is told, with what moves it; not where services are named', async () => {
    await run()
    const warnings = async (given: Parameters<Shop['request']>[0]) => {
      shop.world.progress.lines.length = 0
      await run(given)
      return shop.world.progress.lines.filter((line) => line.startsWith('warning: '))
    }
    expect(await warnings({})).toEqual([])
    const prefix = '127.0.0.1:1/moved'
    expect(await warnings({ prefix })).toEqual([
      `warning: nothing of cart user changed, so their images stay in ${PREFIX}/cart, ${PREFIX}/user, and ${prefix} gets none; to move them: ` +
        `stagger images copy cart user --to ${prefix} --yes && stagger build cart user --push --registry ${prefix} --yes`,
    ])
    expect(await warnings({ prefix, pullRequest: true })).toEqual([])
    // Built there, it is there.
    expect(await warnings({ prefix, services: ['cart', 'user'] })).toEqual([])
    expect(await warnings({ prefix })).toEqual([])
  })

  test('runs the tests before the image', async () => {
    await run({ services: ['user'] })
    expect(targets()).toEqual(['test', null])
  })

  test('leaves no name in the engine', async () => {
    await run()
    expect(shop.docker.images()).toEqual([])
  })

  test('does nothing the second time', async () => {
    await run()
    const before = [...shop.docker.builds]
    expect((await run()).services).toEqual([])
    expect(shop.docker.builds).toEqual(before)
  })

  test('asked for by name, an unchanged service is reused without a build or a test', async () => {
    const first = await run()
    shop.docker.builds.length = 0
    const again = await run({ services: ['user'] })
    expect(outcomes(again)).toEqual({ user: 'reused' })
    expect(again.services[0]).toMatchObject({ digest: first.services[1]?.digest, tested: true })
    expect(shop.docker.builds).toEqual([])
  })

  test('without a ledger, images and verdicts are found by their names: nothing is built, nothing tested again', async () => {
    const first = await run()
    shop.repository.git('update-ref', '-d', 'refs/stagger/ledger')
    shop.docker.builds.length = 0
    const again = await run()
    expect(outcomes(again)).toEqual({ cart: 'reused', user: 'reused' })
    expect(again.services.map(({ digest }) => digest)).toEqual(first.services.map(({ digest }) => digest))
    expect(targets()).toEqual([])
    expect(again.services.map(({ tested, testsRan }) => [tested, testsRan])).toEqual([
      [false, false],
      [true, false],
    ])
    expect((await ledger()).size).toBe(2)
  })

  test('an edited test runs, and builds no image', async () => {
    const [, first] = (await run()).services
    shop.repository.commit({ 'user/app.test.txt': 'test 2\n' })
    shop.docker.builds.length = 0
    expect((await run()).services).toEqual([
      expect.objectContaining({ name: 'user', outcome: 'reused', digest: first?.digest, tested: true }),
    ])
    expect(targets()).toEqual(['test'])
    expect((await shop.planned()).services.flatMap(({ needs }) => needs)).toEqual([])
  })

  test('a failing test: shown, nothing pushed, nothing named; the other service goes on', async () => {
    shop.repository.commit({ 'user/Dockerfile': dockerfile('./check.sh') })
    const result = await run()
    expect(outcomes(result)).toEqual({ cart: 'built', user: 'failed' })
    expect(result.services[1]).toMatchObject({
      digest: null,
      tested: false,
      tags: [],
      problem: {
        code: 'tests-failed',
        fault: 'thing',
        why: expect.stringMatching(/stage test of user\/Dockerfile.*check\.sh/s),
      },
    })
    expect(buildExitCode(result)).toBe(1)
    expect(names()).toEqual([expect.stringContaining('/cart:in-')])
    expect(shop.docker.pushes.filter((name) => name.includes('/user:'))).toEqual([])
    expect([...(await ledger()).keys()]).toEqual(['cart'])
    expect(shop.world.progress.lines).toContain('RUN ./check.sh')
  })

  test('an edited test that fails takes nothing away from the image that is there', async () => {
    await run()
    const before = names()
    shop.repository.commit({ 'user/Dockerfile': dockerfile('./check.sh') })
    expect(outcomes(await run())).toEqual({ user: 'failed' })
    expect(names()).toEqual(before)
  })

  test('an image that cannot be built says what it lacks', async () => {
    shop.repository.commit({ 'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\nRUN make\n' })
    const result = await run({ services: ['cart'] })
    expect(result.services[0]?.problem).toMatchObject({
      code: 'build-failed',
      why: expect.stringContaining('make: did not complete'),
    })
    expect(names()).toEqual([])
  })

  test('an artifact that git does not track is refused by name; the other service goes on', async () => {
    shop.repository.commit({ 'cart/Dockerfile': 'FROM scratch\nCOPY dist/cart.js /\n' })
    const result = await run()
    expect(outcomes(result)).toEqual({ cart: 'failed', user: 'built' })
    expect(result.services[0]?.problem).toMatchObject({
      code: 'untracked-source',
      fault: 'caller',
      why: expect.stringContaining('dist/cart.js'),
      at: { file: 'cart/Dockerfile', line: 2 },
    })
    expect(buildExitCode(result)).toBe(2)
  })

  test('of two racing builds the first gives the name, and the second takes its image', async () => {
    const rival = Buffer.from('the image of another run')
    const name = `in-${(await shop.planned()).services[0]?.image.fingerprint?.slice(7)}`
    const { push } = shop.docker
    let digest: Digest | undefined
    const docker = {
      ...shop.docker,
      push: async (reference: string) => {
        await push(reference)
        digest = shop.registry.push(`${PREFIX}/cart`, name, rival)
      },
    }
    const result = await build({ ...shop.world, docker }, await shop.request({ services: ['cart'] }))
    expect(result.services[0]).toMatchObject({ outcome: 'reused', digest })
    expect(shop.registry.held()[`${PREFIX}/cart:${name}`]).toBe(digest)
    expect((await ledger()).get('cart' as ServiceName)?.digest).toBe(digest)
  })

  test('a pull request has a repository of its own and writes no ledger', async () => {
    const result = await run({ pullRequest: true })
    expect(outcomes(result)).toEqual({ cart: 'built', user: 'built' })
    expect(names().every((name) => name.startsWith(`${PREFIX}/pr/`))).toBe(true)
    expect((await ledger()).size).toBe(0)
  })

  test('a pull request takes what the default branch has built, with its version, and writes nothing', async () => {
    await run()
    const ledgerBefore = [...(await ledger()).values()][0] as ImageEntry
    const versioned = { ...ledgerBefore, version: '0.1.0' as Version }
    await recordLedger(
      shop.world,
      new Map([[imagePath(versioned.service), writeEntry(versioned)]]),
      'version',
    )
    const services = [versioned.service]
    expect((await run({ services })).services[0]?.version).toBe('0.1.0')
    const before = names()
    const [row] = (await run({ services, pullRequest: true, trusted: false })).services
    expect(row).toMatchObject({
      outcome: 'reused',
      version: '0.1.0',
      repository: `${PREFIX}/${versioned.service}`,
    })
    expect(names()).toEqual(before)
  })

  test('what a pull request named is adopted by main where that is asked for: copied, named, remembered', async () => {
    const [planted] = (await run({ pullRequest: true, trusted: false, services: ['cart'] })).services
    const [mine] = (await run({ services: ['cart'], settings: { adopt: 'pull-requests' } })).services
    expect(mine).toMatchObject({ outcome: 'reused', digest: planted?.digest, repository: `${PREFIX}/cart` })
    expect((await ledger()).get('cart' as ServiceName)?.repository).toBe(`${PREFIX}/cart`)
    expect(shop.registry.held()[`${PREFIX}/cart:${mine?.tags[0]}`]).toBe(planted?.digest)
  })

  test('what a pull request named is not adopted by main', async () => {
    const [planted] = (await run({ pullRequest: true, services: ['cart'] })).services
    const [mine] = (await run({ services: ['cart'] })).services
    expect(mine).toMatchObject({ outcome: 'built' })
    expect(mine?.digest).not.toBe(planted?.digest)
  })

  test('an untrusted run pushes and writes no ledger', async () => {
    expect(outcomes(await run({ trusted: false }))).toEqual({ cart: 'built', user: 'built' })
    expect((await ledger()).size).toBe(0)
  })

  test('without a push everything stays in the engine, and is found there again', async () => {
    const first = await run({ push: false, prefix: null })
    expect(first.services).toEqual([
      expect.objectContaining({ outcome: 'built', digest: null }),
      expect.objectContaining({ outcome: 'built', digest: null, tested: true }),
    ])
    expect([...shop.docker.images()].sort()).toEqual([
      ...first.services.map(({ name, tags }) => `${name}:${tags[0]}`),
      expect.stringMatching(/^user:tested-[0-9a-f]{64}$/),
    ])
    expect(shop.registry.held()).toEqual({})
    expect((await ledger()).size).toBe(0)
    expect(outcomes(await run({ push: false, prefix: null }))).toEqual({ cart: 'reused', user: 'reused' })
  })

  test('a dry run says what it would do, and does nothing', async () => {
    const result = await run({ dryRun: true })
    expect(result.services.map(({ outcome, plan }) => [outcome, plan])).toEqual([
      ['planned', ['build it', `push it to ${PREFIX}/cart`]],
      ['planned', ['run its tests', 'build it', `push it to ${PREFIX}/user`]],
    ])
    expect([shop.docker.builds, names(), (await ledger()).size]).toEqual([[], [], 0])
  })

  test('an unknown service is refused with the near ones, before anything is done', async () => {
    await expect(run({ services: ['usr', 'cart'] })).rejects.toMatchObject({
      problems: [{ code: 'unknown-service', fix: expect.stringContaining('user') }],
    })
    expect(shop.docker.builds).toEqual([])
  })

  test('a push without a registry is refused', async () => {
    await expect(run({ prefix: null })).rejects.toMatchObject({ problems: [{ code: 'no-registry' }] })
  })

  test('without an engine nothing is started', async () => {
    const missing = new StaggerError({
      code: 'no-docker-engine',
      fault: 'caller',
      problem: 'p',
      why: 'w',
      fix: 'f',
    })
    const docker = { ...shop.docker, builder: () => Promise.reject(missing) }
    await expect(build({ ...shop.world, docker }, await shop.request())).rejects.toBe(missing)
    expect(shop.docker.builds).toEqual([])
  })

  test('no engine is needed where every image is there', async () => {
    await run()
    const docker = { ...shop.docker, builder: () => Promise.reject(new Error('not needed')) }
    const result = await build({ ...shop.world, docker }, await shop.request({ services: ['cart', 'user'] }))
    expect(outcomes(result)).toEqual({ cart: 'reused', user: 'reused' })
  })

  test('a registry that refuses is the problem of each service, and nothing is built', async () => {
    const problem = { code: 'registry-refused', fault: 'world', problem: 'p', why: '503', fix: 'f' } as const
    const registry: Registry = { ...shop.registry, manifest: () => Promise.reject(new StaggerError(problem)) }
    const result = await build({ ...shop.world, registry }, await shop.request())
    expect(result.services.map((service) => service.problem)).toEqual([problem, problem])
    expect(buildExitCode(result)).toBe(3)
    expect(shop.docker.builds).toEqual([])
  })
})

/** With what stagger.yml says of services. */
const planned = (shop: Shop) =>
  plan(
    { git: shop.world.git, readConfiguration },
    { head: null, base: null, environment: null, freshLedger: false },
  )

describe('what the configuration asks for', () => {
  let shop: Shop
  beforeEach(() => {
    shop = openShop()
  })
  afterEach(() => shop.close())
  const go = async (given: Parameters<Shop['request']>[0] = {}, world: Partial<BuildWorld> = {}) =>
    (await build({ ...shop.world, ...world }, await shop.request(given))).services
  const named = () => Object.keys(shop.registry.held()).filter((name) => !name.includes(':staging-'))
  /** `node` with a script: a tool as somebody's configuration names it. */
  const tool = (script: string) => [process.execPath, '-e', script, '{image}']

  test('a service without tests is refused by name where they are required, also by a dry run; the others are built', async () => {
    const rows = (outcome: string) => [
      { name: 'cart', outcome: 'failed', problem: { code: 'no-tests', problem: 'cart has no tests' } },
      { name: 'user', outcome },
    ]
    expect(await go({ settings: { tests: 'required' }, dryRun: true })).toMatchObject(rows('planned'))
    expect(shop.docker.builds).toEqual([])
    const result = await build(shop.world, await shop.request({ settings: { tests: 'required' } }))
    expect(result.services).toMatchObject(rows('built'))
    expect(buildExitCode(result)).toBe(2)
    expect(named().filter((name) => !name.includes('/user:'))).toEqual([])
  })

  test('a service whose tests were taken away is refused where they are required, though its image is there', async () => {
    await go()
    shop.repository.commit({ 'stagger.yml': 'build: { tests: required }\n' })
    expect(await go({ plan: await planned(shop), settings: { tests: 'required' } })).toMatchObject([
      { name: 'cart', outcome: 'failed', problem: { code: 'no-tests' } },
    ])
    shop.repository.commit({
      'stagger.yml': 'build: { tests: required }\nservices: { cart: { test: false } }\n',
    })
    expect(await go({ plan: await planned(shop), settings: { tests: 'required' } })).toEqual([])
  })

  test('what is made of a service that is refused is not built', async () => {
    shop.repository.commit({
      'stagger.yml': 'build: { tests: required }\nservices: { top: { test: false } }\n',
      'compose.yaml':
        'services: { cart: { build: cart, image: shop/cart }, user: { build: user }, top: { build: top } }\n',
      'top/Dockerfile': 'FROM shop/cart\n',
    })
    expect(await go({ plan: await planned(shop), settings: { tests: 'required' } })).toMatchObject([
      { name: 'cart', problem: { code: 'no-tests' } },
      { name: 'user', outcome: 'built' },
      { name: 'top', problem: { code: 'base-failed' } },
    ])
  })

  test('a scan sees the image before it has a name; a finding of the level error leaves it without one', async () => {
    const report = (level: string) => ({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'x' } },
          results: [{ level, ruleId: 'R1', message: { text: 'old libc' } }],
        },
      ],
    })
    const scan = (level: string) => tool(`console.log(${JSON.stringify(JSON.stringify(report(level)))})`)
    const [bad] = await go({ services: ['cart'], settings: { scan: scan('error') } })
    expect(bad).toMatchObject({
      outcome: 'failed',
      findings: { counts: { error: 1 } },
      problem: { code: 'scan-failed', why: expect.stringContaining('old libc') },
    })
    expect(named()).toEqual([])
    const [good] = await go({ services: ['cart'], settings: { scan: scan('warning') } })
    expect(good).toMatchObject({ outcome: 'built', findings: { counts: { warning: 1 } } })
  })

  test('what is asked for later does not run on an image that is there, and that is told', async () => {
    await go({ services: ['cart'] })
    const lines = async (settings: BuildSettings) => {
      shop.world.progress.lines.length = 0
      expect(await go({ services: ['cart'], settings })).toMatchObject([{ outcome: 'reused' }])
      return shop.world.progress.lines.filter((line) => line.includes('was there'))
    }
    expect(await lines({})).toEqual([])
    expect(await lines({ scan: tool('process.exit(1)'), provenance: 'max', sbom: false })).toEqual([
      'cart: its image was there, so nothing ran of scan and provenance, which go with a build',
    ])
  })

  test('an image is signed by its digest before it has a name; one that is not has none', async () => {
    const signs = (code: number) => tool(`console.log('signed', process.argv[1]); process.exit(${code})`)
    const [unsigned] = await go({ services: ['cart'], settings: { sign: signs(1) } })
    expect(unsigned).toMatchObject({ outcome: 'failed', problem: { code: 'not-signed' } })
    expect(named()).toEqual([])
    const [signed] = await go({ services: ['cart'], settings: { sign: signs(0) } })
    expect(shop.world.progress.lines).toContain(`signed ${PREFIX}/cart@${signed?.digest}`)
  })

  test('a secret that is not here is missed before the build', async () => {
    shop.repository.commit({
      'stagger.yml': 'services: { cart: { secrets: { npm: { env: NPM_TOKEN } } } }\n',
    })
    const plan = await planned(shop)
    const [cart] = await go({ plan, services: ['cart'] })
    expect(cart?.problem).toMatchObject({
      code: 'no-secret',
      fault: 'caller',
      why: expect.stringContaining('NPM_TOKEN'),
    })
    expect(shop.docker.builds).toEqual([])
    expect(
      await go({ plan, services: ['cart'] }, { secrets: openSecrets({ NPM_TOKEN: 'sesame' }) }),
    ).toMatchObject([{ outcome: 'built' }])
    expect(shop.docker.builds[0]?.args).toContain('--secret=id=npm,env=NPM_TOKEN')
  })

  test("a fork's pull request pushes nothing, and remembers verdicts where it can", async () => {
    const kept = new Set<string>()
    const marks = {
      has: async (key: string) => kept.has(key),
      put: async (key: string) => void kept.add(key),
    }
    const fork = { push: false, prefix: null, pullRequest: true, trusted: false }
    expect(await go({ ...fork, services: ['user'] }, { marks })).toMatchObject([{ testsRan: true }])
    expect([...kept]).toEqual([expect.stringMatching(/^stagger-tested-v1-[0-9a-f]{64}$/)])
    for (const image of shop.docker.images()) await shop.docker.forget(image)
    expect(await go({ ...fork, services: ['user'] }, { marks })).toMatchObject([
      { outcome: 'built', testsRan: false, tested: true },
    ])
    expect(shop.registry.held()).toEqual({})
  })
})

describe('with a BuildKit of its own', () => {
  const platforms = { platforms: ['linux/arm64', 'linux/amd64'] }
  const SEVERAL = {
    'compose.yaml':
      'services:\n  cart: { build: { context: cart, platforms: [linux/arm64, linux/amd64] } }\n',
    'cart/Dockerfile': dockerfile(),
    'cart/app.txt': '1',
    'cart/app.test.txt': '1',
  }
  let shop: Shop
  afterEach(() => shop.close())
  const go = async (given: Parameters<Shop['request']>[0] = {}) =>
    (await build(shop.world, await shop.request(given))).services
  const option = (name: string) =>
    shop.docker.builds.flatMap(({ args }) => args.filter((arg) => arg.startsWith(`--${name}=`)))

  test('an image is pushed by its digest and named afterwards: no name carries it', async () => {
    shop = openShop(SHOP, BUILDKIT)
    const [cart, user] = await go()
    expect([cart?.outcome, user?.outcome]).toEqual(['built', 'built'])
    const tested = (await shop.planned()).services[1]?.test?.fingerprint?.slice(7)
    expect(shop.registry.held()).toEqual({
      [`${PREFIX}/cart:${cart?.tags[0]}`]: cart?.digest,
      [`${PREFIX}/user:${user?.tags[0]}`]: user?.digest,
      [`${PREFIX}/user:tested-${tested}`]: user?.digest,
    })
  })

  test.each([
    ['a fork’s pull request', 'refs/pull/7/merge', false, true],
    ['what stands on the default branch and nobody has to trust', 'refs/heads/main', false, false],
    ['the default branch', 'refs/heads/main', true, true],
  ])(
    'without a push, %s reads GitHub’s cache, and writes what no other run reads',
    async (...[, ref, trusted, writes]) => {
      shop = openShop(SHOP, BUILDKIT)
      const given = { ACTIONS_RUNTIME_TOKEN: 'token', ACTIONS_RESULTS_URL: 'http://127.0.0.1/' }
      const world = { ...shop.world, environment: { ...given, GITHUB_REF: ref } }
      const run = { push: false, prefix: null, trusted, pullRequest: !trusted, services: ['cart'] }
      await build(world, await shop.request(run))
      const place = 'type=gha,version=2,timeout=2m,scope=cart-cache'
      expect(option('cache-from')).toEqual([`--cache-from=${place}`])
      expect(option('cache-to')).toEqual(writes ? [`--cache-to=${place},mode=max,ignore-error=true`] : [])
    },
  )

  test('without a push, and away from GitHub’s runners, builds go without a cache, of which nothing is said', async () => {
    shop = openShop(SHOP, BUILDKIT)
    await go({ push: false, prefix: null, services: ['cart'] })
    expect([...option('cache-from'), ...option('cache-to')]).toEqual([])
    expect(shop.world.progress.lines.filter((line) => line.includes('cache'))).toEqual([])
  })

  test('a base is handed over as a context, by digest', async () => {
    shop = openShop(
      {
        'compose.yaml': 'services:\n  web: { build: web }\n  cart: { build: cart, image: "acme/cart:1" }\n',
        'web/Dockerfile': 'FROM acme/cart:1\n',
        'cart/Dockerfile': 'FROM scratch\n',
      },
      BUILDKIT,
    )
    const [, cart] = await go()
    expect(option('build-context')).toEqual([
      `--build-context=acme/cart:1=docker-image://${PREFIX}/cart@${cart?.digest}`,
    ])
    expect(shop.docker.images()).toEqual([])
  })

  test('several platforms: each is built, and one index has the name; the tests run once', async () => {
    shop = openShop(SEVERAL, BUILDKIT)
    const [cart] = await go()
    expect(cart).toMatchObject({ outcome: 'built', problem: null, digest: DIGEST })
    expect(option('platform')).toEqual(['--platform=linux/amd64', '--platform=linux/arm64'])
    const index = await shop.registry.manifest(`${PREFIX}/cart`, cart?.tags[0] ?? '')
    expect(index?.digest).toBe(cart?.digest)
    const { manifests } = JSON.parse(Buffer.from(index?.body ?? '').toString())
    expect(manifests.map(({ digest }: { digest: Digest }) => digest)).toEqual(
      cart?.platforms.map(({ digest }) => digest),
    )
    expect(cart?.platforms.map(({ platform }) => platform)).toEqual(platforms.platforms.sort())
  })

  test('a platform each: the last one that is there makes the index, whichever it is; a run again changes nothing', async () => {
    shop = openShop(SEVERAL, BUILDKIT)
    const request = { services: ['cart'], trusted: true }
    const [first] = await go({ ...request, platform: 'linux/arm64' })
    expect(first).toMatchObject({ outcome: 'built', digest: null, problem: null })
    expect(first?.platforms).toEqual([
      { platform: 'linux/amd64', digest: null },
      { platform: 'linux/arm64', digest: DIGEST },
    ])
    expect((await currentLedger(shop.world.git, false)).images.size).toBe(0)
    const [second] = await go({ ...request, platform: 'linux/amd64' })
    expect(second).toMatchObject({ outcome: 'built', digest: DIGEST, tested: true, testsRan: false })
    expect((await currentLedger(shop.world.git, false)).images.size).toBe(1)
    const builds = shop.docker.builds.length
    expect((await go({ ...request, platform: 'linux/arm64' }))[0]).toMatchObject({
      outcome: 'reused',
      digest: second?.digest,
    })
    expect(shop.docker.builds.length).toBe(builds)
  })

  test('a platform that it is not built for is refused, with those that it is', async () => {
    shop = openShop(SEVERAL, BUILDKIT)
    const [cart] = await go({ services: ['cart'], platform: 'linux/s390x' })
    expect(cart?.problem).toMatchObject({
      code: 'other-platform',
      fault: 'caller',
      why: expect.stringContaining('linux/amd64'),
    })
    expect(shop.docker.builds).toEqual([])
  })

  describe('tested by a command in the image', () => {
    const COMMAND = { ...SEVERAL, 'stagger.yml': 'services: { cart: { test: { command: [check] } } }\n' }
    /** An engine for linux/amd64 on which the command ends so. */
    const start = (code: number, files: Readonly<Record<string, string>> = COMMAND) => {
      shop = openShop(files, BUILDKIT)
      const ran: string[] = []
      const containers: Containers = {
        run: async ({ create }) => {
          ran.push(create.join(' '))
          return { code, lines: [], taken: false }
        },
      }
      const tools = { ...shop.world.tools, containers }
      const one = async (platform: string | null) => {
        const request = await shop.request({ plan: await planned(shop), services: ['cart'], platform })
        return (await build({ ...shop.world, tools }, request)).services[0]
      }
      const kinds = () =>
        Object.keys(shop.registry.held()).map(
          (name) =>
            name
              .split(':')
              .at(-1)
              ?.replace(/[0-9a-f]{64}/, '') ?? '',
        )
      return { one, ran, kinds }
    }

    test('a machine that cannot run it tests nothing and says nothing; the one that can does both', async () => {
      const { one, ran, kinds } = start(0)
      expect(await one('linux/arm64')).toMatchObject({ outcome: 'built', digest: null })
      expect([ran.length, kinds()]).toEqual([0, ['in-.linux-arm64']])
      expect(await one('linux/amd64')).toMatchObject({ outcome: 'built', digest: DIGEST, testsRan: true })
      expect(ran).toHaveLength(1)
      expect(kinds().sort()).toEqual(['in-', 'in-.linux-amd64', 'in-.linux-arm64', 'tested-'])
    })

    test('where it fails there is no index, whatever the other platforms are', async () => {
      const { one, kinds } = start(1)
      expect(await one('linux/arm64')).toMatchObject({ outcome: 'built' })
      expect(await one('linux/amd64')).toMatchObject({ outcome: 'failed', problem: { code: 'tests-failed' } })
      expect(kinds()).toEqual(['in-.linux-arm64'])
    })

    test('where this machine runs none of the platforms, none goes untested', async () => {
      const compose =
        'services:\n  cart: { build: { context: cart, platforms: [linux/arm64, linux/s390x] } }\n'
      const { one, ran, kinds } = start(1, { ...COMMAND, 'compose.yaml': compose })
      expect(await one('linux/arm64')).toMatchObject({ outcome: 'failed' })
      expect([ran.length, kinds()]).toEqual([1, []])
    })
  })

  test.each([
    [
      'several platforms are refused by an engine that builds for its own only',
      SEVERAL,
      ENGINE,
      true,
      'builder-too-old',
    ],
    ['an engine keeps one platform', SEVERAL, BUILDKIT, false, 'only-pushed'],
    [
      'one platform that is not its own',
      {
        ...SEVERAL,
        'compose.yaml': 'services:\n  cart: { build: { context: cart, platforms: [linux/arm64] } }\n',
      },
      ENGINE,
      true,
      'builder-too-old',
    ],
    [
      'a folder under a name',
      {
        'compose.yaml':
          'services:\n  cart: { build: { context: cart, additional_contexts: { more: more } } }\n',
        'cart/Dockerfile': 'FROM scratch\nCOPY --from=more a /\n',
        'more/a': '1',
      },
      ENGINE,
      true,
      'builder-too-old',
    ],
  ])('%s', async (_, files, facts, push, code) => {
    shop = openShop(files, facts)
    expect((await go({ push }))[0]?.problem).toMatchObject({ code, fault: 'caller' })
    expect(shop.docker.builds).toEqual([])
  })
})

describe('images that are built from one another', () => {
  const COMPOSE = `services:
  web: { build: web }
  cart: { build: cart, image: "acme/cart:1" }
`
  const CHAIN = {
    'compose.yaml': COMPOSE,
    'web/Dockerfile': 'FROM acme/cart:1\nCOPY web.txt /\n',
    'web/web.txt': '1',
    'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n',
    'cart/app.txt': '1',
  }
  let shop: Shop
  const start = (files = {}) => {
    shop = openShop({ ...CHAIN, ...files })
    return shop
  }
  afterEach(() => shop.close())
  const go = async (given: Parameters<Shop['request']>[0] = {}) => {
    const { services } = await build(shop.world, await shop.request(given))
    return services.map(({ name, outcome }) => `${name} ${outcome}`)
  }

  test.each([
    ['pushed', true],
    ['kept in the engine', false],
  ])('the base first, whoever stands first: %s', async (_, push) => {
    start()
    expect(await go({ push })).toEqual(['web built', 'cart built'])
    const [first, second] = shop.docker.builds.map(({ tag }) => tag)
    expect([first, second]).toEqual([
      expect.stringContaining('cart:staging'),
      expect.stringContaining('web:staging'),
    ])
    expect(shop.docker.images().filter((name) => name.startsWith('acme'))).toEqual([])
  })

  test('a base that is there is taken and not told; one that is not is built, asked for or not', async () => {
    start()
    expect(await go({ services: ['web'] })).toEqual(['web built', 'cart built'])
    shop.repository.commit({ 'web/web.txt': '2' })
    expect(await go()).toEqual(['web built'])
    shop.repository.commit({ 'cart/app.txt': '2' })
    expect(await go({ services: ['web'] })).toEqual(['web built', 'cart built'])
  })

  test('a base that fails: who takes from it is not built, and says so', async () => {
    start({ 'cart/Dockerfile': 'FROM scratch\nRUN make\n' })
    const result = await build(shop.world, await shop.request())
    expect(result.services.map(({ outcome, problem }) => [outcome, problem?.code])).toEqual([
      ['failed', 'base-failed'],
      ['failed', 'build-failed'],
    ])
    expect(buildExitCode(result)).toBe(1)
  })

  test('a base without a fingerprint leaves none to who takes from it', async () => {
    start({ 'cart/Dockerfile': 'FROM scratch\nCOPY dist.js /\n' })
    const result = await build(shop.world, await shop.request())
    expect(result.services.map(({ problem }) => problem?.code)).toEqual([
      'undecided-base',
      'untracked-source',
    ])
  })

  test('a name that the engine held already stays', async () => {
    start()
    const folder = await shop.world.files.buildFolder('FROM scratch\n', [], async () => Buffer.from(''))
    await shop.docker.build([`--file=${folder.dockerfile}`, '--tag=acme/cart:1', folder.context])
    await folder.remove()
    await go()
    expect(shop.docker.images()).toEqual(['acme/cart:1'])
  })
})

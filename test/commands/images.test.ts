import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { sweepExitCode } from '../../src/commands/images.js'
import { inputsName } from '../../src/image/names.js'
import { openRegistries } from '../../src/platform/registry/choose.js'
import type { Digest, Fingerprint, Instant } from '../../src/words.js'
import { StaggerError } from '../../src/words.js'
import { ACCOUNT, hold, type PlayedEcr, playedEcr } from '../platform/aws/played-ecr.js'
import { putImage, putIndex } from '../platform/registry/image.js'
import { DAY, ENVIRONMENT, inputsOf, openSweep, outcomes } from './images-stage.js'
import { PREFIX } from './shop.js'

const CART = `${PREFIX}/cart`

describe('stagger images gc', () => {
  let stage: ReturnType<typeof openSweep>
  beforeEach(() => {
    stage = openSweep()
  })
  afterEach(() => stage.close())
  const push = (name: string, content = name) => stage.registry.push(CART, name, Buffer.from(content))
  const held = () => Object.keys(stage.registry.held()).map((name) => name.slice(name.lastIndexOf(':') + 1))

  test('without --yes tells what would go and why, and removes nothing', async () => {
    push(inputsOf('a'))
    const stray = push('staging-1')
    const before = stage.registry.held()
    const result = await stage.sweep({ dryRun: true })
    expect(outcomes(result).get(stray)).toBe('planned: no name but a staging one')
    expect(stage.registry.held()).toEqual(before)
    expect(sweepExitCode(result)).toBe(0)
    expect(stage.world.progress.lines).toEqual([expect.stringContaining('there is no ledger')])
  })

  test('keeps what the ledger, git, this commit and ECS name, each with its reason', async () => {
    const { repository, remember, running, sweep, planned } = stage
    const digests = Object.fromEntries(
      ['ledger', 'uat', 'gone', 'release', 'tagged', 'live', 'named', 'newest', 'stray'].map((word, at) => [
        word,
        push(inputsOf('abcdef123'[at] as string), word),
      ]),
    ) as Record<string, Digest>
    const plan = await planned()
    const own = plan.services.find(({ service }) => service.name === 'cart')?.image.fingerprint as Fingerprint
    const head = push(inputsName(own), 'head')
    await remember({
      'images/cart.json': { digest: digests.ledger },
      'environments/uat/cart.json': { digest: digests.uat },
      'environments/an-environment-that-is-gone/cart.json': { digest: digests.gone },
      'releases/cart/1.4.0.json': { digest: digests.release },
    })
    repository.git('tag', '--annotate', '--message', `cart 0.1.0\n\ndigest: ${digests.tagged}`, 'cart/v0.1.0')
    running.push(`${CART}@${digests.live}`, `${CART}:${inputsOf('1')}`, 'nginx:1')
    const result = await sweep({
      configuration: { environments: { production: ENVIRONMENT, uat: { ...ENVIRONMENT, cluster: 'uat' } } },
      limits: { keep: 1, olderThan: 14 * DAY, now: Date.UTC(2026, 5, 1) as Instant },
    })
    const told = outcomes(result)
    const newest = [...told.values()].filter((one) => one === 'kept: one of the newest 1')
    expect(newest.length).toBeLessThanOrEqual(1)
    expect(
      Object.fromEntries(Object.entries(digests).map(([word, digest]) => [word, told.get(digest)])),
    ).toMatchObject({
      ledger: 'kept: the ledger’s image of cart',
      uat: expect.stringMatching(/^kept: uat runs it/),
      gone: 'kept: an-environment-that-is-gone runs it',
      release: 'kept: it is version 1.4.0 of cart',
      tagged: 'kept: it is version cart/v0.1.0',
      live: expect.stringMatching(/^kept: (?:production|uat) runs it/),
      named: expect.stringMatching(/^kept: (?:production|uat) runs it/),
    })
    expect(told.get(head)).toBe('kept: the image of this commit')
    expect([...told.values()].filter((one) => one.startsWith('removed'))).toHaveLength(2 - newest.length)
    expect(stage.asked.toSorted()).toEqual(['shop', 'uat'])
    expect(held()).toContain(inputsName(own))
  })

  test('the newest are those that the ledger had last', async () => {
    const [first, second, third] = ['a', 'b', 'c'].map((letter) => push(inputsOf(letter)))
    for (const [at, [letter, digest]] of [
      ['a', first],
      ['c', third],
      ['b', second],
    ].entries())
      await stage.remember({
        'images/cart.json': {
          digest,
          fingerprint: `sha256:${letter?.repeat(64)}`,
          time: new Date(Date.UTC(2026, 0, 1 + at)).toISOString(),
        },
      })
    const told = outcomes(
      await stage.sweep({ limits: { keep: 2, olderThan: 0, now: Date.UTC(2026, 5, 1) as Instant } }),
    )
    expect([first, second, third].map((digest) => told.get(digest as Digest))).toEqual([
      'removed: nothing needs its inputs any more',
      'kept: the ledger’s image of cart',
      'kept: one of the newest 2',
    ])
  })

  describe('where ECS cannot be asked', () => {
    const denied = new StaggerError({
      code: 'access-denied',
      fault: 'caller',
      problem: 'AWS denies ecs:ListServices',
      why: 'x',
      fix: 'Allow it.',
    })
    const imagesInUse = () => Promise.reject(denied)
    const configuration = { environments: { production: ENVIRONMENT } }

    test('nothing is removed', async () => {
      push('staging-1')
      await expect(stage.sweep({ configuration }, { imagesInUse })).rejects.toMatchObject({
        problems: [
          {
            code: 'live-images-unknown',
            fault: 'caller',
            problem: 'nobody can say which images production runs, so none is removed',
            why: expect.stringContaining('AWS denies ecs:ListServices'),
            fix: expect.stringContaining('--without-ecs'),
          },
        ],
      })
      expect(held()).toEqual(['staging-1'])
    })

    test('unless somebody says that it need not be', async () => {
      push('staging-1')
      await stage.sweep({ configuration, withoutEcs: true }, { imagesInUse })
      expect(held()).toEqual([])
    })

    test('but a rehearsal on this machine that nobody serves runs nothing', async () => {
      push('staging-1')
      const gone = new StaggerError({ code: 'unreachable', fault: 'world', problem: 'p', why: 'w', fix: 'f' })
      const at = (endpoint: string) => ({
        configuration: { environments: { local: { ...ENVIRONMENT, endpoint } } },
      })
      const world = { imagesInUse: () => Promise.reject(gone) }
      await expect(stage.sweep(at('https://ecs.example.com'), world)).rejects.toThrow('nobody can say')
      await expect(stage.sweep(at('http://127.0.0.1.example.com'), world)).rejects.toThrow('nobody can say')
      await stage.sweep(at('http://127.0.0.1:4577'), world)
      expect(held()).toEqual([])
    })

    test('or no environment is there to ask about', async () => {
      push('staging-1')
      await stage.sweep({}, { imagesInUse })
      expect(held()).toEqual([])
    })
  })

  test('what another run names meanwhile stays', async () => {
    const stray = push('staging-1')
    let listed = 0
    const list: typeof stage.registry.list = async (repository) => {
      // Between the decision and the removal somebody gives it a version.
      if (repository === CART && ++listed === 2) await stage.registry.tag(CART, stray, '2.0.0')
      return stage.registry.list(repository)
    }
    const result = await stage.sweep({}, { registry: { ...stage.registry, list } })
    expect(outcomes(result).get(stray)).toBe('kept: meanwhile: it is version 2.0.0')
    expect(held()).toEqual(['staging-1', '2.0.0'])
  })

  test('a registry that deletes nothing: each is told, and the exit code is its fault’s', async () => {
    push('staging-1')
    const problem = {
      code: 'registry-deletes-nothing',
      fault: 'caller',
      problem: 'p',
      why: 'w',
      fix: 'f',
    } as const
    const remove = () => Promise.reject(new StaggerError(problem))
    const result = await stage.sweep({}, { registry: { ...stage.registry, remove } })
    expect(result.repositories[0]?.images[0]).toMatchObject({ outcome: 'failed', problem })
    expect(sweepExitCode(result)).toBe(2)
  })

  test('a service by name, and none that is unknown; also one that this commit does not have any more', async () => {
    push('staging-1')
    const user = stage.registry.push(`${PREFIX}/user`, 'staging-1', Buffer.from('user'))
    const old = stage.registry.push(`${PREFIX}/old`, 'staging-1', Buffer.from('old'))
    const entry = {
      schema: 1,
      service: 'old',
      digest: `sha256:${'9'.repeat(64)}`,
      version: null,
      commit: '9'.repeat(40),
      run: null,
      time: '2026-01-01T00:00:00Z',
      fingerprint: `sha256:${'8'.repeat(64)}`,
      testFingerprint: null,
      repository: `${PREFIX}/old`,
    }
    await stage.remember({ 'images/old.json': entry })
    expect([...outcomes(await stage.sweep({ services: ['user'] })).keys()]).toEqual([user])
    expect([...outcomes(await stage.sweep({ services: ['old'] })).keys()]).toEqual([old])
    await expect(stage.sweep({ services: ['usre'] })).rejects.toMatchObject({
      problems: [{ code: 'unknown-service' }],
    })
    expect(held()).toEqual(['staging-1'])
  })
})

describe('in Amazon ECR', () => {
  const HOST = `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com`
  const NOW = (1_700_000_000_000 + 30 * DAY) as Instant
  const daysAgo = (days: number) => (NOW - days * DAY) / 1000
  let ecr: PlayedEcr
  let before: NodeJS.ProcessEnv
  let stage: ReturnType<typeof openSweep>
  beforeEach(async () => {
    before = { ...process.env }
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' })
    ecr = await playedEcr({ page: 3 })
    const place = { host: HOST, account: ACCOUNT, region: 'eu-west-1', endpoint: `http://${ecr.host}` }
    stage = openSweep(openRegistries({ ecr: [place], credentialsOf: async () => null }), `${HOST}/shop`, NOW)
  })
  afterEach(async () => {
    process.env = before
    await ecr.stop()
    await stage.close()
  })
  const tags = (name: string) => [...(ecr.repositories.get(name)?.tags.keys() ?? [])]

  test('a pull request’s images go by their age, and staging names alone', async () => {
    hold(ecr, 'shop/pr/cart', 'old', [inputsOf('a')], daysAgo(20))
    hold(ecr, 'shop/pr/cart', 'young', [inputsOf('b')], daysAgo(2))
    hold(ecr, 'shop/cart', 'version', ['1.0.0', 'staging-1'], daysAgo(20))
    hold(ecr, 'shop/cart', 'under way', ['staging-2'], daysAgo(0))
    const result = await stage.sweep()
    expect([tags('shop/pr/cart'), tags('shop/cart')]).toEqual([[inputsOf('b')], ['1.0.0', 'staging-2']])
    expect(result.repositories[0]?.images[0]).toMatchObject({ outcome: 'kept', namesRemoved: ['staging-1'] })
  })

  test('an index goes before its parts, which have no names', async () => {
    const registry = stage.world.registry
    const repository = `${HOST}/shop/cart`
    hold(ecr, 'shop/cart', 'newest', [inputsOf('f')], daysAgo(0))
    const parts = [hold(ecr, 'shop/cart', 'amd', []), hold(ecr, 'shop/cart', 'arm', [])]
    const index = await putIndex(registry, repository, parts, inputsOf('a'))
    const told = outcomes(await stage.sweep())
    expect([index, ...parts].map((digest) => told.get(digest)?.split(':')[0])).toEqual([
      'removed',
      'removed',
      'removed',
    ])
    expect([...(ecr.repositories.get('shop/cart')?.images.keys() ?? [])]).toHaveLength(1)
  })
})

test('a registry that lists no untagged image keeps an index whole', async () => {
  const stage = openSweep()
  try {
    const part = await putImage(stage.registry, CART, 'part', `${inputsOf('a')}.linux-arm64`)
    await putIndex(stage.registry, CART, [part], '1.0.0')
    expect(outcomes(await stage.sweep()).get(part)).toBe('kept: a part of 1.0.0, which stays')
  } finally {
    await stage.close()
  }
})

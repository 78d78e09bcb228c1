import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { build } from '../../src/commands/build.js'
import { currentLedger } from '../../src/commands/ledger.js'
import { manifestAt } from '../../src/commands/manifest.js'
import { type TagRequest, tag, tagExitCode } from '../../src/commands/tag.js'
import { systemClock } from '../../src/platform/clock.js'
import { openGit } from '../../src/platform/git/open.js'
import type { Digest, Fingerprint, ServiceName, Version } from '../../src/words.js'
import { openShop, PREFIX, type Shop } from './shop.js'

const CART = 'cart' as ServiceName

describe('stagger tag', () => {
  let shop: Shop
  beforeEach(() => {
    shop = openShop()
  })
  afterEach(() => shop.close())

  const makeImages = async () => build(shop.world, await shop.request())
  const request = async (given: Partial<TagRequest> = {}): Promise<TagRequest> => ({
    plan: await shop.planned(),
    services: [],
    prefix: PREFIX,
    dryRun: false,
    trusted: true,
    pullRequest: false,
    run: null,
    asked: { kind: 'commits' },
    channel: null,
    first: '0.1.0' as Version,
    githubRelease: false,
    ...given,
  })
  const world = () => ({ ...shop.world, readConfiguration: async () => ({ environments: {} }), github: null })
  const run = async (given: Partial<TagRequest> = {}) => tag(world(), await request(given))
  const versions = (result: Awaited<ReturnType<typeof tag>>) =>
    Object.fromEntries(result.services.map(({ name, version, outcome }) => [name, [version, outcome]]))
  const gitTags = () => shop.repository.git('tag', '--list').split('\n').filter(Boolean)
  const entry = async () => (await currentLedger(shop.world.git, false)).images.get(CART)

  test('gives each image its version in git, in the registry and in the ledger', async () => {
    const [cart] = (await makeImages()).services
    expect(versions(await run())).toEqual({ cart: ['0.1.0', 'created'], user: ['0.1.0', 'created'] })
    expect(gitTags()).toEqual(['cart/v0.1.0', 'user/v0.1.0'])
    expect(shop.repository.git('for-each-ref', '--format=%(objecttype) %(contents)', 'refs/tags/cart')).toBe(
      [
        'tag cart 0.1.0',
        '',
        `digest: ${cart?.digest}`,
        `fingerprint: ${cart?.fingerprint}`,
        `commit: ${shop.repository.git('rev-parse', 'HEAD')}`,
      ].join('\n'),
    )
    expect(shop.registry.held()[`${PREFIX}/cart:0.1.0`]).toBe(cart?.digest)
    expect(await entry()).toMatchObject({ version: '0.1.0', digest: cart?.digest })
  })

  test('a new image of one service gets the next patch; the other keeps its version', async () => {
    await makeImages()
    await run()
    shop.repository.commit({ 'cart/app.txt': 'cart 2\n' })
    await makeImages()
    const result = await run()
    expect(versions(result)).toEqual({ cart: ['0.1.1', 'created'], user: ['0.1.0', 'kept'] })
    const commit = shop.repository.git('rev-parse', 'HEAD')
    expect(result.services[0]).toMatchObject({
      previous: '0.1.0',
      bump: 'patch',
      reason: `change (${commit.slice(0, 7)}) touches cart/app.txt`,
      because: { commit, header: 'change', path: 'cart/app.txt', through: [] },
      changelog: `### Other changes\n\n- change (${commit.slice(0, 7)})`,
    })
  })

  describe('an image that comes back by a revert', () => {
    const comeBack = async () => {
      await makeImages()
      await run()
      shop.repository.commit({ 'cart/app.txt': 'cart 2\n' })
      await makeImages()
      await run()
      shop.repository.git('revert', '--no-edit', 'HEAD')
    }
    const back = {
      name: 'cart',
      outcome: 'reused',
      version: '0.1.0',
      tags: expect.arrayContaining(['0.1.0']),
    }

    test('has its version in what a build tells, in the ledger and in the manifest, before it is tagged again', async () => {
      await comeBack()
      const dryRun = await build(shop.world, await shop.request({ dryRun: true }))
      expect(dryRun.services).toMatchObject([{ name: 'cart', outcome: 'planned', version: '0.1.0' }])
      const [cart] = (await build(shop.world, await shop.request())).services
      expect(cart).toMatchObject(back)
      expect(await entry()).toMatchObject({ version: '0.1.0', digest: cart?.digest })
      const { manifest } = await manifestAt(shop.world.git, await shop.planned())
      expect(manifest.services).toMatchObject({ cart: { version: '0.1.0' } })
    })

    test('also where only the git tags know it', async () => {
      await comeBack()
      shop.repository.git('update-ref', '-d', 'refs/stagger/ledger')
      const [cart] = (await build(shop.world, await shop.request({ services: [CART] }))).services
      expect(cart).toMatchObject(back)
      expect(await entry()).toMatchObject({ version: '0.1.0' })
    })

    test('a pull request that builds its own has the image, not the version’s name', async () => {
      await comeBack()
      const [cart] = (await build(shop.world, await shop.request({ services: [CART] }))).services
      const apart = `${PREFIX}/pr/cart`
      await shop.registry.copy({ repository: `${PREFIX}/cart`, digest: cart?.digest as Digest }, apart)
      await shop.registry.tag(apart, cart?.digest as Digest, cart?.tags[0] as string)
      const own = await shop.request({ services: [CART], pullRequest: true, trusted: false })
      expect((await build(shop.world, own)).services).toMatchObject([
        { repository: apart, version: null, tags: [cart?.tags[0]] },
      ])
    })
  })

  test('however often it runs, nothing more is made', async () => {
    await makeImages()
    await run()
    const before = [gitTags(), shop.registry.held(), shop.repository.git('rev-parse', 'refs/stagger/ledger')]
    expect(versions(await run())).toEqual({ cart: ['0.1.0', 'kept'], user: ['0.1.0', 'kept'] })
    expect([
      gitTags(),
      shop.registry.held(),
      shop.repository.git('rev-parse', 'refs/stagger/ledger'),
    ]).toEqual(before)
  })

  test('a revert gets its earlier version back, and the ledger says so', async () => {
    await makeImages()
    await run()
    shop.repository.commit({ 'cart/app.txt': 'cart 2\n' })
    await makeImages()
    await run()
    shop.repository.commit({ 'cart/app.txt': 'cart 1\n' })
    await makeImages()
    expect(versions(await run({ services: ['cart'] }))).toEqual({ cart: ['0.1.0', 'kept'] })
    expect((await entry())?.version).toBe('0.1.0')
  })

  test('finishes what was interrupted after the git tag', async () => {
    await makeImages()
    const broken = { ...shop.registry, label: () => Promise.reject(new Error('killed')) }
    await expect(
      tag({ ...world(), registry: broken }, await request({ services: ['cart'] })),
    ).rejects.toThrow('killed')
    expect(gitTags()).toEqual(['cart/v0.1.0'])
    const [cart] = (await run({ services: ['cart'] })).services
    expect(cart).toMatchObject({ version: '0.1.0', outcome: 'kept' })
    expect(shop.registry.held()[`${PREFIX}/cart:0.1.0`]).toBe(cart?.digest)
  })

  test('needs no ledger: the registry knows the image, and git the version', async () => {
    await makeImages()
    await run()
    shop.repository.git('update-ref', '-d', 'refs/stagger/ledger')
    expect(versions(await run())).toEqual({ cart: ['0.1.0', 'kept'], user: ['0.1.0', 'kept'] })
  })

  test('a dry run says the next version and why, and makes nothing', async () => {
    await makeImages()
    const before = shop.registry.held()
    const result = await run({ dryRun: true })
    expect(versions(result)).toEqual({ cart: ['0.1.0', 'planned'], user: ['0.1.0', 'planned'] })
    expect(result.services[0]?.reason).toBe('the first version: there is no release before it')
    expect([gitTags(), shop.registry.held(), (await entry())?.version]).toEqual([[], before, null])
  })

  test('a service without an image of this commit has nothing to tag', async () => {
    await makeImages()
    shop.repository.commit({ 'cart/app.txt': 'cart 2\n' })
    const result = await run()
    expect(versions(result)).toEqual({ cart: [null, 'failed'], user: ['0.1.0', 'created'] })
    expect(result.services[0]?.problem).toMatchObject({
      code: 'no-image',
      fix: 'stagger build cart --push --yes',
    })
    expect(tagExitCode(result)).toBe(2)
  })

  test('a version name that stands for another image is an error that names both', async () => {
    const [cart] = (await makeImages()).services
    const other = shop.registry.push(`${PREFIX}/cart`, '0.1.0', Buffer.from('not ours'))
    const [row] = (await run({ services: ['cart'] })).services
    expect(row?.problem).toMatchObject({
      code: 'name-taken',
      why: `it stands for ${other}, and ${cart?.digest} was to get it`,
    })
    expect(shop.registry.held()[`${PREFIX}/cart:0.1.0`]).toBe(other)
    expect((await entry())?.version).toBeNull()
  })

  test('an image that was built again takes the version`s own image back', async () => {
    const [first] = (await makeImages()).services
    await run()
    const again = shop.registry.push(
      `${PREFIX}/cart`,
      `in-${first?.fingerprint?.slice(7)}`,
      Buffer.from('again'),
    )
    shop.repository.git('update-ref', '-d', 'refs/stagger/ledger')
    const [row] = (await run({ services: ['cart'] })).services
    expect(row).toMatchObject({ version: '0.1.0', digest: first?.digest, outcome: 'kept' })
    expect(row?.digest).not.toBe(again)
  })

  test('an image that was built again after the first was lost gets a version of its own', async () => {
    const [first] = (await makeImages()).services
    await run()
    shop.registry.lose(`${PREFIX}/cart`, first?.digest as Digest)
    const again = shop.registry.push(
      `${PREFIX}/cart`,
      `in-${first?.fingerprint?.slice(7)}`,
      Buffer.from('again'),
    )
    const [row] = (await run({ services: ['cart'] })).services
    expect(row).toMatchObject({ version: '0.1.1', digest: again, outcome: 'created' })
  })

  describe('at the same time', () => {
    const RUNS = 8
    /** They wait for each other, and a busy machine lets them wait longer. */
    const PATIENCE = 60_000
    /** Each run has a git of its own, as another process has. */
    const together = async (requests: readonly TagRequest[]) => {
      const gits = requests.map(() => openGit(shop.repository.directory))
      const results = await Promise.all(
        requests.map((one, at) =>
          tag({ ...world(), clock: systemClock, git: gits[at] ?? shop.world.git }, one),
        ),
      )
      await Promise.all(gits.map((git) => git.close()))
      return results.flatMap(({ services }) => services)
    }

    test(
      'many runs over one image make one version',
      async () => {
        await makeImages()
        const same = await request({ services: ['cart'] })
        const rows = await together(Array.from({ length: RUNS }, () => same))
        expect(rows.map(({ version }) => version)).toEqual(rows.map(() => '0.1.0'))
        expect(rows.filter(({ outcome }) => outcome === 'created')).toHaveLength(1)
        expect(gitTags()).toEqual(['cart/v0.1.0'])
        expect((await entry())?.version).toBe('0.1.0')
      },
      PATIENCE,
    )

    test(
      'many images get as many versions, and none is shared',
      async () => {
        const { plan, ...rest } = await request({ services: ['cart'] })
        const requests = Array.from({ length: RUNS }, (_, at): TagRequest => {
          const fingerprint = `sha256:${String(at).repeat(64)}` as Fingerprint
          shop.registry.push(`${PREFIX}/cart`, `in-${fingerprint.slice(7)}`, Buffer.from(`image ${at}`))
          const services = plan.services.map((one) => ({ ...one, image: { ...one.image, fingerprint } }))
          return { ...rest, plan: { ...plan, services } }
        })
        const rows = await together(requests)
        const expected = Array.from({ length: RUNS }, (_, at) => `0.1.${at}` as Version)
        expect(rows.map(({ version }) => version).sort()).toEqual(expected)
        for (const { version, digest } of rows)
          expect(shop.registry.held()[`${PREFIX}/cart:${version}`]).toBe(digest)
      },
      PATIENCE,
    )
  })
})

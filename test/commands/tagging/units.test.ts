import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { currentLedger } from '../../../src/commands/ledger.js'
import { type TagRequest, tag, tagExitCode } from '../../../src/commands/tag.js'
import { type Digest, type ServiceName, StaggerError, type Version } from '../../../src/words.js'
import { putImage } from '../../platform/registry/image.js'
import { PREFIX } from '../shop.js'
import { type Market, openMarket, PLAIN_REQUEST, rowOf, versionsIn } from './market.js'

/** Each test is some dozens of git's processes, on a machine that may be busy. */
jest.setTimeout(60_000)

const service = (name: string) => ({
  [`${name}/Dockerfile`]: 'FROM scratch\nCOPY app.txt /\n',
  [`${name}/app.txt`]: '1\n',
})
const SERVICES = { ...service('cart'), ...service('mail'), ...service('user') }
const GROUPED = 'services:\n  cart: { group: shop }\n  user: { group: shop }\n'

let market: Market
const open = async (files: Record<string, string>) => {
  market = openMarket(files)
  await market.push()
}
afterEach(() => market.close())

const problemOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error) => (error instanceof StaggerError ? error.problems[0] : error),
  )
const tags = () => market.repository.git('tag', '--list').split('\n').filter(Boolean)
const releases = async () => (await currentLedger(market.git, false)).releases()

describe('a group', () => {
  beforeEach(async () => {
    await open({ ...SERVICES, 'stagger.yml': GROUPED })
    await market.release()
  })

  test('has one version, in one git tag, and on the image of each member', async () => {
    expect(tags()).toEqual(['mail/v0.1.0', 'shop/v0.1.0'])
    const rows = await market.release()
    expect(rows.map(({ name, group, version }) => [name, group, version])).toEqual([
      ['cart', 'shop', '0.1.0'],
      ['mail', null, '0.1.0'],
      ['user', 'shop', '0.1.0'],
    ])
    for (const name of ['cart', 'user'])
      expect(market.registry.held()[`${PREFIX}/${name}:0.1.0`]).toBe(rowOf(rows, name).digest)
    const message = market.repository.git('tag', '--list', '--format=%(contents)', 'shop/v0.1.0')
    for (const { name, digest, fingerprint } of rows.filter(({ group }) => group === 'shop')) {
      expect(message).toContain(`digest of ${name}: ${digest}\n`)
      expect(message).toContain(`fingerprint of ${name}: ${fingerprint}\n`)
    }
    expect((await releases()).get('user' as ServiceName)).toMatchObject([{ version: '0.1.0', group: 'shop' }])
  })

  test('the highest bump of any member decides, and members that did not change get it, too', async () => {
    market.repository.commit({ 'cart/app.txt': '2\n' }, 'feat: cart')
    const rows = await market.next({ 'cart/app.txt': '3\n' }, 'fix: cart')
    expect(versionsIn(rows)).toEqual({ cart: '0.2.0 created', mail: '0.1.0 kept', user: '0.2.0 created' })
    const user = rowOf(rows, 'user')
    expect(user.digest).toBe(market.registry.held()[`${PREFIX}/user:0.1.0`])
    expect(market.registry.held()[`${PREFIX}/user:0.2.0`]).toBe(user.digest)
    expect(user.changelog).toMatch(/^### Features\n\n- cart \([0-9a-f]{7}\) – cart\n\n### Fixes/)
  })

  test('the same set of images keeps its version; another set of known ones is new', async () => {
    expect(versionsIn(await market.next({ 'cart/app.txt': '2\n' }, 'fix: x')).cart).toBe('0.1.1 created')
    expect(versionsIn(await market.next({ 'user/app.txt': '2\n' }, 'fix: x')).cart).toBe('0.1.2 created')
    expect(versionsIn(await market.next({ 'cart/app.txt': '1\n' }, 'fix: x')).cart).toBe('0.1.3 created')
    expect(versionsIn(await market.next({ 'user/app.txt': '1\n' }, 'fix: x')).cart).toBe('0.1.0 kept')
  })

  test('is asked for by its name or a member’s, and is released whole', async () => {
    const { repository, push, release } = market
    repository.commit({ 'cart/app.txt': '2\n', 'mail/app.txt': '2\n' }, 'fix: x')
    await push()
    const byMember = await release({ services: ['user'], dryRun: true })
    expect(versionsIn(byMember)).toEqual({ cart: '0.1.1 planned', user: '0.1.1 planned' })
    expect(versionsIn(await release({ services: ['shop'] }))).toEqual({
      cart: '0.1.1 created',
      user: '0.1.1 created',
    })
    expect(await problemOf(release({ services: ['shopp'] }))).toMatchObject({
      code: 'unknown-service',
      fix: expect.stringContaining('shop'),
    })
  })

  test('gets none while one of its services has no image', async () => {
    market.repository.commit({ 'cart/app.txt': '2\n' }, 'fix: x')
    const rows = await market.release()
    expect(versionsIn(rows)).toEqual({ cart: 'null failed', mail: '0.1.0 kept', user: 'null failed' })
    expect(rowOf(rows, 'user').problem).toMatchObject({
      code: 'no-image',
      problem: expect.stringContaining('cart'),
    })
    expect(tags()).toEqual(['mail/v0.1.0', 'shop/v0.1.0'])
  })
})

test('services that were released alone before form a group above their own versions, and leave it so', async () => {
  await open(SERVICES)
  await market.release()
  await market.next({ 'cart/app.txt': '2\n' }, 'feat!: x')
  const joined = await market.next({ 'stagger.yml': GROUPED }, 'chore: group')
  expect(versionsIn(joined)).toEqual({ cart: '1.0.1 created', mail: '0.1.0 kept', user: '1.0.1 created' })
  const left = await market.next({ 'stagger.yml': null, 'cart/app.txt': '3\n' }, 'fix: alone again')
  expect(versionsIn(left)).toEqual({ cart: '1.0.2 created', mail: '0.1.0 kept', user: '1.0.1 kept' })
  const held = market.registry.held()
  expect(new Set(['1.0.0', '1.0.1', '1.0.2'].map((version) => held[`${PREFIX}/cart:${version}`])).size).toBe(
    2,
  )
})

test('a group with the name of a service is refused where it is declared', async () => {
  await open(SERVICES)
  market.repository.commit({ 'stagger.yml': 'services:\n  cart: { group: user }\n' })
  expect(await problemOf(market.release())).toMatchObject({
    code: 'group-name',
    at: { file: 'stagger.yml', line: 2 },
    fix: 'give the group another name',
  })
})

describe('what was asked for', () => {
  beforeEach(async () => {
    await open(SERVICES)
    await market.release()
  })
  const as = (version: string): Partial<TagRequest> => ({
    services: ['cart'],
    asked: { kind: 'as', version: version as Version },
  })

  test('a bump, whatever the commits say; the changelog is theirs', async () => {
    const [cart] = await market.next({ 'cart/app.txt': '2\n' }, 'fix: x', {
      services: ['cart'],
      asked: { kind: 'bump', bump: 'major' },
    })
    expect(cart).toMatchObject({ version: '1.0.0', bump: 'major', reason: 'asked for: major' })
    expect(cart?.changelog).toMatch(/^### Fixes/)
  })

  test('a version, also for an image that has one; it stays the one that is kept', async () => {
    expect(versionsIn(await market.release(as('2.0.0')))).toEqual({ cart: '2.0.0 created' })
    expect(versionsIn(await market.release(as('2.0.0')))).toEqual({ cart: '2.0.0 kept' })
    expect(versionsIn(await market.release({ services: ['cart'] }))).toEqual({ cart: '2.0.0 kept' })
    expect(versionsIn(await market.next({ 'cart/app.txt': '2\n' }, 'fix: x')).cart).toBe('2.0.1 created')
  })

  test('a lower one that is free is told as such', async () => {
    await market.release(as('2.0.0'))
    const [cart] = await market.next({ 'cart/app.txt': '2\n' }, 'fix: x', as('1.9.9'))
    expect(cart).toMatchObject({
      version: '1.9.9',
      outcome: 'created',
      reason: 'asked for; 2.0.0 stays the newest',
    })
  })

  test('one that another image has is refused', async () => {
    const [cart] = await market.next({ 'cart/app.txt': '2\n' }, 'fix: x', as('0.1.0'))
    expect(cart).toMatchObject({ outcome: 'failed', problem: { code: 'version-taken', fault: 'caller' } })
  })

  test('one version is for one service', async () => {
    expect(await problemOf(market.release({ ...as('2.0.0'), services: [] }))).toMatchObject({
      code: 'not-one-service',
      fix: 'stagger tag cart --as 2.0.0',
    })
  })
})

describe('pre-releases of a branch', () => {
  const beta = { channel: 'beta', trusted: false, pullRequest: true } as const
  beforeEach(async () => {
    await open(SERVICES)
    await market.release()
    await market.push(true)
  })

  test('count up, on the image of the pull requests, and no ledger hears of them', async () => {
    const before = market.repository.git('rev-parse', 'refs/stagger/ledger')
    const first = rowOf(await market.next({ 'cart/app.txt': '2\n' }, 'feat: x', beta), 'cart')
    expect(first).toMatchObject({ version: '0.2.0-beta.1', previous: '0.1.0', outcome: 'created' })
    const second = rowOf(await market.next({ 'cart/app.txt': '3\n' }, 'feat: y', beta), 'cart')
    expect(second.version).toBe('0.2.0-beta.2')
    expect(rowOf(await market.release(beta), 'cart')).toMatchObject({
      version: '0.2.0-beta.2',
      outcome: 'kept',
    })
    const held = market.registry.held()
    expect(held[`${PREFIX}/pr/cart:0.2.0-beta.2`]).toBe(second.digest)
    expect(
      Object.keys(held).filter((name) => name.startsWith(`${PREFIX}/cart:`) && name.includes('beta')),
    ).toEqual([])
    expect(market.repository.git('rev-parse', 'refs/stagger/ledger')).toBe(before)
  })

  test('do not count for the next version, which the main branch gives to its own image', async () => {
    await market.next({ 'cart/app.txt': '2\n' }, 'feat: x', beta)
    expect(versionsIn(await market.next({}, 'merge')).cart).toBe('0.2.0 created')
    expect(rowOf(await market.release(beta), 'cart')).toMatchObject({ version: '0.2.0', outcome: 'kept' })
  })

  test.each([false, true])(
    'an image that only the main branch has waits for its version (dry: %p)',
    async (dryRun) => {
      market.repository.commit({ 'cart/app.txt': '2\n' }, 'feat: x')
      await market.push()
      const before = { ...market.registry.held() }
      const rows = await market.release({ ...beta, dryRun })
      expect(rowOf(rows, 'cart')).toMatchObject({
        ...{ version: null, previous: '0.1.0', outcome: 'waiting', problem: null },
        reason: 'its image is the main branch’s: it waits for that one’s version',
      })
      expect(tagExitCode({ schema: 1, services: rows })).toBe(0)
      expect(market.registry.held()).toEqual(before)
      expect(market.repository.git('tag', '--list', 'cart/*')).toBe('cart/v0.1.0')
      expect(rowOf(await market.release(), 'cart')).toMatchObject({ version: '0.2.0', outcome: 'created' })
      expect(rowOf(await market.release(beta), 'cart')).toMatchObject({ version: '0.2.0', outcome: 'kept' })
    },
  )

  test.each<[string, Partial<TagRequest>]>([
    ['by its name', {}],
    ['by a version', { asked: { kind: 'as', version: '0.2.0-beta.1' as Version } }],
  ])('who asks for one %s is told that it gets none from here', async (_, given) => {
    market.repository.commit({ 'cart/app.txt': '2\n' }, 'feat: x')
    await market.push()
    const rows = await market.release({ ...beta, ...given, services: ['cart'] })
    expect(rowOf(rows, 'cart').problem).toMatchObject({
      code: 'image-of-main',
      fix: 'let the main branch give it a version: stagger tag cart --yes',
    })
    expect(tagExitCode({ schema: 1, services: rows })).toBe(2)
  })

  test('a stable version cannot be asked for', async () => {
    const asked = { kind: 'as', version: '2.0.0' as Version } as const
    expect(await problemOf(market.release({ ...beta, services: ['cart'], asked }))).toMatchObject({
      code: 'not-a-prerelease',
    })
  })
})

describe('a group on a branch of pre-releases', () => {
  const beta = { channel: 'beta', trusted: false, pullRequest: true } as const
  const held = (name: string) => market.registry.held()[`${PREFIX}/${name}`]
  beforeEach(async () => {
    await open({ ...SERVICES, 'stagger.yml': GROUPED })
    await market.release()
  })

  test('gets one version as a whole, also the member that did not change, beside the pull requests’ images', async () => {
    const before = { ...market.registry.held() }
    const image = before[`${PREFIX}/user:0.1.0`] as Digest
    const signature = await putImage(market.registry, `${PREFIX}/user`, 'signed', null, { subject: image })
    const rows = await market.next({ 'cart/app.txt': '2\n' }, 'feat: x', beta)
    expect(await market.registry.referrers(`${PREFIX}/pr/user`, image)).toEqual([signature])
    expect(versionsIn(rows)).toEqual({
      cart: '0.2.0-beta.1 created',
      mail: '0.1.0 kept',
      user: '0.2.0-beta.1 created',
    })
    expect(rowOf(rows, 'user').digest).toBe(before[`${PREFIX}/user:0.1.0`])
    expect(held('pr/user:0.2.0-beta.1')).toBe(before[`${PREFIX}/user:0.1.0`])
    expect(held('pr/cart:0.2.0-beta.1')).toBe(rowOf(rows, 'cart').digest)
    for (const [name, digest] of Object.entries(before))
      expect([name, held(name.slice(PREFIX.length + 1))]).toEqual([name, digest])
    expect(Object.keys(market.registry.held()).filter((name) => /\/shop\/user:.*beta/.test(name))).toEqual([])
    const message = market.repository.git('tag', '--list', '--format=%(contents)', 'shop/v0.2.0-beta.1')
    for (const name of ['cart', 'user'])
      expect(message).toContain(`repository of ${name}: ${PREFIX}/pr/${name}\n`)
  })

  test('says so before it does anything', async () => {
    const request = { ...beta, dryRun: true }
    const before = { ...market.registry.held() }
    const rows = await market.next({ 'cart/app.txt': '2\n' }, 'feat: x', request)
    expect(versionsIn(rows).user).toBe('0.2.0-beta.1 planned')
    expect(Object.keys(market.registry.held()).filter((name) => !(name in before))).toEqual([
      expect.stringContaining('/pr/cart:in-'),
    ])
  })

  test('keeps it, and a run that was killed before the copy is made up for', async () => {
    await market.next({ 'cart/app.txt': '2\n' }, 'feat: x', beta)
    const digest = held('pr/user:0.2.0-beta.1')
    await market.registry.remove(`${PREFIX}/pr/user`, digest as Digest)
    expect(held('pr/user:0.2.0-beta.1')).toBeUndefined()
    expect(versionsIn(await market.release(beta))).toMatchObject({
      cart: '0.2.0-beta.1 kept',
      user: '0.2.0-beta.1 kept',
    })
    expect(held('pr/user:0.2.0-beta.1')).toBe(digest)
  })

  test('the next one counts up, and main’s version of the same does not count it', async () => {
    await market.next({ 'cart/app.txt': '2\n' }, 'feat: x', beta)
    const second = await market.next({ 'user/app.txt': '2\n' }, 'fix: y', beta)
    expect(versionsIn(second)).toMatchObject({ cart: '0.2.0-beta.2 created', user: '0.2.0-beta.2 created' })
    expect(versionsIn(await market.next({}, 'merge'))).toMatchObject({
      cart: '0.2.0 created',
      user: '0.2.0 created',
    })
  })

  test('of which main has every image and no version gets none: main gives it', async () => {
    market.repository.commit({ 'cart/app.txt': '2\n' }, 'feat: x')
    await market.push()
    const waiting = { version: null, previous: '0.1.0', outcome: 'waiting' }
    expect(await market.release(beta)).toMatchObject([waiting, { outcome: 'kept' }, waiting])
    const asked = await market.release({ ...beta, services: ['shop'] })
    expect(rowOf(asked, 'user').problem).toMatchObject({
      code: 'image-of-main',
      problem: 'shop gets no pre-release: its images are the main branch’s',
      why: expect.stringContaining(`${PREFIX}/cart, ${PREFIX}/user`),
      fix: 'let the main branch give it a version: stagger tag shop --yes',
    })
  })
})

describe('releases on GitHub', () => {
  beforeEach(() => open({ ...SERVICES, 'stagger.yml': GROUPED }))

  test('one for each unit, with its changelog; and none where nobody wants them', async () => {
    await market.release()
    expect(market.github.releases.size).toBe(0)
    const rows = await market.next({ 'cart/app.txt': '2\n' }, 'feat: x', { githubRelease: true })
    expect([...market.github.releases.keys()].sort()).toEqual(['mail/v0.1.0', 'shop/v0.2.0'])
    expect(market.github.releases.get('shop/v0.2.0')).toMatchObject({
      name: 'shop 0.2.0',
      body: rowOf(rows, 'cart').changelog,
      prerelease: false,
    })
    expect(rowOf(rows, 'user').release).toBe('https://github.com/acme/shop/releases/tag/shop/v0.2.0')
  })

  test('what fails there is told, the version is made, and the next run makes up for it', async () => {
    const broken = { ...market.world, github: null }
    const request = { ...PLAIN_REQUEST, prefix: PREFIX, plan: await market.planned(), githubRelease: true }
    const [cart] = (await tag(broken, request)).services
    expect(cart).toMatchObject({ version: '0.1.0', outcome: 'created', problem: { code: 'no-github-token' } })
    await market.release({ githubRelease: true })
    expect(market.github.releases.size).toBe(2)
  })
})

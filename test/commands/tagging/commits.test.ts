import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type Market, openMarket, rowOf, versionsIn } from './market.js'

/** Each test is some dozens of git's processes, on a machine that may be busy. */
jest.setTimeout(60_000)

/** `cart` and `user` take shared code; `web` and `mail` start from `base`, an image of this repository. */
const FILES = {
  'compose.yaml': `services:
  base: { build: base, image: shop/base }
  cart: { build: { context: ., dockerfile: cart/Dockerfile } }
  mail: { build: mail }
  user: { build: { context: ., dockerfile: user/Dockerfile, args: { A: "1" } } }
  web: { build: web }
`,
  'base/Dockerfile': 'FROM scratch\nCOPY base.txt /\n',
  'base/base.txt': '1\n',
  'cart/Dockerfile': 'FROM scratch\nCOPY cart/app.txt libs /\n',
  'cart/app.txt': '1\n',
  'user/Dockerfile':
    'FROM scratch AS source\nARG A\nCOPY user/app.txt /\nCOPY libs /libs/\nFROM source AS test\nCOPY user/test.txt /\nFROM source\n',
  'user/app.txt': '1\n',
  'user/test.txt': '1\n',
  'libs/a.txt': '1\n',
  'libs/b.txt': '1\n',
  'mail/Dockerfile': 'FROM shop/base\nCOPY app.txt /\n',
  'mail/app.txt': '1\n',
  'web/Dockerfile': 'FROM shop/base\nCOPY app.txt /\n',
  'web/app.txt': '1\n',
}

let market: Market
beforeEach(async () => {
  market = openMarket(FILES)
  await market.push()
  await market.release()
})
afterEach(() => market.close())

const changed = async (files: Record<string, string>, message: string) => {
  const rows = await market.next(files, message)
  const news = rows.filter(({ outcome }) => outcome !== 'kept')
  return Object.fromEntries(news.map(({ name, version }) => [name, version]))
}

test('each service begins with its own first version', async () => {
  const rows = await market.release()
  expect(versionsIn(rows)).toEqual({
    base: '0.1.0 kept',
    cart: '0.1.0 kept',
    mail: '0.1.0 kept',
    user: '0.1.0 kept',
    web: '0.1.0 kept',
  })
})

describe('a commit counts for whom it touches', () => {
  test('and for nobody else, whatever its scope says', async () => {
    expect(await changed({ 'cart/app.txt': '2\n' }, 'feat(user): another cart')).toEqual({ cart: '0.2.0' })
  })

  test('shared code counts for its users', async () => {
    expect(await changed({ 'libs/a.txt': '2\n' }, 'feat: share more')).toEqual({
      cart: '0.2.0',
      user: '0.2.0',
    })
    const [, cart] = await market.release()
    expect(cart?.outcome).toBe('kept')
  })

  test('a shared base counts for those that start from it, who say so', async () => {
    const rows = await market.next({ 'base/base.txt': '2\n' }, 'fix!: another base')
    expect(rowOf(rows, 'base').version).toBe('1.0.0')
    const web = rowOf(rows, 'web')
    expect(web).toMatchObject({
      version: '1.0.0',
      bump: 'major',
      because: { header: 'fix!: another base', path: 'base/base.txt', through: ['base'] },
      reason: expect.stringMatching(
        /^fix!: another base \([0-9a-f]{7}\) touches base\/base.txt, an input of base$/,
      ),
      changelog: expect.stringMatching(
        /^### Breaking changes\n\n- another base \([0-9a-f]{7}\) – through base$/,
      ),
    })
    expect(rowOf(rows, 'cart').outcome).toBe('kept')
  })

  test('a commit that touches several counts for each, by what it is there', async () => {
    market.repository.commit({ 'cart/app.txt': '2\n' }, 'feat: cart')
    expect(await changed({ 'cart/app.txt': '3\n', 'mail/app.txt': '2\n' }, 'fix: both')).toEqual({
      cart: '0.2.0',
      mail: '0.1.1',
    })
  })

  test('what only tests read gives no version', async () => {
    expect(await changed({ 'user/test.txt': '2\n' }, 'feat!: test more')).toEqual({})
    expect(await changed({ 'user/app.txt': '2\n' }, 'fix: a typo')).toEqual({ user: '0.1.1' })
  })

  test('a file that was an input and is gone counts', async () => {
    market.repository.git('rm', '--quiet', 'libs/b.txt')
    const rows = await market.next({}, 'feat: less')
    expect(rowOf(rows, 'cart')).toMatchObject({ version: '0.2.0', because: { path: 'libs/b.txt' } })
  })

  test('the file that declares all counts where it says something else of a service', async () => {
    const more = FILES['compose.yaml'].replace('A: "1"', 'A: "2"')
    market.repository.commit({ 'cart/app.txt': '2\n' }, 'fix: cart')
    expect(await changed({ 'compose.yaml': more }, 'feat!: another argument')).toEqual({
      cart: '0.1.1',
      user: '1.0.0',
    })
  })

  test('of the commits to that file, those that were about this service', async () => {
    const withArgument = (value: string) => FILES['compose.yaml'].replace('A: "1"', `A: "${value}"`)
    const other = (text: string) => `${text}  shop: { build: shop }\n`
    const shop = { 'shop/Dockerfile': 'FROM scratch\n' }
    market.repository.commit({ 'compose.yaml': withArgument('2') }, 'fix: an argument')
    market.repository.commit({ 'compose.yaml': other(withArgument('2')), ...shop }, 'feat!: a shop')
    const rows = await market.next({ 'compose.yaml': other(withArgument('3')) }, 'chore: another argument')
    expect(rowOf(rows, 'user')).toMatchObject({
      version: '0.1.1',
      because: { header: 'chore: another argument', path: 'compose.yaml' },
      changelog: expect.stringMatching(/an argument .*another argument/s),
    })
    expect(rowOf(rows, 'user').changelog).not.toContain('a shop')
  })

  test('a Dockerfile’s comment changes nothing', async () => {
    market.repository.commit({ 'cart/app.txt': '2\n' }, 'fix: cart')
    expect(
      await changed({ 'cart/Dockerfile': `# new\n${FILES['cart/Dockerfile']}` }, 'feat: comment'),
    ).toEqual({
      cart: '0.1.1',
    })
    expect(
      await changed({ 'cart/Dockerfile': `${FILES['cart/Dockerfile']}ENV A=1\n` }, 'feat: a variable'),
    ).toEqual({ cart: '0.2.0' })
  })
})

describe('all commits since the last release count', () => {
  test('the weightiest decides, and the changelog has all of them', async () => {
    market.repository.commit({ 'cart/app.txt': '2\n' }, 'feat(ui): a button')
    market.repository.commit({ 'mail/app.txt': '2\n' }, 'feat!: not for the cart')
    const [, cart] = await market.next({ 'cart/app.txt': '3\n' }, 'fix: its <color>')
    expect(cart).toMatchObject({ version: '0.2.0', because: { header: 'feat(ui): a button' } })
    expect(cart?.changelog?.replace(/\([0-9a-f]{7}\)/g, '(ID)')).toBe(
      '### Features\n\n- **ui:** a button (ID)\n\n### Fixes\n\n- its \\<color> (ID)',
    )
  })

  test('those of a merged branch, and not the merge', async () => {
    const { repository } = market
    repository.git('checkout', '--quiet', '-b', 'side')
    repository.commit({ 'cart/app.txt': '2\n' }, 'feat: on a branch')
    repository.git('checkout', '--quiet', 'main')
    repository.commit({ 'mail/app.txt': '2\n' }, 'fix: mail')
    repository.git('merge', '--quiet', '--no-ff', '-m', 'feat!: merge side', 'side')
    await market.push()
    const rows = await market.release()
    expect(rowOf(rows, 'cart')).toMatchObject({ version: '0.2.0', because: { header: 'feat: on a branch' } })
    expect(rowOf(rows, 'mail').version).toBe('0.1.1')
  })

  test('what a merge resolves by itself is not lost', async () => {
    const { repository } = market
    repository.git('checkout', '--quiet', '-b', 'side')
    repository.commit({ 'mail/app.txt': '2\n' }, 'feat: on a branch')
    repository.git('checkout', '--quiet', 'main')
    repository.git('merge', '--quiet', '--no-ff', '--no-commit', 'side')
    const rows = await market.next({ 'cart/app.txt': 'resolved\n' }, 'Merge side')
    expect(rowOf(rows, 'cart')).toMatchObject({
      version: '0.1.1',
      because: null,
      reason: 'a new image since 0.1.0; no commit says why',
    })
  })

  test('a squash counts by the commits that it holds', async () => {
    expect(await changed({ 'cart/app.txt': '2\n' }, 'Checkout (#7)\n\n* feat: begin\n\n* fix: end')).toEqual({
      cart: '0.2.0',
    })
  })

  test('what was taken back meanwhile does not count', async () => {
    const { repository } = market
    const broken = repository.commit({ 'cart/app.txt': '2\n' }, 'feat!: too much')
    repository.git('revert', '--no-edit', broken)
    expect(await changed({ 'cart/app.txt': '3\n' }, 'fix: a little')).toEqual({ cart: '0.1.1' })
  })

  test('a revert of all gets the earlier version back, and the next one counts from the newest', async () => {
    await changed({ 'cart/app.txt': '2\n' }, 'feat: more')
    const rows = await market.next({ 'cart/app.txt': '1\n' }, 'feat!: back')
    expect(rowOf(rows, 'cart')).toMatchObject({ version: '0.1.0', outcome: 'kept' })
    expect(await changed({ 'cart/app.txt': '4\n' }, 'fix: on')).toEqual({ cart: '1.0.0' })
  })
})

test('a release whose commit nobody has any more: a patch, and it says so', async () => {
  const { repository } = market
  const gone = '0123456789'.repeat(4)
  const message = repository.git('tag', '--list', '--format=%(contents)', 'cart/v0.1.0')
  repository.git(
    'tag',
    '--force',
    'cart/v0.1.0',
    '-m',
    message.replace(/^commit: .*$/m, `commit: ${gone}`),
    'HEAD',
  )
  const rows = await market.next({ 'cart/app.txt': '2\n' }, 'feat!: unseen')
  expect(rowOf(rows, 'cart')).toMatchObject({
    version: '0.1.1',
    reason: expect.stringContaining('not to be had'),
  })
})

test('a service that joined since then is told by what it is made of now', async () => {
  const { repository } = market
  const rows = await market.next(
    {
      'compose.yaml': `${FILES['compose.yaml']}  shop: { build: shop }\n`,
      'shop/Dockerfile': 'FROM scratch\nCOPY a /\n',
      'shop/a': '1',
    },
    'feat: a shop',
  )
  expect(rowOf(rows, 'shop')).toMatchObject({
    version: '0.1.0',
    reason: 'the first version: there is no release before it',
    changelog: null,
  })
  expect(repository.git('tag', '--list', 'shop/*')).toBe('shop/v0.1.0')
})

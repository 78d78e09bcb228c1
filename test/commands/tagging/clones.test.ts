import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { plan } from '../../../src/commands/plan.js'
import { tag } from '../../../src/commands/tag.js'
import { readConfiguration } from '../../../src/main/configuration.js'
import { openGit } from '../../../src/platform/git/open.js'
import { VirtualClock } from '../../platform/clock.js'
import { type Remote, remoteRepository } from '../../platform/remote.js'
import { PREFIX, told } from '../shop.js'
import { type Market, openMarket, PLAIN_REQUEST, rowOf } from './market.js'

/** Each test is some dozens of git's processes, on a machine that may be busy. */
jest.setTimeout(60_000)

/** A job's clone holds one commit; what came before is read from the origin, and the answer is the same. */
const FILES = {
  'compose.yaml':
    'services:\n  base: { build: base, image: shop/base }\n  web: { build: { context: web, args: { A: "1" } } }\n',
  'base/Dockerfile': 'FROM scratch\nCOPY base.txt /\n',
  'base/base.txt': '1\n',
  'web/Dockerfile': 'FROM shop/base\nARG A\nCOPY app.txt /\n',
  'web/app.txt': '1\n',
}

let market: Market
let origin: Remote
beforeEach(async () => {
  market = openMarket(FILES)
  await market.push()
  await market.release()
  const { repository } = market
  repository.commit({ 'web/app.txt': '2\n' }, 'fix: web')
  repository.commit({ 'base/base.txt': '2\n' }, 'feat: base')
  repository.commit({ 'compose.yaml': FILES['compose.yaml'].replace('"1"', '"2"') }, 'chore: an argument')
  await market.push()
  origin = remoteRepository()
  origin.git('fetch', '--quiet', repository.directory, '+refs/*:refs/*', '--update-head-ok')
  // More than is read of a history at once.
  origin.grow('main', 70)
})
afterEach(async () => {
  origin.remove()
  await market.close()
})

test.each<[string, readonly string[]]>([
  ['whole', []],
  ['shallow', ['--depth=1']],
  ['shallow, without tags', ['--depth=1', '--no-tags']],
  ['without blobs', ['--filter=blob:none']],
  ['without trees', ['--filter=tree:0', '--depth=1']],
])('%s', async (_, options) => {
  const git = openGit(origin.clone(...options))
  const made = await plan(
    { git, readConfiguration },
    { head: null, base: null, environment: null, freshLedger: true },
  )
  const { registry } = market
  const world = {
    git,
    registry,
    github: null,
    readConfiguration,
    progress: told(),
    clock: new VirtualClock(),
  }
  const rows = (await tag(world, { ...PLAIN_REQUEST, prefix: PREFIX, plan: made, dryRun: true })).services
  await git.close()
  expect(rowOf(rows, 'web')).toMatchObject({
    version: '0.2.0',
    previous: '0.1.0',
    because: { header: 'feat: base', path: 'base/base.txt', through: ['base'] },
  })
  expect(rowOf(rows, 'web').changelog?.replace(/\([0-9a-f]{7}\)/g, '(ID)')).toBe(
    '### Features\n\n- base (ID) – through base\n\n### Fixes\n\n- web (ID)\n\n### Other changes\n\n- an argument (ID)',
  )
})

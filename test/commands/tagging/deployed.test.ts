import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { configurationAt, findEnvironment } from '../../../src/commands/configuration.js'
import { chooseTargets } from '../../../src/commands/deployment/choose.js'
import { currentLedger } from '../../../src/commands/ledger.js'
import { readConfiguration } from '../../../src/main/configuration.js'
import { StaggerError } from '../../../src/words.js'
import { PREFIX } from '../shop.js'
import { type Market, openMarket, rowOf } from './market.js'

/** What a version means is asked of the tags: also of a group's, and of a pre-release's. */
jest.setTimeout(60_000)
const service = (name: string) => ({
  [`${name}/Dockerfile`]: 'FROM scratch\nCOPY app.txt /\n',
  [`${name}/app.txt`]: '1\n',
})
const FILES = {
  ...service('cart'),
  ...service('user'),
  'task.json': '{ "containerDefinitions": [{ "name": "app", "image": "{image}" }] }',
  'stagger.yml':
    'services: { cart: { group: shop }, user: { group: shop } }\nenvironments: { uat: { cluster: c, taskDefinition: task.json } }\n',
}

let market: Market
beforeEach(async () => {
  market = openMarket(FILES)
  await market.push()
  await market.release()
})
afterEach(() => market.close())

const choose = async (version: string | null) => {
  const { git, world } = market
  const plan = await market.planned()
  const configuration = await configurationAt(git, await git.treeOf(plan.head), readConfiguration)
  const environment = findEnvironment(configuration, 'uat')
  const ledger = await currentLedger(git, false)
  const [target] = await chooseTargets(world, {
    ...{ plan, ledger, environment, version, strategy: null, prefix: PREFIX, services: ['cart'] },
  })
  return target && { image: target.image, version: target.version }
}

test('a service of a group by the group’s version, and by this commit’s image', async () => {
  const { digest } = rowOf(await market.release(), 'cart')
  await market.next({ 'user/app.txt': '2\n' }, 'feat: user')
  expect(await choose('0.1.0')).toEqual({ image: `${PREFIX}/cart@${digest}`, version: '0.1.0' })
  expect((await choose('0.2.0'))?.image).toBe(`${PREFIX}/cart@${digest}`)
  expect(await choose(null)).toEqual({ image: `${PREFIX}/cart@${digest}`, version: '0.2.0' })
  await expect(choose('0.3.0')).rejects.toThrow(StaggerError)
})

test('a pre-release from where the pull requests push', async () => {
  await market.push(true)
  const beta = { channel: 'beta', trusted: false, pullRequest: true } as const
  const { digest, version } = rowOf(await market.next({ 'cart/app.txt': '2\n' }, 'feat: x', beta), 'cart')
  expect(await choose(version)).toEqual({ image: `${PREFIX}/pr/cart@${digest}`, version: '0.2.0-beta.1' })
})

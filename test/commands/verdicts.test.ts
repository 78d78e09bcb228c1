import { describe, expect, test } from '@jest/globals'
import { openStore } from '../../src/commands/building/store.js'
import {
  allVerdicts,
  cachedVerdicts,
  storedVerdicts,
  type Verdicts,
} from '../../src/commands/building/verdicts.js'
import type { Fingerprint, ServiceName } from '../../src/words.js'
import { inMemoryDocker } from '../platform/docker.js'
import { inMemoryRegistry } from '../platform/registry.js'
import { told } from './shop.js'

const CART = 'cart' as ServiceName
const PREFIX = '127.0.0.1:5000/shop'
const fingerprint = (digit: string) => `sha256:${digit.repeat(64)}` as Fingerprint
const [ONE, TWO] = [fingerprint('1'), fingerprint('2')]

const stored = (pullRequest = false) => {
  const registry = inMemoryRegistry()
  const push = (repository: string) => {
    const digest = registry.push(repository, 'in-x', Buffer.from(repository))
    return { image: `${repository}@${digest}`, digest, repository }
  }
  const world = { docker: inMemoryDocker(registry), registry, progress: told() }
  const store = openStore(world, { push: true, prefix: PREFIX, pullRequest, adopt: false })
  return { registry, push, verdicts: storedVerdicts(store) }
}

const cached = (): Verdicts => {
  const keys = new Set<string>()
  return cachedVerdicts({ has: async (key) => keys.has(key), put: async (key) => void keys.add(key) })
}

describe.each([
  ['the registry', stored],
  ['the cache', () => ({ ...stored(), verdicts: cached() })],
  [
    'both',
    () => {
      const inRegistry = stored()
      return { ...inRegistry, verdicts: allVerdicts([cached(), inRegistry.verdicts]) }
    },
  ],
])('verdicts in %s', (_, open) => {
  test('are found once they were kept, and no other', async () => {
    const { verdicts, push } = open()
    expect(await verdicts.find(CART, ONE)).toBe(false)
    const image = push(`${PREFIX}/cart`)
    await verdicts.keep(CART, ONE, image)
    await verdicts.keep(CART, ONE, image)
    expect(await verdicts.find(CART, ONE)).toBe(true)
    expect(await verdicts.find(CART, TWO)).toBe(false)
  })
})

test('a verdict of the registry stands on the image, beside its other name', async () => {
  const { verdicts, registry, push } = stored()
  const image = push(`${PREFIX}/cart`)
  await verdicts.keep(CART, ONE, image)
  expect(registry.held()[`${PREFIX}/cart:tested-${'1'.repeat(64)}`]).toBe(image.digest)
})

test.each([
  ['no image is there yet', false, () => null],
  [
    'a pull request has tested what the default branch has built',
    true,
    (push: ReturnType<typeof stored>['push']) => push(`${PREFIX}/cart`),
  ],
])('no verdict is written where %s', async (_, pullRequest, image) => {
  const { verdicts, registry, push } = stored(pullRequest)
  await verdicts.keep(CART, ONE, image(push))
  expect(Object.keys(registry.held()).filter((name) => name.includes('tested-'))).toEqual([])
})

test("a pull request believes the default branch's verdicts; the default branch believes none of a pull request's", async () => {
  const registry = inMemoryRegistry()
  const open = (pullRequest: boolean) =>
    storedVerdicts(
      openStore(
        { docker: inMemoryDocker(registry), registry, progress: told() },
        { push: true, prefix: PREFIX, pullRequest, adopt: false },
      ),
    )
  registry.push(`${PREFIX}/cart`, `tested-${'1'.repeat(64)}`, Buffer.from('main'))
  registry.push(`${PREFIX}/pr/cart`, `tested-${'2'.repeat(64)}`, Buffer.from('planted'))
  expect([await open(true).find(CART, ONE), await open(true).find(CART, TWO)]).toEqual([true, true])
  expect([await open(false).find(CART, ONE), await open(false).find(CART, TWO)]).toEqual([true, false])
})

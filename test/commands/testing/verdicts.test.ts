import { describe, expect, test } from '@jest/globals'
import {
  allVerdicts,
  cacheVerdicts,
  ledgerVerdicts,
  registryVerdicts,
  type Verdicts,
} from '../../../src/commands/testing/verdicts.js'
import type { ImageEntry } from '../../../src/ledger/entries.js'
import type { Digest, Fingerprint, ServiceName } from '../../../src/words.js'
import { inMemoryRegistry } from '../../platform/registry.js'

const CART = 'cart' as ServiceName
const fingerprint = (digit: string) => `sha256:${digit.repeat(64)}` as Fingerprint
const [ONE, TWO] = [fingerprint('1'), fingerprint('2')]

const inMemoryMarks = () => {
  const keys = new Set<string>()
  return { has: async (key: string) => keys.has(key), put: async (key: string) => void keys.add(key) }
}

describe.each([
  [
    'the registry',
    (registry: ReturnType<typeof inMemoryRegistry>) => registryVerdicts(registry, (name) => `r/${name}`),
  ],
  ['the cache', () => cacheVerdicts(inMemoryMarks())],
  [
    'both',
    (registry: ReturnType<typeof inMemoryRegistry>) =>
      allVerdicts([cacheVerdicts(inMemoryMarks()), registryVerdicts(registry, (name) => `r/${name}`)]),
  ],
] as const)('verdicts in %s', (_, open) => {
  const opened = (): { verdicts: Verdicts; image: Digest; registry: ReturnType<typeof inMemoryRegistry> } => {
    const registry = inMemoryRegistry()
    const image = registry.push('r/cart', 'in-x', Buffer.from('{}'))
    return { verdicts: open(registry), image, registry }
  }

  test('are found once they were kept, and no other', async () => {
    const { verdicts, image } = opened()
    expect(await verdicts.find(CART, ONE)).toBe(false)
    await verdicts.keep(CART, ONE, image)
    await verdicts.keep(CART, ONE, image)
    expect(await verdicts.find(CART, ONE)).toBe(true)
    expect(await verdicts.find(CART, TWO)).toBe(false)
  })
})

test('a verdict of the registry stands on the image, beside its other name', async () => {
  const registry = inMemoryRegistry()
  const image = registry.push('r/cart', 'in-x', Buffer.from('{}'))
  await registryVerdicts(registry, () => 'r/cart').keep(CART, ONE, image)
  expect((await registry.manifest('r/cart', `tested-${'1'.repeat(64)}`))?.digest).toBe(image)
})

test('what no registry knows gets no verdict there', async () => {
  const verdicts = registryVerdicts(inMemoryRegistry(), () => 'r/cart')
  await verdicts.keep(CART, ONE, null)
  expect(await verdicts.find(CART, ONE)).toBe(false)
})

test('the ledger knows what it holds', async () => {
  const images = new Map([[CART, { testFingerprint: ONE } as ImageEntry]])
  const verdicts = ledgerVerdicts({ images })
  expect([await verdicts.find(CART, ONE), await verdicts.find(CART, TWO)]).toEqual([true, false])
  expect(await ledgerVerdicts({ images: new Map() }).find(CART, ONE)).toBe(false)
})

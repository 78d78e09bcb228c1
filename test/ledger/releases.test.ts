import { expect, test } from '@jest/globals'
import { type ReleaseEntry, releasePath, writeEntry } from '../../src/ledger/entries.js'
import { readLedger } from '../../src/ledger/read.js'
import type { Digest, Fingerprint, Oid, ServiceName, Version } from '../../src/words.js'
import { memoryTree } from '../catalog/memory-tree.js'

const release = (service: string, version: string, group: string | null = null): ReleaseEntry => ({
  schema: 1,
  service: service as ServiceName,
  group,
  version: version as Version,
  digest: `sha256:${'a'.repeat(64)}` as Digest,
  repository: `127.0.0.1:5000/shop/${service}`,
  fingerprint: `sha256:${'b'.repeat(64)}` as Fingerprint,
  commit: 'c'.repeat(40) as Oid,
  run: null,
  time: '2026-11-21T10:00:00.000Z',
})

const file = (entry: ReleaseEntry) => [releasePath(entry.service, entry.version), writeEntry(entry)] as const

test('every version of every service, apart from the images', async () => {
  const entries = [release('cart', '0.1.0'), release('cart', '1.0.0'), release('user', '2.0.0', 'shop')]
  const tree = memoryTree({ ...Object.fromEntries(entries.map(file)), 'images/cart.json': '{}' })
  const ledger = await readLedger(tree, tree.root)
  expect(Object.fromEntries(await ledger.releases())).toEqual({
    cart: entries.slice(0, 2),
    user: entries.slice(2),
  })
  expect(await ledger.releasesOf('cart' as ServiceName)).toEqual(entries.slice(0, 2))
  expect(await ledger.releasesOf('crat' as ServiceName)).toEqual([])
  expect(ledger.images.size).toBe(0)
})

test('what cannot be read is not known; a ledger from before has none', async () => {
  const tree = memoryTree({ 'releases/cart/0.1.0.json': 'nonsense', 'releases/README.md': 'a file' })
  expect((await (await readLedger(tree, tree.root)).releases()).size).toBe(0)
  const old = memoryTree({ 'images/cart.json': '{}' })
  expect((await (await readLedger(old, old.root)).releases()).size).toBe(0)
})

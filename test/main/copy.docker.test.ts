import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { fallbackName } from '../../src/image/referrers.js'
import { copyCommand } from '../../src/main/copy.js'
import { openRegistry } from '../../src/platform/registry.js'
import type { Engine } from '../../src/rehearsal/ground/engine.js'
import { type Registry as Server, startRegistry } from '../../src/rehearsal/ground/registry.js'
import { testGround } from '../ground/ground.js'
import { putImage, putIndex } from '../platform/registry/image.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'

const quiet = { say: () => {}, warn: () => {}, group: () => {} }

let repository: Repository
let other: Server
const ci = process.env.CI
beforeAll(async () => {
  other = await startRegistry(testGround().engine as Engine)
})
afterAll(() => other.stop())
beforeEach(() => {
  // What is done in CI needs no --yes, and this is about --yes.
  delete process.env.CI
  repository = temporaryRepository()
  repository.commit({ 'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n', 'cart/app.txt': 'cart 1\n' })
})
afterEach(() => {
  if (ci !== undefined) process.env.CI = ci
  repository.remove()
})

test('a version goes from one real registry to another, whole and signed, and only when somebody says so', async () => {
  const registry = openRegistry({ credentialsOf: async () => null })
  const folder = `copied/${randomBytes(6).toString('hex')}`
  const [from, to] = [`${testGround().registry.address}/${folder}`, `${other.address}/${folder}`]
  const [cart, there] = [`${from}/cart`, `${to}/cart`]
  const layers = [randomBytes(1 << 20)]
  const parts = [
    await putImage(registry, cart, 'amd', null, { layers }),
    await putImage(registry, cart, 'arm', null, { layers }),
  ]
  const index = await putIndex(registry, cart, parts)
  const attestation = await putImage(registry, cart, 'provenance', null, { subject: index })
  await putIndex(registry, cart, [attestation], fallbackName(index))
  const signature = `${fallbackName(index)}.sig`
  const signed = await putImage(registry, cart, 'signature', signature, { layers: [randomBytes(100)] })
  const fingerprint = `sha256:${'c'.repeat(64)}`
  const facts = `digest: ${index}\nfingerprint: ${fingerprint}\ncommit: ${'1'.repeat(40)}`
  repository.git('tag', '--annotate', '--message', `cart 1.4.0\n\n${facts}\n`, 'cart/v1.4.0')

  const options = { repo: repository.directory, services: ['cart'], to, version: '1.4.0', registry: from }
  const planned = await copyCommand({ ...options, yes: false }, quiet)
  expect([planned.code, planned.text.split('\n')[0]]).toEqual([0, '1 image: 1 to copy.'])
  expect(await registry.names(there)).toBeNull()

  const done = await copyCommand({ ...options, yes: true }, quiet)
  expect([done.code, done.text.split('\n')[0], done.problems]).toEqual([0, '1 image: 1 copied.', []])
  expect(done.json).toMatchObject({ services: [{ digest: index, beside: 2, manifests: 3, blobs: 3 }] })
  const names = ['1.4.0', `in-${'c'.repeat(64)}`, ...parts, signature]
  const held = await registry.manifests(names.map((reference) => ({ repository: there, reference })))
  expect(held.map((one) => one?.digest)).toEqual([index, index, ...parts, signed])
  expect(await registry.referrers(there, index)).toEqual([attestation])

  const before = await registry.names(there)
  const again = await copyCommand({ ...options, yes: true }, quiet)
  expect(again.text).toMatch(/^1 image: 1 there already\.\n/)
  expect(await registry.names(there)).toEqual(before)
})

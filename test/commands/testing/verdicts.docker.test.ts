import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { registryVerdicts } from '../../../src/commands/testing/verdicts.js'
import { openRegistry } from '../../../src/platform/registry.js'
import { type Ground, layGround } from '../../../src/rehearsal/ground/ground.js'
import type { Fingerprint, ServiceName } from '../../../src/words.js'
import { pushTo } from '../../platform/registry/push.js'

let ground: Ground
beforeAll(async () => {
  ground = await layGround({ say: () => {}, warn: () => {}, group: () => {} })
}, 120_000)
afterAll(() => ground.stop(), 60_000)

test('a verdict is a name more on the image, in a real registry', async () => {
  const repository = `${ground.registry.address}/verdicts/cart`
  const cart = 'cart' as ServiceName
  const digest = await pushTo(`http://${repository.replace('/', '/v2/')}`)('in-1', 'cart')
  const registry = openRegistry()
  const verdicts = registryVerdicts(registry, () => repository)
  const tested = `sha256:${'1'.repeat(64)}` as Fingerprint
  expect(await verdicts.find(cart, tested)).toBe(false)
  await verdicts.keep(cart, tested, digest)
  await verdicts.keep(cart, tested, digest)
  expect(await verdicts.find(cart, tested)).toBe(true)
  expect((await registry.manifest(repository, `tested-${'1'.repeat(64)}`))?.digest).toBe(digest)
})

import { expect, test } from '@jest/globals'
import { openStore } from '../../src/commands/building/store.js'
import { fallbackName } from '../../src/image/referrers.js'
import type { Digest, ServiceName } from '../../src/words.js'
import { inMemoryDocker } from '../platform/docker.js'
import { putImage } from '../platform/registry/image.js'
import { inMemoryRegistry } from '../platform/registry.js'
import { told } from './shop.js'

const CART = 'cart' as ServiceName
const PREFIX = '127.0.0.1:5000/shop'
const [MAIN, APART] = [`${PREFIX}/cart`, `${PREFIX}/pr/cart`]

test('what main takes over comes with its provenance and its signatures, and once', async () => {
  const registry = inMemoryRegistry()
  const world = { docker: inMemoryDocker(registry), registry, progress: told() }
  const store = openStore(world, { push: true, prefix: PREFIX, pullRequest: false, adopt: true })
  const image = await putImage(registry, APART, 'built by a pull request', 'in-1')
  const provenance = await putImage(registry, APART, 'provenance', null, { subject: image })
  const signature = await putImage(registry, APART, 'of the provenance', null, { subject: provenance })
  await putImage(registry, APART, 'cosign', `${fallbackName(image)}.sig`, { layers: [Buffer.from('1')] })

  const found = await store.find(CART, 'in-1')
  expect(found).toMatchObject({ repository: APART, digest: image })
  for (let time = 0; time < 2; time++)
    expect(await store.take(CART, 'in-1', found as NonNullable<typeof found>)).toMatchObject({
      repository: MAIN,
      digest: image,
    })
  expect(await registry.referrers(MAIN, image)).toEqual([provenance])
  expect(await registry.referrers(MAIN, provenance)).toEqual([signature])
  expect((await registry.manifest(MAIN, `${fallbackName(image)}.sig`))?.digest).toBeDefined()
})

test('what is gone before it is taken over is told by its name', async () => {
  const registry = inMemoryRegistry()
  const world = { docker: inMemoryDocker(registry), registry, progress: told() }
  const store = openStore(world, { push: true, prefix: PREFIX, pullRequest: false, adopt: true })
  const digest = `sha256:${'0'.repeat(64)}` as Digest
  const gone = { image: `${APART}@${digest}`, digest, repository: APART, adopted: true }
  await expect(store.take(CART, 'in-1', gone)).rejects.toMatchObject({
    problems: [{ code: 'image-not-there', problem: `${APART} has no ${digest}` }],
  })
})

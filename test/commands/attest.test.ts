import { describe, expect, test } from '@jest/globals'
import { attach } from '../../src/commands/building/attest.js'
import type { Registry } from '../../src/platform/registry.js'
import {
  ATTESTATION,
  attestedIndex,
  describe as descriptorOf,
  IMAGE,
  OLD_ATTESTATION,
} from '../image/attested.js'
import { inMemoryRegistry } from '../platform/registry.js'

const REPOSITORY = '127.0.0.1:5000/shop/cart'
const image = descriptorOf(IMAGE).digest
const LIST = `sha256-${image.slice(7)}`

const pushed = async (registry: Registry, attestation = ATTESTATION) => {
  const index = attestedIndex(attestation)
  for (const manifest of [IMAGE, attestation, index]) await registry.put(REPOSITORY, manifest, null)
  return descriptorOf(index).digest
}

/** As most registries are: it stores what refers, and does not list it. */
const forgetful = (): Registry => {
  const registry = inMemoryRegistry()
  return { ...registry, put: async (...args) => ({ ...(await registry.put(...args)), subject: null }) }
}

const listed = async (registry: Registry): Promise<readonly { digest: string }[]> => {
  const list = await registry.manifest(REPOSITORY, LIST)
  return list ? JSON.parse(new TextDecoder().decode(list.body)).manifests : []
}

describe('what a build attests', () => {
  test('leaves the image its digest', async () => {
    const registry = inMemoryRegistry()
    expect(await attach(registry, REPOSITORY, await pushed(registry))).toBe(image)
    expect(await registry.names(REPOSITORY)).toEqual([])
  })

  test('of an older BuildKit is made to refer to the image', async () => {
    const registry = inMemoryRegistry()
    const put: (string | null)[] = []
    const watched: Registry = {
      ...registry,
      put: async (...args) => {
        const done = await registry.put(...args)
        put.push(done.subject)
        return done
      },
    }
    expect(await attach(watched, REPOSITORY, await pushed(registry, OLD_ATTESTATION))).toBe(image)
    expect(put).toEqual([image])
  })

  test('is listed where the registry lists nothing, and once', async () => {
    const registry = forgetful()
    const digest = await pushed(registry)
    for (const _ of [1, 2]) expect(await attach(registry, REPOSITORY, digest)).toBe(image)
    expect((await listed(registry)).map((one) => one.digest)).toEqual([descriptorOf(ATTESTATION).digest])
  })

  test('stays listed where two runs list something at once', async () => {
    const registry = forgetful()
    const [one, other] = [await pushed(registry), await pushed(registry, OLD_ATTESTATION)]
    await Promise.all([attach(registry, REPOSITORY, one), attach(registry, REPOSITORY, other)])
    expect(await listed(registry)).toHaveLength(2)
  })

  test('that cannot be listed fails', async () => {
    const registry = forgetful()
    const digest = await pushed(registry)
    const losing: Registry = {
      ...registry,
      manifest: async (repository, reference) =>
        reference === LIST ? null : registry.manifest(repository, reference),
    }
    await expect(attach(losing, REPOSITORY, digest)).rejects.toThrow('cannot be found from it')
  })

  test('and does not arrive fails', async () => {
    const registry = inMemoryRegistry()
    const digest = await pushed(registry)
    registry.lose(REPOSITORY, descriptorOf(ATTESTATION).digest)
    await expect(attach(registry, REPOSITORY, digest)).rejects.toThrow('is not in the registry')
  })
})

test('an image without attestations is what it is', async () => {
  const registry = inMemoryRegistry()
  const { digest } = await registry.put(REPOSITORY, IMAGE, null)
  expect(await attach(registry, REPOSITORY, digest)).toBe(digest)
})

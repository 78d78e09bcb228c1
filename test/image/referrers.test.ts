import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fallbackIndex, fallbackName, NO_CONFIGURATION, referrerOf } from '../../src/image/referrers.js'
import { type StoredManifest, toStore } from '../../src/image/stored.js'
import type { Digest } from '../../src/words.js'
import {
  ATTESTATION,
  BLOB,
  describe as descriptorOf,
  IMAGE,
  IMAGE_TYPE,
  INDEX_TYPE,
  OLD_ATTESTATION,
} from './attested.js'

const parsed = (manifest: StoredManifest | null) =>
  manifest && JSON.parse(new TextDecoder().decode(manifest.body))
const digestNumber = (index: number) => `sha256:${index.toString(16).padStart(64, '0')}` as Digest

describe('what refers to an image', () => {
  test('is a newer BuildKit’s own manifest', () => {
    expect(referrerOf(descriptorOf(IMAGE), ATTESTATION)).toBe(ATTESTATION)
  })

  test('is made of an older one’s', () => {
    const referrer = referrerOf(descriptorOf(IMAGE), OLD_ATTESTATION)
    expect(referrer?.mediaType).toBe(IMAGE_TYPE)
    expect(parsed(referrer)).toEqual({
      schemaVersion: 2,
      mediaType: IMAGE_TYPE,
      artifactType: 'application/vnd.in-toto+json',
      config: {
        ...descriptorOf({ mediaType: 'application/vnd.oci.empty.v1+json', body: NO_CONFIGURATION }),
        data: 'e30=',
      },
      layers: [BLOB],
      subject: descriptorOf(IMAGE),
    })
  })

  test('is made anew where it refers to another image', () => {
    const other = { ...descriptorOf(IMAGE), digest: digestNumber(1) }
    expect(parsed(referrerOf(other, ATTESTATION)).subject).toEqual(other)
  })

  test('is nothing where nothing is attested', () => {
    expect(referrerOf(descriptorOf(IMAGE), IMAGE)).toBeNull()
    expect(referrerOf(descriptorOf(IMAGE), { mediaType: IMAGE_TYPE, body: Buffer.from('<html>') })).toBeNull()
  })
})

describe('the list of an image’s referrers', () => {
  test('has the image’s digest as its name', () => {
    expect(fallbackName(digestNumber(10))).toBe(`sha256-${'0'.repeat(63)}a`)
  })

  test('is made with the first', () => {
    const { digest, ...described } = descriptorOf(ATTESTATION)
    const list = fallbackIndex(null, digest, ATTESTATION)
    expect(list?.mediaType).toBe(INDEX_TYPE)
    expect(parsed(list)).toEqual({
      schemaVersion: 2,
      mediaType: INDEX_TYPE,
      manifests: [
        { ...described, digest, artifactType: 'application/vnd.docker.attestation.manifest.v1+json' },
      ],
    })
  })

  test('keeps what others have listed, word for word, and lists nothing twice', () => {
    const foreign = {
      ...descriptorOf(IMAGE),
      artifactType: 'application/x',
      annotations: { a: 'b' },
      more: 1,
    }
    const existing = toStore(INDEX_TYPE, {
      schemaVersion: 2,
      manifests: [foreign],
      annotations: { c: 'd' },
    })
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9 })), (order) => {
        const add = (list: StoredManifest, one: number) =>
          fallbackIndex(list, digestNumber(one), ATTESTATION) ?? list
        const once = order.reduce(add, existing)
        expect(order.reduce(add, once)).toBe(once)
        const { manifests, annotations } = parsed(once)
        expect(manifests[0]).toEqual(foreign)
        expect(annotations).toEqual({ c: 'd' })
        expect(manifests.slice(1).map(({ digest }: { digest: string }) => digest)).toEqual(
          order.map(digestNumber),
        )
      }),
    )
  })

  test('is not written over something else', () => {
    expect(() => fallbackIndex(IMAGE, descriptorOf(ATTESTATION).digest, ATTESTATION)).toThrow(
      'an attestation cannot be listed beside its image',
    )
  })
})

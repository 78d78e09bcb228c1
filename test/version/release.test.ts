import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { annotation, releasesOf, tagName } from '../../src/version/release.js'
import type { Digest, Fingerprint, Oid, ServiceName, Version } from '../../src/words.js'

const CART = 'cart' as ServiceName
const sha = (character: string) => `sha256:${character.repeat(64)}`
const IMAGE = {
  digest: sha('a') as Digest,
  fingerprint: sha('b') as Fingerprint,
  commit: 'c'.repeat(40) as Oid,
}
const V1 = '1.4.0' as Version

test('an annotation is for people', () => {
  expect(annotation(CART, V1, IMAGE)).toBe(
    `cart 1.4.0\n\ndigest: ${sha('a')}\nfingerprint: ${sha('b')}\ncommit: ${'c'.repeat(40)}\n`,
  )
})

test('and is read back, whatever it holds', () => {
  const hex = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length })
  const number = fc.nat(99)
  fc.assert(
    fc.property(hex(64), hex(64), hex(40), number, number, (digest, fingerprint, commit, minor, patch) => {
      const image = {
        digest: `sha256:${digest}` as Digest,
        fingerprint: `sha256:${fingerprint}` as Fingerprint,
        commit: commit as Oid,
      }
      const version = `1.${minor}.${patch}` as Version
      const tag = { name: tagName(CART, version), message: annotation(CART, version, image) }
      expect(releasesOf(CART, [tag])).toEqual([{ version, image }])
    }),
  )
})

describe('tags that somebody else made', () => {
  test.each([
    ['lightweight', 'cart/v1.4.0', '', [{ version: V1, image: null }]],
    ['with words of its own', 'cart/v1.4.0', 'The big one', [{ version: V1, image: null }]],
    ['half of an annotation', 'cart/v1.4.0', `digest: ${sha('a')}`, [{ version: V1, image: null }]],
    [
      'a bad digest',
      'cart/v1.4.0',
      annotation(CART, V1, IMAGE).replace('aaa', 'xyz'),
      [{ version: V1, image: null }],
    ],
    ['no version', 'cart/vnext', '', []],
    ['of another service', 'cart-api/v1.4.0', '', []],
    ['of a folder below', 'cart/v1/1.4.0', '', []],
  ])('%s', (_, name, message, releases) => {
    expect(releasesOf(CART, [{ name, message }])).toEqual(releases)
  })
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { annotation, type Image, type Images, releasesOf, tagName } from '../../src/version/release.js'
import type { Digest, Fingerprint, Oid, ServiceName, Version } from '../../src/words.js'

const CART = 'cart' as ServiceName
const sha = (character: string) => `sha256:${character.repeat(64)}`
const IMAGE = { digest: sha('a') as Digest, fingerprint: sha('b') as Fingerprint }
const COMMIT = 'c'.repeat(40) as Oid
const AT = 'd'.repeat(40) as Oid
const V1 = '1.4.0' as Version
const LABEL = { name: CART, version: V1, images: new Map([[CART, IMAGE]]), commit: COMMIT }

test('an annotation is for people', () => {
  expect(annotation({ ...LABEL, changelog: '### Fixes\n\n- x (abc1234)\n' })).toBe(
    [
      'cart 1.4.0',
      '',
      `digest: ${sha('a')}`,
      `fingerprint: ${sha('b')}`,
      `commit: ${COMMIT}`,
      '',
      '### Fixes',
      '',
      '- x (abc1234)',
      '',
    ].join('\n'),
  )
})

test('a group says whose each image is, and a pre-release where it is', () => {
  const images: Images = new Map<ServiceName, Image>([
    [CART, { ...IMAGE, repository: 'ghcr.io/acme/pr/cart' }],
    ['user' as ServiceName, IMAGE],
  ])
  const name = 'shop' as ServiceName
  const message = annotation({ ...LABEL, name, images })
  expect(message.split('\n').slice(0, 5)).toEqual([
    'shop 1.4.0',
    '',
    `digest of cart: ${sha('a')}`,
    `fingerprint of cart: ${sha('b')}`,
    'repository of cart: ghcr.io/acme/pr/cart',
  ])
  expect(releasesOf(name, [{ name: 'shop/v1.4.0', commit: AT, message }])).toEqual([
    { version: V1, images, commit: COMMIT, changelog: '' },
  ])
})

test('and is read back, whatever it holds and whatever stands below', () => {
  const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`))
  const text = fc
    .array(fc.constantFrom('### Fixes', '- x', '', `digest: ${sha('e')}`, `commit: ${AT}`, '# y'))
    .map((lines) => lines.join('\n').trim())
  fc.assert(
    fc.property(
      hex(64),
      hex(64),
      hex(40),
      fc.nat(99),
      text,
      (digest, fingerprint, commit, minor, changelog) => {
        const image = {
          digest: `sha256:${digest}` as Digest,
          fingerprint: `sha256:${fingerprint}` as Fingerprint,
        }
        const release = {
          version: `1.${minor}.0-beta.1` as Version,
          images: new Map([[CART, image]]),
          commit: commit as Oid,
          changelog: changelog.trim(),
        }
        const message = annotation({ ...release, name: CART })
        const tag = { name: tagName(CART, release.version), commit: AT, message: message.trim() }
        expect(releasesOf(CART, [tag])).toEqual([release])
      },
    ),
  )
})

describe('tags that somebody else made', () => {
  const byHand = [{ version: V1, images: null, commit: AT, changelog: '' }]
  test.each([
    ['lightweight', 'cart/v1.4.0', '', byHand],
    ['with words of its own', 'cart/v1.4.0', 'The big one', byHand],
    ['half of an annotation', 'cart/v1.4.0', `cart 1.4.0\n\ndigest: ${sha('a')}`, byHand],
    ['a bad digest', 'cart/v1.4.0', annotation(LABEL).replace('aaa', 'xyz'), byHand],
    ['facts below the changelog', 'cart/v1.4.0', `cart\n\nwords\n\n${annotation(LABEL)}`, byHand],
    ['no version', 'cart/vnext', '', []],
    ['of another service', 'cart-api/v1.4.0', '', []],
    ['of a folder below', 'cart/v1/1.4.0', '', []],
  ])('%s', (_, name, message, releases) => {
    expect(releasesOf(CART, [{ name, commit: AT, message }])).toEqual(releases)
  })
})

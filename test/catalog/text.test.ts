import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decode } from '../../src/catalog/text.js'
import { decodePath, encodePath } from '../../src/platform/git/paths.js'

test.each<[string, number[], string]>([
  ['ASCII', [0x61], 'a'],
  ['two bytes', [0xc3, 0xa4], 'ä'],
  ['four bytes', [0xf0, 0x9f, 0x98, 0x80], '😀'],
  ['a byte that is none', [0x61, 0xe4, 0x62], 'a\udce4b'],
  ['a sequence that is cut off', [0xf0, 0x9f, 0x98], '\udcf0\udc9f\udc98'],
  ['an overlong one', [0xc0, 0x80], '\udcc0\udc80'],
  ['a surrogate', [0xed, 0xa0, 0x80], '\udced\udca0\udc80'],
  ['both', [0xe4, 0xc3, 0xa4], '\udce4ä'],
])('%s', (_, bytes, text) => expect(decode(Uint8Array.from(bytes))).toBe(text))

test('text and the names of a tree are read alike, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      fc.pre(!(bytes[0] === 0xef && bytes[1] === 0xbb))
      expect(decode(bytes)).toBe(decodePath(bytes))
      expect([...encodePath(decode(bytes))]).toEqual([...bytes])
    }),
  )
})

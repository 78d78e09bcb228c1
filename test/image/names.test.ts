import { describe, expect, test } from '@jest/globals'
import {
  checkedPrefix,
  inputsName,
  localName,
  platformName,
  repositoryOf,
  stagingName,
} from '../../src/image/names.js'
import type { Fingerprint, ServiceName } from '../../src/words.js'

const CART = 'cart' as ServiceName
const HEX = 'ab'.repeat(32)
const FINGERPRINT = `sha256:${HEX}` as Fingerprint

test('the names of an image', () => {
  expect(inputsName(FINGERPRINT)).toBe(`in-${HEX}`)
  expect(localName(CART, inputsName(FINGERPRINT))).toBe(`cart:in-${HEX}`)
  expect(platformName(FINGERPRINT, 'linux/arm/v7')).toBe(`in-${HEX}.linux-arm-v7`)
  expect(stagingName('x1')).toBe('staging-x1')
  expect(repositoryOf('ghcr.io/owner', CART, false)).toBe('ghcr.io/owner/cart')
  expect(repositoryOf('ghcr.io/owner', CART, true)).toBe('ghcr.io/owner/pr/cart')
})

describe('where images go', () => {
  test.each([
    ['ghcr.io/owner/repo', 'ghcr.io/owner/repo'],
    ['127.0.0.1:5000/shop/', '127.0.0.1:5000/shop'],
    ['localhost/shop', 'localhost/shop'],
    ['[::1]:5000', '[::1]:5000'],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', '123456789012.dkr.ecr.eu-west-1.amazonaws.com'],
  ])('%s is taken', (prefix, taken) => {
    expect(checkedPrefix(prefix)).toBe(taken)
  })

  test.each([
    ['https://ghcr.io/owner', /without https/],
    ['shop', /not a registry's host/],
    ['ghcr.io/Owner', /"Owner" is not lower-case/],
    ['ghcr.io//x', /"" is not/],
    ['', /not a registry's host/],
    ['ghcr.io/x:1', /"x:1" is not/],
  ])('%j is refused', (prefix, why) => {
    expect(() => checkedPrefix(prefix)).toThrow(why)
  })
})

import { expect, test } from '@jest/globals'
import { channelOf } from '../../src/version/channel.js'

const PRERELEASES = { next: 'beta', 'feature/*': 'dev', 'release/**': 'rc', '*': 'other' }

test.each([
  ['next', 'beta'],
  ['feature/cart', 'dev'],
  ['feature/cart/2', null],
  ['release/1/x', 'rc'],
  ['nextt', 'other'],
  ['feature', 'other'],
  ['a/b', null],
])('%s makes %s', (branch, channel) => {
  expect(channelOf(PRERELEASES, branch)).toBe(channel)
})

test('what is no pattern is no pattern', () => {
  expect(channelOf({ 'a.b+(c)': 'x' }, 'a.b+(c)')).toBe('x')
  expect(channelOf({ 'a.b': 'x' }, 'axb')).toBeNull()
})

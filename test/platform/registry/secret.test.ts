import { inspect } from 'node:util'
import { expect, test } from '@jest/globals'
import { basic, Secret } from '../../../src/platform/registry/secret.js'

const secret = new Secret('hunter2')

test.each([
  ['in a text', `${secret}`],
  ['in JSON', JSON.stringify({ secret })],
  ['inspected', inspect({ secret }, { depth: 9, showHidden: true })],
  ['spread', JSON.stringify({ ...secret })],
])('shows nothing %s', (_, shown) => {
  expect(shown).not.toContain('hunter2')
})

test('is told to whoever says so, and makes a header of RFC 7617', () => {
  expect(secret.reveal()).toBe('hunter2')
  expect(basic('Aladdin', new Secret('open sesame')).reveal()).toBe('Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==')
})

import { expect, test } from '@jest/globals'
import { short, tally } from '../../src/report/outcomes.js'

test.each([
  [['built'], '1 service: 1 built.'],
  [['reused', 'built', 'reused'], '3 services: 2 reused, 1 built.'],
])('%j', (outcomes, line) => {
  expect(tally(outcomes)).toBe(line)
})

test('a digest is shortened where there is one', () => {
  expect([short(`sha256:${'a'.repeat(64)}`), short(null)]).toEqual([`sha256:${'a'.repeat(12)}`, '–'])
})

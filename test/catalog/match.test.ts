import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { segmentPattern } from '../../src/catalog/match.js'

test.each<[string, string, boolean]>([
  ['*.md', 'a.md', true],
  ['*.md', 'a.mdx', false],
  ['-x*', '-x.md', true],
  ['a?c', 'abc', true],
  ['a?c', 'aöc', true],
  ['[a-c]x', 'bx', true],
  ['[^a-c]x', 'bx', false],
  ['[c-a]x', 'bx', false],
  ['[-]]', '-]', false],
  ['[a', '[a', false],
  ['[\\-]', '-', true],
  ['[\\]]', ']', true],
  ['[\\^a]', '^', true],
  ['a\\*', 'a*', true],
  ['a\\*', 'ab', false],
  ['a.b', 'axb', false],
  ['**', 'a', true],
  ['(a|b)+', '(a|b)+', true],
])('%s against %s', (pattern, name, matches) => {
  expect(segmentPattern(pattern)(name)).toBe(matches)
})

test('whatever the pattern, it is one', () => {
  const text = fc.string({
    unit: fc.constantFrom('[', ']', '^', '-', '\\', '*', '?', 'a', 'z', '{', '}', '(', 'ö', '😀'),
  })
  fc.assert(fc.property(text, text, (pattern, name) => typeof segmentPattern(pattern)(name) === 'boolean'))
})

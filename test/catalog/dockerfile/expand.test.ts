import { expect, test } from '@jest/globals'
import { expand, type Lookup, UNDECIDED } from '../../../src/catalog/dockerfile/expand.js'

const values: Record<string, string | typeof UNDECIDED> = { A: 'a', EMPTY: '', PATH: UNDECIDED }
const lookup: Lookup = (name) => values[name] ?? null

test.each<[string, string, string[]]>([
  ['plain', 'plain', []],
  ['$A', 'a', []],
  ['$A/b', 'a/b', []],
  ['${A}b', 'ab', []],
  ['$NONE', '', []],
  ['x$', 'x$', []],
  ['$$A', 'A', []],
  ['\\$A', '$A', []],
  ["'$A'", '$A', []],
  ['"$A b"', 'a b', []],
  ['"\\$A"', '$A', []],
  ['"a\\b"', 'a\\b', []],
  ['a\\ b', 'a b', []],
  ['${NONE:-d}', 'd', []],
  ['${EMPTY:-d}', 'd', []],
  ['${EMPTY-d}', '', []],
  ['${A:-d}', 'a', []],
  ['${A:+d}', 'd', []],
  ['${NONE:+d}', '', []],
  ['${NONE:-$A}', 'a', []],
  ['${NONE:-${EMPTY:-deep}}', 'deep', []],
  ['$PATH', '', ['PATH']],
  ['${PATH:-d}', '', ['PATH']],
  ['${A:-$PATH}', 'a', []],
  ['${NONE:-$PATH}', '', ['PATH']],
  ['${A#x}', '', ['A']],
  ['${A%%x}', '', ['A']],
  ['${A/x/y}', '', ['A']],
])('%s', (text, value, undecided) => {
  expect(expand(text, lookup)).toEqual({ value, undecided })
})

test('another escape character', () => {
  expect(expand('c:\\x`$A', lookup, '`').value).toBe('c:\\x$A')
})

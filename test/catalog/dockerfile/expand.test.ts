import { expect, test } from '@jest/globals'
import { expand, type Lookup, type Unknown, unknown } from '../../../src/catalog/dockerfile/expand.js'

const values: Record<string, string | Unknown> = {
  A: 'a',
  EMPTY: '',
  FILE: 'a/b.c.d',
  PATH: unknown('PATH'),
}
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
  ['$PATH', '${PATH}', ['PATH']],
  ['$A-$PATH', 'a-${PATH}', ['PATH']],
  ['${PATH:-$A}', '${${PATH}:-a}', ['PATH']],
  ['${A:-$PATH}', 'a', []],
  ['${A?$PATH}', 'a', []],
  ['${NONE:+$PATH}', '', []],
  ['${NONE:-$PATH}', '${PATH}', ['PATH']],
  ['${FILE#a/}', 'b.c.d', []],
  ['${FILE#*.}', 'c.d', []],
  ['${FILE##*.}', 'd', []],
  ['${FILE%.*}', 'a/b.c', []],
  ['${FILE%%.*}', 'a/b', []],
  ['${FILE%?}', 'a/b.c.', []],
  ['${FILE#\\*}', 'a/b.c.d', []],
  ["${FILE#'*'}", 'a/b.c.d', []],
  ['${FILE/./-}', 'a/b-c.d', []],
  ['${FILE//./-}', 'a/b-c-d', []],
  ['${FILE/\\//-}', 'a-b.c.d', []],
  ['${PATH%%x}', '${${PATH}%%x}', ['PATH']],
  ['$10', '', []],
  ['$é', '', []],
])('%s', (text, value, undecided) => {
  expect(expand(text, lookup)).toEqual({ value, undecided })
})

test('another escape character', () => {
  expect(expand('c:\\x`$A', lookup, '`').value).toBe('c:\\x$A')
})

test.each([
  "it's",
  '"open',
  '${',
  '${}',
  '${A',
  '${A:}',
  '${A!x}',
  '${A:#x}',
  '${A/x}',
  '${NONE?}',
  '${EMPTY:?}',
  '${A#\\x}',
])('what BuildKit refuses, %s, is undecided', (text) => {
  expect(expand(text, lookup)).toEqual({ value: text, undecided: [text] })
})

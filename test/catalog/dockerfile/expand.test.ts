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

test.each<[string, string, string]>([
  ['${V#*a}', 'xaya', 'ya'],
  ['${V##*a}', 'xayab', 'b'],
  ['${V#*}', 'xa', 'xa'],
  ['${V##*}', 'xa', ''],
  ['${V#*a*b}', 'aabb', 'b'],
  ['${V##*a*b}', 'aabbc', 'c'],
  ['${V##a*?}', 'abc', ''],
  ['${V#a?}', 'abc', 'c'],
  ['${V#b}', 'abc', 'abc'],
  ['${V%a*}', 'xaya', 'xay'],
  ['${V%%a*}', 'xaya', 'x'],
  ['${V%?}', 'x😀', 'x'],
  ['${V%%\\**}', 'x*y', 'x'],
  ['${V/a*b/-}', 'xaabby', 'x-y'],
  ['${V/*/-}', 'xy', '-'],
  ['${V/a/}', 'banana', 'bnana'],
  ['${V/b?n/-}', 'a', 'a'],
  ['${V//a/-}', 'banana', 'b-n-n-'],
  ['${V//a*n/-}', 'banana', 'b-a'],
  ['${V//*/-}', 'xy', '-'],
  ['${V//?/-}', 'xy', '--'],
  ['${V//z*/-}', 'xy', 'xy'],
])('%s of %s', (text, value, expected) => {
  expect(expand(text, () => value)).toEqual({ value: expected, undecided: [] })
})

test.each<[string, string, string]>([
  ['many stars', `\${V#${'*a'.repeat(60)}b}`, 'a'.repeat(5000)],
  ['many stars to replace', `\${V//${'*a'.repeat(60)}b/x}`, 'a'.repeat(1000)],
])('what might take long ends soon: %s', (_, text, value) => {
  expect(expand(text, () => value).value).toBe(value)
})

test('braces in braces, and values that double, are given up', () => {
  const deep = `${'${A:-'.repeat(5000)}x${'}'.repeat(5000)}`
  expect(expand(deep, () => null).undecided).toEqual([deep])
  expect(expand('$A'.repeat(100), () => 'x'.repeat(1 << 16)).undecided).toHaveLength(1)
})

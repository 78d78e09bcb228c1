import { expect, test } from '@jest/globals'
import { readIgnoreFile } from '../../../src/catalog/ignore/ignore-file.js'

const ignored = (text: string, path: string): boolean => {
  const { root, enter } = readIgnoreFile(text)
  return path.split('/').reduce(enter, root).ignored
}

/** Each answer is that of moby/patternmatcher; `test/judge/ignores.mjs` asks it itself. */
test.each<[string, string, string, boolean]>([
  ['a name', 'a', 'a', true],
  ['what is below it', 'a', 'a/b/c', true],
  ['only from the root', 'a', 'b/a', false],
  ['a leading slash', '/a', 'a', true],
  ['a trailing slash', 'a/', 'a', true],
  ['dots', './b/../a', 'a', true],
  ['white space around', '  a\t', 'a', true],
  ['carriage returns', 'a\r\nb\r\n', 'a', true],
  ['a byte order mark', '\uFEFFa', 'a', true],
  ['a comment', '#a', '#a', false],
  ['a # behind a blank is none', ' #a', '#a', true],
  ['a star', '*.md', 'x.md', true],
  ['a star in the root alone', '*.md', 'a/x.md', false],
  ['two stars', '**/*.md', 'a/b/x.md', true],
  ['two stars stand for nothing too', '**/*.md', 'x.md', true],
  ['two stars at the end', 'a/**', 'a/b', true],
  ['two stars inside', 'a/**/c', 'a/b/b/c', true],
  ['all', '*', 'a/b', true],
  ['an exception', '*\n!a', 'a', false],
  ['an exception below', '*\n!a/b', 'a/b/c', false],
  ['beside the exception', '*\n!a/b', 'a/c', true],
  ['before the rule it is none', '!a\n*', 'a', true],
  ['an exception behind a blank', '*\n! a', 'a', false],
  ['an exception to an exception', '*\n!a\na/b', 'a/b', true],
  ['a set', '[a-c]x', 'bx', true],
  ['a set that is turned round', '[^a-c]x', 'bx', false],
  ['a question mark', 'a?c', 'aöc', true],
  ['a plus is a plus', 'a+b', 'ab', false],
  ['a plus is a plus, and matches one', 'c++', 'c++/x', true],
  ['a caret is a caret', '^a', 'a', false],
  ['a caret beside a star is the beginning', '*^a', 'a', true],
  ['parentheses are parentheses', '(a)', 'a', false],
  ['braces are braces', 'a{2}', 'aa', false],
  ['a name like those of JavaScript', 'x', 'constructor', false],
  ['an escaped star', '\\*', 'a', false],
  ['an escaped star matches one', '\\*', '*', true],
  ['capitals differ', 'a', 'A', false],
  ['what nobody can be sure of leaves more', '\\d', '1', false],
  ['as an exception too', '*\n!\\d', '1', false],
  ['a set that does not end', '[a', 'a', false],
])('%s: %j ignores %s', (_, text, path, expected) => {
  expect(ignored(text, path)).toBe(expected)
})

test('a pattern of many stars ends soon', () => {
  expect(ignored(`${'**/'.repeat(40)}x`, `${'a/'.repeat(80)}y`)).toBe(false)
})

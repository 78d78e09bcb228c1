import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ignoredBy } from '../../src/image/context-artifacts.js'
import { nearestPath } from '../../src/image/missing-nearest.js'
import { hidingRule } from '../../src/image/missing-rule.js'

describe('the rule that hides a path', () => {
  test.each<[string, string, string, [number, string] | null]>([
    ['none', 'other\n', 'dist', null],
    ['by its name', '# made\n\ndist\n', 'dist', [3, '!dist']],
    ['by a folder above it', 'dist\n', 'dist/a/b', [1, '!dist/a/b']],
    ['the last of two', '*.js\ndist\n', 'dist/a.js', [2, '!dist/a.js']],
    ['after an exception', 'dist\n!dist/a.js\n**/*.js\n', 'dist/a.js', [3, '!dist/a.js']],
    ['an exception that brings it back', 'dist\n!dist/a.js\n', 'dist/a.js', null],
    ['with signs that a pattern would read', '*.txt\n', 'a[1].txt', [1, '!a\\[1\\].txt']],
    ['Windows line ends', 'a\r\ndist\r\n', 'dist', [2, '!dist']],
  ])('%s', (_, text, path, expected) => {
    const found = hidingRule(text, path)
    expect(found && [found.line, found.exception]).toEqual(expected)
  })

  test('names a line without which the path is there, and one that brings it back', () => {
    const segment = fc.constantFrom('a', 'b', 'a.js', '**', '*', '*.js')
    const rule = fc
      .tuple(fc.constantFrom('', '!'), fc.array(segment, { minLength: 1, maxLength: 3 }))
      .map(([sign, parts]) => sign + parts.join('/'))
    const path = fc
      .array(fc.constantFrom('a', 'b', 'a.js'), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join('/'))
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 5 }), path, (rules, asked) => {
        const text = rules.join('\n')
        const found = hidingRule(text, asked)
        expect(found !== null).toBe(ignoredBy(text)(asked))
        if (!found) return
        expect(ignoredBy(rules.slice(0, found.line - 1).join('\n'))(asked)).toBe(false)
        expect(ignoredBy(`${text}\n${found.exception}`)(asked)).toBe(false)
      }),
    )
  })
})

test.each<[string, string, readonly string[], string | null]>([
  ['another case', 'src/Main.js', ['src/main.js', 'src/mail.js'], 'src/main.js'],
  ['the context already counts', 'cart/main.js', ['main.js', 'lib/x'], 'main.js'],
  ['a folder more', 'main.js', ['src/main.js'], 'src/main.js'],
  ['the one of that name', 'lib/util.js', ['src/util.js', 'src/other.js'], 'src/util.js'],
  ['two of that name: nobody knows', 'library/index.js', ['cart/index.js', 'user/index.js'], null],
  ['a slip', 'scr/main.js', ['src/main.js'], 'src/main.js'],
  ['a letter', 'packge.json', ['package.json', 'x'], 'package.json'],
  ['nothing like it', 'dist', ['src', 'main.js'], null],
])('what somebody may have meant: %s', (_, path, paths, expected) => {
  expect(nearestPath(path, paths)).toBe(expected)
})

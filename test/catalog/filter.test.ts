import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { openContext } from '../../src/catalog/context.js'
import { readIgnoreFile } from '../../src/catalog/ignore/ignore-file.js'
import { memoryTree } from './memory-tree.js'

const FILES = {
  Dockerfile: '1',
  'README.md': '2',
  '.git/config': '3',
  'src/a.js': '4',
  'src/deep/b.js': '5',
  'docs/c.md': '6',
  'docs/deep/d.md': '7',
}

const left = async (ignore: string | null) => {
  const tree = memoryTree(FILES)
  const found = await openContext(tree, '.', tree.root, ignore).all()
  return { paths: found.map(({ path }) => path).sort(), read: [...tree.trees] }
}

describe('a folder is read only where a rule may tell its entries apart', () => {
  test.each<[string, string | null, string[], string[]]>([
    ['no ignore file', null, ['.'], []],
    ['only comments', '# x\n\n', ['.'], []],
    ['names of the root', 'README.md\n.git\n/Dockerfile', ['docs', 'src'], ['.']],
    ['names that are not there', '.gitignore\nnode_modules', ['.'], ['.']],
    ['patterns of the root', '*.md\nDocker*', ['.git', 'docs', 'src'], ['.']],
    ['a folder', 'docs/deep', ['.git', 'Dockerfile', 'README.md', 'docs/c.md', 'src'], ['.', 'docs']],
    [
      'a pattern of one depth',
      '*/deep',
      ['.git', 'Dockerfile', 'README.md', 'docs/c.md', 'src/a.js'],
      ['.', '.git', 'src', 'docs'],
    ],
    ['all but one', '*\n!src', ['src'], ['.']],
    ['all but one below', '*\n!src/deep', ['src/deep'], ['.', 'src']],
    ['an exception to nothing', '!src', ['.'], []],
    ['an exception that comes first', '!src\n*', [], ['.']],
    [
      'what an exception leaves',
      'docs\n!docs/deep',
      ['.git', 'Dockerfile', 'README.md', 'docs/deep', 'src'],
      ['.', 'docs'],
    ],
    ['a later rule outdoes', '!docs/deep\ndocs', ['.git', 'Dockerfile', 'README.md', 'src'], ['.']],
    [
      'two stars below one folder',
      'docs/**/*.md',
      ['.git', 'Dockerfile', 'README.md', 'src'],
      ['.', 'docs', 'docs/deep'],
    ],
    [
      'two stars that nothing matches',
      '**/*.txt',
      ['.'],
      ['.', '.git', 'src', 'src/deep', 'docs', 'docs/deep'],
    ],
    ['nobody is sure', '\\d', ['.'], []],
  ])('%s', async (_, ignore, paths, read) => {
    const found = await left(ignore)
    expect([found.paths, found.read.sort()]).toEqual([paths, read.sort()])
  })

  test('nor is one read again at another commit, or for another service', async () => {
    const one = memoryTree(FILES)
    for (const _ of [1, 2]) await openContext(one, '.', one.root, '**/*.txt').all()
    expect(one.trees).toHaveLength(6)
  })
})

const name = fc.constantFrom('a', 'b', 'ab', 'x.md', '.git', 'n\nl')
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((all) => all.join('/'))
const piece = fc.oneof(
  name,
  fc.constantFrom('*', '**', '?', '*.md', 'a*', '[ab]', '**a', 'a**', '***', '[^a]', '^a', 'a**b'),
)
const rule = fc
  .tuple(fc.constantFrom('', '', '!', '/'), fc.array(piece, { minLength: 1, maxLength: 4 }))
  .map(([mark, pieces]) => mark + pieces.join('/').replaceAll('\n', ''))
const files = fc
  .uniqueArray(path, { minLength: 1, maxLength: 10 })
  .map((all) => all.filter((one) => !all.some((other) => other.startsWith(`${one}/`))))

test('what is left of the whole is what is left of each file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rule, { maxLength: 5 }), files, async (rules, paths) => {
      const ignore = rules.join('\n')
      const tree = memoryTree(Object.fromEntries(paths.map((one) => [one, one])))
      const found = await openContext(tree, '.', tree.root, ignore).all()
      const isLeft = (file: string) =>
        found.some((one) => one.path === '.' || `${file}/`.startsWith(`${one.path}/`))
      const { root, enter } = readIgnoreFile(ignore)
      for (const file of paths)
        expect([file, isLeft(file)]).toEqual([file, !file.split('/').reduce(enter, root).ignored])
    }),
    { numRuns: 500 },
  )
})

import { expect, test } from '@jest/globals'
import type { Input } from '../../src/catalog/inputs.js'
import { changedInputs } from '../../src/changes/input-changes.js'
import type { FileMode, Objects, Oid, TreeEntry } from '../../src/words.js'

const file = (name: string, oid: string, mode: FileMode = '100644'): TreeEntry => ({
  name,
  mode,
  oid: oid as Oid,
})
const folder = (name: string, oid: string) => file(name, oid, '040000')

const TREES: Record<string, readonly TreeEntry[]> = {
  one: [file('a', '1'), file('b', '2'), folder('deep', 'deep1')],
  two: [file('a', '1'), file('b', '3'), folder('deep', 'deep1')],
  three: [file('a', '1'), folder('b', 'deep2')],
  deep2: [file('x', '1')],
}
const objects: Objects = {
  tree: async (oid) => TREES[oid] ?? Promise.reject(new Error(`${oid} was read`)),
  blob: () => Promise.reject(new Error('no file is read')),
}
const because = { instruction: 'COPY', line: 2 }
const input = (path: string, oid: string, mode: FileMode = '100644'): Input => ({
  path,
  mode,
  oid: oid as Oid,
  because,
})

test.each<[string, Input[], Input[], [string, string][]]>([
  ['nothing', [input('a', '1')], [input('a', '1')], []],
  ['another content', [input('a', '1')], [input('a', '2')], [['a', 'modified']]],
  ['another mode', [input('a', '1')], [input('a', '1', '100755')], [['a', 'modified']]],
  [
    'added and removed',
    [input('a', '1')],
    [input('b', '1')],
    [
      ['a', 'removed'],
      ['b', 'added'],
    ],
  ],
  ['in a folder', [input('s', 'one', '040000')], [input('s', 'two', '040000')], [['s/b', 'modified']]],
  ['in the whole context', [input('.', 'one', '040000')], [input('.', 'two', '040000')], [['b', 'modified']]],
  [
    'a folder, and now all that is in it',
    [input('s', 'one', '040000')],
    [input('s/a', '1'), input('s/b', '2'), input('s/deep', 'deep1', '040000')],
    [],
  ],
  [
    'some of a folder, and now all of it',
    [input('s/a', '1'), input('s/b', '2')],
    [input('s', 'two', '040000')],
    [
      ['s/b', 'modified'],
      ['s/deep', 'added'],
    ],
  ],
  [
    'all of the context, and now some of it',
    [input('.', 'one', '040000')],
    [input('a', '1')],
    [
      ['b', 'removed'],
      ['deep', 'removed'],
    ],
  ],
  [
    'a folder in place of a file',
    [input('.', 'one', '040000')],
    [input('.', 'three', '040000')],
    [
      ['b', 'modified'],
      ['deep', 'removed'],
    ],
  ],
  ['a folder that came', [], [input('s', 'never read', '040000')], [['s', 'added']]],
  [
    'some files of a folder that went',
    [input('s/a', '1'), input('s/b', '2')],
    [],
    [
      ['s/a', 'removed'],
      ['s/b', 'removed'],
    ],
  ],
])('%s', async (_, before, after, expected) => {
  const changes = await changedInputs(objects, before, after, 50)
  expect(changes.map(({ path, change }) => [path, change])).toEqual(expected)
  expect(changes.every(({ line, instruction }) => line === 2 && instruction === 'COPY')).toBe(true)
})

test('no more than asked for', async () => {
  const many = Array.from({ length: 9 }, (_, index) => input(`${index}`, '1'))
  expect(await changedInputs(objects, many, [], 4)).toHaveLength(4)
})

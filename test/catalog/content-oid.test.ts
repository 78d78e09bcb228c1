import { afterEach, expect, test } from '@jest/globals'
import { contentOid } from '../../src/catalog/content-oid.js'
import { openGit } from '../../src/platform/git/open.js'
import type { FileMode, Objects, Oid } from '../../src/words.js'
import { type Content, type Repository, temporaryRepository } from '../platform/repository.js'

let repository: Repository | undefined
afterEach(() => repository?.remove())

interface File {
  readonly path: string
  readonly mode: FileMode
  readonly oid: Oid
}

const filesBelow = async (objects: Objects, oid: Oid, folder = ''): Promise<File[]> => {
  const entries = await objects.tree(oid)
  const all = entries.map((entry) =>
    entry.mode === '040000'
      ? filesBelow(objects, entry.oid, `${folder}${entry.name}/`)
      : [{ path: `${folder}${entry.name}`, mode: entry.mode, oid: entry.oid }],
  )
  return (await Promise.all(all)).flat()
}

test('all files of a tree come to the id that git gave it', async () => {
  repository = temporaryRepository()
  const contents: Record<string, Content> = {
    'a.txt': '1',
    'a/b': '2',
    'a-b': '3',
    a0: '4',
    'ä/😀/x y': '5',
    l: { link: 'a' },
    'tab\there': '6',
    'line\nbreak/$(x)/-r': '7',
  }
  const commit = repository.commit(contents)
  const git = openGit(repository.directory)
  const root = await git.treeOf(commit)
  expect(contentOid('.', await filesBelow(git, root))).toBe(root)
  const folder = (await git.tree(root)).find(({ name }) => name === 'a') as File & { name: string }
  const inputs = (await filesBelow(git, root)).filter(({ path }) => !path.startsWith('a/'))
  expect(contentOid('.', [...inputs, { ...folder, path: 'a' }])).toBe(root)
  expect(contentOid('a', [{ ...folder, path: 'a' }])).toBe(folder.oid)
  await git.close()
})

const blob = (path: string, digit: string, mode: FileMode = '100644') => ({
  path,
  mode,
  oid: digit.repeat(40) as Oid,
})

test.each<[string, File[], File[]]>([
  ['another content', [blob('a', '1')], [blob('a', '2')]],
  ['another name', [blob('a', '1')], [blob('b', '1')]],
  ['another mode', [blob('a', '1')], [blob('a', '1', '100755')]],
  ['another folder', [blob('a/x', '1')], [blob('b/x', '1')]],
  ['a file in place of a link', [blob('a', '1')], [blob('a', '1', '120000')]],
  ['one byte of a name that is no UTF-8', [blob('\udc80', '1')], [blob('\udc81', '1')]],
  ['that byte and the character that stands for it', [blob('\udcff', '1')], [blob('\ufffd', '1')]],
  ['one more', [blob('a', '1')], [blob('a', '1'), blob('b', '1')]],
  ['none', [blob('a', '1')], []],
])('%s counts', (_, one, other) => {
  expect(contentOid('.', one)).not.toBe(contentOid('.', other))
})

test.each<[string, string]>([['40 digits', '4b825dc642cb6eb9a060e54bf8d69288fbee4904']])(
  'no input is the empty tree, %s',
  (_, oid) => {
    expect(contentOid('.', [])).toBe(oid)
  },
)

test('a repository of 64 digits', () => {
  const inputs = [{ path: 'a', mode: '100644' as const, oid: '1'.repeat(64) as Oid }]
  expect(contentOid('.', inputs)).toMatch(/^[0-9a-f]{64}$/)
})

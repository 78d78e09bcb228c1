import { describe, expect, test } from '@jest/globals'
import type { Service } from '../../src/catalog/service.js'
import { type Content, type Files, fingerprintIn, inputsIn } from './memory-tree.js'

/** A file that goes is null. */
type Change = Readonly<Record<string, Content | null>>

const FILES: Files = {
  Dockerfile: 'FROM scratch\n# why\nCOPY src /src\n',
  'src/a.js': '1',
  'src/deep/b.js': '2',
  'other/c.js': '3',
}

const changed = (files: Files, change: Change): Files =>
  Object.fromEntries(
    Object.entries({ ...files, ...change }).filter((entry): entry is [string, Content] => entry[1] !== null),
  )

const isSame = async (files: Files, change: Change, service: Partial<Service> = {}): Promise<boolean> => {
  const [before, after] = await Promise.all([
    fingerprintIn(files, service),
    fingerprintIn(changed(files, change), service),
  ])
  expect([before, after]).not.toContain(null)
  return before === after
}

const POINTER = (oid: string) =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${oid.repeat(64)}\nsize 1\n`

describe('what changes the image', () => {
  test.each<[string, Change]>([
    ['a content', { 'src/a.js': '2' }],
    ['a mode alone (26)', { 'src/a.js': { executable: '1' } }],
    ['a name that differs by case alone (25)', { 'src/a.js': null, 'src/A.js': '1' }],
    ['a file that moved (24)', { 'src/a.js': null, 'src/deep/a.js': '1' }],
    ['a file that came', { 'src/new.js': '' }],
    ['a file that went', { 'src/a.js': null }],
    ['a link in place of a file (28)', { 'src/a.js': { link: 'deep/b.js' } }],
    ['a folder in place of a file (28)', { 'src/a.js': null, 'src/a.js/x': '1' }],
    ['a file in place of a folder (28)', { 'src/deep/b.js': null, 'src/deep': '2' }],
    ['a pointer of LFS (30)', { 'src/a.js': POINTER('1') }],
    ['.gitattributes that is copied (31)', { 'src/.gitattributes': '* text' }],
    ...['\n', '\t', '"', '$(x)', '-r', '\udce4', ' ', '\\', "'", '*', '\u202e'].map(
      (name): [string, Change] => [`a name ${JSON.stringify(name)} (32)`, { [`src/${name}`]: '1' }],
    ),
  ])('%s', async (_, change) => expect(await isSame(FILES, change)).toBe(false))

  test.each<[string, Files, Change]>([
    ['a link that leads elsewhere (27)', { 'src/l': { link: 'a.js' } }, { 'src/l': { link: 'deep/b.js' } }],
    [
      'what a link leads to',
      { l: { link: 'other' }, Dockerfile: 'FROM scratch\nCOPY l /' },
      { 'other/c.js': '4' },
    ],
    [
      'a folder that a link leads to (42)',
      { l: { link: 'src' }, Dockerfile: 'FROM scratch\nCOPY l/deep /' },
      { 'src/deep/b.js': '4' },
    ],
    [
      'a submodule’s commit (29)',
      { 'src/sub': { submodule: '1'.repeat(40) } },
      { 'src/sub': { submodule: '2'.repeat(40) } },
    ],
    ['what a pointer of LFS points to (30)', { 'src/big': POINTER('1') }, { 'src/big': POINTER('2') }],
    [
      'one name that is no UTF-8 for another (32)',
      { 'src/\udce4': '1' },
      { 'src/\udce4': null, 'src/\udce5': '1' },
    ],
    [
      'the Dockerfile that is copied, by a comment',
      { Dockerfile: 'FROM scratch\nCOPY . .' },
      { Dockerfile: '# x\nFROM scratch\nCOPY . .' },
    ],
    [
      'the ignore file that is copied',
      { Dockerfile: 'FROM scratch\nCOPY . .', '.dockerignore': 'x' },
      { '.dockerignore': 'x\ny' },
    ],
    [
      'a carriage return in a here-document',
      { Dockerfile: 'FROM scratch\nCOPY <<E /x\na\nE' },
      { Dockerfile: 'FROM scratch\nCOPY <<E /x\na\r\nE' },
    ],
    [
      'a here-document (40)',
      { Dockerfile: 'FROM scratch\nCOPY <<E /x\nCOPY a\nE' },
      { Dockerfile: 'FROM scratch\nCOPY <<E /x\nCOPY b\nE' },
    ],
    [
      'a default (34)',
      { Dockerfile: 'FROM scratch\nARG X=src\nCOPY $X /' },
      { Dockerfile: 'FROM scratch\nARG X=other\nCOPY $X /' },
    ],
    ['what --exclude leaves out', {}, { Dockerfile: 'FROM scratch\nCOPY --exclude=deep src /src\n' }],
  ])('%s', async (_, files, change) => expect(await isSame({ ...FILES, ...files }, change)).toBe(false))
})

describe('what does not', () => {
  test.each<[string, Files, Change]>([
    ['a comment (46)', {}, { Dockerfile: '# because\nFROM scratch\n\nCOPY src /src\n' }],
    [
      'a comment where the Dockerfile is ignored (46)',
      { Dockerfile: 'FROM scratch\nCOPY . .', '.dockerignore': 'Dockerfile' },
      { Dockerfile: '#\nFROM scratch\nCOPY . .' },
    ],
    [
      'a broken line, white space, carriage returns',
      {},
      { Dockerfile: 'FROM \\\n scratch\r\ncopy  src \\\r\n# x\r\n /src\r\n' },
    ],
    [
      'white space between words',
      { Dockerfile: 'FROM scratch\nENV A=1 B="x y"\nENV C d\nEXPOSE 1 2\nCOPY src /src' },
      { Dockerfile: 'FROM scratch\nENV  A=1\tB="x y"\nENV C  d\nEXPOSE 1  2\nCOPY ["src",  "/src"]' },
    ],
    ['a file beside', {}, { 'other/c.js': '4' }],
    ['an ignore file that leaves out nothing new', { '.dockerignore': 'x' }, { '.dockerignore': 'y\n*.z' }],
    ['an ignore file that came and leaves out nothing', {}, { '.dockerignore': '**/*.md' }],
    ['a file that is ignored', { '.dockerignore': '**/*.md' }, { 'src/deep/new.md': '1' }],
    ['the first file of a folder that is ignored', { '.dockerignore': '**/*.md' }, { 'src/new/new.md': '1' }],
    ['an ignored file that went', { '.dockerignore': '**/*.md', 'src/x.md': '1' }, { 'src/x.md': null }],
    [
      'a file that --exclude leaves out',
      { Dockerfile: 'FROM scratch\nCOPY --exclude=*.md src /' },
      { 'src/x.md': '1' },
    ],
    [
      '.gitattributes that nothing copies (31)',
      {},
      { '.gitattributes': '* text eol=crlf export-ignore ident filter=x working-tree-encoding=UTF-16' },
    ],
    ['.gitmodules', {}, { '.gitmodules': '[submodule "x"]\n\tpath = x\n' }],
    [
      'an unused stage (35)',
      { Dockerfile: 'FROM scratch AS a\nCOPY other /\nFROM scratch\nCOPY src /' },
      { 'other/c.js': '4' },
    ],
    ['a case-only rename beside', {}, { 'other/c.js': null, 'other/C.js': '3' }],
    ['a submodule beside', {}, { 'other/sub': { submodule: '1'.repeat(40) } }],
  ])('%s', async (_, files, change) => expect(await isSame({ ...FILES, ...files }, change)).toBe(true))

  test('an ignored .gitattributes', async () => {
    const files = { ...FILES, Dockerfile: 'FROM scratch\nCOPY . .', '.dockerignore': '.git*' }
    expect(await isSame(files, { '.gitattributes': '*.js eol=crlf' })).toBe(true)
  })

  test('the same content by another way to leave out the rest', async () => {
    const Dockerfile = 'FROM scratch\nCOPY . .'
    const own = { ...FILES, Dockerfile, 'x.md': '1', 'src/x.md': '1' }
    const one = await fingerprintIn({ ...own, '.dockerignore': '.dockerignore\n**/*.md' })
    const other = await fingerprintIn({ ...own, '.dockerignore': '*\n!Dockerfile\n!src\n!other\nsrc/*.md' })
    expect(one).toBe(other)
  })
})

test('a context of its own, and a Dockerfile outside of it (44)', async () => {
  const files = { ...FILES, 'docker/D': 'FROM scratch\nCOPY deep /', 'docker/D.dockerignore': 'deep/*.md' }
  const service = { context: 'src', dockerfile: 'docker/D' }
  expect(await isSame(files, { 'src/deep/b.js': '4' }, service)).toBe(false)
  expect(await isSame(files, { 'src/deep/x.md': '4', 'src/a.js': '4' }, service)).toBe(true)
  expect(await isSame(files, { 'docker/D': '# x\nFROM scratch\nCOPY deep /' }, service)).toBe(true)
})

test.each<[string, string, string[]]>([
  ['the Dockerfile', 'Dockerfile', ['.dockerignore', 'src']],
  ['the ignore file', '.dockerignore', ['Dockerfile', 'src']],
])('%s is an input of COPY . ., unless it is ignored', async (_, ignored, rest) => {
  const files = { Dockerfile: 'FROM scratch\nCOPY . .', 'src/a.js': '1' }
  const { image: all } = await inputsIn({ ...files, '.dockerignore': 'x' })
  expect(all.inputs.map(({ path }) => path)).toEqual(['.'])
  const { image } = await inputsIn({ ...files, '.dockerignore': ignored })
  expect(image.inputs.map(({ path }) => path)).toEqual(rest)
})

describe('a submodule (29)', () => {
  const files: Files = {
    '.gitmodules':
      '[submodule "one"]\n\tpath = src/sub\n\turl = ../one\n[submodule "gone"]\n\tpath = gone\n[submodule "two"]\n  path=other/two\r\n',
    'src/a.js': '1',
    'src/sub': { submodule: '1'.repeat(40) },
    'other/two': { submodule: '2'.repeat(40) },
  }
  test.each<[string, string, string, string[]]>([
    ['in a folder that is copied', 'COPY src /', '', ['src/sub']],
    ['itself', 'COPY src/sub /', '', ['src/sub']],
    ['in the whole context', 'COPY . /', '', ['src/sub', 'other/two']],
    ['beside', 'COPY src/a.js /', '', []],
    ['that is ignored', 'COPY . /', 'src/sub\nother', []],
  ])('%s is told', async (_, line, ignore, expected) => {
    const Dockerfile = `FROM scratch\n${line}`
    const { image } = await inputsIn({ ...files, Dockerfile, '.dockerignore': ignore })
    expect(image.widened.map(({ reason, detail, line }) => [reason, detail.split(' ')[0], line])).toEqual(
      expected.map((path) => ['submodule', path, 2]),
    )
    expect(image.inputs.some(({ path }) => path === '.')).toBe(line === 'COPY . /' && ignore === '')
  })
})

import { describe, expect, test } from '@jest/globals'
import { type Files, inputsIn } from './memory-tree.js'

const SOURCES: Files = {
  'a.txt': '1',
  'b.md': '2',
  'src/x.js': '3',
  'src/x.md': '4',
  'src/deep/y.js': '5',
  'src/deep/z.md': '6',
  'lib/x.js': '7',
  'lib/deep/far/x.js': '8',
  link: { link: 'src' },
}

const read = async (line: string, ignore?: string) => {
  const files = { ...SOURCES, Dockerfile: `FROM scratch\n${line}` }
  return inputsIn(ignore === undefined ? files : { ...files, '.dockerignore': ignore })
}

describe('--exclude', () => {
  test.each<[string, string, string[]]>([
    ['a name below the folder', 'COPY --exclude=x.md src /', ['src/deep', 'src/x.js']],
    ['a pattern of one folder', 'COPY --exclude=*.md src /', ['src/deep', 'src/x.js']],
    ['a pattern of all folders', 'COPY --exclude=**/*.md src /', ['src/deep/y.js', 'src/x.js']],
    ['several', 'COPY --exclude=*.md --exclude=deep src /', ['src/x.js']],
    ['with an exception', 'COPY --exclude=* --exclude=!x.js src /', ['src/x.js']],
    ['in another order', 'COPY --exclude=!x.js --exclude=*.js src /', ['src/deep', 'src/x.md']],
    ['a leading slash matches nothing', 'COPY --exclude=/x.md src /', ['src']],
    ['a comment is a name', 'COPY --exclude=#x src /', ['src']],
    ['not what is named itself', 'COPY --exclude=*.md b.md src/x.md /', ['b.md', 'src/x.md']],
    ['not what a pattern names', 'COPY --exclude=*.md src/*.md /', ['src/x.md']],
    ['below what a pattern names', 'COPY --exclude=*.js s* /', ['src/deep', 'src/x.md']],
    ['by the path from the folder', 'COPY --exclude=src/x.md src /', ['src']],
    ['by the path from the context', 'COPY --exclude=src/deep --exclude=lib . /', ['.']],
    ['ADD', 'ADD --exclude=*.md src /', ['src/deep', 'src/x.js']],
    [
      'what another line copies counts',
      'COPY --exclude=*.md src /\nCOPY src/x.md /y',
      ['src/deep', 'src/x.js', 'src/x.md'],
    ],
    ['through a link', 'COPY --exclude=deep link /', ['link', 'src/x.js', 'src/x.md']],
    ['variables stay as they are', 'ARG X=deep\nCOPY --exclude=$X src /', ['src']],
  ])('%s', async (name, line, expected) => {
    const { image } = await read(line)
    const paths =
      name === 'by the path from the context'
        ? ['Dockerfile', 'a.txt', 'b.md', 'link', 'src/x.js', 'src/x.md']
        : expected
    expect([image.inputs.map(({ path }) => path), image.widened, image.untracked]).toEqual([paths, [], []])
  })

  test('what leaves nothing is there all the same', async () => {
    const { image } = await read('COPY --exclude=* src /')
    expect([image.inputs, image.untracked]).toEqual([[], []])
  })

  test('beside an ignore file', async () => {
    const { image } = await read('COPY --exclude=*.md src /', 'src/deep/y.js')
    expect(image.inputs.map(({ path }) => path)).toEqual(['src/deep/z.md', 'src/x.js'])
  })
})

describe('--parents', () => {
  test.each<[string, string, string[]]>([
    ['a file', 'COPY --parents src/x.js /', ['src/x.js']],
    ['a folder', 'COPY --parents src /', ['src']],
    ['a star is one folder', 'COPY --parents */x.js /', ['lib/x.js', 'src/x.js']],
    ['two stars are any number', 'COPY --parents **/x.js /', ['lib', 'src/x.js']],
    ['none as well', 'COPY --parents src/**/x.js /', ['src/x.js']],
    ['a folder and all below', 'COPY --parents **/deep /', ['lib/deep', 'src/deep']],
    ['behind a pivot', 'COPY --parents lib/./deep/**/*.js /', ['lib/deep']],
    ['the first pivot counts', 'COPY --parents ./lib/./deep/./far /', ['lib/deep']],
    [
      'a pattern before the pivot that a link matches',
      'COPY --parents ?i*/./x.js /',
      ['lib/x.js', 'link', 'src/x.js'],
    ],
    ['a pattern before the pivot', 'COPY --parents s*/./x.js /', ['src/x.js']],
    ['a file that stands before the pivot', 'COPY --parents [sb]*/./x.js /', ['b.md', 'src/x.js']],
    ['a link before the pivot is followed', 'COPY --parents link/./x.js /', ['link', 'src/x.js']],
    ['a leading slash', 'COPY --parents /src/x.js /', ['src/x.js']],
    ['what climbs out is clamped', 'COPY --parents ../src/x.js /', ['src/x.js']],
    ['with --exclude', 'COPY --parents --exclude=**/x.md src /', ['src/deep', 'src/x.js']],
    ['with --exclude, from the pivot on', 'COPY --parents --exclude=deep lib/./* /', ['lib/x.js']],
    ['switched off', 'COPY --parents=false */**/y.js /', ['link', 'src/deep/y.js']],
    ['with a value', 'COPY --parents=True **/y.js /', ['src/deep/y.js']],
    ['the whole context', 'COPY --parents . /', ['.']],
    ['a set', 'COPY --parents [^l]*/x.js /', ['src/x.js']],
  ])('%s', async (_, line, expected) => {
    const { image } = await read(line)
    expect([image.inputs.map(({ path }) => path), image.widened, image.untracked]).toEqual([expected, [], []])
  })

  test('what matches nothing has no source', async () => {
    const { image } = await read('COPY --parents **/nothing /')
    expect(image.untracked).toMatchObject([{ detail: '**/nothing', line: 2 }])
  })
})

describe('what needs no input', () => {
  test.each([
    'ADD https://example.com/x.tgz /',
    'ADD --checksum=sha256:0 https://example.com/x /',
    'ADD https://example.com/$TARGETARCH/x /',
    'ADD git@github.com:a/b.git#main:dir /',
    'ADD --keep-git-dir=true https://github.com/a/b.git /',
    'RUN --mount=type=secret,id=x --mount=type=ssh --mount=type=tmpfs,target=/t --mount=type=cache,source=src,target=/c x',
    'RUN --mount=type=cache,from=node,source=src,target=/c x',
    'COPY --link --chmod=755 --chown=1 <<EOF /x\nCOPY src /\nEOF',
    'COPY <<A <<-"B" /x/\nCOPY src /\nA\n\tCOPY lib /\n\tB',
    'ONBUILD COPY <<EOF /x\nCOPY src /\nEOF',
    'RUN <<EOF\nCOPY src /\nEOF',
  ])('%s', async (line) => {
    const { image } = await read(line)
    expect([image.inputs, image.widened, image.untracked]).toEqual([[], [], []])
  })
})

describe('mounts', () => {
  test.each<[string, string, string[]]>([
    ['quoted as CSV', `RUN --mount='type=bind,"source=src",target=/s' x`, ['src']],
    ['a comma in quotes', `RUN --mount='"source=a,b",target=/s' x`, ['a,b']],
    ['writable', 'RUN --mount=source=src,target=/s,rw x', ['src']],
    ['two', 'RUN --mount=source=src,target=/s --mount=source=lib,target=/l x', ['lib', 'src']],
    ['by ONBUILD', 'FROM scratch AS b\nONBUILD RUN --mount=source=src,target=/s x\nFROM b', ['src']],
  ])('%s', async (_, line, expected) => {
    const Dockerfile = `FROM scratch\n${line}`
    const { image } = await inputsIn({ ...SOURCES, 'a,b': '1', Dockerfile })
    expect([image.inputs.map(({ path }) => path), image.widened]).toEqual([expected, []])
  })
})

describe('what is pinned', () => {
  const ID = '0123456789'.repeat(4)
  test.each<[string, boolean]>([
    ['ADD https://x.org/y /', false],
    ['ADD --checksum=sha256:0 https://x.org/y /', true],
    ['ARG SUM\nADD --checksum=$SUM https://x.org/y /', false],
    ['ARG SUM=sha256:0\nADD --checksum=$SUM https://x.org/y /', true],
    ['ADD https://x.org/y.git /', false],
    [`ADD https://x.org/y.git#${ID} /`, true],
    [`ADD https://x.org/y.git#${ID}:dir /`, true],
    [`ADD https://x.org/y.git#main:${ID} /`, false],
    ['ADD https://x.org/y.git#v1.2.3 /', false],
    [`ADD https://x.org/y.git?ref=${ID} /`, true],
    ['ADD https://x.org/y.git?ref=main /', false],
    ['ADD https://x.org/y.git?commit=0123456&subdir=a /', true],
    [`ADD https://x.org/y?ref=${ID} /`, false],
    [`ADD git@x.org:y.git#${ID} /`, true],
    ['ADD git@x.org:y.git?checksum=0123456#main /', true],
    ['ADD ssh://git@x.org/y /', false],
    [`ARG REV=${ID}\nADD git://x.org/y#$REV /`, true],
    [`ARG REV=main\nADD git://x.org/y#$REV /`, false],
  ])('%s: %s', async (line, pinned) => {
    const { image } = await read(line)
    expect(image.unpinned.length === 0).toBe(pinned)
  })
})

describe('variables of a stage for which a named context stands', () => {
  const contexts = { one: { kind: 'folder', path: 'lib' } } as const
  test.each<[string, string, string[]]>([
    ['its own do not count', 'FROM node AS one\nENV X=a.txt\nFROM one\nCOPY ${X:-src} /', ['src']],
    ['a folder brings none along', 'FROM one\nCOPY ${X:-src} /', ['src']],
    ['what it does ONBUILD counts', 'FROM node AS one\nONBUILD COPY src /\nFROM one', ['src']],
  ])('%s', async (_, Dockerfile, expected) => {
    const { image } = await inputsIn({ ...SOURCES, Dockerfile }, { contexts })
    expect([image.inputs.map(({ path }) => path), image.widened]).toEqual([expected, []])
  })
})

test('a flag that is not known here may read anything', async () => {
  const { image } = await read('COPY --neverheardofit=src a.txt /')
  expect(image.inputs.map(({ path }) => path)).toEqual(['.'])
  expect(image.widened).toMatchObject([{ reason: 'unknown-flag', line: 2 }])
})

test.each(['FROM $X', 'FROM scratch AS 1a', 'FROM scratch AS "a"', 'FROM a b'])(
  '%s is refused',
  async (Dockerfile) => {
    await expect(inputsIn({ ...SOURCES, Dockerfile })).rejects.toMatchObject({
      problems: [{ code: 'dockerfile-syntax', at: { line: 1 } }],
    })
  },
)

test.each<[string, string[]]>([
  ['src/**/*.md', ['src/deep/z.md', 'src/x.md']],
  ['**/*.md', ['b.md', 'src/deep/z.md', 'src/x.md']],
  ['lib/**', ['lib']],
  ['*.md', ['b.md']],
  ['link/deep', ['link', 'src/deep']],
])('a declared input %s', async (pattern, expected) => {
  const { image } = await inputsIn({ ...SOURCES, Dockerfile: 'FROM scratch' }, { inputs: [pattern] })
  expect(image.declared.map(({ path }) => path)).toEqual(expected)
})

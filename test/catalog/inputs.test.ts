import { afterEach, describe, expect, test } from '@jest/globals'
import { contextReader } from '../../src/catalog/context-reader.js'
import { PLAIN, type Service } from '../../src/catalog/service.js'
import { serviceInputs } from '../../src/catalog/stage-inputs.js'
import type { Git } from '../../src/platform/git/git.js'
import { openGit } from '../../src/platform/git/open.js'
import type { ServiceName } from '../../src/words.js'
import { type Content, type Repository, temporaryRepository } from '../platform/repository.js'

// Some tests read two: none may stay open, or jest never ends.
const opened: { repository: Repository; git: Git }[] = []
afterEach(async () => {
  for (const { repository, git } of opened.splice(0)) {
    await git.close()
    repository.remove()
  }
})

const read = async (files: Record<string, Content>, service: Partial<Service> = {}) => {
  const repository = temporaryRepository()
  const git = openGit(repository.directory)
  opened.push({ repository, git })
  const commit = repository.commit(files)
  const root = await git.treeOf(commit)
  const whole: Service = {
    ...PLAIN,
    name: 'cart' as ServiceName,
    path: '.',
    dockerfile: 'Dockerfile',
    context: '.',
    target: null,
    args: {},
    ...service,
  }
  return serviceInputs(whole, git, root, contextReader(git, root))
}

const SOURCES = { 'a.txt': '1', 'b.md': '2', 'src/x.js': '3', 'src/deep/y.js': '4', 'test/t.js': '5' }
const ALL = ['Dockerfile', 'a.txt', 'b.md', 'src', 'test']

describe('what the image is made of', () => {
  test.each<[string, string, Record<string, Content>, string[]]>([
    ['a file', 'COPY a.txt /', {}, ['a.txt']],
    ['several, one with a dot', 'COPY ./a.txt b.md /', {}, ['a.txt', 'b.md']],
    ['a folder', 'COPY src /', {}, ['src']],
    ['a leading slash is the context', 'COPY /src/x.js /', {}, ['src/x.js']],
    ['what climbs out is clamped', 'COPY ../../a.txt /', {}, ['a.txt']],
    ['the whole context', 'COPY . .', {}, ['.']],
    ['a pattern', 'COPY *.md /', {}, ['b.md']],
    ['a pattern of folders', 'COPY s*/x.js /', {}, ['src/x.js']],
    ['two stars are one', 'COPY **/x.js /', {}, ['src/x.js']],
    ['a name with a space, JSON form', 'COPY ["a b", "/x/"]', { 'a b': '1' }, ['a b']],
    ['an escaped bracket', 'COPY arr[[]0].txt /', { 'arr[0].txt': '1' }, ['arr[0].txt']],
    ['an argument with a default', 'ARG X=src\nCOPY $X/x.js /', {}, ['src/x.js']],
    ['ENV wins over nothing', 'ENV X=src\nCOPY ${X}/x.js /', {}, ['src/x.js']],
    ['a file inside a copied folder counts once', 'COPY src/x.js /\nCOPY src /', {}, ['src']],
    ['ADD', 'ADD a.txt /', {}, ['a.txt']],
    ['ADD of a URL reads nothing here', 'ADD https://example.com/x /\nCOPY a.txt /', {}, ['a.txt']],
    ['a bind mount', 'RUN --mount=type=bind,source=src,target=/s x', {}, ['src']],
    ['a bind mount without type', 'RUN --mount=source=src,target=/s x', {}, ['src']],
    ['a bind mount without source', 'RUN --mount=type=bind,target=/s x', {}, ['.']],
    ['a cache mount reads nothing', 'RUN --mount=type=cache,target=/s x\nCOPY a.txt /', {}, ['a.txt']],
    ['a here-document reads nothing', 'COPY <<EOF /x\nCOPY src /\nEOF\nCOPY a.txt /', {}, ['a.txt']],
    [
      'ignored files',
      'COPY . .',
      { '.dockerignore': '**/*.md\ntest\n.dockerignore\nDockerfile' },
      ['a.txt', 'src'],
    ],
    ['an exception', 'COPY . .', { '.dockerignore': '*\n!src\nsrc/deep' }, ['src/x.js']],
    [
      'the ignore file of this Dockerfile wins',
      'COPY . .',
      { '.dockerignore': 'a.txt', 'Dockerfile.dockerignore': '*\n!b.md' },
      ['b.md'],
    ],
    ['an optional file that is not there', 'COPY a.txt lock* /', {}, ['a.txt']],
  ])('%s', async (_, lines, files, expected) => {
    const { image } = await read({ ...SOURCES, Dockerfile: `FROM scratch\n${lines}\n`, ...files })
    expect(image.inputs.map(({ path }) => path)).toEqual(expected)
    expect([image.widened, image.untracked]).toEqual([[], []])
  })

  test.each<[string, string, Record<string, Content>, string[]]>([
    ['the last', 'COPY l /', { l: { link: 'a.txt' } }, ['a.txt', 'l']],
    ['on the way', 'COPY l/x.js /', { l: { link: 'src' } }, ['l', 'src/x.js']],
    ['from below', 'COPY d/l /', { 'd/l': { link: '../src' } }, ['d/l', 'src']],
    ['absolute: from the context', 'COPY l /', { l: { link: '/src/x.js' } }, ['l', 'src/x.js']],
    ['out of the context: clamped', 'COPY l /', { l: { link: '../../a.txt' } }, ['a.txt', 'l']],
    ['one after the other', 'COPY l /', { l: { link: 'm' }, m: { link: 'a.txt' } }, ['a.txt', 'l', 'm']],
    ['by a pattern', 'COPY l* /', { l1: { link: 'a.txt' }, l2: '2' }, ['a.txt', 'l1', 'l2']],
    ['in a copied folder it is a file', 'COPY d /', { 'd/l': { link: '../src' } }, ['d']],
  ])('symbolic links are followed: %s', async (_, line, files, expected) => {
    const { image } = await read({ ...SOURCES, Dockerfile: `FROM scratch\n${line}`, ...files })
    expect([image.inputs.map(({ path }) => path), image.widened]).toEqual([expected, []])
  })

  test.each<[string, Record<string, Content>, string[]]>([
    ['of the ignore file', { '.dockerignore': { link: 'd/ignore' }, 'd/ignore': '*\n!a.txt' }, ['a.txt']],
    ['that leads out: no ignore file', { '.dockerignore': { link: '../x' }, x: '*' }, ['.']],
    ['of the Dockerfile', { Dockerfile: { link: 'd/D' }, 'd/D': 'FROM scratch\nCOPY src /' }, ['src']],
  ])('a link %s', async (_, files, expected) => {
    const { image } = await read({ ...SOURCES, Dockerfile: 'FROM scratch\nCOPY . /', ...files })
    expect(image.inputs.map(({ path }) => path)).toEqual(expected)
  })

  test('only the stages that the target reaches', async () => {
    const Dockerfile = `FROM node AS base
FROM base AS unused
COPY b.md /
FROM base AS built
COPY src /src
FROM base AS test
COPY test /test
FROM scratch
COPY --chown=1:1 --from=built /src /src
COPY --from=2 /x /x
COPY a.txt /`
    const { image, test } = await read({ ...SOURCES, Dockerfile })
    expect(image.inputs.map(({ path }) => path)).toEqual(['a.txt', 'src'])
    expect(image.unpinned).toEqual(['node'])
    expect(test?.inputs.map(({ path }) => path)).toEqual(['test'])
  })

  test('a given argument wins over a default, and counts only where it is declared', async () => {
    const Dockerfile = 'ARG BASE=scratch\nFROM $BASE\nARG DIR=src\nCOPY $DIR /'
    const { image } = await read(
      { ...SOURCES, Dockerfile },
      { args: { DIR: 'test', BASE: 'node', OTHER: 'x' } },
    )
    expect(image.inputs.map(({ path }) => path)).toEqual(['test'])
    expect(image.args).toEqual({ DIR: 'test', BASE: 'node' })
    expect(image.instructions).toEqual(['FROM node', 'ARG DIR=test', 'COPY $DIR /'])
  })

  test.each<[string, string, string[]]>([
    [
      'a stage has those of its base',
      'FROM scratch AS one\nARG A=src\nENV E=test\nFROM one\nCOPY $A $E /',
      ['src', 'test'],
    ],
    ['ARG without a value leaves the value', 'FROM scratch\nARG A=src\nARG A\nCOPY $A /', ['src']],
    ['ARG hides ENV behind it', 'FROM scratch\nENV A=src\nARG A=test\nCOPY $A /', ['test']],
    ['ENV hides ARG behind it', 'FROM scratch\nARG A=src\nENV A=test\nCOPY $A /', ['test']],
    ['the image has ENV again', 'FROM scratch AS one\nENV A=src\nARG A=test\nFROM one\nCOPY $A /', ['src']],
    ['a global default', 'ARG A=src\nFROM scratch\nARG A\nCOPY $A /', ['src']],
    ['a global default hides ENV', 'ARG A=src\nFROM scratch\nENV A=test\nARG A\nCOPY $A /', ['src']],
    ['a global one that is not asked for', 'ARG A=src\nFROM scratch\nCOPY ${A:-test} /', ['test']],
    [
      'ARG sees what stands before it on its line',
      'FROM scratch\nARG A=src B=$A/deep\nCOPY $B /',
      ['src/deep'],
    ],
    ['ENV does not', 'FROM scratch\nENV A=test\nENV A=src B=$A\nCOPY $B /', ['test']],
    ['a name put together', 'FROM scratch\nARG N=A\nENV $N=src\nCOPY $A /', ['src']],
    ['a value with =', 'FROM scratch\nENV A=src=x\nCOPY ${A%=x} /', ['src']],
    ['the old form of ENV', 'FROM scratch\nENV A  src\nCOPY $A /', ['src']],
    ['a name like those of JavaScript', 'FROM scratch\nARG constructor\nCOPY ${constructor:-src} /', ['src']],
  ])('variables: %s', async (_, Dockerfile, expected) => {
    const { image } = await read({ ...SOURCES, Dockerfile })
    expect([image.inputs.map(({ path }) => path), image.widened]).toEqual([expected, []])
  })

  test.each<[string, string, string[]]>([
    ['an empty --from is the context', 'COPY --from= a.txt /', ['a.txt']],
    ['an empty from= is the context', 'RUN --mount=from=,source=src,target=/s x', ['src']],
    ['the type in capitals', 'RUN --mount=type=BIND,source=src,target=/s x', ['src']],
    ['the type by a variable', 'ARG T=bind\nRUN --mount=type=$T,source=src,target=/s x', ['src']],
    ['source and src: the last', 'RUN --mount=source=test,src=src,target=/s x', ['src']],
    ['a mount from a number is from an image', 'COPY --from=0 x /\nRUN --mount=from=0,target=/s x', []],
    ['an empty source', 'RUN --mount=source=,target=/s x', ['.']],
    ['a folder named like a site', 'ADD github.com/x /', ['github.com/x']],
    ['ADD from git', 'ADD git@github.com:a/b.git /\nCOPY a.txt /', ['a.txt']],
  ])('where a source is: %s', async (_, lines, expected) => {
    const { image } = await read({ ...SOURCES, Dockerfile: `FROM scratch\n${lines}`, 'github.com/x': '1' })
    expect([image.inputs.map(({ path }) => path), image.widened]).toEqual([expected, []])
  })

  test.each<[string, string, string[]]>([
    ['for the stages that start from it', 'FROM one', ['src']],
    ['not in its own image', 'FROM scratch\nCOPY --from=one /x /', []],
    ['and not for theirs', 'FROM one AS two\nFROM two', ['src']],
    ['before their own lines', 'FROM one\nCOPY $E /', ['src', 'test']],
  ])('ONBUILD counts %s', async (_, lines, expected) => {
    const Dockerfile = `FROM scratch AS one\nONBUILD ENV E=test\nONBUILD COPY src /\n${lines}`
    const { image } = await read({ ...SOURCES, Dockerfile })
    expect([image.inputs.map(({ path }) => path), image.widened]).toEqual([expected, []])
  })

  test('a stage that ONBUILD copies from counts', async () => {
    const Dockerfile = 'FROM scratch AS a\nRUN make\nFROM scratch AS b\nONBUILD COPY --from=a /x /\nFROM b'
    const { image } = await read({ ...SOURCES, Dockerfile })
    expect(image.instructions).toContain('RUN make')
  })

  test('a context of its own, and a Dockerfile outside of it', async () => {
    const files = { ...SOURCES, 'docker/cart.Dockerfile': 'FROM scratch\nCOPY deep /\n' }
    const { image } = await read(files, { context: 'src', dockerfile: 'docker/cart.Dockerfile' })
    expect(image.inputs.map(({ path }) => path)).toEqual(['src/deep'])
  })
})

describe('what cannot be decided widens to the whole context, and says why', () => {
  test.each<[string, string, Record<string, Content>, string, Record<string, string>?]>([
    ['a variable that only the base image may know', 'FROM node\nCOPY $HOME_OF_IT /', {}, 'variable'],
    [
      'a value that depends on the platform',
      'FROM node\nARG TARGETARCH\nCOPY bin-$TARGETARCH /',
      {},
      'variable',
    ],
    [
      'an argument that the base image may hide',
      'FROM node AS a\nARG X=src\nFROM a\nCOPY $X /',
      {},
      'variable',
    ],
    ['what does not parse', 'FROM scratch\nCOPY ${X!s} /', {}, 'variable'],
    [
      'a front end by argument',
      'FROM scratch\nCOPY a.txt /',
      {},
      'unknown-syntax',
      { BUILDKIT_SYNTAX: 'x/y' },
    ],
    [
      'a symbolic link that leads nowhere',
      'FROM scratch\nCOPY link/x.js /',
      { link: { link: 'nothing' } },
      'symlinked-source',
    ],
    ['another front end', '# syntax=example.com/other\nFROM scratch\nCOPY a.txt /', {}, 'unknown-syntax'],
    ['an image that is made to copy', 'FROM node:8-onbuild', {}, 'onbuild'],
  ])('%s', async (_, Dockerfile, files, reason, args: Record<string, string> = {}) => {
    const ignore = { '.dockerignore': '.dockerignore\nlink' }
    const { image } = await read({ ...SOURCES, Dockerfile, ...files, ...ignore }, { args })
    expect(image.widened.map((one) => one.reason)).toEqual([reason])
    expect(image.inputs.map(({ path }) => path)).toEqual(ALL)
  })
})

test.each<[string, string]>([
  ['a file that git does not track', 'COPY dist/app.js /'],
  ['a pattern that matches nothing, alone', 'COPY dist/*.jar /'],
])('%s leaves no fingerprint', async (_, line) => {
  const { image } = await read({ ...SOURCES, Dockerfile: `FROM scratch\n${line}` })
  expect(image.untracked).toHaveLength(1)
})

const BASE = 'base' as ServiceName

test.each<[string, string, number]>([
  ['FROM it', 'FROM org/base', 1],
  ['with its tag, by its full address', 'FROM docker.io/org/base:latest', 1],
  ['COPY from it', 'FROM scratch\nCOPY --from=org/base /x /', 2],
  ['a mount from it', 'FROM scratch\nRUN --mount=from=org/base,target=/x y', 2],
])('an image that another service builds is an edge: %s', async (_, Dockerfile, line) => {
  const { image } = await read({ Dockerfile }, { imagesBuiltHere: { 'org/base': BASE } })
  expect(image.edges).toMatchObject([{ service: 'base', because: { line } }])
  expect([image.untracked, image.unpinned]).toEqual([[], []])
})

test.each([
  'FROM org/base:7',
  'FROM org/base@sha256:0',
  'FROM org/base AS x\nFROM scratch',
  'FROM scratch AS org\nFROM org',
])('another one is none: %s', async (Dockerfile) => {
  const { image } = await read({ Dockerfile }, { imagesBuiltHere: { 'org/base': BASE, org: BASE } })
  expect(image.edges).toEqual([])
})

describe('named contexts', () => {
  const FILES = { 'libs/m.txt': '1', 'libs/n.md': '2', 'libs/.dockerignore': '*.md', 'cart/a.txt': '3' }
  const LIBS = { libs: { kind: 'folder', path: 'libs' } } as const

  test.each<[string, string, string[]]>([
    ['COPY from it', 'FROM scratch\nCOPY --from=libs m.txt /', ['libs/m.txt']],
    [
      'all of it, less what its own ignore file leaves out',
      'FROM scratch\nCOPY --from=libs . /',
      ['libs/.dockerignore', 'libs/m.txt'],
    ],
    ['a mount from it', 'FROM scratch\nRUN --mount=from=libs,source=m.txt,target=/m x', ['libs/m.txt']],
    [
      'a cache that begins with it',
      'FROM scratch\nRUN --mount=type=cache,from=libs,source=m.txt,target=/m x',
      ['libs/m.txt'],
    ],
    ['FROM it', 'FROM libs', ['libs/.dockerignore', 'libs/m.txt']],
    [
      'it stands for a stage of its name',
      'FROM node AS libs\nCOPY a.txt /\nFROM scratch\nCOPY --from=libs m.txt /',
      ['libs/m.txt'],
    ],
    ['not used: not read', 'FROM scratch\nCOPY a.txt /', []],
  ])('%s', async (_, text, expected) => {
    const { image } = await read(
      { ...FILES, 'cart/Dockerfile': text },
      { context: 'cart', dockerfile: 'cart/Dockerfile', contexts: LIBS },
    )
    expect(image.named.flatMap(({ inputs }) => inputs.map(({ path }) => path))).toEqual(expected)
    expect([image.widened, image.untracked, image.unpinned]).toEqual([[], [], []])
  })

  test('a base that only the platform decides may be any of them', async () => {
    const { image } = await read(
      { ...FILES, 'cart/Dockerfile': 'FROM libs$TARGETVARIANT' },
      { context: 'cart', dockerfile: 'cart/Dockerfile', contexts: LIBS },
    )
    expect(image.named.flatMap(({ inputs }) => inputs.map(({ path }) => path))).toContain('libs/m.txt')
    expect(image.widened).toMatchObject([{ reason: 'base-depends-on-platform', line: 1 }])
  })

  test('the image of a service is an edge, one from outside counts as written', async () => {
    const contexts = {
      base: { kind: 'service', service: BASE },
      other: { kind: 'remote', address: 'docker-image://acme/x:1' },
    } as const
    const { image } = await read({ Dockerfile: 'FROM base\nCOPY --from=other /x /' }, { contexts })
    expect(image.edges).toEqual([
      { service: 'base', reference: 'base', because: { instruction: 'FROM', line: 1 } },
    ])
    expect(image.unpinned).toEqual(['docker-image://acme/x:1'])
  })
})

describe('what is written on an image', () => {
  const instructions = async (service: Partial<Service>) =>
    (await read({ Dockerfile: 'FROM scratch\nCOPY a.txt /\n', ...SOURCES }, service)).image.instructions

  test('labels and annotations count, whatever their order; a secret does not', async () => {
    const [plain, labelled] = [await instructions({}), await instructions({ labels: { b: '2', a: '1' } })]
    expect(labelled).toEqual([...plain.slice(0, -2), '--label a=1', '--label b=2', ...plain.slice(-2)])
    expect(await instructions({ annotations: { a: '1' } })).toContain('--annotation a=1')
    expect(await instructions({ secrets: { npm: { kind: 'environment', name: 'TOKEN' } } })).toEqual(plain)
  })
})

describe('what is declared', () => {
  test('further inputs decide, and are in no context', async () => {
    const { image } = await read(
      { ...SOURCES, Dockerfile: 'FROM scratch\nCOPY a.txt /' },
      { inputs: ['src/deep', '*.md'] },
    )
    expect(image.declared.map(({ path }) => path)).toEqual(['b.md', 'src/deep'])
    expect(image.inputs.map(({ path }) => path)).toEqual(['a.txt'])
  })

  test('what an artifact is made from stands for it', async () => {
    const { image } = await read(
      { ...SOURCES, Dockerfile: 'FROM scratch\nCOPY dist/app.js /' },
      { artifacts: [{ path: 'dist/', from: ['src'] }] },
    )
    expect([image.untracked, image.declared.map(({ path }) => path)]).toEqual([[], ['src']])
  })

  test('a pattern that matches nothing is refused', async () => {
    const reading = read({ ...SOURCES, Dockerfile: 'FROM scratch' }, { inputs: ['sorce/**'] })
    await expect(reading).rejects.toThrow('which matches no tracked file')
  })
})

test('an ignored source is as good as untracked', async () => {
  const { image } = await read({
    ...SOURCES,
    Dockerfile: 'FROM scratch\nCOPY a.txt /',
    '.dockerignore': 'a.txt',
  })
  expect(image.untracked).toMatchObject([{ reason: 'untracked-source', detail: 'a.txt', line: 2 }])
})

test('comments, line breaks and another stage’s edits leave the instructions as they are', async () => {
  const before = await read({ ...SOURCES, Dockerfile: 'FROM scratch\nCOPY a.txt b.md /' })
  const after = await read({
    ...SOURCES,
    Dockerfile: 'FROM node AS unused\nRUN x\n# why\nFROM scratch\ncopy a.txt \\\n# and\nb.md /',
  })
  expect(after.image.instructions).toEqual(before.image.instructions)
})

describe('two Dockerfiles that build something else have other instructions', () => {
  test.each<[string, string, string, Record<string, string>?, Record<string, string>?]>([
    ['the platform of FROM', 'ARG P=a\nFROM --platform=$P x', 'ARG P=b\nFROM --platform=$P x'],
    ['a part of an undecided base', 'ARG P=a\nFROM $P-$TARGETARCH', 'ARG P=b\nFROM $P-$TARGETARCH'],
    ['the same through a second one', 'ARG P=a Q=$P$TARGETOS\nFROM $Q', 'ARG P=b Q=$P$TARGETOS\nFROM $Q'],
    ['where a flag ends', `FROM x\nRUN --mount="type=a b" c`, 'FROM x\nRUN --mount=type=a b c'],
    ['the front end', '# syntax=docker/dockerfile:1.4\nFROM x', '# syntax=docker/dockerfile:1.7\nFROM x'],
    ['the escape', '# escape=`\nFROM x\nRUN a\\b', 'FROM x\nRUN a\\b'],
    ['where a word ends', 'FROM x\nCOPY ["a b", "/"]', 'FROM x\nCOPY a b /'],
    ['a quote', 'FROM x\nCOPY ["a b", "/"]', 'FROM x\nCOPY "a b" /'],
    ['a blank in a value', 'FROM x\nENV A="a  b"', 'FROM x\nENV A="a b"'],
    ['the old form of ENV', 'FROM x\nENV A a  b', 'FROM x\nENV A a b'],
    ['a blank for the shell', 'FROM x\nRUN a  b', 'FROM x\nRUN a b'],
    ['a given platform', 'FROM x', 'FROM x', { TARGETARCH: 'arm64' }, { TARGETARCH: 'amd64' }],
    ['a given time', 'FROM x', 'FROM x', { SOURCE_DATE_EPOCH: '1' }, { SOURCE_DATE_EPOCH: '2' }],
  ])('%s', async (_, one, other, argsOfOne = {}, argsOfOther = {}) => {
    const before = await read({ Dockerfile: one }, { args: argsOfOne })
    const after = await read({ Dockerfile: other }, { args: argsOfOther })
    const told = ({ image: { instructions, args } }: typeof after) => [instructions, args]
    expect(told(after)).not.toEqual(told(before))
  })
})

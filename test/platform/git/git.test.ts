import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Git } from '../../../src/platform/git/git.js'
import { openGit } from '../../../src/platform/git/open.js'
import { decodePath, encodePath } from '../../../src/platform/git/paths.js'
import { type Oid, StaggerError } from '../../../src/words.js'
import { type Repository, temporaryRepository } from '../repository.js'

const LEDGER = 'refs/stagger/ledger'
const TURN = 'refs/stagger/versions/cart'
const problemOf = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error) => (error instanceof StaggerError ? error.problems[0]?.code : error),
  )

describe.each(['sha1', 'sha256'])('a %s repository', (format) => {
  let repository: Repository
  let git: Git
  beforeEach(() => {
    repository = temporaryRepository(`--object-format=${format}`)
    git = openGit(repository.directory)
  })
  afterEach(async () => {
    await git.close()
    repository.remove()
  })

  test('reads commits, trees with every mode, and blobs', async () => {
    const commit = repository.commit({
      'a.txt': 'hello',
      'run.sh': { executable: '#!/bin/sh' },
      link: { link: 'a.txt' },
      'folder/b.txt': 'x',
    })
    expect(await git.commit('main')).toBe(commit)
    const tree = await git.tree(await git.treeOf(commit))
    expect(tree.map(({ mode, name }) => `${mode} ${name}`)).toEqual([
      '100644 a.txt',
      '040000 folder',
      '120000 link',
      '100755 run.sh',
    ])
    expect(Buffer.from(await git.blob(tree[0]?.oid as Oid)).toString()).toBe('hello')
  })

  test('answers many questions at once, large and empty ones among them', async () => {
    const big = 'x'.repeat(3_000_000)
    const commit = repository.commit({ big, empty: '', small: 's' })
    const tree = await git.tree(await git.treeOf(commit))
    const texts = await Promise.all(tree.map(async ({ oid }) => (await git.blob(oid)).length))
    expect(texts).toEqual([3_000_000, 0, 1])
  })

  test('names that are no UTF-8 survive', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stagger-bytes-'))
    const bytes = Buffer.from([0x66, 0xff, 0xc3, 0xa9, 0x0a, 0x22])
    writeFileSync(Buffer.concat([Buffer.from(`${repository.directory}/`), bytes]), 'x')
    const commit = repository.commit({})
    const [entry] = await git.tree(await git.treeOf(commit))
    expect(entry?.name).toBe('f\udcffé\n"')
    expect(encodePath(entry?.name ?? '')).toEqual(bytes)
    rmSync(folder, { recursive: true })
  })

  test('a ref moves by compare-and-set, and keeps what others wrote', async () => {
    repository.commit({ a: '1' })
    const first = await git.updateRef(LEDGER, null, new Map([['images/a.json', 'A']]), 'one')
    expect(first.kind).toBe('done')
    expect(await git.updateRef(LEDGER, null, new Map([['images/b.json', 'B']]), 'late')).toEqual({
      kind: 'moved',
    })
    const at = (await git.ref(LEDGER)) as Oid
    expect((await git.updateRef(LEDGER, at, new Map([['images/b.json', 'B']]), 'two')).kind).toBe('done')
    expect(repository.git('ls-tree', '-r', '--name-only', LEDGER)).toBe('images/a.json\nimages/b.json')
    const last = (await git.ref(LEDGER)) as Oid
    expect((await git.updateRef(LEDGER, last, new Map([['images/a.json', null]]), 'three')).kind).toBe('done')
    expect(repository.git('ls-tree', '-r', '--name-only', LEDGER)).toBe('images/b.json')
  })

  test('tags carry their message; a second one of the same name is refused', async () => {
    const commit = repository.commit({ a: '1' })
    expect(await git.createTag('cart/v0.1.0', commit, 'line one\n\ndigest: x\n')).toBe('created')
    expect(await git.createTag('cart/v0.1.0', commit, 'other')).toBe('exists')
    repository.git('tag', 'cart/v0.2.0')
    repository.git('tag', 'cat/v1.0.0')
    expect(await git.tags('cart/v*')).toEqual([
      { name: 'cart/v0.1.0', commit, message: 'line one\n\ndigest: x' },
      { name: 'cart/v0.2.0', commit, message: '' },
    ])
  })
})

test('a tag moves refs along, all or none, also where there is no origin', async () => {
  const repository = temporaryRepository()
  const git = openGit(repository.directory)
  const commit = repository.commit({ a: '1' })
  const seen = new Map([[TURN, null]])
  expect(await git.refsAtOrigin([TURN])).toEqual(new Map())
  expect(await git.createTag('cart/v0.1.0', commit, 'one', seen)).toBe('created')
  expect(await git.createTag('cart/v1.0.0', commit, 'two', seen)).toBe('exists')
  expect(repository.git('tag', '--list')).toBe('cart/v0.1.0')
  const turns = await git.refsAtOrigin([TURN, 'refs/stagger/versions/user'])
  expect(turns).toEqual(new Map([[TURN, repository.git('rev-parse', 'cart/v0.1.0')]]))
  expect(await git.createTag('cart/v1.0.0', commit, 'two', turns)).toBe('created')
  await git.close()
  repository.remove()
})

describe('two clones of one origin', () => {
  let origin: Repository
  let clones: { directory: string; git: Git }[]
  beforeEach(() => {
    origin = temporaryRepository()
    origin.commit({ a: '1' })
    clones = ['one', 'two'].map(() => {
      const directory = mkdtempSync(join(tmpdir(), 'stagger-clone-'))
      origin.git('clone', '--quiet', origin.directory, directory)
      return { directory, git: openGit(directory) }
    })
  })
  afterEach(async () => {
    for (const { directory, git } of clones) {
      await git.close()
      rmSync(directory, { recursive: true, force: true })
    }
    origin.remove()
  })

  test('the origin decides who was first, for the ledger and for tags', async () => {
    const [one, two] = clones.map(({ git }) => git) as [Git, Git]
    expect(await one.fetchRef(LEDGER)).toBeNull()
    expect((await one.updateRef(LEDGER, null, new Map([['a', '1']]), 'one')).kind).toBe('done')
    expect((await two.updateRef(LEDGER, null, new Map([['b', '1']]), 'two')).kind).toBe('moved')
    const seen = await two.fetchRef(LEDGER)
    expect((await two.updateRef(LEDGER, seen, new Map([['b', '1']]), 'two')).kind).toBe('done')
    expect(origin.git('ls-tree', '-r', '--name-only', LEDGER)).toBe('a\nb')

    const head = await one.commit('HEAD')
    expect(await one.createTag('cart/v0.1.0', head, 'one')).toBe('created')
    expect(await two.createTag('cart/v0.1.0', head, 'two')).toBe('exists')
    await two.fetchTags('cart/v*')
    expect((await two.tags('cart/v*'))[0]?.message).toBe('one')
  })

  test('of two tags of one turn, under different names, the second is not made anywhere', async () => {
    const [one, two] = clones.map(({ git }) => git) as [Git, Git]
    const head = await one.commit('HEAD')
    const seen = new Map([[TURN, null]])
    expect(await one.createTag('cart/v0.1.0', head, 'one', seen)).toBe('created')
    expect(await two.createTag('cart/v1.0.0', head, 'two', seen)).toBe('exists')
    expect(origin.git('tag', '--list')).toBe('cart/v0.1.0')
    expect(await two.tags('cart/v*')).toEqual([])
    const turns = await two.refsAtOrigin([TURN])
    expect(turns.get(TURN)).toBe(origin.git('rev-parse', 'cart/v0.1.0'))
    expect(await two.createTag('cart/v1.0.0', head, 'two', turns)).toBe('created')
    expect(origin.git('rev-parse', TURN)).toBe(origin.git('rev-parse', 'cart/v1.0.0'))
  })

  test('where one of them may not be pushed, the other is not made either', async () => {
    const [git] = clones.map((one) => one.git) as [Git]
    const hook = join(origin.directory, '.git', 'hooks', 'update')
    writeFileSync(hook, '#!/bin/sh\ncase "$1" in refs/stagger/*) exit 1 ;; esac\n', { mode: 0o755 })
    const head = await git.commit('HEAD')
    expect(await problemOf(git.createTag('cart/v0.1.0', head, 'one', new Map([[TURN, null]])))).toBe(
      'push-not-allowed',
    )
    expect(origin.git('tag', '--list')).toBe('')
    expect(await git.tags('cart/v*')).toEqual([])
  })

  test('where refs cannot move together the tag alone decides', async () => {
    const [one, two] = clones.map(({ git }) => git) as [Git, Git]
    origin.git('config', 'receive.advertiseAtomic', 'false')
    const head = await one.commit('HEAD')
    const seen = new Map([[TURN, null]])
    expect(await one.createTag('cart/v0.1.0', head, 'one', seen)).toBe('created')
    expect(await two.createTag('cart/v0.1.0', head, 'two', seen)).toBe('exists')
    expect(origin.git('for-each-ref', '--format=%(refname)', 'refs/stagger', 'refs/tags')).toBe(
      'refs/tags/cart/v0.1.0',
    )
  })

  test('a tag that another run made to the very letter, in the same second, was made once', async () => {
    const [one, two] = clones.map(({ git }) => git) as [Git, Git]
    const head = await one.commit('HEAD')
    process.env.GIT_COMMITTER_DATE = '2000-01-01T00:00:00Z'
    const seen = new Map([[TURN, null]])
    const made = [
      await one.createTag('cart/v0.1.0', head, 'same'),
      await two.createTag('cart/v0.1.0', head, 'same'),
      await one.createTag('cart/v0.2.0', head, 'same', seen),
      await two.createTag('cart/v0.2.0', head, 'same', seen),
    ]
    delete process.env.GIT_COMMITTER_DATE
    expect(made).toEqual(['created', 'exists', 'created', 'exists'])
  })

  test('tags of all services are fetched by a pattern with two stars', async () => {
    const [one, two] = clones.map(({ git }) => git) as [Git, Git]
    const head = await one.commit('HEAD')
    await one.createTag('cart/v0.1.0', head, 'cart')
    await one.createTag('user/v0.2.0', head, 'user')
    await two.fetchTags('*/v*')
    expect((await two.tags('*/v*')).map(({ name }) => name)).toEqual(['cart/v0.1.0', 'user/v0.2.0'])
  })

  test('a tag that the origin did not get is none here either', async () => {
    const [{ directory, git }] = clones as [{ directory: string; git: Git }]
    const head = await git.commit('HEAD')
    origin.git('-C', directory, 'remote', 'set-url', 'origin', join(directory, 'gone'))
    expect(await problemOf(git.createTag('cart/v0.1.0', head, 'one'))).toBe('git-failed')
    expect(await git.tags('cart/v*')).toEqual([])
  })

  test('an origin that does not answer is the world’s fault', async () => {
    const [{ directory, git }] = clones as [{ directory: string; git: Git }]
    origin.git('-C', directory, 'remote', 'set-url', 'origin', join(directory, 'gone'))
    expect(await problemOf(git.fetchRef(LEDGER))).toBe('remote-unreachable')
    expect(await problemOf(git.refsAtOrigin([TURN]))).toBe('remote-unreachable')
  })
})

describe('bad input', () => {
  test('a folder that is no repository', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stagger-none-'))
    const git = openGit(folder)
    expect(await problemOf(git.commit('HEAD'))).toBe('not-a-repository')
    expect(await problemOf(git.commit('HEAD'))).toBe('not-a-repository')
    await git.close()
    rmSync(folder, { recursive: true })
  })

  test.each(['nope', 'HEAD~99', '--help', 'a\nb', ''])('the unknown revision %j', async (revision) => {
    const repository = temporaryRepository()
    repository.commit({ a: '1' })
    const git = openGit(repository.directory)
    expect(await problemOf(git.commit(revision))).toBe('unknown-revision')
    await git.close()
    repository.remove()
  })

  test('steps back from a revision are no name that a remote could be asked for', async () => {
    const repository = temporaryRepository()
    repository.commit({ a: '1' })
    const git = openGit(repository.directory)
    await expect(git.commit('HEAD~5')).rejects.toMatchObject({
      problems: [{ fix: expect.stringMatching(/ fetch --unshallow\n/) }],
    })
    await git.close()
    repository.remove()
  })
})

test('any bytes survive as a path', () => {
  const withByteOrderMark = [0xef, 0xbb, 0xbf, 0x61]
  expect([...encodePath(decodePath(Uint8Array.from(withByteOrderMark)))]).toEqual(withByteOrderMark)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect([...encodePath(decodePath(bytes))]).toEqual([...bytes])
    }),
  )
})

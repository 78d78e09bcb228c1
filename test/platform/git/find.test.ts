import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { finderIn } from '../../../src/platform/git/find.js'
import type { Git } from '../../../src/platform/git/git.js'
import { openGit } from '../../../src/platform/git/open.js'
import { gitProgram } from '../../../src/platform/git/run.js'
import { runProcess } from '../../../src/platform/process.js'
import type { Objects, Oid, PathEntry } from '../../../src/words.js'
import { countFetches, type Remote, remoteRepository } from '../remote.js'
import { type Repository, temporaryRepository } from '../repository.js'

let repository: Repository
let opened: Git[]
beforeEach(() => {
  opened = []
})
afterEach(async () => {
  await Promise.all(opened.map((git) => git.close()))
  repository.remove()
})
const open = (directory = repository.directory): Git => {
  const git = openGit(directory)
  opened.push(git)
  return git
}
const treeOf = (revision: string) => repository.git('rev-parse', `${revision}^{tree}`) as Oid
const pathsOf = (entries: readonly PathEntry[] | null | undefined) => entries?.map(({ path }) => path)

/** What `find` promises, tree by tree. */
const walked = async (objects: Objects, tree: Oid, text: RegExp, folder = ''): Promise<PathEntry[]> => {
  const found = (await objects.tree(tree)).map(async ({ mode, oid, name }): Promise<PathEntry[]> => {
    if (mode === '040000') return walked(objects, oid, text, `${folder}${name}/`)
    return text.test(name) ? [{ mode, oid, path: `${folder}${name}` }] : []
  })
  return (await Promise.all(found)).flat()
}

describe('what differs from the tree before is found as all of it would be', () => {
  /** A character is a byte. Some cannot stand beside each other: a file is no folder. */
  const PATHS = [
    ...['Dockerfile', 'Dockerfile/x', 'Dockerfile/Dockerfile', 'a', 'a/Dockerfile', 'a/b/dockerfile.dev'],
    ...['a/b', 'a-b/Dockerfile', 'a.b/DOCKERFILE', 'a/README', '\xff/Dockerfile', '\xc3\xa9/x.Dockerfile'],
    ...['a\nb/Dockerfile', '"/Dockerfile\\', 'vendor/Dockerfile', 'z/z/z/z/Dockerfile', 'z/z/dockerfile/z'],
  ]
  const MODES = ['100644', '100755', '120000', '160000']
  const file = fc.record({
    path: fc.constantFrom(...PATHS),
    mode: fc.constantFrom(...MODES),
    text: fc.constantFrom('FROM a', 'FROM b'),
  })
  type File = typeof file extends fc.Arbitrary<infer T> ? T : never

  const together = (files: readonly File[]): File[] => {
    const kept: File[] = []
    for (const one of files) {
      const clashes = kept.some(
        ({ path }) => `${path}/`.startsWith(`${one.path}/`) || `${one.path}/`.startsWith(`${path}/`),
      )
      if (!clashes) kept.push(one)
    }
    return kept
  }
  const quoted = (path: string) =>
    `"${path.replace(/[^\w/.-]/g, (byte) => `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`)}"`
  const change = (someCommit: Oid, { path, mode, text }: File) =>
    mode === '160000'
      ? `M ${mode} ${someCommit} ${quoted(path)}\n`
      : `M ${mode} inline ${quoted(path)}\ndata ${text.length}\n${text}\n`
  const commits = (someCommit: Oid, snapshots: readonly (readonly File[])[]): Oid[] => {
    const stream = snapshots.map((files, at) => {
      const changes = together(files).map((one) => change(someCommit, one))
      return `reset refs/heads/c${at}\n\ncommit refs/heads/c${at}\ncommitter A <a@b> 1 +0000\ndata 0\ndeleteall\n${changes.join('')}\n`
    })
    const args = ['-C', repository.directory, 'fast-import', '--quiet', '--force']
    execFileSync('git', args, { input: Buffer.from(stream.join(''), 'latin1') })
    return snapshots.map((_, at) => treeOf(`c${at}`))
  }

  test.each(['sha1', 'sha256'])(
    'in a %s repository',
    async (format) => {
      repository = temporaryRepository(`--object-format=${format}`)
      const someCommit = repository.commit({})
      const snapshots = fc.array(fc.array(file, { maxLength: 12 }), { minLength: 2, maxLength: 5 })
      await fc.assert(
        fc.asyncProperty(snapshots, async (all) => {
          const git = openGit(repository.directory)
          try {
            for (const tree of commits(someCommit, all))
              expect(await git.find?.(tree, 'dockerfile')).toEqual(await walked(git, tree, /dockerfile/i))
          } finally {
            await git.close()
          }
        }),
        { numRuns: 15 },
      )
    },
    120_000,
  )
})

test('only what differs is asked for from the second tree on, and nothing for the same one', async () => {
  repository = temporaryRepository()
  const trees = ['1', '2'].map((text) => treeOf(repository.commit({ 'a/Dockerfile': text })))
  const asked: (readonly string[])[] = []
  const { run } = gitProgram(repository.directory, (argv, options) => {
    asked.push(argv)
    return runProcess(argv, options)
  })
  const find = finderIn({ local: async () => ({ run, whole: true }) })
  const [one, two] = trees as [Oid, Oid]
  const found = await Promise.all([one, two, two, one].map((tree) => find(tree, 'dockerfile')))
  expect(found[0]).not.toEqual(found[1])
  expect(found[1]).toEqual(found[2])
  expect(found[0]).toEqual(found[3])
  expect(asked.map((argv) => argv.slice(5, 7))).toEqual([
    [repository.git('hash-object', '-t', 'tree', '/dev/null'), one],
    [one, two],
    [two, one],
  ])
})

test('the text is no pattern, and each text has its own answers', async () => {
  repository = temporaryRepository()
  const tree = treeOf(
    repository.commit({ 'a[b]*.txt': '', 'ab.txt': '', 'x/A[B]*': '', 'É.txt': '', 'é.txt': '', plain: '' }),
  )
  const find = async (text: string) => pathsOf(await open().find?.(tree, text))
  expect(await find('a[b]*')).toEqual(['a[b]*.txt', 'x/A[B]*'])
  expect(await find('é')).toEqual(['é.txt'])
  expect(await find('x/')).toEqual([])
  const git = open()
  expect(pathsOf(await git.find?.(tree, 'ab'))).toEqual(['ab.txt'])
  expect(pathsOf(await git.find?.(tree, 'plain'))).toEqual(['plain'])
})

test('neither the folder that git runs in nor the way it is told to read patterns matters', async () => {
  repository = temporaryRepository()
  const tree = treeOf(repository.commit({ Dockerfile: '', 'a/b/Dockerfile': '' }))
  const inside = join(repository.directory, 'c/d')
  mkdirSync(inside, { recursive: true })
  process.env.GIT_LITERAL_PATHSPECS = '1'
  try {
    expect(pathsOf(await open(inside).find?.(tree, 'dockerfile'))).toEqual(['Dockerfile', 'a/b/Dockerfile'])
  } finally {
    delete process.env.GIT_LITERAL_PATHSPECS
  }
})

test('a git that fails says so, and does not spoil what is asked next', async () => {
  repository = temporaryRepository()
  const tree = treeOf(repository.commit({ Dockerfile: '' }))
  const git = open()
  const absent = '1'.repeat(40) as Oid
  const failing = git.find?.(absent, 'dockerfile')
  const next = git.find?.(tree, 'dockerfile')
  await expect(failing).rejects.toMatchObject({
    problems: [{ code: 'git-failed', fix: expect.stringMatching(/git diff-tree -r [0-9a-f]{40} 1{40}$/) }],
  })
  expect(pathsOf(await next)).toEqual(['Dockerfile'])
})

describe('a partial clone', () => {
  beforeEach(() => {
    repository = remoteRepository()
  })

  test.each([
    ['blob:none', ['a/b/Dockerfile']],
    ['tree:0', undefined],
  ])('%s: answers where all trees are here, and asks no remote', async (filter, expected) => {
    const root = treeOf(repository.commit({ 'a/b/Dockerfile': '' }))
    const git = open((repository as Remote).clone(`--filter=${filter}`))
    const asked = await countFetches(async () =>
      expect(pathsOf(await git.find?.(root, 'dockerfile'))).toEqual(expected),
    )
    expect(asked).toBe(0)
    await walked(git, root, /./)
    expect(pathsOf(await git.find?.(root, 'dockerfile'))).toEqual(['a/b/Dockerfile'])
  })
})

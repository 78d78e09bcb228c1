import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openLfs } from '../../../src/platform/git/lfs.js'
import { runProcess } from '../../../src/platform/process.js'
import { type Repository, temporaryRepository } from '../repository.js'

const CONTENT = 'what the pointer stands for\n'
const sha256 = createHash('sha256').update(CONTENT).digest('hex')
const pointer = {
  sha256,
  size: CONTENT.length,
  text: `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${CONTENT.length}\n`,
}
const inStore = (store: string) => join(store, 'objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
const hasLfs = spawnSync('git', ['lfs', 'version']).status === 0

describe('contents of Git LFS', () => {
  let repository: Repository
  beforeEach(() => {
    repository = temporaryRepository()
    repository.commit({ 'a.txt': 'a' })
  })
  afterEach(() => repository.remove())
  const put = (store: string, content = CONTENT): string => {
    mkdirSync(dirname(inStore(store)), { recursive: true })
    writeFileSync(inStore(store), content)
    return inStore(store)
  }
  const gitDirectory = () => join(repository.directory, '.git')
  const find = (directory = repository.directory) => openLfs(directory, withoutLfs).find(pointer, 'logo.png')

  test('are in the store of the clone, whichever folder of it is asked', async () => {
    const file = put(join(gitDirectory(), 'lfs'))
    mkdirSync(join(repository.directory, 'below'))
    expect(await find()).toEqual({ file })
    expect(await find(join(repository.directory, 'below'))).toEqual({ file })
  })

  test('of a second work tree are in the store of the first', async () => {
    const file = put(join(gitDirectory(), 'lfs'))
    const second = join(repository.directory, 'second')
    repository.git('worktree', 'add', '--quiet', second)
    expect(await find(second)).toEqual({ file })
  })

  test('are where lfs.storage says', async () => {
    repository.git('config', 'lfs.storage', 'elsewhere')
    const file = put(join(gitDirectory(), 'elsewhere'))
    expect(await find()).toEqual({ file })
  })

  test.each([
    ['cut short', CONTENT.slice(1)],
    ['damaged', CONTENT.replace('what', 'that')],
  ])('that are %s are not there', async (_, content) => {
    put(join(gitDirectory(), 'lfs'), content)
    expect(await find()).toEqual({ why: expect.stringContaining('git-lfs is not installed') })
  })

  const remote = () => {
    const origin = temporaryRepository('--bare')
    repository.git('remote', 'add', 'origin', `file://${origin.directory}`)
    return origin
  }

  test('come from the remote, where git-lfs is installed; else that is told', async () => {
    const origin = remote()
    put(join(origin.directory, 'lfs'))
    const found = await openLfs(repository.directory).find(pointer, 'logo.png')
    origin.remove()
    if (!hasLfs) return expect(found).toEqual({ why: expect.stringContaining('git-lfs is not installed') })
    expect(found).toEqual({ file: inStore(join(gitDirectory(), 'lfs')) })
    expect(readFileSync(inStore(join(gitDirectory(), 'lfs')), 'utf8')).toBe(CONTENT)
  })

  test('come also where a configuration leaves them out of a checkout', async () => {
    const origin = remote()
    put(join(origin.directory, 'lfs'))
    repository.git('config', 'lfs.fetchexclude', '*')
    const found = await openLfs(repository.directory).find(pointer, 'logo.png')
    origin.remove()
    expect(found).toEqual(hasLfs ? { file: expect.any(String) } : { why: expect.any(String) })
  })

  test('that nobody has are missed in the words of git-lfs', async () => {
    const origin = remote()
    const found = await openLfs(repository.directory).find(pointer, 'logo.png')
    origin.remove()
    expect(found).toEqual({ why: expect.stringMatching(hasLfs ? /^git lfs smudge/ : /not installed/) })
  })
})

/** A PATH on which git is and git-lfs is not. */
const withoutLfs: typeof runProcess = async (argv, options) => {
  const folder = join(process.env.TMPDIR ?? '/tmp', `stagger-test-path-${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  const git = (process.env.PATH ?? '').split(delimiter).map((one) => join(one, 'git'))
  symlinkSync(git.find((path) => spawnSync(path, ['--version']).status === 0) ?? '', join(folder, 'git'))
  const run = await runProcess(argv, { ...options, env: { ...options?.env, PATH: folder } })
  rmSync(folder, { recursive: true })
  return run
}

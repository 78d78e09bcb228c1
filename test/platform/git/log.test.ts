import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseLog } from '../../../src/platform/git/commit-log.js'
import type { Git, LoggedCommit } from '../../../src/platform/git/git.js'
import { openGit } from '../../../src/platform/git/open.js'
import type { Oid } from '../../../src/words.js'
import { type Remote, remoteRepository } from '../remote.js'

const told = (commits: readonly LoggedCommit[]) =>
  Object.fromEntries(commits.map(({ message, paths }) => [message.trim(), [...paths].sort()]))

/** c1 ─ c2 ─ merge ─ c4 ; the branch `side` leaves at c1. */
const history = (origin: Remote) => {
  const c1 = origin.commit({ a: '1', 'd/b': '1' }, 'c1')
  origin.git('checkout', '--quiet', '-b', 'side')
  const side = origin.commit({ side: '1' }, 'feat: side\n\nBREAKING CHANGE: é')
  origin.git('checkout', '--quiet', 'main')
  const c2 = origin.commit({ 'd/b': null, 'd/c': '1' }, 'c2')
  origin.git('merge', '--quiet', '--no-ff', '--no-edit', '-m', 'merge', 'side')
  const c4 = origin.commit({ a: { executable: '1' } }, 'c4')
  return { c1, c2, c4, side }
}

describe.each<[string, readonly string[]]>([
  ['whole', []],
  ['shallow', ['--depth=1']],
  ['without blobs', ['--filter=blob:none']],
  ['without trees', ['--filter=tree:0']],
  ['shallow and without blobs', ['--depth=2', '--filter=blob:none']],
])('a clone that is %s', (_, options) => {
  let origin: Remote
  let git: Git
  let at: ReturnType<typeof history>
  let clone: string
  beforeEach(() => {
    origin = remoteRepository()
    at = history(origin)
    clone = origin.clone(...options)
    git = openGit(clone)
  })
  afterEach(async () => {
    await git.close()
    origin.remove()
  })

  test('tells what each commit since another one changed', async () => {
    expect(told(await git.log([at.c4], [at.c1]))).toEqual({
      c4: ['a'],
      merge: [],
      c2: ['d/b', 'd/c'],
      'feat: side\n\nBREAKING CHANGE: é': ['side'],
    })
  })

  test('and what led to it, the newest first', async () => {
    const commits = await git.log([at.c4], [at.c1])
    expect(commits.map(({ message }) => message.trim())[0]).toBe('c4')
    expect(commits.find(({ message }) => message.startsWith('merge'))?.parents).toEqual([at.c2, at.side])
  })

  test('leaves out only what all the others come after', async () => {
    expect(Object.keys(told(await git.log([at.c4], [at.c2, at.side]))).sort()).toEqual([
      'c2',
      'c4',
      'feat: side\n\nBREAKING CHANGE: é',
      'merge',
    ])
    expect(Object.keys(told(await git.log([at.c4], [at.c1, at.c2])))).toContain('c2')
  })

  test('goes back to the first commit', async () => {
    expect(told(await git.log([at.c2], []))).toEqual({ c1: ['a', 'd/b'], c2: ['d/b', 'd/c'] })
  })

  test('leaves the clone as it is', async () => {
    const cuts = () => execFileSync('git', ['-C', clone, 'rev-parse', '--is-shallow-repository']).toString()
    const before = cuts()
    await git.log([at.c4], [at.c1])
    expect(cuts()).toBe(before)
  })
})

test('a shallow clone is deepened until all is there', async () => {
  const origin = remoteRepository()
  const base = origin.commit({ a: '1' }, 'base')
  origin.grow('main', 150)
  const said: string[] = []
  const git = openGit(origin.clone('--depth=3'), { say: (line) => said.push(line) })
  const commits = await git.log([await git.commit('HEAD')], [base])
  expect(commits).toHaveLength(150)
  expect(said).toHaveLength(2)
  await git.close()
  origin.remove()
})

test('a shallow clone without a remote says how to get the rest', async () => {
  const origin = remoteRepository()
  const base = origin.commit({ a: '1' }, 'base')
  origin.grow('main', 5)
  const clone = origin.clone('--depth=2')
  execFileSync('git', ['-C', clone, 'remote', 'remove', 'origin'])
  const git = openGit(clone)
  await expect(git.log([await git.commit('HEAD')], [base])).rejects.toMatchObject({
    problems: [{ code: 'history-too-short' }],
  })
  await git.close()
  origin.remove()
})

test('whatever a commit is called and changes, its fields are told apart', () => {
  const oid = fc.stringMatching(/^[0-9a-f]{40}$/)
  const text = fc.string({ unit: 'grapheme' }).map((one) => one.replaceAll('\0', ''))
  const path = text.filter((one) => one !== '')
  const commit = fc.record({
    oid,
    parents: fc.array(oid, { maxLength: 2 }),
    message: text.map((one) => `${one}\n`),
    paths: fc.array(path, { maxLength: 3 }),
  })
  fc.assert(
    fc.property(fc.array(commit, { maxLength: 4 }), (commits) => {
      const printed = commits.map(({ oid: id, parents, message, paths }) =>
        [
          `${id}\0${parents.join(' ')}\0${message}\0\0`,
          ...paths.map((one, at) => `${at === 0 ? '\n' : ''}:100644 100644 1 2 M\0${one}\0`),
        ].join(''),
      )
      const bytes = Buffer.from(printed.join('')).toString('latin1')
      const wellFormed = commits.map((one) => ({
        ...one,
        message: one.message.toWellFormed(),
        paths: one.paths.map((each) => each.toWellFormed()),
      }))
      expect(parseLog(bytes)).toEqual(wellFormed as unknown as { oid: Oid }[])
    }),
  )
})

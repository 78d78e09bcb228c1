import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Git } from '../../../src/platform/git/git.js'
import { openGit } from '../../../src/platform/git/open.js'
import { type Oid, StaggerError } from '../../../src/words.js'
import { countFetches, type Remote, remoteRepository } from '../remote.js'

jest.setTimeout(60_000)

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error) => (error instanceof StaggerError ? error.problems[0]?.code : error),
  )
const gitIn = (directory: string, ...args: string[]) =>
  execFileSync('git', ['-C', directory, ...args], { encoding: 'utf8' }).trim()
const configOf = (directory: string) => readFileSync(join(directory, '.git', 'config'), 'utf8')

let opened: Git[] = []
const openIn = (directory: string, say: (line: string) => void = () => {}): Git => {
  const git = openGit(directory, { say })
  opened.push(git)
  return git
}

describe.each(['sha1', 'sha256'])('a %s remote', (format) => {
  let remote: Remote
  beforeEach(() => {
    remote = remoteRepository(`--object-format=${format}`)
    for (let number = 1; number <= 5; number++) remote.commit({ [`file-${number}`]: String(number) })
  })
  afterEach(async () => {
    for (const git of opened) await git.close()
    opened = []
    remote.remove()
  })
  const at = (revision: string) => remote.git('rev-parse', revision) as Oid

  describe('a commit that a shallow clone does not hold', () => {
    test('comes alone, at once with others, and told', async () => {
      const directory = remote.clone('--depth=1')
      const told: string[] = []
      const git = openIn(directory, (line) => told.push(line))
      const wanted = [at('HEAD~2'), at('HEAD~4')]
      const fetches = await countFetches(async () =>
        expect(await git.bring([...wanted, at('HEAD')])).toEqual(new Set([...wanted, at('HEAD')])),
      )
      expect(fetches).toBe(1)
      expect(told).toEqual([expect.stringContaining(wanted[0]?.slice(0, 7) as string)])
      expect(await git.treeOf(wanted[1] as Oid)).toBe(at('HEAD~4^{tree}'))
      expect(await codeOf(git.commit(at('HEAD~3')))).toBe('unknown-revision')
    })

    test('does not bring what is here already, also where no ref tells of it', async () => {
      const noise = randomBytes(300_000)
      remote.commit({ noise })
      remote.commit({ a: '1' })
      const directory = remote.clone('--depth=1')
      // Else git would write down of a small pack only what is new.
      gitIn(directory, 'config', 'fetch.unpackLimit', '1')
      gitIn(directory, 'update-ref', '--no-deref', 'HEAD', at('HEAD'))
      for (const ref of gitIn(directory, 'for-each-ref', '--format=%(refname)').split('\n'))
        gitIn(directory, 'update-ref', '-d', ref)
      const size = () =>
        [...gitIn(directory, 'count-objects', '-v').matchAll(/^size(?:-pack)?: (\d+)/gm)]
          .map(([, kilobytes]) => Number(kilobytes))
          .reduce((sum, one) => sum + one)
      const before = size()
      await openIn(directory).bring([at('HEAD~1')])
      expect(before).toBeGreaterThan(200)
      expect(size() - before).toBeLessThan(before / 4)
    })

    test('names its parents, which are not here', async () => {
      const git = openIn(remote.clone('--depth=1'))
      expect(await git.facts(await git.commit('HEAD'))).toMatchObject({
        parents: [at('HEAD~1')],
        tree: at('HEAD^{tree}'),
        time: Number(remote.git('log', '-1', '--format=%ct')),
      })
    })

    test('what is here already costs nobody a question', async () => {
      const git = openIn(remote.clone('--depth=2'))
      expect(await countFetches(() => git.bring([at('HEAD'), at('HEAD~1')]))).toBe(0)
    })

    test('one that the remote lacks keeps no other one away', async () => {
      const git = openIn(remote.clone('--depth=1'))
      const lost = 'f'.repeat(at('HEAD').length) as Oid
      expect(await git.bring([lost, at('HEAD~1')])).toEqual(new Set([at('HEAD~1')]))
    })

    test('a deeper clone keeps the history that it has', async () => {
      const directory = remote.clone('--depth=3')
      await openIn(directory).bring([at('HEAD~4')])
      expect(gitIn(directory, 'rev-list', '--count', 'HEAD')).toBe('3')
    })
  })

  test('a whole clone does not become shallow by a commit that it lacks', async () => {
    const directory = remote.clone()
    remote.git('checkout', '--quiet', '-b', 'later', 'HEAD~2')
    const later = remote.commit({ later: '1' })
    expect(await openIn(directory).bring([later])).toEqual(new Set([later]))
    expect(gitIn(directory, 'rev-parse', '--is-shallow-repository')).toBe('false')
  })

  test('without a remote nothing comes, and that is no error', async () => {
    const directory = remote.clone('--depth=1')
    gitIn(directory, 'remote', 'remove', 'origin')
    expect(await openIn(directory).bring([at('HEAD~1')])).toEqual(new Set())
  })

  test('a remote that gives out nothing but its refs is asked for the ref', async () => {
    remote.git('update-ref', 'refs/pull/7/head', 'HEAD~1')
    const directory = remote.clone('--depth=1')
    gitIn(directory, 'config', 'protocol.version', '0')
    remote.git('config', 'uploadpack.allowAnySHA1InWant', 'false')
    const git = openIn(directory)
    expect(await git.bring([at('HEAD~3')])).toEqual(new Set())
    expect(await git.bring([at('HEAD~3')], 'refs/pull/7/head')).toEqual(new Set([at('HEAD~3')]))
  })

  describe('merge bases', () => {
    /** main and feature part at the first commit; each then has so many. */
    const parted = (commits: number) => {
      remote.git('branch', 'feature')
      remote.grow('feature', commits)
      remote.grow('main', commits)
      remote.git('reset', '--quiet', '--hard')
    }

    test('in a whole clone', async () => {
      parted(1)
      const git = openIn(remote.clone())
      expect(
        await countFetches(async () =>
          expect(await git.mergeBases(at('main'), at('feature'))).toEqual([at('main~1')]),
        ),
      ).toBe(0)
      expect(await git.mergeBases(at('main~1'), at('feature'))).toEqual([at('main~1')])
      expect(await git.mergeBases(at('main'), at('main'))).toEqual([at('main')])
    })

    test('in a shallow clone: commits without files, as deep as needed, and the clone stays as it is', async () => {
      parted(70)
      const directory = remote.clone('--depth=1', '--no-single-branch')
      const before = [configOf(directory), readdirSync(join(directory, '.git/objects/pack'))]
      const told: string[] = []
      const git = openIn(directory, (line) => told.push(line))
      const fetches = await countFetches(async () =>
        expect(await git.mergeBases(at('main'), at('feature'))).toEqual([at('main~70')]),
      )
      expect(fetches).toBe(2)
      expect(told).toEqual([expect.stringContaining('64'), expect.stringContaining('256')])
      expect([configOf(directory), readdirSync(join(directory, '.git/objects/pack'))]).toEqual(before)
      expect(gitIn(directory, 'rev-list', '--count', 'HEAD')).toBe('1')
    })

    test('what was read once answers the next question too', async () => {
      parted(3)
      const git = openIn(remote.clone('--depth=1'))
      await git.mergeBases(at('main'), at('feature'))
      expect(
        await countFetches(async () =>
          expect(await git.mergeBases(at('main~2'), at('feature'))).toEqual([at('main~3')]),
        ),
      ).toBe(0)
    })

    test('a clone that is deep enough asks nobody', async () => {
      parted(2)
      const git = openIn(remote.clone('--depth=4', '--no-single-branch'))
      expect(
        await countFetches(async () =>
          expect(await git.mergeBases(at('main'), at('feature'))).toEqual([at('main~2')]),
        ),
      ).toBe(0)
    })

    test('an ancestor beyond the cut is looked for, even where a nearer one is here', async () => {
      // feature merges main~3 over a long way; the old base main~4 is near on both sides.
      parted(4)
      remote.git('branch', 'long', 'main~3')
      remote.grow('long', 70)
      remote.git('checkout', '--quiet', 'feature')
      remote.git('merge', '--quiet', '--no-edit', 'long')
      const git = openIn(remote.clone('--depth=6', '--no-single-branch'))
      expect(await git.mergeBases(at('main'), at('feature'))).toEqual([at('main~3')])
    })

    test('several, where branches merged each other', async () => {
      parted(1)
      const [main, feature] = [at('main'), at('feature')]
      remote.git('merge', '--quiet', '--no-edit', 'feature')
      remote.git('checkout', '--quiet', 'feature')
      remote.git('merge', '--quiet', '--no-edit', main)
      for (const options of [[], ['--depth=1']]) {
        const git = openIn(remote.clone(...options))
        expect([...(await git.mergeBases(at('main'), at('feature')))].sort()).toEqual([main, feature].sort())
      }
    })

    test('none, where histories share nothing', async () => {
      remote.git('checkout', '--quiet', '--orphan', 'other')
      remote.commit({ o: '1' })
      for (const options of [[], ['--depth=1']])
        expect(await openIn(remote.clone(...options)).mergeBases(at('main'), at('other'))).toEqual([])
    })

    test('a remote that is gone is the world’s fault; none at all is told as too short a history', async () => {
      parted(2)
      const directory = remote.clone('--depth=1', '--no-single-branch')
      gitIn(directory, 'remote', 'set-url', 'origin', join(directory, 'gone'))
      const git = openIn(directory)
      expect(await codeOf(git.mergeBases(at('main'), at('feature')))).toBe('remote-unreachable')
      gitIn(directory, 'remote', 'remove', 'origin')
      expect(await codeOf(git.mergeBases(at('main'), at('feature')))).toBe('history-too-short')
    })

    test('the clone’s own settings decide how the remote is reached, as its credentials do', async () => {
      parted(2)
      const directory = remote.clone('--depth=1', '--no-single-branch')
      gitIn(directory, 'config', `url.${remote.address}.insteadOf`, 'made-up:shop')
      gitIn(directory, 'remote', 'set-url', 'origin', 'made-up:shop')
      expect(await openIn(directory).mergeBases(at('main'), at('feature'))).toEqual([at('main~2')])
    })

    test('a remote that is shallow itself ends the search', async () => {
      parted(70)
      const middle = remote.clone('--depth=3', '--no-single-branch')
      const directory = mkdtempSync(join(tmpdir(), 'stagger-clone-'))
      execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${middle}`, directory])
      expect(await codeOf(openIn(directory).mergeBases(at('main'), at('feature')))).toBe('history-too-short')
      rmSync(directory, { recursive: true, force: true })
    })
  })

  describe('a partial clone', () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, number) => [`a/b${number % 3}/c${number}.txt`, `text ${number}`]),
    )
    const readAll = async (git: Git, tree: Oid): Promise<string[]> => {
      const texts = (await git.tree(tree)).map(async ({ mode, oid }) =>
        mode === '040000' ? readAll(git, oid) : [Buffer.from(await git.blob(oid)).toString()],
      )
      return (await Promise.all(texts)).flat()
    }

    test.each([
      ['blob:none', 1],
      ['tree:0', 2],
    ])('%s: what is missing comes in bulk', async (filter, expected) => {
      const commit = remote.commit(files)
      const git = openIn(remote.clone(`--filter=${filter}`))
      let texts: string[] = []
      const fetches = await countFetches(async () => {
        texts = await readAll(git, await git.treeOf(commit))
      })
      expect(texts).toHaveLength(35)
      expect(fetches).toBe(expected)
      expect(await countFetches(async () => readAll(openIn(remote.clone()), await git.treeOf(commit)))).toBe(
        0,
      )
    })

    test('a commit that it lacks is not asked for by looking for it', async () => {
      const git = openIn(remote.clone('--filter=blob:none', '--depth=1'))
      expect(
        await countFetches(async () =>
          expect(await codeOf(git.commit(at('HEAD~1')))).toBe('unknown-revision'),
        ),
      ).toBe(0)
      expect(await git.bring([at('HEAD~1')])).toEqual(new Set([at('HEAD~1')]))
    })

    test('a remote that is gone is told, not taken for an empty folder', async () => {
      const directory = remote.clone('--filter=blob:none')
      gitIn(directory, 'remote', 'set-url', 'origin', join(directory, 'gone'))
      const git = openIn(directory)
      const [entry] = await git.tree(await git.treeOf(at('HEAD')))
      expect(await codeOf(git.blob(entry?.oid as Oid))).toBe('remote-unreachable')
    })
  })

  test('a whole clone stays whole, and a shallow one gets no holes', async () => {
    const directory = remote.clone('--depth=1')
    const git = openIn(directory)
    await git.bring([at('HEAD~1')])
    await git.mergeBases(at('HEAD'), at('HEAD~3'))
    expect(configOf(directory)).not.toMatch(/promisor|partial/)
    expect(gitIn(directory, 'fsck', '--connectivity-only')).not.toMatch(/missing|broken/)
  })

  test('tags come with their words, and neither bring nor cut the history of a shallow clone', async () => {
    remote.git('tag', '--annotate', '--message=old', 'cart/v1', 'HEAD~4')
    remote.git('tag', '--annotate', '--message=new', 'cart/v2', 'HEAD~1')
    remote.git('tag', 'cart/v3', 'HEAD')
    remote.git('tag', 'web/v1', 'HEAD')
    const directory = remote.clone('--depth=3', '--no-tags')
    const git = openIn(directory)
    await git.fetchTags('cart/v*')
    expect(await git.tags('*/v*')).toEqual([
      { name: 'cart/v1', commit: at('HEAD~4'), message: 'old' },
      { name: 'cart/v2', commit: at('HEAD~1'), message: 'new' },
      { name: 'cart/v3', commit: at('HEAD'), message: '' },
    ])
    expect(gitIn(directory, 'rev-list', '--count', 'HEAD')).toBe('3')
    expect(await git.bring([])).toEqual(new Set())
    expect(await codeOf(git.commit(at('HEAD~3')))).toBe('unknown-revision')
    await git.fetchTags('nobody/v*')
  })

  test('the ledger comes without its past where the clone is shallow', async () => {
    const ledger = 'refs/stagger/ledger'
    remote.git('update-ref', ledger, 'HEAD')
    const directory = remote.clone('--depth=1')
    const git = openIn(directory)
    remote.git('update-ref', ledger, remote.git('commit-tree', 'HEAD~2^{tree}', '-p', 'HEAD~2', '-m', 'x'))
    expect(await git.fetchRef(ledger)).toBe(at(ledger))
    expect(gitIn(directory, 'rev-list', '--count', ledger)).toBe('1')
    expect((await git.updateRef(ledger, at(ledger), new Map([['images/a.json', '1']]), 'on top')).kind).toBe(
      'done',
    )
    expect(remote.git('rev-list', '--count', ledger)).toBe('5')
  })
})

test('nothing is left in the folder for temporary files', async () => {
  const remote = remoteRepository()
  for (let number = 1; number <= 3; number++) remote.commit({ a: String(number) })
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('stagger-git-'))
  const git = openGit(remote.clone('--depth=1', '--filter=blob:none'))
  await git.mergeBases(remote.git('rev-parse', 'HEAD') as Oid, remote.git('rev-parse', 'HEAD~2') as Oid)
  await git.tree(await git.treeOf(await git.commit('HEAD')))
  await git.close()
  remote.remove()
  const after = readdirSync(tmpdir()).filter((name) => name.startsWith('stagger-git-'))
  expect(after.filter((name) => !before.includes(name))).toEqual([])
})

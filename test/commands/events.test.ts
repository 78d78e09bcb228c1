import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Plan } from '../../src/changes/planned.js'
import { planHeadline } from '../../src/report/plan/headline.js'
import { planJson } from '../../src/report/plan/json.js'
import { planMarkdown } from '../../src/report/plan/markdown.js'
import { planText } from '../../src/report/plan/text.js'
import { StaggerError } from '../../src/words.js'
import { countFetches } from '../platform/remote.js'
import { type GitHub, happened, playGitHub, proposed, pushed, queued } from './github.js'
import { dockerfile } from './shop.js'

// Each test is a few runs on clones of their own.
jest.setTimeout(60_000)

const FILES = {
  'api/Dockerfile': dockerfile(),
  'api/app.txt': 'api 1',
  'api/app.test.txt': 'test 1',
  'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n',
  'cart/app.txt': 'cart 1',
  'web/Dockerfile': 'FROM scratch\nCOPY app.txt /\n',
  'web/app.txt': 'web 1',
  'README.md': 'shop',
}
const ALL = ['api', 'cart', 'web']

const affected = ({ services }: Plan) =>
  services.filter((one) => one.affected).map(({ service }) => service.name as string)
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error) => (error instanceof StaggerError ? error.problems[0]?.code : error),
  )

let github: GitHub
const given = (...initOptions: string[]) => {
  beforeEach(() => {
    github = playGitHub(...initOptions)
    github.remote.commit(FILES, 'first')
  })
  afterEach(() => github.close())
}

const at = (revision: string) => github.remote.git('rev-parse', revision)
const edit = (service: string, text = 'changed') =>
  github.remote.commit({ [`${service}/app.txt`]: `${service} ${text}` }, `${service} ${text}`)
const on = (branch: string, from = 'HEAD') => github.remote.git('checkout', '--quiet', '-B', branch, from)
const back = (branch = 'main') => github.remote.git('checkout', '--quiet', branch)
const merge = (...branches: string[]) =>
  github.remote.git('merge', '--quiet', '--no-ff', '--no-edit', ...branches)
const plan = (happening: Parameters<GitHub['start']>[0]) => github.start(happening).plan()
/** Builds what is at main now: what the ledger says is good. */
const good = () => github.start(pushed(at('main'))).build()

/** A pull request's branch, and GitHub's own refs for it. */
const propose = (change: () => void, from = 'main') => {
  on('feature', from)
  change()
  const head = at('HEAD')
  github.remote.git('update-ref', 'refs/pull/7/head', head)
  back()
  return head
}
/** The commit that GitHub makes of a pull request and what it will be merged into. */
const testMerge = () => {
  on('test-merge', 'main')
  merge('refs/pull/7/head')
  const commit = at('HEAD')
  github.remote.git('update-ref', 'refs/pull/7/merge', commit)
  back()
  return commit
}

describe('a push', () => {
  given()

  test('1: of the first commit affects everything', async () => {
    const result = await plan(pushed(at('main')))
    expect([result.base, affected(result)]).toEqual([null, ALL])
  })

  test('2: of a new branch with several commits counts all of them', async () => {
    await good()
    on('feature')
    edit('cart')
    edit('web')
    github.remote.commit({ 'README.md': 'more' })
    const result = await plan(pushed(at('HEAD'), { created: true }, 'refs/heads/feature'))
    expect(affected(result)).toEqual(['cart', 'web'])
  })

  test('3: by force, where the old commits are gone, is compared by content', async () => {
    edit('cart')
    await good()
    const before = at('main')
    github.remote.git('reset', '--quiet', '--hard', 'HEAD~1')
    edit('web')
    github.remote.git('reflog', 'expire', '--expire=now', '--all')
    github.remote.git('gc', '--quiet', '--prune=now')
    const result = await plan(pushed(at('main'), { before, forced: true }))
    expect(affected(result)).toEqual(['cart', 'web'])
    expect(result.services.flatMap(({ reasons }) => reasons.map(({ kind }) => kind))).toEqual([
      'not-comparable',
      'not-comparable',
    ])
    await github.start(pushed(at('main'))).build()
    expect(await github.image('cart')).toMatchObject({ commit: at('main') })
  })

  test('4: of a revert needs nothing', async () => {
    await good()
    edit('cart')
    github.remote.git('revert', '--no-edit', 'HEAD')
    expect(affected(await plan(pushed(at('main'))))).toEqual([])
  })

  test('5: of a merge commit counts what it merged', async () => {
    await good()
    on('feature')
    edit('cart')
    back()
    github.remote.commit({ 'README.md': 'meanwhile' })
    merge('feature')
    const result = await plan(pushed(at('main'), { before: at('main~1') }))
    expect(affected(result)).toEqual(['cart'])
    expect(result.services[1]?.reasons).toMatchObject([{ kind: 'input', path: 'cart/app.txt' }])
  })

  test('6: of a squash counts all that it holds', async () => {
    await good()
    on('feature')
    edit('cart')
    edit('web')
    back()
    github.remote.git('merge', '--quiet', '--squash', 'feature')
    github.remote.commit({}, 'squashed')
    expect(affected(await plan(pushed(at('main'))))).toEqual(['cart', 'web'])
  })

  test('11: of a tag on an old commit is compared with what is good now, and warns', async () => {
    await good()
    edit('cart')
    await good()
    github.remote.git('tag', 'v1', 'main~1')
    const result = await plan(pushed(at('main~1'), {}, 'refs/tags/v1'))
    expect(affected(result)).toEqual(['cart'])
    expect(result.warnings).toEqual([expect.stringMatching(/newer commits: cart; .* will not replace/)])
  })

  test('12: of an annotated tag plans the commit that it stands on; of a deleted one, nothing', async () => {
    github.remote.git('tag', '--annotate', '--message=v2', 'v2')
    const made = await plan(pushed('refs/tags/v2', { after: at('refs/tags/v2') }, 'refs/tags/v2'))
    expect([made.head, affected(made)]).toEqual([at('main'), ALL])
    const gone = await plan(pushed(at('main'), { deleted: true }, 'refs/tags/v2'))
    expect(gone).toMatchObject({ base: null, head: at('main'), services: [], removed: [] })
    expect(planHeadline(gone)).toBe('There is nothing to plan: refs/tags/v2 was deleted')
  })

  test('16: of a deleted branch is an empty plan that says so, also where nothing is checked out', async () => {
    const deleted = pushed(at('main'), { deleted: true }, 'refs/heads/feature')
    expect((await plan(deleted)).nothing).toBe('refs/heads/feature was deleted')
    const job = github.start(happened('delete', at('main'), { ref: 'feature', ref_type: 'branch' }))
    job.session.git.commit = () => Promise.reject(new StaggerError({ ...PROBLEM, code: 'unknown-revision' }))
    const result = await job.plan()
    expect(result).toMatchObject({ head: '0'.repeat(40), services: [] })
    expect(planJson(result)).toMatchObject({ services: [], nothing: 'the branch feature was deleted' })
    expect(planMarkdown(result)).toContain('the branch feature was deleted')
    expect(planText(result)).toContain('the branch feature was deleted')
  })
})

const PROBLEM = { fault: 'caller', problem: 'p', why: 'w', fix: 'f' } as const

describe('a pull request', () => {
  given()

  test('7: is what it changes, also where the base moved on', async () => {
    await good()
    const base = at('main')
    const head = propose(() => edit('cart'))
    edit('web')
    const merged = testMerge()
    const result = await plan(proposed({ head, base, commit: merged }))
    expect(affected(result)).toEqual(['cart'])
    expect([result.base, result.head]).toEqual([at('main'), merged])
    const asPushed = await plan(proposed({ head, base: at('main'), commit: head }))
    expect(affected(asPushed)).toEqual(['cart'])
    expect([asPushed.base, asPushed.head]).toEqual([base, head])
  })

  test('is compared with what it will be merged into, not with what was built', async () => {
    const head = propose(() => edit('cart'))
    const result = await plan(proposed({ head, base: at('main'), commit: testMerge() }))
    expect(affected(result)).toEqual(['cart'])
  })

  test('whose own branch merged main is still what it changes', async () => {
    const head = propose(() => {
      edit('cart')
      back()
      edit('web')
      back('feature')
      merge('main')
    })
    for (const commit of [testMerge(), head])
      expect(affected(await plan(proposed({ head, base: at('main'), commit })))).toEqual(['cart'])
  })

  test('8: of a fork comes by its ref, for the branch is not here', async () => {
    const head = propose(() => edit('cart'))
    const merged = testMerge()
    github.remote.git('branch', '--quiet', '-D', 'feature', 'test-merge')
    const base = at('main')
    expect(affected(await plan(proposed({ head, base, commit: merged })))).toEqual(['cart'])
    const onTarget = await plan(proposed({ event: 'pull_request_target', head, base, commit: base }))
    expect(affected(onTarget)).toEqual(['cart'])
  })

  test('9: on pull_request_target is planned, though the base is checked out; and not built', async () => {
    const head = propose(() => edit('cart'))
    edit('web')
    const target = { event: 'pull_request_target', head, base: at('main') }
    const job = github.start(proposed({ ...target, commit: at('main') }))
    const result = await job.plan()
    expect([result.head, affected(result)]).toEqual([head, ['cart']])
    expect(affected(await job.plan({ base: at('main') }))).toEqual(['cart', 'web'])
    expect(await codeOf(job.build())).toBe('not-checked-out')
    for (const commit of [head, testMerge()]) {
      const asked = await plan(proposed({ ...target, commit }))
      expect([asked.head, affected(asked)]).toEqual([commit, ['cart']])
    }
  })

  test('that is merged is told by what it did', async () => {
    const base = at('main')
    const head = propose(() => edit('cart'))
    edit('web')
    merge('feature')
    const result = await plan(proposed({ head, base, commit: at('main') }))
    expect(affected(result)).toEqual(['cart'])
  })

  test('its build does what its plan says', async () => {
    await good()
    const head = propose(() => edit('cart'))
    edit('web')
    const happening = proposed({ head, base: at('main'), commit: testMerge() })
    expect(affected(await plan(happening))).toEqual(['cart'])
    expect(await github.start(happening).build()).toEqual(['cart built'])
    expect((await github.image('cart'))?.commit).not.toBe(head)
  })

  test('what somebody names goes before what the event asks for', async () => {
    const head = propose(() => edit('cart'))
    const base = at('main')
    edit('web')
    const job = github.start(proposed({ head, base: at('main'), commit: testMerge() }))
    expect((await job.plan({ base: base })).base).toBe(base)
    expect(affected(await job.plan({ base: base }))).toEqual(['cart', 'web'])
    expect(affected(await job.plan({ base: base, head: at('main') }))).toEqual(['web'])
    expect(affected(await job.plan({ head: at('main') }))).toEqual([])
  })

  test('whose payload is broken is refused, unless somebody names what to compare with', async () => {
    const happening = { ...proposed({ head: at('main'), base: at('main'), commit: at('main') }), payload: {} }
    expect(await codeOf(plan(happening))).toBe('event-payload')
    expect(affected(await github.start(happening).plan({ base: at('main') }))).toEqual([])
  })

  test('whose base is gone is told, with a way out', async () => {
    const head = propose(() => edit('cart'))
    const base = 'f'.repeat(40)
    expect(await codeOf(plan(proposed({ head, base, commit: head })))).toBe('history-too-short')
    const target = proposed({
      event: 'pull_request_target',
      head: base,
      base: at('main'),
      commit: at('main'),
    })
    expect(await codeOf(plan(target))).toBe('commit-gone')
  })

  test('20: costs a depth-1 clone one commit more', async () => {
    for (let number = 0; number < 5; number++) edit('web', String(number))
    const head = propose(() => edit('cart'))
    const job = github.start(proposed({ head, base: at('main'), commit: testMerge() }))
    let result: Plan | null = null
    const fetches = await countFetches(async () => {
      result = await job.plan()
    })
    expect([affected(result as unknown as Plan), fetches]).toEqual([['cart'], 1])
    expect(job.told.lines).toEqual([expect.stringContaining(at('main').slice(0, 7))])
    expect(await codeOf(job.session.git.commit(at('main~1')))).toBe('unknown-revision')
  })

  test('20: of which nothing but its own commit is here, deep in history', async () => {
    const head = propose(() => {
      github.remote.grow('feature', 80)
      github.remote.git('reset', '--quiet', '--hard')
      edit('cart')
    })
    github.remote.grow('main', 80)
    github.remote.git('reset', '--quiet', '--hard')
    edit('web')
    const job = github.start(proposed({ head, base: at('main'), commit: head }))
    expect(affected(await job.plan())).toEqual(['cart'])
    expect(job.told.lines.filter((line) => /commits deep/.test(line))).toHaveLength(2)
  })

  test('20: in a shallow clone whose remote does not answer is an error with a way out', async () => {
    const head = propose(() => edit('cart'))
    const job = github.start(proposed({ head, base: at('main'), commit: head }))
    github.remote.git('-C', job.directory, 'remote', 'set-url', 'origin', 'file:///nowhere/at/all')
    expect(await codeOf(job.plan())).toBe('remote-unreachable')
  })

  test('21: that has met the base twice counts what differs from either', async () => {
    // Both sides merged each other's first commit; each of them touched one service.
    const head = propose(() => edit('cart'))
    edit('web')
    const [main, feature] = [at('main'), at('feature')]
    merge(feature)
    back('feature')
    merge(main)
    edit('api')
    github.remote.git('update-ref', 'refs/pull/7/head', 'HEAD')
    back()
    const result = await plan(proposed({ head: at('feature'), base: at('main'), commit: at('feature') }))
    expect(affected(result)).toEqual(['api', 'cart', 'web'])
    expect(result.warnings).toEqual([expect.stringMatching(/merged each other and meet at/)])
    expect([main, head]).toContain(result.base)
  })

  test('21: that has no commit in common with the base affects everything, and says why', async () => {
    github.remote.git('checkout', '--quiet', '--orphan', 'feature')
    github.remote.commit(FILES)
    const head = at('HEAD')
    back()
    edit('web')
    const result = await plan(proposed({ head, base: at('main'), commit: head }))
    expect([result.base, affected(result)]).toEqual([null, ALL])
    expect(result.warnings).toEqual([expect.stringContaining('no commit in common')])
  })
})

describe('the merge queue', () => {
  given()

  test('10: a group of three pull requests counts all three', async () => {
    const base = at('main')
    for (const service of ALL) {
      on(`pr-${service}`, base)
      edit(service)
    }
    on('queue', base)
    for (const service of ALL) merge(`pr-${service}`)
    const result = await plan(queued(at('HEAD'), base))
    expect([result.base, affected(result)]).toEqual([base, ALL])
  })

  test('10: what was in the base is not counted', async () => {
    edit('web')
    const base = at('main')
    on('queue')
    edit('cart')
    expect(affected(await plan(queued(at('HEAD'), base)))).toEqual(['cart'])
  })
})

describe('runs that no commit started', () => {
  given()

  test.each([
    ['13: a dispatch', 'workflow_dispatch'],
    ['14: a schedule', 'schedule'],
    ['a dispatch from outside', 'repository_dispatch'],
    ['a release', 'release'],
    ['another workflow’s end', 'workflow_run'],
  ])('%s needs what is not good yet', async (_, event) => {
    await good()
    edit('cart')
    expect(affected(await plan(happened(event, at('main'))))).toEqual(['cart'])
    await good()
    expect(affected(await plan(happened(event, at('main'))))).toEqual([])
  })
})

describe('runs that end as they should not', () => {
  given()
  beforeEach(() => good())

  test('15: a run of an old commit that is run again does not replace what is newer', async () => {
    edit('cart', '2')
    const old = at('main')
    await good()
    edit('cart', '3')
    edit('web', '3')
    await good()
    const job = github.start(pushed(old))
    const result = await job.plan()
    expect(affected(result)).toEqual(['cart', 'web'])
    expect(result.warnings).toEqual([expect.stringMatching(/newer commits: cart, web; .* will not replace/)])
    expect(await job.build()).toEqual(['cart reused', 'web reused'])
    expect(job.told.lines).toContain(
      `cart: the ledger holds the image of ${at('main').slice(0, 7)}, a newer commit: it stays`,
    )
    expect(affected(await plan(pushed(at('main'))))).toEqual([])
  })

  test('15: run again without a newer one, it has nothing to do', async () => {
    const result = await plan(pushed(at('main')))
    expect([affected(result), result.warnings]).toEqual([[], []])
  })

  test('17: what a cancelled run did not build, the next one does', async () => {
    edit('cart')
    await plan(pushed(at('main')))
    edit('web')
    const next = github.start(pushed(at('main'), { before: at('main~1') }))
    expect(affected(await next.plan())).toEqual(['cart', 'web'])
    expect(await next.build()).toEqual(['cart built', 'web built'])
    expect(affected(await plan(pushed(at('main'))))).toEqual([])
  })

  test('18: of two services the one that fails stays affected, the other does not', async () => {
    github.remote.commit({
      'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\nRUN make\n',
      'web/app.txt': '2',
    })
    expect(await github.start(pushed(at('main'))).build()).toEqual(['cart failed', 'web built'])
    github.remote.commit({ 'README.md': 'more' })
    expect(affected(await plan(pushed(at('main'))))).toEqual(['cart'])
    github.remote.commit({ 'cart/Dockerfile': FILES['cart/Dockerfile'], 'cart/app.txt': 'cart 2' })
    expect(await github.start(pushed(at('main'))).build()).toEqual(['cart built'])
    expect(affected(await plan(pushed(at('main'))))).toEqual([])
  })

  test('19: of two runs that end in the wrong order the newer one holds, service by service', async () => {
    github.remote.commit({ 'cart/app.txt': 'cart 2', 'web/app.txt': 'web 2' })
    const slow = github.start(pushed(at('main')))
    const old = at('main')
    edit('cart', '3')
    const fast = github.start(pushed(at('main')))
    const plans = await Promise.all([slow.plan(), fast.plan()])
    expect(plans.map(affected)).toEqual([
      ['cart', 'web'],
      ['cart', 'web'],
    ])
    expect(await fast.build(plans[1])).toEqual(['cart built', 'web built'])
    expect(await slow.build(plans[0])).toEqual(['cart built', 'web reused'])
    expect(await github.image('cart')).toMatchObject({ commit: at('main') })
    expect((await github.image('web'))?.commit).not.toBe(old)
    expect(affected(await plan(pushed(at('main'))))).toEqual([])
  })

  test('19: an older run still writes what no newer one wrote', async () => {
    github.remote.commit({ 'web/app.txt': 'web 2' })
    const slow = github.start(pushed(at('main')))
    const old = at('main')
    github.remote.commit({ 'web/Dockerfile': null, 'cart/app.txt': 'cart 3' })
    await good()
    expect(await slow.build()).toEqual(['cart reused', 'web built'])
    expect(await github.image('web')).toMatchObject({ commit: old })
    expect(await github.image('cart')).toMatchObject({ commit: at('main') })
  })

  test('a commit that another one replaced by force gives way to it', async () => {
    edit('cart', 'lost')
    await good()
    github.remote.git('reset', '--quiet', '--hard', 'HEAD~1')
    edit('cart', 'new')
    await good()
    expect(await github.image('cart')).toMatchObject({ commit: at('main') })
  })
})

describe('22: a partial clone', () => {
  given()

  test.each([
    ['blob:none', 5],
    ['tree:0', 9],
  ])('%s: is planned in few bulk fetches, however many services there are', async (filter, most) => {
    const many = Object.fromEntries(
      Array.from({ length: 25 }, (_, number) => [
        [`s${number}/Dockerfile`, `FROM scratch\nCOPY src /src\nLABEL n=${number}\n`],
        [`s${number}/.dockerignore`, `*.md\n# ${number}\n`],
        [`s${number}/src/app.txt`, `${number}`],
      ]).flat(),
    )
    github.remote.commit(many)
    const head = propose(() => edit('s3/src'))
    const merged = testMerge()
    const options = ['--depth=1', `--filter=${filter}`]
    const happening = {
      ...proposed({ head, base: at('main'), commit: merged }),
      fetch: options,
      sparse: true,
    }
    const job = github.start(happening)
    let result: Plan | null = null
    const fetches = await countFetches(async () => {
      result = await job.plan()
    })
    expect(affected(result as unknown as Plan)).toEqual(['s3'])
    expect(fetches).toBeLessThanOrEqual(most)
  })
})

describe('23: a SHA-256 repository', () => {
  given('--object-format=sha256')

  test('is planned and built as any other, shallow as it is', async () => {
    await good()
    const head = propose(() => edit('cart'))
    edit('web')
    expect(affected(await plan(pushed(at('main'))))).toEqual(['web'])
    const merged = await plan(proposed({ head, base: at('main'), commit: testMerge() }))
    expect([affected(merged), merged.base]).toEqual([['cart'], at('main')])
    expect(affected(await plan(proposed({ head, base: at('main'), commit: head })))).toEqual(['cart'])
    const base = at('main')
    expect(
      affected(await plan(proposed({ event: 'pull_request_target', head, base, commit: base }))),
    ).toEqual(['cart'])
  })
})

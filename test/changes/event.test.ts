import { createRequire } from 'node:module'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Comparison, comparisonOf } from '../../src/changes/event.js'
import { StaggerError } from '../../src/words.js'

interface Examples {
  readonly name: string
  readonly examples: readonly Record<string, unknown>[]
}

/** GitHub's own payloads, as its users received them. */
const EXAMPLES = createRequire(import.meta.url)('@octokit/webhooks-examples') as readonly Examples[]
const payloads = EXAMPLES.flatMap(({ name, examples }) => examples.map((payload) => ({ name, payload })))
const examplesOf = (event: string) => EXAMPLES.find(({ name }) => name === event)?.examples ?? []

const A = 'a'.repeat(40)
const B = 'b'.repeat(64)

describe('real payloads', () => {
  test('there are some of each event that matters', () => {
    const matter = ['push', 'delete', 'merge_group', 'pull_request', 'pull_request_review', 'release']
    expect(matter.filter((event) => examplesOf(event).length === 0)).toEqual([])
  })

  test('each is understood, and only deletions leave nothing to plan', () => {
    const nothing = payloads.filter(({ name, payload }) => comparisonOf(name, payload).kind === 'nothing')
    expect(nothing.length).toBeGreaterThan(0)
    expect(nothing.filter(({ name, payload }) => name !== 'delete' && payload.deleted !== true)).toEqual([])
  })

  test('a deletion always leaves nothing to plan', () => {
    const deletions = [
      ...examplesOf('delete').map((payload) => comparisonOf('delete', payload)),
      ...examplesOf('push')
        .filter(({ deleted }) => deleted)
        .map((payload) => comparisonOf('push', payload)),
    ]
    expect(new Set(deletions.map(({ kind }) => kind))).toEqual(new Set(['nothing']))
  })

  test.each(['pull_request', 'pull_request_review', 'pull_request_review_comment', 'pull_request_target'])(
    '%s is compared with what it will be merged into',
    (event) => {
      const all = examplesOf(event === 'pull_request_target' ? 'pull_request' : event)
      for (const payload of all as unknown as { pull_request: Record<string, never> }[]) {
        const { number, head, base } = payload.pull_request as unknown as {
          number: number
          head: { sha: string }
          base: { sha: string; ref: string }
        }
        expect(comparisonOf(event, payload)).toEqual({
          kind: 'merge-base',
          change: { commit: head.sha, ref: `refs/pull/${number}/head` },
          against: { commit: base.sha, ref: `refs/heads/${base.ref}` },
          planned: event === 'pull_request_target' ? 'change' : 'checked-out',
        })
      }
    },
  )

  test('a merge group is compared with the commit that it stands on', () => {
    const [payload] = examplesOf('merge_group')
    expect(comparisonOf('merge_group', payload)).toEqual({
      kind: 'commit',
      against: { commit: '380387fbc80638b734a49e1be1c4dfec1c01b33c', ref: 'refs/heads/main' },
    })
  })

  test('everything else is compared with the ledger', () => {
    const others = payloads.filter(
      ({ name, payload }) => !/^pull_request|^merge_group$|^delete$/.test(name) && payload.deleted !== true,
    )
    const kinds = others.map(({ name, payload }) => `${name} ${comparisonOf(name, payload).kind}`)
    expect(kinds.filter((kind) => !kind.endsWith(' ledger'))).toEqual([])
    expect(new Set(others.map(({ name }) => name)).size).toBeGreaterThan(40)
  })
})

test.each<[string, string, unknown, Comparison['kind']]>([
  ['a push', 'push', { ref: 'refs/heads/main', before: A, after: A, deleted: false }, 'ledger'],
  ['a new branch', 'push', { ref: 'refs/heads/x', before: '0'.repeat(40), created: true }, 'ledger'],
  ['a force push', 'push', { ref: 'refs/heads/x', before: A, after: A, forced: true }, 'ledger'],
  ['a push as a local runner plays it', 'push', {}, 'ledger'],
  ['a dispatch', 'workflow_dispatch', { inputs: null }, 'ledger'],
  ['a schedule', 'schedule', { schedule: '5 4 * * *' }, 'ledger'],
  ['an event without a payload', 'schedule', null, 'ledger'],
  ['an event of the future', 'quantum_push', { anything: 1 }, 'ledger'],
  ['a deleted branch', 'push', { ref: 'refs/heads/x', after: '0'.repeat(40), deleted: true }, 'nothing'],
])('%s', (_, event, payload, kind) => {
  expect(comparisonOf(event, payload).kind).toBe(kind)
})

test('what leaves nothing to plan is told by its name', () => {
  expect(comparisonOf('delete', { ref: 'v1', ref_type: 'tag' })).toEqual({
    kind: 'nothing',
    why: 'the tag v1 was deleted',
  })
})

test('a SHA-256 repository has longer names', () => {
  const payload = { pull_request: { number: 1, head: { sha: B }, base: { sha: B, ref: 'main' } } }
  expect(comparisonOf('pull_request', payload)).toMatchObject({
    change: { commit: B },
    against: { commit: B },
  })
})

describe('a payload that does not say it is refused, never guessed', () => {
  const whole = { number: 1, head: { sha: A }, base: { sha: A, ref: 'main' } }
  test.each<[string, string, unknown, RegExp]>([
    ['no payload', 'pull_request', undefined, /all of it/],
    ['an empty one', 'pull_request', {}, /pull_request/],
    ['no base', 'pull_request', { pull_request: { ...whole, base: undefined } }, /pull_request\.base/],
    [
      'a base that is no commit',
      'pull_request',
      { pull_request: { ...whole, base: { sha: '--x', ref: 'm' } } },
      /base\.sha/,
    ],
    [
      'a number that is none',
      'pull_request_target',
      { pull_request: { ...whole, number: '1/../x' } },
      /number/,
    ],
    ['no head', 'pull_request_review', { pull_request: { ...whole, head: null } }, /pull_request\.head/],
    ['a group without a base', 'merge_group', { merge_group: { head_sha: A } }, /base_sha.*\n.*base_ref/],
    ['a group on an option', 'merge_group', { merge_group: { base_sha: A, base_ref: '--x' } }, /base_ref/],
    ['a push that is a word', 'push', 'x', /all of it/],
    ['a deletion that is a word', 'push', { deleted: 'yes' }, /deleted/],
    ['a deletion of nothing', 'delete', {}, /ref/],
  ])('%s', (_, event, payload, why) => {
    const error = refused(event, payload)
    expect(error?.problems[0]).toMatchObject({ code: 'event-payload', fault: 'caller' })
    expect(error?.problems[0]?.why).toMatch(why)
    expect(error?.problems[0]?.problem).toContain(event)
  })

  const refused = (event: string, payload: unknown): StaggerError | null => {
    try {
      comparisonOf(event, payload)
      return null
    } catch (error) {
      if (error instanceof StaggerError) return error
      throw error
    }
  }

  test('whatever is read, it is an answer or that refusal', () => {
    const events = ['push', 'delete', 'merge_group', 'pull_request', 'pull_request_target', 'other']
    fc.assert(
      fc.property(fc.constantFrom(...events), fc.jsonValue(), (event, payload) => {
        const error = refused(event, payload)
        expect(error === null || error.problems[0]?.code === 'event-payload').toBe(true)
      }),
    )
  })
})

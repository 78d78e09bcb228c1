import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import type { KeptOrGone, SweepResult } from '../../src/image/retention-result.js'
import { sweepHeadline, sweepJson, sweepProblems, sweepText } from '../../src/report/images.js'
import type { Digest, Instant, Problem, ServiceName } from '../../src/words.js'

const golden = (name: string) => readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8')

const DAY = 24 * 60 * 60 * 1000
const NOW = (20_000 * DAY) as Instant
const digest = (letter: string) => `sha256:${letter.repeat(64)}` as Digest

const image = (letter: string, more: Partial<KeptOrGone>): KeptOrGone => ({
  digest: digest(letter),
  names: [`in-${letter.repeat(64)}`],
  pushed: null,
  outcome: 'kept',
  why: 'production runs it',
  namesRemoved: [],
  problem: null,
  ...more,
})

const planned: SweepResult = {
  schema: 1,
  dryRun: true,
  now: NOW,
  repositories: [
    {
      repository: 'registry.example.com/shop/cart',
      service: 'cart' as ServiceName,
      images: [
        image('a', { names: [`in-${'a'.repeat(64)}`, '1.4.0', 'staging-7'], namesRemoved: ['staging-7'] }),
        image('b', {
          outcome: 'planned',
          why: 'nothing needs its inputs any more',
          pushed: (NOW - 40 * DAY) as Instant,
        }),
        image('c', {
          outcome: 'planned',
          why: 'a staging name only, which nothing looks up',
          names: ['staging-8'],
        }),
      ],
    },
    {
      repository: 'registry.example.com/shop/pr/cart',
      service: 'cart' as ServiceName,
      images: [image('d', { why: 'younger than 14 days', pushed: (NOW - 3 * DAY) as Instant })],
    },
  ],
}
const problem: Problem = {
  code: 'registry-deletes-nothing',
  fault: 'caller',
  problem: 'p',
  why: 'w',
  fix: 'f',
}

test('a dry run, for a terminal', () => {
  expect(sweepText(planned)).toBe(golden('images-dry-run.txt'))
})

test('what was done', () => {
  const [cart] = planned.repositories
  const done: SweepResult = {
    ...planned,
    dryRun: false,
    repositories: [
      {
        repository: 'r/cart',
        service: 'cart' as ServiceName,
        images: (cart?.images ?? []).map((one, at) =>
          at === 0 ? one : at === 1 ? { ...one, outcome: 'removed' } : { ...one, outcome: 'failed', problem },
        ),
      },
    ],
  }
  expect(sweepHeadline(done)).toBe('3 images in 1 repository: 1 removed, 1 failed, 1 kept.')
  expect(sweepText(done)).not.toContain('dry run')
  expect(sweepProblems(done)).toEqual([problem])
})

test('nothing there', () => {
  expect(sweepText({ ...planned, repositories: [] })).toBe(
    'Nothing to remove: the registry holds no image of these services.\n',
  )
})

test('for programs, with ages as dates', () => {
  expect(sweepJson(planned)).toMatchObject({
    schema: 1,
    dryRun: true,
    repositories: [
      { images: [{}, { digest: digest('b'), pushed: '2024-08-25T00:00:00.000Z', outcome: 'planned' }, {}] },
      {},
    ],
  })
})

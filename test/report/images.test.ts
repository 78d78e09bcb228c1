import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
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
          why: 'no name but a staging one',
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

test('a dry run, for a file', () => {
  expect(sweepText(planned)).toBe(golden('images-dry-run.txt'))
})

describe('in a terminal', () => {
  const hex = (number: number) => String((number * 7919) % 1_000_003).padStart(8, '0')
  /** As a build leaves them behind: a name of the inputs, verdicts, versions, and 32 digits of staging. */
  const real = (number: number): KeptOrGone => {
    const [inputs, tested] = [`in-${hex(number).repeat(8)}`, `tested-${hex(number + 1).repeat(8)}`]
    const pushed = (NOW - number * 9 * DAY) as Instant
    const found = { digest: `sha256:${hex(number).repeat(8)}` as Digest, pushed }
    if (number % 3 === 0)
      return image('a', {
        ...found,
        names: [inputs, `1.${number}.0`, tested, `staging-${hex(number).repeat(4)}`],
        why: number === 0 ? 'production runs it' : `it is version cart/v1.${number}.0`,
        namesRemoved: [`staging-${hex(number).repeat(4)}`],
      })
    return number % 3 === 1
      ? image('a', {
          ...found,
          names: [inputs, tested],
          outcome: 'planned',
          why: 'nothing needs its inputs any more',
        })
      : image('a', {
          ...found,
          names: [`staging-${hex(number).repeat(4)}`],
          outcome: 'planned',
          why: 'no name but a staging one',
        })
  }
  const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop'
  const holding = (names: readonly string[], each: number): SweepResult => ({
    ...planned,
    repositories: names.map((name, at) => ({
      repository: `${registry}/${name}`,
      service: name.replace('pr/', '') as ServiceName,
      images: Array.from({ length: each }, (_, number) => real(at * each + number)),
    })),
  })
  const THREE = holding(['cart'], 3)
  const SIXTY = holding(['cart', 'recommendation-service', 'pr/cart', 'pr/recommendation-service'], 22)

  test.each([
    ['three', 'images-three.txt', THREE],
    ['many', 'images-many.txt', SIXTY],
  ])('%s images at 80 columns', (_, name, result) => {
    const text = sweepText(result, 80)
    expect(text).toBe(golden(name))
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test('nothing is cut where nobody reads line by line', () => {
    const text = sweepText(SIXTY)
    expect(text).not.toMatch(/…|more:| \+\d/)
    expect(text.match(/^ {4}[0-9a-f]{12}/gm)).toHaveLength(88)
  })

  test('what failed stands first', () => {
    const failing = {
      ...THREE,
      repositories: THREE.repositories.map((one) => ({
        ...one,
        images: one.images.map((each, at) =>
          at === 2 ? { ...each, outcome: 'failed' as const, problem } : each,
        ),
      })),
    }
    expect(sweepText(failing, 80).match(/^(?:Failed|To remove|Kept)$/gm)).toEqual([
      'Failed',
      'To remove',
      'Kept',
    ])
  })
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

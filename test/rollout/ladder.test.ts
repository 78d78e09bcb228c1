import { describe, expect, test } from '@jest/globals'
import type { EnvironmentSettings } from '../../src/environment/settings.js'
import { checkLadder, nearestShapes, shapeOfLadder, tellSteps } from '../../src/rollout/ladder.js'
import type { Step } from '../../src/rollout/shape.js'
import { StaggerError } from '../../src/words.js'

const steps = (...all: readonly (readonly [tenths: number, minutes: number])[]): readonly Step[] =>
  all.map(([tenths, minutes]) => ({ tenths, minutes }))
const rungs = (...all: readonly (readonly [percent: number, minutes: number])[]) =>
  all.map(([percent, minutes]) => ({ percent, minutes }))

const refusal = (action: () => unknown): string | null => {
  try {
    action()
    return null
  } catch (error) {
    if (!(error instanceof StaggerError)) throw error
    return error.problems.map(({ fix }) => fix).join('\n')
  }
}

describe('a ladder', () => {
  test.each<[string, ReturnType<typeof rungs>, object]>([
    ['without a step', rungs(), { strategy: 'blue-green', bakeMinutes: 5 }],
    ['of everything', rungs([100, 8]), { strategy: 'blue-green', bakeMinutes: 8 }],
    ['of one step', rungs([25, 8]), { strategy: 'canary', tenths: 250, stepMinutes: 8, bakeMinutes: 5 }],
    [
      'of one step and everything',
      rungs([50, 8], [100, 3]),
      { strategy: 'canary', tenths: 500, stepMinutes: 8, bakeMinutes: 3 },
    ],
    [
      'that is the least that linear has',
      rungs(...Array.from({ length: 33 }, (_, at) => [3 * (at + 1), 1] as const)),
      { strategy: 'linear', tenths: 30, stepMinutes: 1, bakeMinutes: 5 },
    ],
  ])('%s', (_, ladder, shape) => expect(shapeOfLadder(ladder, 5)).toEqual(shape))

  test.each([
    ['its times differ', rungs([50, 5], [75, 6])],
    ['its first time differs', rungs([25, 9], [50, 6], [75, 6])],
    ['its shares differ', rungs([25, 5], [51, 5], [75, 5])],
    ['it ends twice', rungs([50, 5], [100, 0], [100, 0])],
    [
      'its steps are smaller than those of linear',
      rungs(...Array.from({ length: 49 }, (_, at) => [2 * (at + 1), 1] as const)),
    ],
    ['it waits longer than ECS can', rungs([50, 1441])],
    ['it ends later than ECS can', rungs([50, 5], [100, 1441])],
  ])('that ECS has no shape for: %s', (_, ladder) => {
    expect(refusal(() => shapeOfLadder(ladder, 5))).toMatch(/^The nearest: strategy: (canary|linear), /)
  })

  const settings: EnvironmentSettings = { cluster: 'shop', service: 'cart', taskDefinition: 't' }
  const odd = { ...settings, steps: rungs([1, 10], [5, 10]) }
  test.each<[string, EnvironmentSettings, boolean]>([
    ['none', settings, false],
    ['one that ECS can play', { ...settings, steps: rungs([5, 10]) }, false],
    ['one that it cannot', odd, true],
    ['one that a strategy goes before', { ...odd, strategy: 'canary' }, false],
    ['one that ends with everything', { ...settings, steps: rungs([5, 10]), bakeMinutes: 1441 }, true],
  ])('is checked before anything is asked: %s', (_, given, refused) => {
    expect(refusal(() => checkLadder(given)) !== null).toBe(refused)
  })
})

test('the refusal is the caller’s, and says what is missing', () => {
  try {
    shapeOfLadder(rungs([1, 10], [5, 10]), 5)
    throw new Error('accepted')
  } catch (error) {
    if (!(error instanceof StaggerError)) throw error
    expect(error.problems).toMatchObject([{ fault: 'caller', problem: 'ECS has no shape for these steps' }])
  }
})

describe('the nearest that ECS has', () => {
  test('are canaries of what was asked, and linears down to the smallest that there is', () => {
    const near = nearestShapes(steps([990, 1], [995, 1], [1000, 5]))
    const of = (kind: string) => near.filter(({ strategy }) => strategy === kind).map(({ tenths }) => tenths)
    expect(of('canary')).toEqual([990, 995])
    expect(of('linear')).toHaveLength(34)
    expect([Math.min(...of('linear')), Math.max(...of('linear'))]).toEqual([31, 995])
  })

  test.each<[string, readonly Step[], string]>([
    ['to itself', steps([200, 7], [1000, 5]), 'canary 200 7'],
    [
      'to a line that is not straight',
      steps([200, 10], [400, 10], [600, 10], [850, 10], [1000, 5]),
      'linear 200 10',
    ],
    ['to a slow start', steps([10, 100], [500, 1], [1000, 5]), 'canary 10 101'],
    ['to a slow end', steps([10, 1], [500, 100], [1000, 5]), 'canary 500 101'],
    [
      'of two that are equally near, the one that gives less at once',
      steps([100, 10], [300, 10], [1000, 0]),
      'canary 100 20',
    ],
  ])('%s', (_, asked, expected) => {
    const [first] = nearestShapes(asked)
    expect(first && 'tenths' in first && `${first.strategy} ${first.tenths} ${first.stepMinutes}`).toBe(
      expected,
    )
  })
})

test.each<[readonly Step[], string]>([
  [steps([1000, 0]), '100%'],
  [steps([5, 10], [1000, 5]), '0.5% for 10 min, 100% for 5 min'],
  [
    steps([1, 1], [2, 1], [3, 1], [4, 1], [5, 1], [1000, 0]),
    '0.1% for 1 min, 0.2% for 1 min, 0.3% for 1 min, 0.4% for 1 min, 0.5% for 1 min, 100%',
  ],
  [
    steps([1, 1], [2, 1], [3, 1], [4, 1], [5, 1], [6, 1], [1000, 0]),
    '0.1% for 1 min, 0.2% for 1 min, … 0.6% for 1 min, 100% (7 steps)',
  ],
])('%j is told as %s', (all, told) => expect(tellSteps(all)).toBe(told))

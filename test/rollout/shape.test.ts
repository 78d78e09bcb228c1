import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { EnvironmentSettings } from '../../src/environment/settings.js'
import { forecast, limits } from '../../src/rollout/forecast.js'
import { nearestShapes, shapeOfLadder, tellSteps } from '../../src/rollout/ladder.js'
import { ALL, type Shape, shapeOf, stepsOf } from '../../src/rollout/shape.js'
import { StaggerError } from '../../src/words.js'

const settings: EnvironmentSettings = { cluster: 'shop', service: 'cart', taskDefinition: 't' }
const refused = (action: () => unknown): string => {
  try {
    action()
    return 'accepted'
  } catch (error) {
    if (!(error instanceof StaggerError)) throw error
    return error.problems.map(({ code, why, fix }) => `${code}\n${why}\n${fix}`).join('\n')
  }
}

const anyShape: fc.Arbitrary<Shape> = fc.oneof(
  fc.record({
    strategy: fc.constantFrom('rolling' as const, 'all-at-once' as const),
    minimum: fc.nat(100),
    maximum: fc.integer({ min: 100, max: 400 }),
  }),
  fc.record({ strategy: fc.constant('blue-green' as const), bakeMinutes: fc.nat(1440) }),
  fc.record({
    strategy: fc.constant('canary' as const),
    tenths: fc.integer({ min: 1, max: ALL }),
    stepMinutes: fc.nat(1440),
    bakeMinutes: fc.nat(1440),
  }),
  fc.record({
    strategy: fc.constant('linear' as const),
    tenths: fc.integer({ min: 30, max: ALL }),
    stepMinutes: fc.nat(1440),
    bakeMinutes: fc.nat(1440),
  }),
)

describe('the steps of a shape', () => {
  test('are whole tenths that grow, and end with everything', () => {
    fc.assert(
      fc.property(anyShape, (shape) => {
        const tenths = stepsOf(shape).map((step) => step.tenths)
        expect(tenths.every(Number.isInteger)).toBe(true)
        expect(tenths.every((one, at) => one > (tenths[at - 1] ?? 0) && one <= ALL)).toBe(true)
        expect(tenths.at(-1)).toBe(ALL)
      }),
    )
  })

  test('need never more time than the forecast gives, and as many tasks as both versions', () => {
    fc.assert(
      fc.property(anyShape, fc.integer({ min: 1, max: 50 }), (shape, desired) => {
        const { leastMinutes, mostMinutes, capacity, steps } = forecast(shape, settings, desired)
        expect(leastMinutes).toBe(steps.reduce((sum, { minutes }) => sum + minutes, 0))
        expect(mostMinutes).toBeGreaterThan(leastMinutes)
        expect(capacity.most).toBeGreaterThanOrEqual(desired)
        if (!('minimum' in shape)) expect(capacity).toEqual({ desired, least: desired, most: 2 * desired })
      }),
    )
  })

  test('of linear in steps of a third: the last one is smaller', () => {
    const shape = { strategy: 'linear', tenths: 333, stepMinutes: 6, bakeMinutes: 5 } as const
    expect(tellSteps(stepsOf(shape))).toBe(
      '33.3% for 6 min, 66.6% for 6 min, 99.9% for 6 min, 100% for 5 min',
    )
  })

  test('a pause before production traffic is waited for at each step', () => {
    const shape = { strategy: 'linear', tenths: 250, stepMinutes: 10, bakeMinutes: 5 } as const
    const pauses = [{ at: ['PRE_PRODUCTION_TRAFFIC_SHIFT', 'POST_SCALE_UP'], timeoutMinutes: 60 }]
    expect(forecast(shape, { ...settings, pauses }, 2)).toMatchObject({
      leastMinutes: 35,
      mostMinutes: 35 + 5 * 60 + 30,
    })
  })

  test.each<[object, readonly string[]]>([
    [{ ci: false, left: null }, []],
    [{ ci: true, left: null }, ['a hosted job ends after 360', 'live for 60 unless more are asked for']],
    [{ ci: false, left: 30 }, ['the credentials live for 30 more']],
  ])('what limits %j allow', (given, told) => {
    const expected = forecast({ strategy: 'blue-green', bakeMinutes: 400 }, settings, 2)
    const said = limits(expected, given as { ci: boolean; left: number | null })
    expect(said).toEqual(told.map((text) => expect.stringContaining(text)))
  })
})

describe('the shape of a strategy', () => {
  test('has the environment’s numbers, else the service’s own, else the usual ones', () => {
    const live: Shape = { strategy: 'canary', tenths: 20, stepMinutes: 3, bakeMinutes: 7 }
    expect(shapeOf('canary', { ...settings, canary: { percent: 33.3, minutes: 1 } }, live)).toEqual({
      strategy: 'canary',
      tenths: 333,
      stepMinutes: 1,
      bakeMinutes: 7,
    })
    expect(shapeOf('canary', settings, live)).toEqual(live)
    expect(shapeOf('canary', settings, null)).toMatchObject({ tenths: 50, stepMinutes: 10, bakeMinutes: 5 })
  })

  test('rolling after all-at-once keeps its tasks again', () => {
    const live: Shape = { strategy: 'all-at-once', minimum: 0, maximum: 100 }
    expect(shapeOf('rolling', settings, live)).toEqual({ strategy: 'rolling', minimum: 100, maximum: 200 })
    expect(shapeOf('all-at-once', settings, live)).toEqual(live)
  })
})

describe('a ladder', () => {
  const rungs = (...steps: readonly (readonly [number, number])[]) =>
    steps.map(([percent, minutes]) => ({ percent, minutes }))

  test.each([
    [rungs([5, 10]), { strategy: 'canary', tenths: 50, stepMinutes: 10, bakeMinutes: 5 }],
    [rungs([0.1, 0]), { strategy: 'canary', tenths: 1, stepMinutes: 0, bakeMinutes: 5 }],
    [
      rungs([25, 6], [50, 6], [75, 6], [100, 30]),
      { strategy: 'linear', tenths: 250, stepMinutes: 6, bakeMinutes: 30 },
    ],
    [rungs([100, 30]), { strategy: 'blue-green', bakeMinutes: 30 }],
  ])('%j is %j', (ladder, shape) => expect(shapeOfLadder(ladder, 5)).toEqual(shape))

  test('that ECS has no shape for is refused, with the nearest side by side', () => {
    expect(refused(() => shapeOfLadder(rungs([1, 10], [5, 10], [25, 10]), 5))).toBe(
      [
        'no-such-ladder',
        'It moves one share and then all (canary), or equal shares in equal times (linear).',
        'asked:  1% for 10 min, 5% for 10 min, 25% for 10 min, 100% for 5 min',
        'canary: 5% for 30 min, 100% for 5 min',
        'linear: 4.8% for 2 min, 9.6% for 2 min, … 96% for 2 min, 100% for 5 min (21 steps)',
        'The nearest: strategy: canary, canary: { percent: 5, minutes: 30 }, bakeMinutes: 5',
      ].join('\n'),
    )
  })

  test('that goes down or stands still is refused', () => {
    expect(refused(() => shapeOfLadder(rungs([50, 5], [25, 5]), 5))).toMatch(/^no-such-ladder/)
    expect(refused(() => shapeOfLadder(rungs([50, 5], [50, 5]), 5))).toMatch(/^no-such-ladder/)
  })

  test('of a shape’s own steps is that shape, and is the nearest of all', () => {
    const shifting = anyShape.filter((shape) => 'tenths' in shape && shape.tenths < ALL)
    fc.assert(
      fc.property(shifting, (shape) => {
        const steps = stepsOf(shape)
        const ladder = steps.map(({ tenths, minutes }) => ({ percent: tenths / 10, minutes }))
        expect(stepsOf(shapeOfLadder(ladder, 0))).toEqual(steps)
        // Steps that take no time are as near as any others that take none.
        if ('tenths' in shape && shape.stepMinutes > 0)
          expect(nearestShapes(steps)[0]).toEqual(shapeOfLadder(ladder, 0))
      }),
    )
  })
})

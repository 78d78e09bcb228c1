import { describe, expect, test } from '@jest/globals'
import type { EnvironmentSettings } from '../../src/environment/settings.js'
import { capacityOf, followMinutes, forecast, limits } from '../../src/rollout/forecast.js'
import { type Shape, shapeOf, stepsOf } from '../../src/rollout/shape.js'

const settings: EnvironmentSettings = { cluster: 'shop', service: 'cart', taskDefinition: 't' }
const LINEAR = { strategy: 'linear', tenths: 250, stepMinutes: 10, bakeMinutes: 5 } as const
const BAKED = (bakeMinutes: number): Shape => ({ strategy: 'blue-green', bakeMinutes })

describe('how long it may take', () => {
  test.each<[string, EnvironmentSettings['pauses'], number]>([
    ['without pauses', undefined, 65],
    ['a pause waits for a day', [{ at: ['POST_SCALE_UP'] }], 65 + 1440],
    ['a pause waits for as long as is set', [{ at: ['POST_SCALE_UP'], timeoutMinutes: 7 }], 72],
    [
      'before production traffic it comes at each step',
      [{ at: ['PRE_PRODUCTION_TRAFFIC_SHIFT'], timeoutMinutes: 7 }],
      65 + 28,
    ],
    [
      'every pause counts',
      [
        { at: ['POST_SCALE_UP', 'PRE_SCALE_UP'], timeoutMinutes: 7 },
        { at: ['POST_SCALE_UP'], timeoutMinutes: 1 },
      ],
      80,
    ],
  ])('%s', (_, pauses, mostMinutes) => {
    const given = pauses ? { ...settings, pauses } : settings
    expect(forecast(LINEAR, given, 2)).toMatchObject({ leastMinutes: 35, mostMinutes })
  })

  const hook = (at: NonNullable<EnvironmentSettings['hooks']>[number]['at'], timeoutMinutes?: number) => ({
    lambda: 'arn',
    role: 'arn',
    at,
    ...(timeoutMinutes === undefined ? {} : { timeoutMinutes }),
  })
  test.each<[string, Partial<EnvironmentSettings>, number]>([
    ['a function without a limit counts nothing', { hooks: [hook(['POST_SCALE_UP'])] }, 65],
    ['one with a limit is waited for', { hooks: [hook(['POST_SCALE_UP', 'PRE_SCALE_UP'], 7)] }, 79],
    [
      'at production traffic at each step',
      { hooks: [hook(['PRE_PRODUCTION_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT'], 7)] },
      65 + 56,
    ],
    ['after it once', { hooks: [hook(['POST_PRODUCTION_TRAFFIC_SHIFT'], 7)] }, 72],
    [
      'one of CodeDeploy has an hour',
      { codeDeploy: { hooks: { AfterInstall: 'check', BeforeAllowTraffic: 'check' } } },
      65 + 120,
    ],
  ])('%s, and is followed', (_, change, minutes) => {
    const given = { ...settings, ...change }
    const told = forecast(LINEAR, given, 2)
    expect([told.mostMinutes, followMinutes(given, told)]).toEqual([minutes, minutes])
  })

  test('it is followed for as long as the environment says, else a while longer than it must take', () => {
    const told = forecast(LINEAR, settings, 2)
    expect([followMinutes({ ...settings, timeoutMinutes: 7 }, told), followMinutes(settings, told)]).toEqual([
      7, 65,
    ])
  })
})

test.each<[Shape, number, number, number]>([
  [{ strategy: 'rolling', minimum: 50, maximum: 150 }, 3, 2, 4],
  [{ strategy: 'rolling', minimum: 100, maximum: 200 }, 3, 3, 6],
  [{ strategy: 'all-at-once', minimum: 0, maximum: 100 }, 3, 0, 3],
  [{ strategy: 'all-at-once', bakeMinutes: 5 }, 3, 3, 6],
])('%j of %d tasks has from %d to %d', (shape, desired, least, most) => {
  expect(capacityOf(shape, desired)).toEqual({ desired, least, most })
})

describe('what a job and credentials do not allow', () => {
  const JOB = 'a hosted job ends after 360'
  const ROLE = "a role's credentials live for 60 unless more are asked for"
  test.each<[number, boolean, number | null, readonly string[]]>([
    [359, true, 1000, []],
    [360, true, 1000, [JOB]],
    [360, false, null, []],
    [59, true, null, []],
    [60, true, null, [ROLE]],
    [60, false, null, []],
    [60, true, 61, []],
    [60, true, 60, ['the credentials live for 60 more']],
    [60, false, 60, ['the credentials live for 60 more']],
    [400, true, 30, [JOB, 'the credentials live for 30 more']],
    [400, true, null, [JOB, ROLE]],
  ])('%d minutes, in CI: %s, credentials for %s', (minutes, ci, left, told) => {
    expect(limits(forecast(BAKED(minutes), settings, 2), { ci, left })).toEqual(
      told.map(
        (why) =>
          `it waits for ${minutes} min at least, and ${why}: ECS goes on all the same, and stagger deploy --resume tells how it ended`,
      ),
    )
  })
})

describe('the numbers of a strategy', () => {
  const set: EnvironmentSettings = {
    ...settings,
    bakeMinutes: 9,
    minimumHealthyPercent: 33,
    maximumPercent: 133,
    canary: { percent: 1, minutes: 2 },
    linear: { percent: 20, minutes: 4 },
  }
  const rolling: Shape = { strategy: 'rolling', minimum: 40, maximum: 140 }
  const atOnce: Shape = { strategy: 'all-at-once', minimum: 0, maximum: 150 }
  const canary: Shape = { strategy: 'canary', tenths: 20, stepMinutes: 3, bakeMinutes: 7 }

  test.each<[string, () => Shape, Shape]>([
    [
      'rolling, as set',
      () => shapeOf('rolling', set, rolling),
      { strategy: 'rolling', minimum: 33, maximum: 133 },
    ],
    ['rolling, as it is', () => shapeOf('rolling', settings, rolling), rolling],
    [
      'rolling, as usual',
      () => shapeOf('rolling', settings, null),
      { strategy: 'rolling', minimum: 100, maximum: 200 },
    ],
    [
      'rolling after a canary',
      () => shapeOf('rolling', settings, canary),
      { strategy: 'rolling', minimum: 100, maximum: 200 },
    ],
    [
      'all at once, as set',
      () => shapeOf('all-at-once', set, atOnce),
      { strategy: 'all-at-once', minimum: 0, maximum: 133 },
    ],
    ['all at once, as it is', () => shapeOf('all-at-once', settings, atOnce), atOnce],
    [
      'all at once, as usual',
      () => shapeOf('all-at-once', settings, null),
      { strategy: 'all-at-once', minimum: 0, maximum: 200 },
    ],
    [
      'all at once after rolling',
      () => shapeOf('all-at-once', settings, rolling),
      { strategy: 'all-at-once', minimum: 0, maximum: 200 },
    ],
    [
      'all at once after CodeDeploy’s',
      () => shapeOf('all-at-once', settings, { strategy: 'all-at-once', bakeMinutes: 1 }),
      { strategy: 'all-at-once', minimum: 0, maximum: 200 },
    ],
    ['blue-green, as set', () => shapeOf('blue-green', set, canary), BAKED(9)],
    ['blue-green after a canary', () => shapeOf('blue-green', settings, canary), BAKED(7)],
    ['blue-green after rolling', () => shapeOf('blue-green', settings, rolling), BAKED(5)],
    ['blue-green, as usual', () => shapeOf('blue-green', settings, null), BAKED(5)],
    [
      'canary, as set',
      () => shapeOf('canary', set, canary),
      { ...canary, tenths: 10, stepMinutes: 2, bakeMinutes: 9 },
    ],
    [
      'canary after linear',
      () => shapeOf('canary', settings, LINEAR),
      { ...canary, tenths: 50, stepMinutes: 10, bakeMinutes: 5 },
    ],
    [
      'linear, as set',
      () => shapeOf('linear', set, canary),
      { ...LINEAR, tenths: 200, stepMinutes: 4, bakeMinutes: 9 },
    ],
    ['linear, as it is', () => shapeOf('linear', settings, LINEAR), LINEAR],
    ['linear, as usual', () => shapeOf('linear', settings, null), { ...LINEAR, tenths: 100, stepMinutes: 6 }],
  ])('%s', (_, shape, expected) => expect(shape()).toEqual(expected))

  test.each<[Shape, readonly (readonly [number, number])[]]>([
    [rolling, [[1000, 0]]],
    [BAKED(9), [[1000, 9]]],
    [
      canary,
      [
        [20, 3],
        [1000, 7],
      ],
    ],
    [{ ...canary, tenths: 1000 }, [[1000, 7]]],
    [
      LINEAR,
      [
        [250, 10],
        [500, 10],
        [750, 10],
        [1000, 5],
      ],
    ],
    [{ ...LINEAR, tenths: 1000 }, [[1000, 5]]],
  ])('%j has the steps %j', (shape, steps) => {
    expect(stepsOf(shape).map(({ tenths, minutes }) => [tenths, minutes])).toEqual(steps)
  })
})

import { describe, expect, test } from '@jest/globals'
import type { Deployment, Service } from '../../../src/rehearsal/controller/state.js'
import {
  hasArrived,
  isFresh,
  isUnweighable,
  seenShare,
  weighings,
  weightsOf,
} from '../../../src/rehearsal/controller/weights.js'
import { BLUE, GREEN, inDeployment, PRODUCTION, sight, TEST } from './states.js'
import { at } from './world.js'

test.each<[number, readonly [number, number]]>([
  [0, [0, 100]],
  [1, [1, 999]],
  [9, [9, 991]],
  [10, [1, 99]],
  [50, [5, 95]],
  [333, [333, 667]],
  [990, [99, 1]],
  [999, [999, 1]],
  [1000, [100, 0]],
])('a share of %d tenths is the weights %j', (tenths, weights) => {
  expect(weightsOf(tenths)).toEqual(weights)
})

const asked = { production: 50, test: 1000, since: at(100) }
const [production, testing] = weighings(inDeployment({ course: { asked } }))

describe('what is wanted of the rules', () => {
  const groups = { group: GREEN, other: BLUE }
  test('is a share of production and of test traffic', () => {
    expect([production, testing]).toEqual([
      { rule: PRODUCTION, ...groups, asked: 50 },
      { rule: TEST, ...groups, asked: 1000 },
    ])
  })

  const retargeted = (traffic: object | undefined): Service => {
    const service = inDeployment({ course: { asked } })
    const revisions = service.revisions.map((one) => ({
      ...one,
      targets: one.targets.map(({ traffic: _, ...rest }) => ({ ...rest, ...(traffic ? { traffic } : {}) })),
    }))
    return { ...service, revisions } as Service
  }

  test('of production alone, without a rule for tests', () => {
    expect(weighings(retargeted({ other: BLUE, productionRule: PRODUCTION }))).toEqual([
      { rule: PRODUCTION, ...groups, asked: 50 },
    ])
  })

  test('is nothing where no traffic is shifted: it has arrived', () => {
    expect(weighings(retargeted(undefined))).toEqual([])
    expect(hasArrived(retargeted(undefined), sight(), at(100))).toBe(true)
  })

  test.each<[Deployment['status'], number]>([
    ['PENDING', 2],
    ['IN_PROGRESS', 2],
    ['ROLLBACK_REQUESTED', 2],
    ['ROLLBACK_IN_PROGRESS', 2],
    ['SUCCESSFUL', 0],
    ['ROLLBACK_SUCCESSFUL', 0],
    ['ROLLBACK_FAILED', 0],
    ['STOPPED', 0],
  ])('%s wants %d of them', (status, many) => {
    expect(weighings(inDeployment({ deployment: { status } }))).toHaveLength(many)
  })
})

test.each<[string, Readonly<Record<string, number>>, number]>([
  ['percents', { [GREEN]: 5, [BLUE]: 95 }, 50],
  ['tenths', { [GREEN]: 333, [BLUE]: 667 }, 333],
  ['hands that count otherwise', { [GREEN]: 1, [BLUE]: 2 }, 333],
  ['something too small to count is not nothing', { [GREEN]: 1, [BLUE]: 9999 }, 1],
  ['nothing', { [GREEN]: 0, [BLUE]: 1 }, 0],
  ['nothing for anybody', { [GREEN]: 0, [BLUE]: 0 }, 0],
  ['everything', { [GREEN]: 1 }, 1000],
  ['the other alone', { [BLUE]: 1 }, 0],
])('a share as seen: %s', (_, weights, tenths) => {
  if (!production) throw new Error('no weighing')
  expect(seenShare(sight({}, { [PRODUCTION]: weights }), production)).toBe(tenths)
  expect(seenShare(sight({}, { other: weights }), production)).toBeUndefined()
})

describe('what was asked for has arrived', () => {
  const service = inDeployment({ course: { asked } })
  const both = (mine: number, tests: number) =>
    sight({}, { [PRODUCTION]: { [GREEN]: mine, [BLUE]: 100 - mine }, [TEST]: { [GREEN]: tests, [BLUE]: 0 } })

  test.each<[string, ReturnType<typeof both>, number, boolean]>([
    ['once every rule shows it', both(5, 1), 1100, true],
    ['not by a sight that may be older than the asking', both(5, 1), 1099, false],
    ['not with another share', both(6, 1), 1100, false],
    ['not with one rule alone', sight({}, { [TEST]: { [GREEN]: 1, [BLUE]: 0 } }), 1100, false],
  ])('%s', (_, seen, now, arrived) => {
    expect(isFresh(service, at(now))).toBe(now >= 1100)
    expect(hasArrived(service, seen, at(now))).toBe(arrived)
  })
})

test.each<[string, Readonly<Record<string, number>> | undefined, boolean]>([
  ['names both groups', { [GREEN]: 0, [BLUE]: 1 }, false],
  ['names the new one alone', { [GREEN]: 1 }, true],
  ['names the old one alone', { [BLUE]: 1 }, true],
  ['names neither', {}, true],
  ['was not seen', undefined, false],
])('a rule that %s: cannot be weighed is %s', (_, weights, expected) => {
  const rules = weights ? { [TEST]: weights } : {}
  expect(isUnweighable(inDeployment(), sight({}, rules))).toBe(expected)
})

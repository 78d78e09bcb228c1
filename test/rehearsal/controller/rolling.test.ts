import { describe, expect, test } from '@jest/globals'
import { thresholdOf } from '../../../src/rehearsal/controller/breaker.js'
import { type Census, toRetire, toStart } from '../../../src/rehearsal/controller/rolling.js'
import type { Breaker } from '../../../src/rehearsal/controller/state.js'

const census = (change: Partial<Census>): Census => ({
  desired: 2,
  lower: 2,
  upper: 4,
  wanted: 0,
  others: 2,
  wantedServing: 0,
  othersServing: 2,
  ...change,
})

describe('how many tasks start and go', () => {
  test.each<[string, Partial<Census>, number, number]>([
    ['an update begins: all new ones fit beside the old', {}, 2, 0],
    ['new ones do not serve yet', { wanted: 2 }, 0, 0],
    ['one new one serves', { wanted: 2, wantedServing: 1 }, 0, 1],
    ['both serve', { wanted: 2, wantedServing: 2 }, 0, 2],
    ['no room above: the spare old one makes it', { lower: 1, upper: 2 }, 0, 1],
    ['no room and none to spare', { lower: 2, upper: 2 }, 0, 0],
    ['room was made', { lower: 1, upper: 2, others: 1, othersServing: 1 }, 1, 0],
    [
      'one task, nothing above: it goes first',
      { desired: 1, lower: 0, upper: 1, others: 1, othersServing: 1 },
      0,
      1,
    ],
    ['an old one is down already', { wanted: 2, wantedServing: 1, others: 2, othersServing: 1 }, 0, 0],
    ['none desired: all go', { desired: 0, lower: 0, upper: 0 }, 0, 2],
    ['room above and one to spare: nobody goes for it', { lower: 1 }, 2, 0],
    [
      'no more go than were replaced, however many are to spare',
      { lower: 0, wanted: 2, wantedServing: 1 },
      0,
      1,
    ],
    ['no more go than are missing, however many are to spare', { lower: 0, upper: 2, wanted: 1 }, 0, 1],
    ['the old one has the port of the new one: it goes', { lower: 1, inOwnWay: true }, 2, 1],
    ['the old one has the port, and none is missing', { lower: 0, wanted: 2, inOwnWay: true }, 0, 0],
  ])('%s', (_, change, starts, goes) => {
    expect({ starts: toStart(census(change)), goes: toRetire(census(change)) }).toEqual({ starts, goes })
  })
})

describe("the circuit breaker's threshold", () => {
  const breaker = (type: Breaker['threshold']['type'], value: number): Breaker => ({
    enable: true,
    rollback: true,
    resetOnHealthyTask: true,
    threshold: { type, value },
  })
  test.each<[Breaker['threshold']['type'], number, number, number]>([
    ['BOUNDED_PERCENT', 50, 1, 3],
    ['BOUNDED_PERCENT', 50, 6, 3],
    ['BOUNDED_PERCENT', 50, 7, 4],
    ['BOUNDED_PERCENT', 50, 25, 13],
    ['BOUNDED_PERCENT', 50, 400, 200],
    ['BOUNDED_PERCENT', 50, 1000, 200],
    ['UNBOUNDED_PERCENT', 50, 2, 1],
    ['UNBOUNDED_PERCENT', 50, 1000, 500],
    ['COUNT', 7, 1, 7],
  ])('%s %d of %d tasks is %d', (type, value, desired, threshold) => {
    expect(thresholdOf(breaker(type, value), desired)).toBe(threshold)
  })
})

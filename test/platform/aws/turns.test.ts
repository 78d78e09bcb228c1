import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { RATES } from '../../../src/platform/aws/rates.js'
import { createTurns, lasting } from '../../../src/platform/aws/turns.js'
import { BUCKETS, take } from '../../../src/rehearsal/api/rates.js'

const [register] = RATES.filter(({ actions }) => actions.includes('RegisterTaskDefinition'))

test('no rate is more than the bucket of the rehearsal cluster holds that its actions share', () => {
  for (const { actions, burst, sustained } of RATES) {
    const bucket = Object.values(BUCKETS).find((one) =>
      actions.every((action) => one.actions.includes(action)),
    )
    expect([burst, sustained]).toEqual([bucket?.burst, bucket?.sustained])
  }
})

test('whenever they are asked, and each up to a second late on its way, no request finds the bucket empty', () => {
  const requests = fc.array(
    fc.record({ pause: fc.integer({ min: 0, max: 3000 }), way: fc.integer({ min: 0, max: 1000 }) }),
    { minLength: 1, maxLength: 200 },
  )
  fc.assert(
    fc.property(requests, fc.constantFrom(...RATES.filter((one) => one === register)), (all, rate) => {
      let now = 0
      const turns = createTurns(() => now, [rate])
      const arrivals = all.map(({ pause, way }) => {
        now += pause
        return now + turns.take(rate.actions[0] ?? '') + way
      })
      let level = { tokens: rate.burst, at: 0 }
      for (const at of [...arrivals].sort((a, b) => a - b)) {
        const left = take(level, rate, at)
        expect(left).toBeDefined()
        level = left ?? level
      }
    }),
  )
})

test('what stands in no bucket never waits', () => {
  const turns = createTurns(() => 0)
  expect(
    Array.from({ length: 500 }, () => turns.take('StopServiceDeployment')).every((wait) => wait === 0),
  ).toBe(true)
})

test('after throttling nobody goes at once, and who comes later waits longer', () => {
  const turns = createTurns(() => 0)
  expect(turns.take('UpdateService')).toBe(0)
  turns.throttled('UpdateService')
  const first = turns.take('UpdateService')
  expect(first).toBeGreaterThan(0)
  turns.throttled('UpdateService')
  expect(turns.take('UpdateService')).toBeGreaterThan(first)
  expect(turns.take('RegisterTaskDefinition')).toBe(0)
})

test('how long many last is how long the last of them waits', () => {
  for (const times of [1, 18, 19, 200]) {
    const turns = createTurns(() => 0)
    const waits = Array.from({ length: times }, () => turns.take('RegisterTaskDefinition'))
    expect(lasting('RegisterTaskDefinition', times)).toBeCloseTo(waits.at(-1) ?? 0)
  }
  expect(lasting('RegisterTaskDefinition', 18)).toBe(0)
  expect(lasting('StopServiceDeployment', 500)).toBe(0)
})

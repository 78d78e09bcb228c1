import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { runSchedule } from '../../../src/rehearsal/load/schedule.js'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

const run = (rate: number, seconds: number) => {
  const shots: { shot: number; due: number; at: number }[] = []
  const start = performance.now()
  const now = () => performance.now() - start
  const schedule = runSchedule(rate, seconds, now, (shot, due) => shots.push({ shot, due, at: now() }))
  return { shots, schedule }
}

describe('an open loop', () => {
  test('fires each shot when it is due', async () => {
    const { shots, schedule } = run(100, 0.05)
    jest.advanceTimersByTime(1_000)
    expect(await schedule.ended).toBe(5)
    expect(shots.map(({ due }) => due)).toEqual([0, 10, 20, 30, 40])
    expect(shots.every(({ due, at }) => at >= due && at < due + 2)).toBe(true)
  })

  test.each([1, 7, 300, 333.3, 1_000, 5_000])('at %d a second fires rate × time', async (rate) => {
    const { shots, schedule } = run(rate, 3)
    jest.advanceTimersByTime(3_001)
    expect(await schedule.ended).toBe(Math.round(rate * 3))
    expect(shots.map(({ shot }) => shot)).toEqual([...shots.keys()])
  })

  test('makes up for a stall at once, and each shot knows when it was due', () => {
    const shots: number[] = []
    let time = 0
    runSchedule(
      100,
      1,
      () => time,
      (_, due) => shots.push(due),
    )
    time = 45
    jest.advanceTimersByTime(10)
    expect(shots).toEqual([0, 10, 20, 30, 40])
  })

  test('stopped, it has fired all that was due and fires no more', async () => {
    const { shots, schedule } = run(300, 10)
    jest.advanceTimersByTime(1_234)
    schedule.stop()
    jest.advanceTimersByTime(5_000)
    expect(await schedule.ended).toBe(Math.ceil(1.234 * 300))
    expect(shots).toHaveLength(Math.ceil(1.234 * 300))
  })
})

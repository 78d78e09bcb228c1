import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addReports, emptyReport, type LoadReport } from '../../../src/rehearsal/load/report.js'
import { createTally } from '../../../src/rehearsal/load/tally.js'

const phase = (seconds: number, version: string, milliseconds: readonly number[]): LoadReport => {
  const tally = createTally()
  for (const each of milliseconds) {
    tally.sent(each / 10)
    tally.ended({ kind: 'answer', status: 200, version, code: 'c' }, each)
  }
  return tally.report(seconds, milliseconds.length / seconds)
}

describe('a report', () => {
  test('says how long the answers took', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => at + 1)
    expect(phase(1, '1', hundred).latency).toEqual({ p50: 50, p99: 99, max: 100 })
    expect(phase(1, '1', [3]).latency).toEqual({ p50: 3, p99: 3, max: 3 })
    expect(phase(1, '1', [309.97]).latency).toEqual({ p50: 309.97, p99: 309.97, max: 309.97 })
    expect(emptyReport.latency).toEqual({ p50: 0, p99: 0, max: 0 })
  })

  test('a failure counts once, however it came about', () => {
    const tally = createTally()
    tally.ended({ kind: 'answer', status: 500, version: '1' }, 1)
    tally.ended({ kind: 'failure', reason: 'ECONNRESET', broke: true }, 1)
    tally.ended({ kind: 'failure', reason: 'timeout', broke: false }, 1)
    tally.cutIdle()
    expect(tally.report(1, 3)).toMatchObject({
      ok: 0,
      failed: 4,
      reconnected: 2,
      byVersion: { '1': 1 },
      failures: { 'status 500': 1, ECONNRESET: 1, timeout: 1, 'idle connection cut': 1 },
    })
  })
})

describe('two phases as one', () => {
  test('add up', () => {
    const sum = addReports(phase(1, '1.0.0', [1, 2, 3, 4]), phase(1, '1.0.1', [10, 20, 30, 40]))
    expect(sum).toMatchObject({ seconds: 2, rate: 4, sent: 8, ok: 8, failed: 0, lateness: 4 })
    expect(sum.byVersion).toEqual({ '1.0.0': 4, '1.0.1': 4 })
    expect(sum.byCode).toEqual({ c: 8 })
    expect(sum.latency).toEqual({ p50: 4, p99: 40, max: 40 })
  })

  test('of different rates still say sent = rate × seconds', () => {
    const { sent, rate, seconds } = addReports(phase(2, '1', [1, 1]), phase(1, '1', [1, 1, 1, 1]))
    expect(rate * seconds).toBeCloseTo(sent)
    expect(sent).toBe(6)
  })

  test('nothing changes a report to which it is added', () => {
    const report = phase(3, '1', [1, 2, 3])
    expect(addReports(report, emptyReport)).toEqual(report)
    expect(addReports(emptyReport, report)).toEqual(report)
  })

  test('are what one tally over both would have said', () => {
    const times = fc.array(fc.double({ min: 0.01, max: 10_000, noNaN: true }), {
      minLength: 1,
      maxLength: 50,
    })
    fc.assert(
      fc.property(times, times, (a, b) => {
        const { latency, latencies, sent } = phase(1, '1', [...a, ...b])
        expect(addReports(phase(1, '1', a), phase(1, '1', b))).toMatchObject({ latency, latencies, sent })
      }),
    )
  })
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Meddling, strike } from '../../../src/rehearsal/faults/fault.js'

describe('a fault that waits for a request', () => {
  test('strikes the operation that it names, as often as it was asked for', () => {
    const armed: readonly Meddling[] = [{ kind: 'throttle', operation: 'UpdateService', times: 2 }]
    expect(strike(armed, 'DescribeServices')).toEqual([undefined, armed])
    const [first, left] = strike(armed, 'UpdateService')
    expect(first).toMatchObject({ kind: 'throttle' })
    expect(strike(left, 'UpdateService')[1]).toEqual([])
  })

  test('an old sight is of reads only', () => {
    const armed: readonly Meddling[] = [{ kind: 'stale', times: 1, changes: 3 }]
    expect(strike(armed, 'UpdateService')[0]).toBeUndefined()
    expect(strike(armed, 'ListServiceDeployments')[0]).toMatchObject({ kind: 'stale' })
  })

  test('no request meets two, and each one is met in the end', () => {
    const kinds = fc.constantFrom('throttle', 'lost-answer', 'server-error')
    const one = fc
      .tuple(kinds, fc.integer({ min: 1, max: 4 }))
      .map(([kind, times]) => ({ kind, times }) as Meddling)
    fc.assert(
      fc.property(fc.array(one), (faults) => {
        let armed: readonly Meddling[] = faults
        const all = faults.reduce((sum, { times }) => sum + times, 0)
        for (let request = 0; request < all; request += 1) {
          const [met, left] = strike(armed, 'DescribeTasks')
          expect(met).toBeDefined()
          armed = left
        }
        expect(armed).toEqual([])
      }),
    )
  })
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { MUTANTS } from './model/mutants.js'
import { breaks } from './model/run.js'
import { scenario } from './model/scenario.js'

/** A handful here; `npm run bench -- model` plays many more. */
test('whatever is stale, lost, unknown or done by others, and however often it dies, no invariant breaks', () => {
  fc.assert(
    fc.property(scenario, (one) => {
      expect(breaks(one)).toEqual([])
    }),
    { numRuns: 3_000 },
  )
})

describe('a follower that is wrong on purpose is caught', () => {
  test.each(MUTANTS.map((mutant) => [mutant.invariant, mutant.name, mutant] as const))(
    'invariant %d: %s',
    (invariant, _, { guards, near }) => {
      const holds = fc.property(scenario, (one) =>
        breaks({ ...one, ...near }, guards).every((broken) => broken.invariant !== invariant),
      )
      const { failed } = fc.check(holds, { numRuns: 300, seed: 7, endOnFailure: true })
      expect(failed).toBe(true)
    },
  )

  test('there is one for every invariant', () => {
    expect([...new Set(MUTANTS.map(({ invariant }) => invariant))]).toEqual([7, 8, 9, 10, 11, 12, 13, 14])
  })
})

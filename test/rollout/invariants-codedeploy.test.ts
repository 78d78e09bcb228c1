import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { GUARDS } from '../../src/rollout/guards.js'
import { CodeDeployCloud, type Sights, type ThereScenario, thereScenario } from './model/codedeploy.js'
import { THERE_MUTANTS } from './model/codedeploy-mutants.js'
import { breaks } from './model/run.js'

const seenBy = (sights?: Sights) => (one: ThereScenario) => new CodeDeployCloud(one, sights)

test('no history of CodeDeploy, however stale, lost, unknown or done by others, is told as what it is not', () => {
  fc.assert(
    fc.property(thereScenario, (one) => {
      expect(breaks(one, GUARDS, seenBy())).toEqual([])
    }),
    { numRuns: 3_000 },
  )
})

describe('eyes that are wrong on purpose are caught', () => {
  test.each(THERE_MUTANTS.map((mutant) => [mutant.invariant, mutant.name, mutant] as const))(
    'invariant %d: %s',
    (invariant, _, { guards, near, sights }) => {
      const holds = fc.property(thereScenario, (one) =>
        breaks({ ...one, ...near }, guards, seenBy(sights)).every((broken) => broken.invariant !== invariant),
      )
      const { failed } = fc.check(holds, { numRuns: 300, seed: 7, endOnFailure: true })
      expect(failed).toBe(true)
    },
  )
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { MUTANTS } from '../model/mutants.js'
import { breaks } from '../model/run.js'
import { type Scenario, scenario } from '../model/scenario.js'

const QUIET = {
  desired: 1,
  requests: 0,
  bakeMinutes: 0,
  alarmsRollBack: false,
  third: 'fine',
  says: ['yes'],
} as const

/** What 100,000 runs once found. */
const FOUND: readonly Scenario[] = [
  // The only task serves, though not for long, and a controller that comes back does not know it yet.
  {
    ...QUIET,
    plan: { strategy: 'ROLLING', early: { healthyPercent: 0, deferred: false } },
    hooks: [],
    green: 'fine',
    happenings: [],
    noise: [75],
  },
  // Weights that are edited while ROLLING waits at a hook after the tasks were replaced.
  {
    ...QUIET,
    plan: { strategy: 'ROLLING' },
    hooks: [{ stages: ['POST_SCALE_UP'], timeoutMinutes: 1, action: 'CONTINUE' }],
    green: 'dies',
    happenings: [{ turn: 83, what: 'edit', many: 1 }],
    noise: [37],
  },
  // A second edit that the sight does not show yet: what was to lower a share raises it.
  {
    ...QUIET,
    plan: { strategy: 'LINEAR', tenths: 250, bakeMinutes: 0 },
    hooks: [],
    green: 'dies',
    happenings: [
      { turn: 39, what: 'edit', many: 1 },
      { turn: 43, what: 'edit', many: 3 },
    ],
    noise: [0, 61],
  },
]

/** A handful here; `npm run bench -- model` plays 100,000. */
test('whatever happens and whatever goes wrong, no invariant of a rollout breaks', () => {
  fc.assert(
    fc.property(scenario, (one) => {
      expect(breaks(one)).toEqual([])
    }),
    { numRuns: 150, examples: FOUND.map((one) => [one]) },
  )
})

describe('a controller that is wrong on purpose is caught', () => {
  test.each(MUTANTS.map((mutant) => [mutant.invariant, mutant.name, mutant] as const))(
    'invariant %d: %s',
    (invariant, _, { guards, near }) => {
      const holds = fc.property(scenario, (one) =>
        breaks({ ...one, ...near }, guards).every((broken) => broken.invariant !== invariant),
      )
      const { failed } = fc.check(holds, { numRuns: 200, seed: 7, endOnFailure: true })
      expect(failed).toBe(true)
    },
  )

  test('there is one for every invariant', () => {
    expect([...new Set(MUTANTS.map(({ invariant }) => invariant))]).toEqual([1, 2, 3, 4, 5, 6])
  })
})

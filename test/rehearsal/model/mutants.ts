import { GUARDS, type Guards } from '../../../src/rehearsal/controller/guards.js'
import type { Invariant } from './judge.js'
import type { Scenario } from './scenario.js'

/** A controller that is wrong on purpose, and the invariant that must notice. */
export interface Mutant {
  readonly name: string
  readonly invariant: Invariant
  readonly guards: Guards
  /** Where to look: most of the scenarios never come near what is broken. */
  readonly near: Partial<Scenario>
}

const CANARY = { strategy: 'CANARY', tenths: 333, bakeMinutes: 0 } as const
const LINEAR = { strategy: 'LINEAR', tenths: 250, bakeMinutes: 1 } as const
const BLUE_GREEN = { strategy: 'BLUE_GREEN' } as const
const stops = (...turns: readonly number[]): Partial<Scenario> => ({
  green: 'fine',
  hooks: [],
  happenings: turns.map((turn) => ({ turn, what: 'stop', many: 1 })),
})
/** The new tasks die again and again, just as the traffic is to move. */
const NEW_ONES_DIE: Partial<Scenario> = {
  plan: BLUE_GREEN,
  green: 'fine',
  bakeMinutes: 0,
  hooks: [{ stages: ['POST_SCALE_UP'], timeoutMinutes: 60, action: 'ROLLBACK' }],
  happenings: [
    { turn: 30, what: 'kill new', many: 1 },
    { turn: 30, what: 'continue', many: 1 },
  ],
}
/** Somebody moves the traffic by hand while nobody can take it back yet. */
const EDITED: Partial<Scenario> = {
  plan: { strategy: 'ROLLING' },
  desired: 1,
  green: 'fine',
  hooks: [],
  bakeMinutes: 0,
  noise: [0],
  happenings: [
    { turn: 1, what: 'kill old', many: 1 },
    { turn: 1, what: 'edit', many: 1 },
  ],
}
const DYING_OLD: Partial<Scenario> = {
  plan: BLUE_GREEN,
  green: 'fine',
  hooks: [],
  bakeMinutes: 1,
  happenings: [
    { turn: 40, what: 'kill old', many: 1 },
    { turn: 42, what: 'stop', many: 1 },
  ],
}

const mutant = (
  invariant: Invariant,
  name: string,
  change: Partial<Guards>,
  near: Partial<Scenario> = { green: 'fine', hooks: [], happenings: [] },
): Mutant => ({
  name,
  invariant,
  near,
  guards: { ...GUARDS, ...change },
})

export const MUTANTS: readonly Mutant[] = [
  mutant(
    1,
    'weights are percents in floats',
    { weights: (share) => [share / 10, 100 - share / 10] },
    { plan: CANARY, green: 'fine', hooks: [], happenings: [] },
  ),
  mutant(
    1,
    'both weights are rounded up',
    { weights: (share) => [Math.ceil(share / 10), Math.ceil((1000 - share) / 10)] },
    { plan: CANARY, green: 'fine', hooks: [], happenings: [] },
  ),
  mutant(1, 'all of the traffic is a weight of 1000', { weights: (share) => [share, 1000 - share] }),
  mutant(2, 'traffic moves to whatever is there', { mayTakeOver: () => true }, NEW_ONES_DIE),
  mutant(
    2,
    'the share of the desired tasks is rounded down',
    { mayTakeOver: ({ rising, desired, share }) => rising >= Math.floor((share * desired) / 1000) },
    { ...NEW_ONES_DIE, plan: CANARY },
  ),
  mutant(3, 'a set leaves with its traffic', { mayLeave: () => true }, { plan: LINEAR, ...stops(60) }),
  mutant(3, 'a task stops with requests in flight', {
    isDrained: ({ state }) => state === 'unused' || state === 'draining',
  }),
  mutant(4, 'a task stops before it is seen out of rotation', { isDrained: () => true }),
  mutant(
    5,
    'nobody turns around in the middle of a shift',
    { turnsBack: (stage) => stage !== 'PRODUCTION_TRAFFIC_SHIFT' },
    { plan: LINEAR, ...stops(60) },
  ),
  mutant(5, 'a shift counts as done once it was asked for', { hasMoved: () => true }, EDITED),
  mutant(6, 'traffic goes back before there is anybody to take it', { mayTakeBack: () => true }, DYING_OLD),
]

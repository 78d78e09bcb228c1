import { GUARDS, type Guards } from '../../../src/rollout/guards.js'
import type { Invariant } from './run.js'
import type { Scenario } from './scenario.js'

/** A follower that is wrong on purpose, and the invariant that must notice. */
export interface Mutant {
  readonly name: string
  readonly invariant: Invariant
  readonly guards: Guards
  /** Where to look: most of the scenarios never come near what is broken. */
  readonly near: Partial<Scenario>
}

const CALM: Partial<Scenario> = { noise: [1], cancelledAt: null }
const mutant = (
  invariant: Invariant,
  name: string,
  change: Partial<Guards>,
  near: Partial<Scenario> = {},
): Mutant => ({ invariant, name, near, guards: { ...GUARDS, ...change } })

export const MUTANTS: readonly Mutant[] = [
  mutant(7, 'whatever is over is a success', { isSuccess: () => true }, { failsAt: 5, succeedsAt: 50 }),
  mutant(
    7,
    'a word that is not known is an end',
    { isFinal: (one) => GUARDS.isFinal(one) || one.status === 'NEW_WORD', isSuccess: () => true },
    { noise: [5], pausesAt: null },
  ),
  mutant(
    8,
    'a pause counts as passed',
    {
      isFinal: (one) => GUARDS.isFinal(one) || one.pauses.length > 0,
      isSuccess: (one) => GUARDS.isSuccess(one) || one.pauses.length > 0,
    },
    { pausesAt: 2, succeedsAt: 100, answeredAfter: null, ...CALM },
  ),
  mutant(
    9,
    'what waits is not looked at for what makes it go back',
    { isWaiting: ({ pauses }) => pauses.length > 0 },
    { ...CALM, pausesAt: 1, succeedsAt: 100, failsAt: 3, answeredAfter: null, noise: [13, 1] },
  ),
  mutant(
    10,
    'a newer deployment is taken for ours',
    { isOurs: (one, revision) => one.target?.endsWith('/7') === true || GUARDS.isOurs(one, revision) },
    { noise: [1], onCancel: 'rollback', cancelledAt: 20, succeedsAt: 100, overtakenAt: 0 },
  ),
  mutant(
    10,
    'a success is not checked against what is PRIMARY',
    { isServing: () => true },
    { ...CALM, succeedsAt: 1, overtakenAt: 2, noise: [13, 13, 13, 13, 13, 1] },
  ),
  mutant(
    11,
    'what was seen first is held on to',
    { isStale: () => true },
    { ...CALM, succeedsAt: 30, failsAt: null, pausesAt: null, overtakenAt: null, stoppedAt: null },
  ),
  mutant(
    12,
    'a revision whose number ends alike is taken for ours',
    { isOurs: ({ target }, revision) => target?.endsWith(revision) ?? false },
    { ...CALM, succeedsAt: 150 },
  ),
  mutant(13, 'no digest is compared', { holds: () => true }, { ...CALM, otherImage: true, succeedsAt: 5 }),
  mutant(
    14,
    'what goes back already is asked again',
    { mayStop: (one) => !GUARDS.isFinal(one) },
    { onCancel: 'rollback', cancelledAt: 3, succeedsAt: 200, failsAt: null },
  ),
  mutant(
    14,
    'what is over is stopped',
    { mayStop: () => true },
    { onCancel: 'rollback', cancelledAt: 20, succeedsAt: 5, pausesAt: null, failsAt: null },
  ),
]

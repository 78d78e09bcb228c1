import { GUARDS, type Guards } from '../../../src/rollout/guards.js'
import { SIGHTS, type Sights, type ThereScenario } from './codedeploy.js'
import type { Invariant } from './run.js'

/** Eyes that see CodeDeploy wrongly on purpose, or a follower that believes them too much. */
export interface ThereMutant {
  readonly name: string
  readonly invariant: Invariant
  readonly sights: Sights
  readonly guards: Guards
  readonly near: Partial<ThereScenario>
}

const mutant = (
  invariant: Invariant,
  name: string,
  { guards = {}, ...sights }: Partial<Sights> & { readonly guards?: Partial<Guards> },
  near: Partial<ThereScenario> = {},
): ThereMutant => ({
  invariant,
  name,
  near,
  sights: { ...SIGHTS, ...sights },
  guards: { ...GUARDS, ...guards },
})

const { deploymentSight, serviceSight } = SIGHTS
const CALM: Partial<ThereScenario> = { noise: [1], cancelledAt: null, overtakenAt: null, stoppedAt: null }

export const THERE_MUTANTS: readonly ThereMutant[] = [
  mutant(
    7,
    'all traffic with the new tasks is a success',
    {
      deploymentSight: (one, now) => {
        const sight = deploymentSight(one, now)
        return sight.traffic?.production === 1000 ? { ...sight, status: 'SUCCESSFUL' } : sight
      },
    },
    { ...CALM, failsAt: 60, succeedsAt: 100, movesAt: 1, restAfter: 1, pausesAt: null },
  ),
  mutant(
    7,
    'what failed is taken for rolled back at once',
    {
      deploymentSight: (one, now) => {
        const sight = deploymentSight(one, now)
        return sight.status === 'STOP_REQUESTED' ? { ...sight, status: 'ROLLBACK_SUCCESSFUL' } : sight
      },
    },
    { ...CALM, failsAt: 20, succeedsAt: 100, pausesAt: null, backAfter: 30 },
  ),
  mutant(
    8,
    'what waits for a person is over',
    {
      deploymentSight: (one, now) => {
        const sight = deploymentSight(one, now)
        return one.info.status === 'Ready' ? { ...sight, status: 'SUCCESSFUL' } : sight
      },
      serviceSight: () => ({ active: true, primary: 'd-OURS' }),
      guards: { holds: () => true },
    },
    { ...CALM, pausesAt: 2, succeedsAt: 100, failsAt: null, answeredAfter: null },
  ),
  mutant(
    9,
    'what waits is not looked at for what makes it go back',
    { guards: { isWaiting: () => true }, deploymentSight: waitsAlways() },
    { ...CALM, pausesAt: 1, succeedsAt: 100, failsAt: 3, answeredAfter: null },
  ),
  mutant(
    10,
    'whatever serves is ours',
    {
      serviceSight: (...seen) => ({ ...serviceSight(...seen), primary: 'd-OURS' }),
      guards: { holds: () => true },
    },
    { noise: [13, 13, 13, 13, 13, 1], succeedsAt: 1, overtakenAt: 2, cancelledAt: null },
  ),
  mutant(
    13,
    'no digest is compared',
    { guards: { holds: () => true } },
    { ...CALM, otherImage: true, succeedsAt: 5, failsAt: null, pausesAt: null },
  ),
  mutant(
    14,
    'what was stopped already is asked again',
    { guards: { mayStop: (one) => !GUARDS.isFinal(one) } },
    { onCancel: 'rollback', cancelledAt: 3, succeedsAt: 200, failsAt: null, backTakes: 60 },
  ),
]

/** A pause that is still told while it goes back. */
function waitsAlways(): Sights['deploymentSight'] {
  return (one, now) => ({
    ...deploymentSight(one, now),
    pauses: [{ hook: 'READY_WAIT', expiresAt: null, otherwise: 'ROLLBACK' }],
  })
}

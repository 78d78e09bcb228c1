import type { Instant } from '../../words.js'
import type { Observation, SeenTarget } from './observation.js'
import { STALE_MILLISECONDS } from './observation.js'
import type { Stage } from './stages.js'
import { weightsOf } from './weights.js'

/** Who could serve, at the moment when one revision is to get more of the traffic than it has. */
export interface Readiness {
  /** Serving tasks of the revision that gets more, and of the one that gets less. */
  readonly rising: number
  readonly falling: number
  readonly desired: number
  /** What the rising one shall have, in tenths of a percent. */
  readonly share: number
}

/**
 * The decisions that the safety of a rollout hangs on, one function each. They are handed to every step, so that a test
 * can break one on purpose and see that the invariant behind it notices.
 */
export interface Guards {
  /** The weights of a share: whole numbers that sum to 100, or to 1000 for tenths. */
  weights(share: number): readonly [number, number]
  /** A share needs as many healthy targets as that share of the desired tasks, rounded up. */
  mayTakeOver(readiness: Readiness): boolean
  /** The same on the way back: the old revision is made whole first. Where nothing else serves, what there is takes it. */
  mayTakeBack(readiness: Readiness): boolean
  /** A set of tasks leaves only once its share was seen to be nothing. */
  mayLeave(seenShare: number): boolean
  /** A task stops only once it is out of rotation and nothing is in flight, or the deregistration delay has passed. */
  isDrained(target: SeenTarget, sinceMilliseconds: number): boolean
  /** A share counts as moved only once it was seen to be. */
  hasMoved(seenArrived: boolean): boolean
  /** A rollback that was asked for is taken up, whatever the stage. */
  turnsBack(stage: Stage): boolean
}

const isHealthyEnough = ({ rising, desired, share }: Readiness): boolean =>
  rising >= Math.ceil((share * desired) / 1000)

export const GUARDS: Guards = {
  weights: weightsOf,
  mayTakeOver: isHealthyEnough,
  mayTakeBack: (readiness) => isHealthyEnough(readiness) || (readiness.falling === 0 && readiness.rising > 0),
  mayLeave: (seenShare) => seenShare === 0,
  isDrained: ({ state, inFlight, deregistrationDelaySeconds }, since) =>
    since >= STALE_MILLISECONDS &&
    (state === 'unused' ||
      (state === 'draining' && (inFlight === 0 || since >= deregistrationDelaySeconds * 1000))),
  hasMoved: (seenArrived) => seenArrived,
  turnsBack: () => true,
}

/** What every decision is made from. */
export interface Moment {
  readonly seen: Observation
  readonly now: Instant
  readonly guards: Guards
}

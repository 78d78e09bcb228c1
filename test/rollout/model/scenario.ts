import fc from 'fast-check'

/** What becomes of our deployment if nobody interferes, in seconds of the server's clock. */
export interface Scenario {
  readonly succeedsAt: number
  /** An alarm, the circuit breaker, a Lambda hook that says no. */
  readonly failsAt: number | null
  /** It waits for a person from then on, who answers after so long, or never. */
  readonly pausesAt: number | null
  readonly answeredAfter: number | null
  readonly answer: 'CONTINUE' | 'ROLLBACK'
  /** Somebody stops it by hand. */
  readonly stoppedAt: number | null
  /** Somebody else deploys. */
  readonly overtakenAt: number | null
  /** A tag was moved: the revision runs another image than was asked for. */
  readonly otherImage: boolean
  readonly rollbackOff: boolean
  /** We are asked to stop, and what the environment says to that. */
  readonly cancelledAt: number | null
  readonly onCancel: 'leave' | 'rollback'
  readonly onTimeout: 'leave' | 'rollback'
  readonly timeout: number
  /** One number for each thing that is asked or done: what goes wrong with it. */
  readonly noise: readonly number[]
}

const moment = fc.integer({ min: 1, max: 200 })
const maybe = fc.option(moment)

export const scenario: fc.Arbitrary<Scenario> = fc.record({
  succeedsAt: moment,
  failsAt: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, maybe),
  pausesAt: maybe,
  answeredAfter: fc.option(fc.integer({ min: 1, max: 100 })),
  answer: fc.constantFrom('CONTINUE', 'CONTINUE', 'ROLLBACK'),
  stoppedAt: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, maybe),
  overtakenAt: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, maybe),
  otherImage: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.boolean()),
  rollbackOff: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.boolean()),
  cancelledAt: maybe,
  onCancel: fc.constantFrom('leave', 'rollback'),
  onTimeout: fc.constantFrom('leave', 'rollback'),
  timeout: fc.integer({ min: 60, max: 600 }),
  noise: fc.array(fc.nat(999), { minLength: 1, maxLength: 40 }),
})

export interface Trouble {
  /** How old the answer is, in seconds. */
  readonly lag: number
  /** Where a look is several questions: how old each answer is, and which of them tells nothing. */
  readonly lags: readonly [number, number, number]
  readonly missing: 'deployment' | 'tasks' | null
  readonly lost: boolean
  readonly empty: boolean
  readonly unknownWord: boolean
  /** The follower dies, before it or after it. */
  readonly crash: 'before' | 'after' | null
}

export const MOST_LAG = 9

export const troubleOf = (noise: number): Trouble => ({
  lag: noise % 3 === 0 ? noise % (MOST_LAG + 1) : 0,
  lags: [
    noise % 3 === 0 ? noise % (MOST_LAG + 1) : 0,
    noise % 2 === 0 ? Math.floor(noise / 10) % (MOST_LAG + 1) : 0,
    noise % 4 === 1 ? Math.floor(noise / 7) % (MOST_LAG + 1) : 0,
  ],
  missing: noise % 19 === 0 ? 'deployment' : noise % 23 === 0 ? 'tasks' : null,
  lost: noise % 7 === 0,
  empty: noise % 11 === 0,
  unknownWord: noise % 5 === 0,
  crash: noise % 13 === 0 ? 'before' : noise % 17 === 0 ? 'after' : null,
})

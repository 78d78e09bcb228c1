import fc from 'fast-check'
import type { Hook, Plan } from '../../../src/rehearsal/controller/course.js'
import type { Stage } from '../../../src/rehearsal/controller/stages.js'
import type { Fate, Says } from './cloud.js'
import type { Trouble } from './play.js'

/** What happens besides the controller: people, alarms, tasks that die, somebody's hand on the weights. */
export interface Happening {
  readonly turn: number
  readonly what:
    | 'stop'
    | 'alarm'
    | 'kill old'
    | 'kill new'
    | 'supersede'
    | 'continue'
    | 'decline'
    | 'edit'
    | 'scale'
  readonly many: number
}

/** One run of the model: a service, what its new tasks are like, what happens, and what goes wrong. */
export interface Scenario {
  readonly plan: Plan
  readonly desired: number
  readonly requests: number
  readonly bakeMinutes: number
  readonly hooks: readonly Hook[]
  /** What functions say when they are asked, one after the other. */
  readonly says: readonly Says[]
  readonly alarmsRollBack: boolean
  readonly green: Fate
  readonly third: Fate
  readonly happenings: readonly Happening[]
  readonly noise: readonly number[]
}

const plan: fc.Arbitrary<Plan> = fc.oneof(
  fc.constant<Plan>({ strategy: 'ROLLING' }),
  fc.record({
    strategy: fc.constant('ROLLING' as const),
    early: fc.record({ healthyPercent: fc.constantFrom(0, 50, 100), deferred: fc.boolean() }),
  }),
  fc.constant<Plan>({ strategy: 'BLUE_GREEN' }),
  fc.record({
    strategy: fc.constant('CANARY' as const),
    tenths: fc.constantFrom(1, 5, 50, 333, 1000),
    bakeMinutes: fc.constantFrom(0, 1),
  }),
  fc.record({
    strategy: fc.constant('LINEAR' as const),
    tenths: fc.constantFrom(250, 333, 500, 1000),
    bakeMinutes: fc.constantFrom(0, 1),
  }),
)

const PAUSABLE: readonly Stage[] = [
  'PRE_SCALE_UP',
  'POST_SCALE_UP',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
]

const waiting = {
  timeoutMinutes: fc.constantFrom(1, 60),
  action: fc.constantFrom('CONTINUE' as const, 'ROLLBACK' as const),
}

const pause: fc.Arbitrary<Hook> = fc.record({
  stages: fc.subarray([...PAUSABLE], { minLength: 1, maxLength: 2 }),
  ...waiting,
})

const lambda: fc.Arbitrary<Hook> = fc.record({
  stages: fc.subarray([...PAUSABLE, 'TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT'], {
    minLength: 1,
    maxLength: 3,
  }),
  lambda: fc.constant({ target: 'arn:aws:lambda:eu-central-1:000000000000:function:check' }),
  ...waiting,
})

const hook = fc.oneof(pause, lambda)
const says: fc.Arbitrary<Says> = fc.constantFrom<Says>('yes', 'yes', 'later', 'no', 'nothing')

const happening: fc.Arbitrary<Happening> = fc.record({
  turn: fc.integer({ min: 1, max: 90 }),
  what: fc.constantFrom<Happening['what']>(
    'stop',
    'stop',
    'alarm',
    'kill old',
    'kill new',
    'supersede',
    'continue',
    'continue',
    'decline',
    'edit',
    'scale',
  ),
  many: fc.integer({ min: 1, max: 4 }),
})

const fate: fc.Arbitrary<Fate> = fc.constantFrom<Fate>('fine', 'fine', 'fine', 'sick', 'dies', 'unstartable')

export const scenario: fc.Arbitrary<Scenario> = fc.record({
  plan,
  desired: fc.integer({ min: 1, max: 4 }),
  requests: fc.integer({ min: 0, max: 4 }),
  bakeMinutes: fc.constantFrom(0, 0, 1),
  hooks: fc.array(hook, { maxLength: 2 }),
  says: fc.array(says, { minLength: 1, maxLength: 4 }),
  alarmsRollBack: fc.boolean(),
  green: fate,
  third: fate,
  happenings: fc.array(happening, { maxLength: 5 }),
  noise: fc.array(fc.nat(99), { minLength: 1, maxLength: 20 }),
})

/** The trouble of a turn: mostly old sights, sometimes lost effects, sometimes the controller dies in the middle. */
export const troubleOf = (noise: number): Trouble => {
  const lag = noise % 4
  if (noise < 60) return { lag }
  if (noise < 75) return { lag, lose: 1 + (noise % 3) }
  if (noise < 95) return { lag, crash: { after: noise < 78 ? 'nothing' : noise % 5 } }
  return { lag: 0 }
}

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { begin, step } from '../../src/rollout/follow.js'
import type { Effect, Following, Look } from '../../src/rollout/following.js'
import type { Observation, ServiceSight } from '../../src/rollout/sight.js'
import type { Instant, Outcome } from '../../src/words.js'
import { DIGEST, deployment, type History, OTHER, REVISION, seen, started, truth } from './world.js'

const STATUSES = [
  'PENDING',
  'IN_PROGRESS',
  'SUCCESSFUL',
  'STOPPED',
  'STOP_REQUESTED',
  'ROLLBACK_REQUESTED',
  'ROLLBACK_IN_PROGRESS',
  'ROLLBACK_SUCCESSFUL',
  'ROLLBACK_FAILED',
  'SOMETHING_NEW',
  '',
]

const anyDeployment = fc
  .record({
    status: fc.constantFrom(...STATUSES),
    revision: fc.constantFrom(REVISION, '1', '7', `9${REVISION}`),
    createdAt: fc.nat(200),
    rollback: fc.option(fc.constant('alarm')),
  })
  .map(({ status, createdAt, ...rest }) => deployment(status, { ...rest, createdAt: createdAt as Instant }))
const anyService: fc.Arbitrary<ServiceSight> = fc.record({
  active: fc.boolean(),
  primary: fc.option(fc.constantFrom(REVISION, '1', '7')),
})
const anyImages: fc.Arbitrary<string[]> = fc.subarray([
  `registry/cart@${DIGEST}`,
  `registry/cart@${OTHER}`,
  DIGEST,
])
const anySight: fc.Arbitrary<Observation> = fc
  .tuple(fc.option(anyService), fc.array(anyDeployment, { maxLength: 4 }), fc.option(anyImages))
  .map(([service, deployments, images]) => ({ kind: 'seen', service, deployments, images }))
const anyLoss: fc.Arbitrary<Observation> = fc.constant({ kind: 'lost', why: 'ECONNRESET' })
const anyObservations = fc.array(
  fc.oneof({ weight: 6, arbitrary: anySight }, { weight: 1, arbitrary: anyLoss }),
  { maxLength: 30 },
)

interface Trace {
  readonly states: readonly Following[]
  readonly effects: readonly (readonly Effect[])[]
}

const run = (observations: readonly Observation[], every = 1_000): Trace => {
  const states: Following[] = []
  const effects: (readonly Effect[])[] = []
  let [state] = begin(started)
  for (const [index, observation] of observations.entries()) {
    const [next, given] = step(state, observation, { now: ((index + 1) * every) as Instant, jitter: 0.5 })
    state = next
    states.push(next)
    effects.push(given)
  }
  return { states, effects }
}

const outcomeOf = ({ states }: Trace): Outcome | undefined => states.at(-1)?.ending?.outcome
const firstEnd = ({ states }: Trace): number => states.findIndex(({ ending }) => ending !== null)
const sights = (observations: readonly Observation[]) =>
  observations.flatMap((one) => (one.kind === 'seen' ? [one] : []))
const told = (observations: readonly Observation[], status: string) =>
  sights(observations).some(({ deployments }) =>
    deployments.some((one) => one.target?.endsWith(`/${REVISION}`) && one.status === status),
  )

describe('following, whatever is seen', () => {
  test('a success has been told of ours, with ours as PRIMARY at the end, and with our digest', () => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        const trace = run(observations)
        if (outcomeOf(trace) !== 'successful') return
        const until = observations.slice(0, firstEnd(trace) + 1)
        const last = until.at(-1)
        expect(told(until, 'SUCCESSFUL')).toBe(true)
        expect(last?.kind === 'seen' && last.service?.primary).toBe(REVISION)
        expect(sights(until).some(({ images }) => images?.some((image) => image.endsWith(DIGEST)))).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  test.each<[Outcome, string]>([
    ['rolled-back', 'ROLLBACK_SUCCESSFUL'],
    ['rollback-failed', 'ROLLBACK_FAILED'],
  ])('%s has been told of ours', (outcome, status) => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        const trace = run(observations)
        if (outcomeOf(trace) === outcome)
          expect(told(observations.slice(0, firstEnd(trace) + 1), status)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('empty lists and other deployments that are older end nothing before its time', () => {
    const others = anyDeployment.filter(
      ({ target, createdAt }) => !target?.endsWith(`/${REVISION}`) && createdAt <= 100,
    )
    const looks = fc.array(
      fc.array(others, { maxLength: 4 }).map((deployments) => seen(deployments)),
      { maxLength: 30 },
    )
    fc.assert(fc.property(looks, (observations) => expect(outcomeOf(run(observations))).toBeUndefined()))
  })

  test('words that AWS has not invented yet end nothing before its time', () => {
    const words = fc
      .string()
      .filter((word) => !['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'].includes(word))
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (statuses) =>
        expect(outcomeOf(run(statuses.map((status) => seen([deployment(status)]))))).toBeUndefined(),
      ),
    )
  })

  test('there is one look a step until the ending, and nothing after it', () => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        const trace = run(observations)
        const end = firstEnd(trace)
        for (const [index, effects] of trace.effects.entries()) {
          const looks = effects.filter(({ kind }) => kind === 'look').length
          expect(looks).toBe(end === -1 || index < end ? 1 : 0)
          if (end !== -1 && index > end) {
            expect(effects).toEqual([])
            expect(trace.states[index]).toBe(trace.states[end])
          }
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('it is over when the time is over', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anySight, anyLoss), { minLength: 4, maxLength: 4 }), (observations) => {
        // What ended well at the last moment is looked at twice more.
        const last = observations.at(-1) as Observation
        const trace = run([...observations, last, last], started.timeoutMilliseconds / 4)
        expect(outcomeOf(trace)).toBeDefined()
      }),
      { numRuns: 1_000 },
    )
  })

  test('nothing is told twice in a row', () => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        const news = run(observations)
          .effects.flat()
          .flatMap((effect) => (effect.kind === 'announce' ? [effect.news] : []))
        for (const kind of ['progress', 'rolling-back'] as const) {
          const lines = news.filter((item) => item.kind === kind).map((item) => JSON.stringify(item))
          expect(lines.filter((line, index) => line === lines[index - 1])).toEqual([])
        }
      }),
    )
  })
})

describe('following a service whose history is known', () => {
  const histories: fc.Arbitrary<History> = fc.record({
    endsAt: fc.integer({ min: 1_000, max: 300_000 }),
    status: fc.constantFrom('SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'),
    overtakenAt: fc.option(fc.integer({ min: 1_000, max: 500_000 })),
    meanwhile: fc.constantFrom('PENDING', 'IN_PROGRESS', 'NEW_WORD'),
  })
  const faults = fc.array(
    fc.record({
      stale: fc.nat(30_000),
      empty: fc.boolean(),
      lost: fc.boolean(),
      jitter: fc.double({ min: 0, max: 0.999, noNaN: true }),
    }),
    { maxLength: 60 },
  )

  const follow = (
    history: History,
    disturbed: readonly { stale: number; empty: boolean; lost: boolean; jitter: number }[],
  ): Outcome => {
    let [state, effects] = begin(started)
    let now = 0
    for (let index = 0; state.ending === null; index += 1) {
      const next = effects.find((effect) => effect.kind === 'look')
      if (!next || index > 10_000) throw new Error('it does not look')
      now += next.after
      const fault = disturbed[index]
      ;[state, effects] = step(state, observe(history, now, next.at, fault), {
        now: now as Instant,
        jitter: fault?.jitter ?? 0,
      })
    }
    return state.ending.outcome
  }

  const observe = (
    history: History,
    now: number,
    at: Look,
    fault?: { stale: number; empty: boolean; lost: boolean },
  ): Observation => {
    if (fault?.lost) return { kind: 'lost', why: 'ECONNRESET' }
    const observation = truth(history, Math.max(0, now - (fault?.stale ?? 0)), at)
    return fault?.empty && observation.kind === 'seen'
      ? { ...observation, deployments: [], service: null }
      : observation
  }

  /** Whoever looks late may find a success already overtaken; nothing else may be told than what happened. */
  const possible = ({ endsAt, status, overtakenAt }: History): readonly Outcome[] => {
    if (overtakenAt !== null && overtakenAt < endsAt) return ['superseded']
    if (status === 'SUCCESSFUL') return overtakenAt === null ? ['successful'] : ['successful', 'superseded']
    if (status === 'STOPPED') return overtakenAt === null ? ['stopped'] : ['stopped', 'superseded']
    return [status === 'ROLLBACK_SUCCESSFUL' ? 'rolled-back' : 'rollback-failed']
  }

  test('stale, empty and lost answers change nothing about the outcome', () => {
    fc.assert(
      fc.property(histories, faults, (history, disturbed) =>
        expect(possible(history)).toContain(follow(history, disturbed)),
      ),
      { numRuns: 3_000 },
    )
  })
})

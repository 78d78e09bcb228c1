import { describe, expect, test } from '@jest/globals'
import { begin, step } from '../../src/rollout/follow.js'
import type { Effect, Following } from '../../src/rollout/following.js'
import type { Observation } from '../../src/rollout/sight.js'
import type { Instant } from '../../src/words.js'
import { DIGEST, deployment, seen, started } from './world.js'

const going = seen([deployment('IN_PROGRESS')])
const LIMIT = started.timeoutMilliseconds

const lookOf = (effects: readonly Effect[]) => effects.find((effect) => effect.kind === 'look')
const run = (jitter: number, ...all: readonly (readonly [number, Observation])[]): readonly Effect[] => {
  let [state, effects] = begin(started)
  for (const [now, observation] of all)
    [state, effects] = step(state, observation, { now: now as Instant, jitter })
  return effects
}

test('it begins with a look at the list, half a second after', () => {
  expect(begin(started)[1]).toEqual([
    { kind: 'look', after: 500, at: { deployment: null, list: true, revision: null } },
  ])
})

test('it knows nothing as it begins', () => {
  expect(begin(started)[0]).toEqual({
    started,
    now: 0,
    ours: null,
    service: null,
    others: [],
    images: null,
    told: {},
    marks: [],
    quiet: 0,
    late: 0,
    stopping: null,
    ending: null,
  })
})

test('an ending is final', () => {
  const back = seen([deployment('ROLLBACK_SUCCESSFUL')])
  const [ended, effects] = step(begin(started)[0], back, { now: 1 as Instant, jitter: 0.5 })
  expect(effects.map(({ kind }) => kind)).toEqual(['announce'])
  const [after, more] = step(ended, seen([deployment('IN_PROGRESS')]), { now: 2 as Instant, jitter: 0.5 })
  expect(after).toBe(ended)
  expect(more).toEqual([])
})

test('of the others the last that was seen is known, each once', () => {
  const other = (revision: string, status: string) => deployment(status, { revision })
  let [state] = begin(started)
  for (const all of [
    [other('7', 'PENDING'), other('8', 'PENDING'), deployment('PENDING')],
    [other('7', 'STOPPED'), other('9', 'PENDING'), deployment('IN_PROGRESS')],
  ])
    [state] = step(state, seen(all), { now: 1 as Instant, jitter: 0.5 })
  expect(state.others).toEqual([other('8', 'PENDING'), other('7', 'STOPPED'), other('9', 'PENDING')])
})

describe('how long until the next look', () => {
  const quiet = (many: number): readonly (readonly [number, Observation])[] =>
    Array.from({ length: many + 1 }, (_, at) => [at, going])

  test.each([
    [0, 1000],
    [1, 1300],
    [2, 1690],
    [8, 8157],
    [9, 10_000],
    [50, 10_000],
  ])('after %d looks that told nothing new: %d ms', (many, expected) => {
    expect(lookOf(run(0.5, ...quiet(many)))?.after).toBe(expected)
  })

  test.each([
    [0, 750],
    [0.25, 875],
    [1, 1250],
  ])('out of step with others, by %d: %d ms', (jitter, expected) => {
    expect(lookOf(run(jitter, [0, going]))?.after).toBe(expected)
  })

  test.each([
    [LIMIT - 1001, 1000],
    [LIMIT - 900, 900],
    [LIMIT - 250, 250],
    [LIMIT - 1, 250],
  ])('at %d ms not past the limit: %d ms', (now, expected) => {
    expect(lookOf(run(0.5, [now, going]))?.after).toBe(expected)
  })

  test('news make it quick again', () => {
    const changed = seen([deployment('IN_PROGRESS', { stage: 'BAKE_TIME' })])
    expect(lookOf(run(0.5, ...quiet(9), [20, changed]))?.after).toBe(1000)
  })
})

describe('at the limit', () => {
  const won = seen([deployment('SUCCESSFUL')])
  const ending = (...all: readonly (readonly [number, Observation])[]): Following['ending'] =>
    all.reduce(
      (state, [now, one]) => step(state, one, { now: now as Instant, jitter: 0.5 })[0],
      begin(started)[0],
    ).ending

  test('what goes on is too late, and a moment before it is not', () => {
    expect(ending([LIMIT - 1, going])).toBeNull()
    expect(ending([LIMIT, going])?.outcome).toBe('timed-out')
  })

  test('what is over is looked at twice more, to prove how', () => {
    expect(ending([LIMIT, won], [LIMIT + 1, won])).toBeNull()
    expect(ending([LIMIT - 2, won], [LIMIT - 1, won], [LIMIT, won])).toBeNull()
    expect(ending([LIMIT, won], [LIMIT + 1, won], [LIMIT + 2, won])?.outcome).toBe('timed-out')
    const proof = seen([deployment('SUCCESSFUL')], { images: [DIGEST] })
    expect(ending([LIMIT, won], [LIMIT + 1, won], [LIMIT + 2, proof])?.outcome).toBe('successful')
  })

  test('what is over, and its images are known, is not', () => {
    const elsewhere = { service: { active: true, primary: '1' }, images: [DIGEST] }
    expect(ending([LIMIT, seen([deployment('SUCCESSFUL')], elsewhere)])?.outcome).toBe('timed-out')
  })

  test('a clock that is behind takes nothing back', () => {
    const [late] = step(begin(started)[0], going, { now: 500 as Instant, jitter: 0.5 })
    expect(step(late, going, { now: 400 as Instant, jitter: 0.5 })[0].now).toBe(500)
    expect(step(late, { kind: 'lost', why: 'x' }, { now: 400 as Instant, jitter: 0.5 })[0].now).toBe(500)
  })

  test('how much time is left is told with the news', () => {
    const left = (now: number) =>
      run(0.5, [now, going]).flatMap((one) => (one.kind === 'announce' ? [one.left] : []))
    expect([left(1), left(LIMIT + 5)]).toEqual([[LIMIT - 1], [0]])
  })
})

import { describe, expect, test } from '@jest/globals'
import { begin, step } from '../../src/rollout/follow.js'
import type { Following } from '../../src/rollout/following.js'
import type { Observation } from '../../src/rollout/sight.js'
import type { Instant } from '../../src/words.js'
import { DIGEST, deployment, OTHER, REVISION, seen, started } from './world.js'

const end = (...observations: Observation[]): Following['ending'] => {
  let [state] = begin(started)
  for (const [index, observation] of observations.entries()) {
    state = step(state, observation, { now: (index * 1_000) as Instant, jitter: 0 })[0]
  }
  return state.ending
}
const images = [`registry/cart@${DIGEST}`]
const newest = deployment('IN_PROGRESS', { revision: '7', createdAt: 200 as Instant })
const primary = (revision: string | null) => ({ service: { active: true, primary: revision } })

describe('a deployment ends', () => {
  test.each<[string, Observation, Following['ending']]>([
    ['with success', seen([deployment('SUCCESSFUL')], { images }), { outcome: 'successful', reason: null }],
    [
      'with success, the digest told alone',
      seen([deployment('SUCCESSFUL')], { images: [DIGEST] }),
      { outcome: 'successful', reason: null },
    ],
    ['not while the images are unknown', seen([deployment('SUCCESSFUL')]), null],
    ['not while the service was not seen', seen([deployment('SUCCESSFUL')], { images, service: null }), null],
    [
      'not while what it replaces is still told as PRIMARY',
      seen([deployment('SUCCESSFUL')], { images, ...primary('1') }),
      null,
    ],
    [
      'not with the success of a revision whose number only ends alike',
      seen([deployment('SUCCESSFUL', { revision: `9${REVISION}` })], { images }),
      null,
    ],
    [
      'rolled back',
      seen([deployment('ROLLBACK_SUCCESSFUL', { rollback: 'circuit breaker', reason: 'x' })]),
      { outcome: 'rolled-back', reason: 'circuit breaker' },
    ],
    [
      'with a failed rollback',
      seen([deployment('ROLLBACK_FAILED', { reason: 'no capacity' })]),
      { outcome: 'rollback-failed', reason: 'no capacity' },
    ],
    [
      'stopped by hand',
      seen([deployment('STOPPED', { reason: 'by a user' })], { images }),
      { outcome: 'stopped', reason: 'by a user' },
    ],
    [
      'stopped by hand, back on what it came to replace',
      seen([deployment('STOPPED')], { images, ...primary('1') }),
      { outcome: 'stopped', reason: null },
    ],
    [
      'not by the look that shows it stopped: the service was asked before',
      seen([deployment('STOPPED')]),
      null,
    ],
    [
      'stopped, when the service is deleted',
      seen([], { service: { active: false, primary: null } }),
      { outcome: 'stopped', reason: 'the service was deleted' },
    ],
  ])('%s', (_, observation, expected) => expect(end(observation)).toEqual(expected))

  test('superseded, where another one came between asking for the service and for the deployment', () => {
    const raced = seen([deployment('STOPPED')])
    expect(end(raced, seen([deployment('STOPPED'), newest], { images }))).toMatchObject({
      outcome: 'superseded',
    })
    const [state] = step(begin(started)[0], raced, { now: 0 as Instant, jitter: 0 })
    const [, effects] = step(state, raced, { now: 0 as Instant, jitter: 0 })
    expect(effects).toContainEqual(
      expect.objectContaining({ kind: 'look', after: 0, at: expect.objectContaining({ list: true }) }),
    )
  })

  test.each<[string, Observation]>([
    ['stopped while a newer one is listed', seen([deployment('STOPPED'), newest])],
    ['stopped while an unknown one is PRIMARY', seen([deployment('STOPPED')], primary('7'))],
    [
      'successful, but already overtaken',
      seen([deployment('SUCCESSFUL'), newest], { images, ...primary('7') }),
    ],
    [
      'successful, but the service runs another image',
      seen([deployment('SUCCESSFUL')], { images: [`registry/cart@${OTHER}`] }),
    ],
  ])('superseded: %s', (_, observation) => expect(end(observation)?.outcome).toBe('superseded'))

  test.each<[string, readonly Observation[], string, string]>([
    ['never listed', [seen([])], 'timed-out', 'ECS never listed the deployment'],
    [
      'never over',
      [seen([deployment('IN_PROGRESS')])],
      'timed-out',
      'not over after 10 minutes: 0 of 2 tasks running, status IN_PROGRESS',
    ],
    ['never answered', [{ kind: 'lost', why: 'ECONNRESET' }], 'timed-out', 'ECS never listed the deployment'],
    [
      'stopped, but the service is never seen',
      [seen([deployment('STOPPED', { reason: 'by a user' })], { service: null })],
      'stopped',
      'by a user',
    ],
    [
      'overtaken and told no end',
      [seen([deployment('IN_PROGRESS'), newest])],
      'superseded',
      'a newer deployment of this service was begun',
    ],
  ])('at its limit: %s', (_, observations, outcome, reason) => {
    const [state] = begin(started)
    const last = observations.reduce(
      (at, one) => step(at, one, { now: started.timeoutMilliseconds as Instant, jitter: 0 })[0],
      state,
    )
    expect(last.ending).toEqual({ outcome, reason })
  })
})

test('a stale read does not bring back what was over', () => {
  const stale = seen([deployment('IN_PROGRESS')], { images })
  expect(end(seen([deployment('SUCCESSFUL')]), stale)?.outcome).toBe('successful')
})

describe('what is looked at', () => {
  const lookAfter = (observation: Observation) => {
    const [, effects] = step(begin(started)[0], observation, { now: 1_000 as Instant, jitter: 0.5 })
    return effects.find(({ kind }) => kind === 'look')
  }
  const { arn, target } = deployment('')

  test('the list until ours is found', () =>
    expect(lookAfter(seen([]))).toMatchObject({ at: { deployment: null, list: true, revision: null } }))
  test('then ours alone', () =>
    expect(lookAfter(seen([deployment('IN_PROGRESS')]))).toMatchObject({
      at: { deployment: arn, list: false, revision: null },
    }))
  test('when it is over, at once, all that proves how', () =>
    expect(lookAfter(seen([deployment('SUCCESSFUL')]))).toMatchObject({
      after: 0,
      at: { deployment: arn, list: true, revision: target },
    }))
})

test('a loss is told once, and again only after an answer', () => {
  let [state] = begin(started)
  const lost: Observation = { kind: 'lost', why: 'ECONNRESET' }
  const counts = [lost, lost, seen([]), lost].map((observation, index) => {
    const [next, effects] = step(state, observation, { now: index as Instant, jitter: 0 })
    state = next
    return effects.filter(({ kind }) => kind === 'announce').length
  })
  expect(counts).toEqual([1, 0, 0, 1])
})

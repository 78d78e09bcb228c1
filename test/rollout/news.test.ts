import { describe, expect, test } from '@jest/globals'
import { begin, step } from '../../src/rollout/follow.js'
import type { News } from '../../src/rollout/news.js'
import type { DeploymentSight, Observation } from '../../src/rollout/sight.js'
import type { Instant } from '../../src/words.js'
import { deployment, seen, started } from './world.js'

const ours = (change: Partial<DeploymentSight> = {}): Observation => seen([deployment('IN_PROGRESS', change)])
const lost = (why: string): Observation => ({ kind: 'lost', why })

/** The news of each observation. */
const told = (...all: readonly Observation[]): readonly (readonly News['kind'][])[] => {
  let [state] = begin(started)
  return all.map((observation, index) => {
    const [next, effects] = step(state, observation, { now: index as Instant, jitter: 0.5 })
    state = next
    return effects.flatMap((effect) => (effect.kind === 'announce' ? [effect.news.kind] : []))
  })
}

describe('news', () => {
  test.each<[string, readonly Observation[], ReturnType<typeof told>]>([
    ['progress, once', [ours(), ours()], [['progress'], []]],
    ['progress that changed', [ours(), ours({ stage: 'BAKE_TIME' })], [['progress'], ['progress']]],
    ['alarms, once', [ours({ alarms: ['a'] }), ours({ alarms: ['a'] })], [['progress', 'alarms'], []]],
    [
      'another alarm',
      [ours({ alarms: ['a'] }), ours({ alarms: ['a', 'b'] })],
      [['progress', 'alarms'], ['alarms']],
    ],
    [
      'functions that are asked, once at each stage',
      [
        ours({ hooks: ['check'], stage: 'POST_SCALE_UP' }),
        ours({ hooks: ['check'], stage: 'POST_SCALE_UP' }),
        ours({ stage: 'POST_SCALE_UP' }),
        ours({ hooks: ['check'], stage: 'POST_TEST_TRAFFIC_SHIFT' }),
      ],
      [['progress', 'hooks'], [], [], ['progress', 'hooks']],
    ],
    ['a way back', [ours(), ours({ rollback: 'alarm' })], [['progress'], ['rolling-back']]],
    ['nothing of what is not ours', [seen([deployment('IN_PROGRESS', { revision: '7' })])], [[]]],
    [
      'a loss, and after an answer the next',
      [lost('x'), lost('x'), ours(), lost('x')],
      [['lost'], [], ['progress'], ['lost']],
    ],
    ['a loss, however often', [lost('x'), lost('x'), lost('x')], [['lost'], [], []]],
    ['a loss for another reason', [lost('x'), lost('y')], [['lost'], ['lost']]],
    [
      'what was told before a loss is not told again',
      [ours(), lost('x'), ours()],
      [['progress'], ['lost'], []],
    ],
  ])('%s', (_, all, expected) => expect(told(...all)).toEqual(expected))
})

test('the moments of its picture are those at which its progress was new', () => {
  const traffic = { production: 50, test: 0 }
  const tasks = { requested: 3, running: 2, pending: 1, failed: 0, threshold: 3 }
  let [state] = begin(started)
  for (const [now, one] of [
    [5, ours()],
    [6, ours({ alarms: ['a'] })],
    [7, ours({ stage: 'BAKE_TIME', traffic, tasks })],
  ] as const)
    [state] = step(state, one, { now: now as Instant, jitter: 0.5 })
  expect(state.marks).toEqual([
    { at: 5, status: 'IN_PROGRESS', stage: null, traffic: null, running: 0, requested: 2 },
    { at: 7, status: 'IN_PROGRESS', stage: 'BAKE_TIME', traffic, running: 2, requested: 3 },
  ])
})

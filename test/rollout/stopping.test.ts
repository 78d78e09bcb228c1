import { describe, expect, test } from '@jest/globals'
import { begin, step } from '../../src/rollout/follow.js'
import type { Effect, Following } from '../../src/rollout/following.js'
import type { DeploymentSight, Observation, Started } from '../../src/rollout/sight.js'
import type { Instant } from '../../src/words.js'
import { DIGEST, deployment, seen, started } from './world.js'

type At = readonly [milliseconds: number, observation: Observation]

/** What comes of the observations, one after the other: the last state and its effects. */
const followed = (change: Partial<Started>, ...all: readonly At[]): readonly [Following, readonly Effect[]] =>
  all.reduce<readonly [Following, readonly Effect[]]>(
    ([state], [now, observation]) => step(state, observation, { now: now as Instant, jitter: 0.5 }),
    begin({ ...started, ...change }),
  )

const deeds = (effects: readonly Effect[]): readonly string[] =>
  effects.flatMap((effect) =>
    effect.kind === 'announce' ? [] : [effect.kind === 'look' ? `look ${effect.after}` : 'stop'],
  )

const ROLLBACK = { onCancel: 'rollback', onTimeout: 'rollback' } as const
const LIMIT = started.timeoutMilliseconds
const cancelled: Observation = { kind: 'cancelled' }
const taken: Observation = { kind: 'stop-taken' }
const lost: Observation = { kind: 'lost', why: 'ECONNRESET' }
const ours = (status: string, change: Partial<DeploymentSight> = {}): Observation =>
  seen([deployment(status, change)])
const going = ours('IN_PROGRESS')
const WAITING = { pauses: [{ hook: 'h', expiresAt: null, otherwise: 'ROLLBACK' as const }] }

describe('what is done once it shall not go on', () => {
  test.each<[string, Partial<Started>, readonly At[], readonly string[]]>([
    [
      'cancelled, it looks at once',
      ROLLBACK,
      [
        [0, going],
        [1, cancelled],
      ],
      ['look 0'],
    ],
    [
      'then it stops it',
      ROLLBACK,
      [
        [0, going],
        [1, cancelled],
        [2, going],
      ],
      ['stop'],
    ],
    [
      'also where that look took longer than there is time: it was not yet asked',
      ROLLBACK,
      [
        [0, going],
        [1, cancelled],
        [60_000, going],
      ],
      ['stop'],
    ],
    [
      'not where it was told to leave it',
      {},
      [
        [0, going],
        [1, cancelled],
        [2, going],
      ],
      ['look 1690'],
    ],
    [
      'not what it has never seen',
      ROLLBACK,
      [
        [1, cancelled],
        [2, seen([])],
      ],
      ['look 1000'],
    ],
    [
      'not by an answer without it',
      ROLLBACK,
      [
        [0, going],
        [1, cancelled],
        [2, seen([])],
      ],
      ['look 1000'],
    ],
    [
      'not by an answer that was lost',
      ROLLBACK,
      [
        [0, going],
        [1, cancelled],
        [2, lost],
      ],
      ['look 1000'],
    ],
    [
      'not again once it was taken',
      ROLLBACK,
      [
        [0, going],
        [1, cancelled],
        [2, going],
        [3, taken],
        [4, going],
      ],
      ['look 1000'],
    ],
    [
      'again where the answer was lost',
      ROLLBACK,
      [
        [0, going],
        [1, cancelled],
        [2, going],
        [3, lost],
        [4, going],
      ],
      ['stop'],
    ],
    [
      'not what goes back already',
      ROLLBACK,
      [
        [0, going],
        [1, cancelled],
        [2, ours('ROLLBACK_REQUESTED')],
      ],
      ['look 1000'],
    ],
    [
      'nor what is about to',
      ROLLBACK,
      [
        [0, going],
        [1, cancelled],
        [2, ours('STOP_REQUESTED')],
      ],
      ['look 1000'],
    ],
    [
      'nor what has a reason to',
      ROLLBACK,
      [
        [0, going],
        [1, cancelled],
        [2, ours('IN_PROGRESS', { rollback: 'alarm' })],
      ],
      ['look 1000'],
    ],
    [
      'a word that only ends alike is no way back',
      ROLLBACK,
      [
        [0, going],
        [1, cancelled],
        [2, ours('NO_ROLLBACK_')],
      ],
      ['stop'],
    ],
    [
      'it stops what waits for a person',
      ROLLBACK,
      [
        [0, going],
        [1, cancelled],
        [2, ours('IN_PROGRESS', WAITING)],
      ],
      ['stop'],
    ],
    ['before its limit it does not', ROLLBACK, [[LIMIT - 1, going]], ['look 250']],
    ['at its limit it stops it', ROLLBACK, [[LIMIT, going]], ['stop']],
    [
      'after its limit it looks on',
      ROLLBACK,
      [
        [LIMIT, going],
        [LIMIT + 1, taken],
      ],
      ['look 1000'],
    ],
  ])('%s', (_, change, all, expected) => expect(deeds(followed(change, ...all)[1])).toEqual(expected))

  test('what it stops is ours', () => {
    const [, effects] = followed(ROLLBACK, [0, going], [1, cancelled], [2, going])
    expect(effects.find(({ kind }) => kind === 'stop')).toEqual({
      kind: 'stop',
      deployment: deployment('').arn,
    })
  })

  test('it is told, and why', () => {
    const news = (change: Partial<Started>, ...all: readonly At[]) =>
      followed(change, ...all)[1].flatMap((one) => (one.kind === 'announce' ? [one.news] : []))
    expect(news(ROLLBACK, [0, going], [1, cancelled])).toEqual([{ kind: 'stopping', why: 'cancelled' }])
    expect(news(ROLLBACK, [0, going], [LIMIT, going])).toEqual([{ kind: 'stopping', why: 'late' }])
    expect(news(ROLLBACK, [0, going], [1, cancelled], [LIMIT, going])).toEqual([])
  })
})

describe('how it ends then', () => {
  const BECAUSE = 'Stagger was asked to stop, and ECS was asked to roll back'
  const LATE = 'it was not over in time, and ECS was asked to roll back'
  const stopped = (...more: readonly At[]): readonly At[] => [[0, going], [1, cancelled], ...more]
  const back = ours('ROLLBACK_SUCCESSFUL', { rollback: 'alarm' })

  test.each<[string, Partial<Started>, readonly At[], Following['ending']]>([
    [
      'rolled back, because we asked',
      {},
      stopped([2, going], [3, taken], [4, back]),
      { outcome: 'rolled-back', reason: BECAUSE },
    ],
    [
      'rolled back, but not because we asked',
      {},
      stopped([2, back]),
      { outcome: 'rolled-back', reason: 'alarm' },
    ],
    [
      'failed on its way back',
      {},
      stopped([2, going], [3, taken], [4, ours('ROLLBACK_FAILED', { reason: 'x' })]),
      { outcome: 'rollback-failed', reason: 'x' },
    ],
    [
      'well all the same',
      {},
      stopped([2, seen([deployment('SUCCESSFUL')], { images: [DIGEST] })]),
      { outcome: 'successful', reason: null },
    ],
    [
      'not by waiting for a person once it was asked',
      {},
      stopped([2, going], [3, taken], [4, ours('IN_PROGRESS', WAITING)]),
      null,
    ],
    [
      'not by its limit, while it goes back',
      { onTimeout: 'leave' },
      [
        [LIMIT - 3, going],
        [LIMIT - 2, cancelled],
        [LIMIT - 1, going],
        [LIMIT, taken],
      ],
      null,
    ],
    ['not by waiting for a person', {}, stopped([2, ours('IN_PROGRESS', WAITING)]), null],
    ['cancelled, not within five seconds', {}, stopped([2, going], [3, taken], [5_000, going]), null],
    [
      'cancelled, after five seconds on its way back',
      {},
      stopped([2, going], [3, taken], [5_001, going]),
      { outcome: 'stopped', reason: `${BECAUSE}; it is on its way back` },
    ],
    [
      'cancelled, on its way back by itself',
      {},
      stopped([5_001, ours('IN_PROGRESS', { rollback: 'alarm' })]),
      { outcome: 'stopped', reason: `${BECAUSE}; it is on its way back` },
    ],
    [
      'cancelled, and nobody heard it',
      {},
      stopped([5_001, lost]),
      {
        outcome: 'timed-out',
        reason: 'Stagger was asked to stop, and ECS did not take the request to roll back',
      },
    ],
    [
      'cancelled, and nobody heard it, though it was asked twice',
      {},
      stopped([2, going], [3, lost], [5_001, going]),
      {
        outcome: 'timed-out',
        reason: 'Stagger was asked to stop, and ECS did not take the request to roll back',
      },
    ],
    [
      'cancelled, and CodeDeploy did not hear it',
      { by: 'CodeDeploy' },
      stopped([5_001, lost]),
      {
        outcome: 'timed-out',
        reason: 'Stagger was asked to stop, and CodeDeploy did not take the request to roll back',
      },
    ],
    [
      'cancelled, before it was ever seen',
      {},
      [
        [1, cancelled],
        [5_001, lost],
      ],
      {
        outcome: 'timed-out',
        reason: 'Stagger was asked to stop, and ECS did not take the request to roll back',
      },
    ],
    [
      'late, not within five minutes',
      {},
      [
        [LIMIT, going],
        [LIMIT + 1, taken],
        [LIMIT + 299_999, going],
      ],
      null,
    ],
    [
      'late, after five minutes on its way back',
      {},
      [
        [LIMIT, going],
        [LIMIT + 1, taken],
        [LIMIT + 300_000, going],
      ],
      { outcome: 'stopped', reason: `${LATE}; it is on its way back` },
    ],
  ])('%s', (_, change, all, ending) => {
    expect(followed({ ...ROLLBACK, ...change }, ...all)[0].ending).toEqual(ending)
  })
})

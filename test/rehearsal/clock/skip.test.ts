import { describe, expect, test } from '@jest/globals'
import { type Sight, skipOf, type Turn } from '../../../src/rehearsal/clock/skip.js'
import { at } from '../controller/world.js'

const waiting = (until: number, requests = 100): Sight => ({
  standing: { kind: 'waiting', until: at(until), key: 'a' },
  requests,
  needs: 100,
})
const BUSY: Sight = { standing: { kind: 'busy' }, requests: 0, needs: 100 }
const RESTING: Sight = { standing: { kind: 'resting' }, requests: 0, needs: 100 }

const turn = (change: Partial<Turn>): Turn => ({
  sights: [],
  now: at(90_000),
  elapsed: 200,
  pace: { kind: 'speed', times: 60 },
  owed: 0,
  minutes: false,
  ...change,
})

describe('how much time is skipped', () => {
  test.each<[string, Partial<Turn>, number]>([
    ['as fast as asked, while somebody waits', { sights: [waiting(900_000)] }, 200 * 59],
    [
      'nothing at the speed of the machine',
      { sights: [waiting(900_000)], pace: { kind: 'speed', times: 1 } },
      0,
    ],
    ['nothing where all is at rest', { sights: [RESTING] }, 0],
    ['nothing while one of them is busy', { sights: [waiting(900_000), BUSY] }, 0],
    ['nothing before the step has seen its requests', { sights: [waiting(900_000, 99)] }, 0],
    ['never past the end of a wait', { sights: [waiting(900_000), waiting(91_000)] }, 1000],
    [
      'never over a whole minute where there are alarms',
      { sights: [waiting(900_000)], elapsed: 2000, minutes: true },
      30_000,
    ],
    ['by hand: what is owed', { sights: [waiting(900_000)], pace: { kind: 'hand' }, owed: 5000 }, 5000],
    ['by hand: also at rest', { sights: [RESTING], pace: { kind: 'hand' }, owed: 5000 }, 5000],
    ['by hand: not while one is busy', { sights: [BUSY], pace: { kind: 'hand' }, owed: 5000 }, 0],
  ])('%s', (_, change, milliseconds) => {
    expect(skipOf(turn(change))).toBe(milliseconds)
  })
})

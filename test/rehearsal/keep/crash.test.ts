import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Service } from '../../../src/rehearsal/controller/state.js'
import { fromText, toText } from '../../../src/rehearsal/keep/text.js'
import { Play } from '../model/play.js'
import { type Scenario, scenario } from '../model/scenario.js'

/** A deployment in which the controller dies at its n-th effect and goes on, a little later, from what it wrote down. */
const played = ({ plan, desired, requests }: Scenario, crashAt?: number): Play & { done: number } => {
  const play = Object.assign(new Play({ settings: { plan }, desired, requests }), { done: 0 })
  play.deploy('1')
  play.settle(200)
  play.deploy('2')
  for (let turn = 0; play.underWay && turn < 3000; turn += 1) {
    const left = crashAt === undefined ? Number.POSITIVE_INFINITY : crashAt - play.done
    play.turn({ lag: 0, ...(left >= 0 ? { crash: { after: left } } : {}) })
    play.done += play.effects.length
    // Over a restart comes what is on the disk, and nothing else.
    play.service = fromText(toText(play.service)) as Service
    if (left < play.effects.length) play.now += 2000
  }
  // After an early success the rest goes on.
  if (play.deployment.course.early) play.turns(300)
  return play
}

const fine = scenario.map(
  (one): Scenario => ({ ...one, plan: minutesOff(one.plan), green: 'fine', happenings: [], noise: [0] }),
)
const minutesOff = (plan: Scenario['plan']): Scenario['plan'] =>
  'bakeMinutes' in plan ? { ...plan, bakeMinutes: 0 } : plan

describe('the controller dies at an effect, and goes on from its state', () => {
  test('whichever effect it is: it comes to the same end, breaks nothing and starts no task twice', () => {
    fc.assert(
      fc.property(fine, fc.nat(), (one, seed) => {
        const calm = played(one)
        const crashed = played(one, seed % Math.max(1, calm.done))
        expect(crashed.deployment.status).toBe('SUCCESSFUL')
        expect(crashed.cloud.broken).toEqual([])
        expect(crashed.cloud.tasks.size).toBe(calm.cloud.tasks.size)
        expect(crashed.alive()).toEqual(['2'])
      }),
      { numRuns: 100 },
    )
  })

  test('each effect of one deployment after the other', () => {
    const one: Scenario = {
      plan: { strategy: 'CANARY', tenths: 50, bakeMinutes: 0 },
      desired: 2,
      requests: 2,
      bakeMinutes: 0,
      hooks: [],
      says: ['yes'],
      alarmsRollBack: true,
      green: 'fine',
      third: 'fine',
      happenings: [],
      noise: [0],
    }
    const calm = played(one)
    for (let at = 0; at < calm.done; at += 1) {
      const crashed = played(one, at)
      expect([at, crashed.deployment.status, crashed.cloud.broken]).toEqual([at, 'SUCCESSFUL', []])
      expect(crashed.cloud.tasks.size).toBe(calm.cloud.tasks.size)
    }
  })
})

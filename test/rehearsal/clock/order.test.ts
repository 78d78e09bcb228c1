import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createClock } from '../../../src/rehearsal/clock/clock.js'
import { createPacer } from '../../../src/rehearsal/clock/pacer.js'
import type { Pace } from '../../../src/rehearsal/clock/skip.js'
import { standingOf } from '../../../src/rehearsal/clock/standing.js'
import { continueDeployment } from '../../../src/rehearsal/controller/requests.js'
import { at } from '../controller/world.js'
import { Play, TICK } from '../model/play.js'
import { type Scenario, scenario } from '../model/scenario.js'

const MOST_TURNS = 4000
const HAND = 3_600_000

/** Plays a deployment in a cluster with a pace, and tells its stages and steps in order, and how long it took for real. */
const stagesAt = (one: Scenario, pace: Pace, perTurn: number): readonly [readonly string[], number] => {
  const { plan, desired, requests, bakeMinutes, hooks } = one
  const play = new Play({ settings: { plan }, desired, requests, says: ['later', 'yes'] })
  play.deploy('1')
  play.settle(200)
  play.service = { ...play.service, settings: { ...play.service.settings, bakeMinutes, hooks } }
  play.deploy('2')
  let machine = play.now
  let sent = 0
  const clock = createClock(() => machine)
  const pacer = createPacer(clock, pace, () => machine)
  const told: string[] = []
  for (let turn = 0; play.underWay && turn < MOST_TURNS; turn += 1) {
    machine += TICK
    sent += perTurn
    if (pacer.owed() === 0) pacer.advance(pace.kind === 'hand' ? HAND : 0)
    play.turn({ lag: 0 }, clock.now() - play.now)
    const { course } = play.deployment
    const standing = standingOf(
      { service: play.service, effects: play.effects },
      play.cloud.observe(play.now, 0),
      at(play.now),
    )
    pacer.turn([{ service: 'a', standing, requests: sent, needs: 100 }], false)
    const here = `${course.stage} ${course.step}`
    if (told.at(-1) !== here) told.push(here)
    const wait = course.waits.find(({ status }) => status === 'AWAITING_ACTION')
    if (!wait || course.hooks.length === 0) continue
    const answer = continueDeployment(play.service, play.deployment, wait.hookId, 'CONTINUE', at(play.now))
    if (answer.kind === 'done') play.service = answer.service
  }
  return [[...told, play.deployment.status], machine]
}

const fine = scenario.map((one): Scenario => ({ ...one, green: 'fine', happenings: [], noise: [0] }))
const paces: fc.Arbitrary<Pace> = fc.oneof(
  fc.integer({ min: 2, max: 10_000 }).map((times) => ({ kind: 'speed', times }) as const),
  fc.constant({ kind: 'hand' } as const),
)

test('at any speed the stages come in the same order', () => {
  fc.assert(
    fc.property(fine, paces, fc.integer({ min: 1, max: 200 }), (one, pace, perTurn) => {
      const [real] = stagesAt(one, { kind: 'speed', times: 1 }, perTurn)
      const [fast] = stagesAt(one, pace, perTurn)
      expect(fast).toEqual(real)
      expect(fast.at(-1)).toBe('SUCCESSFUL')
    }),
    { numRuns: 40 },
  )
})

test('a day of baking takes as long as its requests', () => {
  const one: Scenario = {
    plan: { strategy: 'LINEAR', tenths: 250, bakeMinutes: 360 },
    desired: 2,
    requests: 1,
    bakeMinutes: 360,
    hooks: [],
    says: ['yes'],
    alarmsRollBack: true,
    green: 'fine',
    third: 'fine',
    happenings: [],
    noise: [0],
  }
  const [told, real] = stagesAt(one, { kind: 'speed', times: 100_000 }, 10)
  expect(told.at(-1)).toBe('SUCCESSFUL')
  // Four waits of 100 requests, 10 a turn; the rest is real.
  expect(real).toBeGreaterThan(4 * 10 * TICK)
  expect(real).toBeLessThan(60 * 60_000)
})

import { describe, expect, test } from '@jest/globals'
import { type Effect, effectsOf } from '../../../src/rehearsal/controller/effects.js'
import { GUARDS, type Readiness } from '../../../src/rehearsal/controller/guards.js'
import type { SeenTarget, SeenTask } from '../../../src/rehearsal/controller/observation.js'
import type { Phase, Task } from '../../../src/rehearsal/controller/state.js'
import {
  BACK,
  BLUE,
  type Given,
  GREEN,
  inDeployment,
  moment,
  PRODUCTION,
  seenTask,
  sight,
  target,
  task,
} from './states.js'
import { at } from './world.js'

const START: Effect = { kind: 'start', task: 'a', taskDefinition: 'arn:definition/2' }
const REGISTER: Effect = { kind: 'register', task: 'a', targetGroup: GREEN, port: 8080 }
const DEREGISTER: Effect = { kind: 'deregister', task: 'a', targetGroup: GREEN }
const STOP: Effect = { kind: 'stop', task: 'a' }

const sees = (state: SeenTarget['state'], change: Partial<SeenTarget> = {}): SeenTask =>
  seenTask({ targets: [target(state, change)] })

test.each<[Phase, string, SeenTask | undefined, readonly Effect[]]>([
  ['pending', 'not there', undefined, [START]],
  ['pending', 'there', sees('unused'), []],
  ['running', 'out of rotation', sees('unused'), [REGISTER]],
  ['running', 'out of rotation of another group', sees('unused', { targetGroup: 'other' }), []],
  ['running', 'on its way into rotation', sees('initial'), []],
  ['running', 'in rotation', sees('healthy'), []],
  ['running', 'sick', sees('unhealthy'), []],
  ['running', 'not there', undefined, []],
  ['draining', 'in rotation', sees('healthy'), [DEREGISTER]],
  ['draining', 'on its way into rotation', sees('initial'), [DEREGISTER]],
  ['draining', 'sick', sees('unhealthy'), [DEREGISTER]],
  ['draining', 'on its way out', sees('draining'), []],
  ['draining', 'out of rotation', sees('unused'), []],
  ['draining', 'not there', undefined, []],
  ['stopping', 'in rotation', sees('healthy'), [STOP]],
  ['stopped', 'in rotation', sees('healthy'), [DEREGISTER]],
  ['stopped', 'not there', undefined, []],
])('a %s task that is %s', (phase, _, seen, effects) => {
  const service = inDeployment({ tasks: [task('a', '2', phase)] })
  expect(effectsOf(service, moment(1, sight(seen ? { a: seen } : {})))).toEqual(effects)
})

describe('a rule is weighed', () => {
  const served = (many: number, of: string, group: string): readonly (readonly [Task, SeenTask])[] =>
    Array.from({ length: many }, (_, index) => [
      task(`${of}${index}`, of, 'running'),
      seenTask({ targets: [target('healthy', { targetGroup: group })] }),
    ])

  /** The weights that production gets, of four desired tasks, where so many of each revision serve. */
  const weighed = (
    asked: number,
    seen: Readonly<Record<string, number>>,
    [blues, greens]: readonly [number, number],
    given: Given = {},
    now = 1000,
  ) => {
    const all = [...served(blues, '1', BLUE), ...served(greens, '2', GREEN)]
    const service = inDeployment({
      course: { asked: { production: asked, test: 0, since: at(0) } },
      tasks: all.map(([one]) => one),
      desired: 4,
      ...given,
    })
    const rules = { [PRODUCTION]: seen }
    const effects = effectsOf(
      service,
      moment(now, sight(Object.fromEntries(all.map(([one, its]) => [one.id, its])), rules)),
    )
    return effects.map((effect) => (effect.kind === 'weigh' ? [effect.rule, effect.weights] : effect))
  }
  const to = (green: number, blue: number) => [[PRODUCTION, { [GREEN]: green, [BLUE]: blue }]]
  const OLD = { [GREEN]: 0, [BLUE]: 1 }
  const HALF = { [GREEN]: 50, [BLUE]: 50 }

  test.each<[string, () => ReturnType<typeof weighed>, ReturnType<typeof to>]>([
    ['where enough of the new serve', () => weighed(500, OLD, [4, 2]), to(50, 50)],
    ['not where one is missing', () => weighed(501, OLD, [4, 2]), []],
    ['in tenths where percents are too coarse', () => weighed(333, OLD, [4, 2]), to(333, 667)],
    ['not where it has what it is to have', () => weighed(500, HALF, [4, 4]), []],
    ['back where enough of the old serve', () => weighed(0, HALF, [4, 0], { deployment: BACK }), to(0, 100)],
    ['not back where one is missing', () => weighed(0, HALF, [3, 1], { deployment: BACK }), []],
    [
      'back to what there is, where nothing else serves',
      () => weighed(0, HALF, [1, 0], { deployment: BACK }),
      to(0, 100),
    ],
    ['not back to nobody', () => weighed(0, HALF, [0, 0], { deployment: BACK }), []],
    [
      'not before the old could bear it, by a sight that may be older',
      () => weighed(500, OLD, [1, 4], {}, 999),
      [],
    ],
    [
      'not before the new could bear it, by a sight that may be older',
      () => weighed(500, OLD, [4, 1], {}, 999),
      [],
    ],
    ['where both could bear it, whatever a sight says', () => weighed(500, OLD, [2, 2], {}, 999), to(50, 50)],
    ['by the new alone once the sight is fresh', () => weighed(500, OLD, [1, 2]), to(50, 50)],
    ['not once it is over', () => weighed(500, OLD, [4, 4], { deployment: { status: 'SUCCESSFUL' } }), []],
  ])('%s', (_, got, expected) => expect(got()).toEqual(expected))

  test('not by tasks that are there and do not serve', () => {
    const tasks = served(4, '2', GREEN).map(([one]) => ({ ...one, healthy: false }))
    expect(weighed(500, OLD, [0, 4], { tasks })).toEqual([])
  })
})

describe('the guards', () => {
  const ready = (rising: number, falling: number, share: number): Readiness => ({
    rising,
    falling,
    desired: 3,
    share,
  })
  test.each<[Readiness, boolean, boolean]>([
    [ready(3, 0, 1000), true, true],
    [ready(2, 0, 1000), false, true],
    [ready(2, 1, 1000), false, false],
    [ready(0, 0, 1000), false, false],
    [ready(1, 3, 333), true, true],
    [ready(1, 3, 334), false, false],
    [ready(0, 3, 0), true, true],
  ])('%j may get more: %s, back: %s', (readiness, over, back) => {
    expect([GUARDS.mayTakeOver(readiness), GUARDS.mayTakeBack(readiness)]).toEqual([over, back])
  })

  test('a set leaves with no share, and not with the least', () => {
    expect([GUARDS.mayLeave(0), GUARDS.mayLeave(1)]).toEqual([true, false])
  })
})

import { describe, expect, test } from '@jest/globals'
import { awaited, callsOf, hear } from '../../../src/rehearsal/controller/calls.js'
import type { Asks, Course, Hook, Wait } from '../../../src/rehearsal/controller/course.js'
import { isHeld, timeOut } from '../../../src/rehearsal/controller/hooks.js'
import type { Observation, Verdict } from '../../../src/rehearsal/controller/observation.js'
import { reachBack, reachHooks } from '../../../src/rehearsal/controller/reach.js'
import type { Deployment, Service } from '../../../src/rehearsal/controller/state.js'
import { newest } from '../../../src/rehearsal/controller/turn.js'
import { BACK, inDeployment, moment, sight } from './states.js'
import { at } from './world.js'

const MINUTE = 60_000
const asks: Asks = { target: 'arn:check', stage: 'POST_SCALE_UP', answered: 2, at: at(100) }
const asking: Wait = { hookId: 'h', status: 'IN_PROGRESS', expiresAt: at(9_000), action: 'ROLLBACK', asks }
const person: Wait = { hookId: 'p', status: 'AWAITING_ACTION', expiresAt: at(9_000), action: 'CONTINUE' }

const holding = (waits: readonly Wait[], deployment: Partial<Deployment> = {}): Service =>
  inDeployment({ course: { waits, stage: 'POST_SCALE_UP' }, deployment })

describe('the hooks of a stage', () => {
  const pause: Hook = { stages: ['POST_SCALE_UP', 'PRE_SCALE_UP'], timeoutMinutes: 30, action: 'CONTINUE' }
  const lambda: Hook = {
    ...pause,
    stages: ['TEST_TRAFFIC_SHIFT', 'POST_SCALE_UP'],
    lambda: { target: 'arn:check' },
  }
  const course: Course = { ...newest(inDeployment()).course, hooks: [pause, lambda, pause], reached: 4 }

  test('are reached as it is entered, each until its limit', () => {
    const { waits, reached } = reachHooks(course, 'arn', 'POST_SCALE_UP', at(7))
    const until = { expiresAt: 7 + 30 * MINUTE, action: 'CONTINUE' }
    expect(waits).toEqual([
      { ...until, hookId: expect.stringMatching(/^ecs-pause-[\w-]{43}$/), status: 'AWAITING_ACTION' },
      {
        ...until,
        hookId: expect.stringMatching(/^ecs-lambda-[\w-]{43}$/),
        status: 'IN_PROGRESS',
        asks: { target: 'arn:check', stage: 'POST_SCALE_UP', answered: 0, at: 7 },
      },
      { ...until, hookId: expect.stringMatching(/^ecs-pause-[\w-]{43}$/), status: 'AWAITING_ACTION' },
    ])
    expect(reached).toBe(7)
  })

  test('have names of their own, which come again after a crash and at no other time', () => {
    const names = (one: Course, deployment = 'arn') =>
      reachHooks(one, deployment, 'POST_SCALE_UP', at(7)).waits.map(({ hookId }) => hookId)
    const all = [
      ...names(course),
      ...names(course, 'other'),
      ...names({ ...course, reached: 7 }),
      ...names({ ...course, reached: 1 }),
    ]
    expect(new Set(all).size).toBe(12)
    expect(names(course)).toEqual(all.slice(0, 3))
  })

  test('are numbered on from those before', () => {
    const before = reachHooks({ ...course, reached: 2 }, 'arn', 'TEST_TRAFFIC_SHIFT', at(7))
    const { waits } = reachHooks({ ...course, reached: 3 }, 'arn', 'POST_SCALE_UP', at(7))
    expect(new Set([...before.waits, ...waits].map(({ hookId }) => hookId)).size).toBe(4)
  })

  test('of another stage are not', () => {
    expect(reachHooks(course, 'arn', 'SCALE_UP', at(7))).toEqual({ waits: [], reached: 4 })
  })

  test('on the way back are those of the shifts that are undone', () => {
    const undone = reachBack({ ...course, undone: ['TEST_TRAFFIC_SHIFT'] }, 'arn', at(7))
    expect(undone).toMatchObject({ waits: [{ asks: { stage: 'TEST_TRAFFIC_SHIFT' } }], reached: 5 })
    expect(reachBack(course, 'arn', at(7))).toEqual({ waits: [], reached: 4 })
  })
})

describe('a deployment is held', () => {
  test.each<[string, readonly Wait[], boolean]>([
    ['by a person', [person], true],
    ['by a function', [asking], true],
    ['by one of several', [{ ...asking, status: 'SUCCEEDED' }, person], true],
    [
      'by nobody who answered',
      [
        { ...asking, status: 'SUCCEEDED' },
        { ...person, status: 'TIMED_OUT' },
      ],
      false,
    ],
    ['by nobody', [], false],
  ])('%s', (_, waits, held) => expect(isHeld({ ...newest(inDeployment()).course, waits })).toBe(held))
})

describe('a hook that nobody answers in time', () => {
  const FAILED = 'Service deployment rolled back because POST_SCALE_UP lifecycle hook(s) failed.'
  test.each<[string, Wait, string]>([
    [
      'of a person',
      { ...person, action: 'ROLLBACK' },
      'Service deployment rolled back because POST_SCALE_UP pause hook timed out.',
    ],
    ['of a function', asking, `${FAILED} Lifecycle hook target arn:check timed out.`],
  ])('%s turns it around where it shall', (_, wait, reason) => {
    expect(newest(timeOut(holding([person, wait]), at(9_000)))).toMatchObject({
      status: 'ROLLBACK_IN_PROGRESS',
      reason,
    })
  })

  test('is passed over where it shall be, and others are waited for', () => {
    const longer = { ...person, expiresAt: at(9_001) }
    expect(newest(timeOut(holding([person, longer]), at(9_000)))).toMatchObject({
      status: 'IN_PROGRESS',
      updatedAt: 9_000,
      course: { waits: [{ ...person, status: 'TIMED_OUT' }, longer] },
    })
  })

  test('is passed over on the way back, whatever it shall', () => {
    const { status, course } = newest(timeOut(holding([asking], BACK), at(9_000)))
    expect([status, course.waits]).toEqual(['ROLLBACK_IN_PROGRESS', [{ ...asking, status: 'TIMED_OUT' }]])
  })

  test.each<[string, readonly Wait[], number]>([
    ['before its time', [person, asking], 8_999],
    [
      'once it was answered',
      [
        { ...person, status: 'SUCCEEDED' },
        { ...asking, status: 'FAILED' },
      ],
      9_000,
    ],
  ])('changes nothing %s', (_, waits, now) => {
    const service = holding(waits)
    expect(timeOut(service, at(now))).toBe(service)
  })
})

describe('a function is asked', () => {
  test.each<[string, Service, number, readonly string[]]>([
    ['from its time on', holding([asking]), 100, ['h 2']],
    ['not before', holding([asking]), 99, []],
    ['not once it has answered', holding([{ ...asking, status: 'SUCCEEDED' }]), 100, []],
    ['and a person is not', holding([person, asking]), 100, ['h 2']],
    ['on the way back, too', holding([asking], BACK), 100, ['h 2']],
    ['not once it is over', holding([asking], { status: 'SUCCESSFUL' }), 100, []],
    ['not of a service that is deleted', { ...holding([asking]), status: 'DRAINING' }, 100, []],
    ['not where nothing was deployed', { ...holding([asking]), deployments: [] }, 100, []],
  ])('%s', (_, service, now, names) => {
    expect(awaited(service, at(now))).toEqual(names)
    expect(callsOf(service, moment(now)).map(({ call, target }) => [call, target])).toEqual(
      names.map((name) => [name, 'arn:check']),
    )
  })

  test('not again once its answer was seen', () => {
    const seen: Observation = { ...sight(), calls: new Map([['h 2', { kind: 'succeeded' }]]) }
    expect(callsOf(holding([asking]), moment(100, seen))).toEqual([])
  })
})

describe('what a function answered', () => {
  const heard = (service: Service, verdict: Verdict, call = 'h 2') =>
    newest(hear(service, moment(500, { ...sight(), calls: new Map([[call, verdict]]) })))
  const no: Verdict = { kind: 'failed', why: 'No.' }

  test.each<[string, Verdict, object]>([
    ['yes', { kind: 'succeeded' }, { status: 'SUCCEEDED', asks }],
    [
      'not yet',
      { kind: 'in-progress', delaySeconds: 30, details: { tries: 1 } },
      { status: 'IN_PROGRESS', asks: { ...asks, answered: 3, at: 30_500, details: { tries: 1 } } },
    ],
    [
      'not yet, and nothing to be told again',
      { kind: 'in-progress', delaySeconds: 1 },
      { status: 'IN_PROGRESS', asks: { ...asks, answered: 3, at: 1_500 } },
    ],
  ])('%s', (_, verdict, expected) => {
    const { status, course } = heard(holding([person, asking]), verdict)
    expect([status, course.waits]).toEqual(['IN_PROGRESS', [person, { ...asking, ...expected }]])
  })

  test('no: it turns around', () => {
    expect(heard(holding([person, asking]), no)).toMatchObject({
      status: 'ROLLBACK_IN_PROGRESS',
      reason: 'Service deployment rolled back because POST_SCALE_UP lifecycle hook(s) failed. No.',
    })
  })

  test('no, on the way back: it is noted, and changes nothing', () => {
    const { status, reason, course } = heard(holding([asking], BACK), no)
    expect([status, reason, course.waits]).toEqual([
      'ROLLBACK_IN_PROGRESS',
      undefined,
      [{ ...asking, status: 'FAILED' }],
    ])
  })

  test.each<[string, Service, string]>([
    ['to another question', holding([asking]), 'h 1'],
    ['though it has answered already', holding([{ ...asking, status: 'SUCCEEDED' }]), 'h 2'],
  ])('%s is not heard', (_, service, call) => {
    const calls = new Map<string, Verdict>([[call, no]])
    expect(hear(service, moment(500, { ...sight(), calls }))).toBe(service)
  })
})

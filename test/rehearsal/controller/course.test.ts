import { describe, expect, test } from '@jest/globals'
import { type Course, type Plan, stepBakeOf, stepsOf } from '../../../src/rehearsal/controller/course.js'
import { begin, takeUp } from '../../../src/rehearsal/controller/deployment.js'
import { enter, enterFirst, next } from '../../../src/rehearsal/controller/enter.js'
import { STRATEGIES, type Stage, type Strategy } from '../../../src/rehearsal/controller/stages.js'
import type { Deployment, Service } from '../../../src/rehearsal/controller/state.js'
import { newest } from '../../../src/rehearsal/controller/turn.js'
import { inDeployment, moment, sight, task } from './states.js'
import { at, revision, SETTINGS, service } from './world.js'

const CANARY = { strategy: 'CANARY', tenths: 50, bakeMinutes: 7 } as const

test.each<[Plan, readonly number[], number]>([
  [{ strategy: 'ROLLING' }, [], 0],
  [{ strategy: 'BLUE_GREEN' }, [1000], 0],
  [CANARY, [50, 1000], 7],
  [{ ...CANARY, tenths: 1000 }, [1000], 7],
  [{ ...CANARY, tenths: 999 }, [999, 1000], 7],
  [{ strategy: 'LINEAR', tenths: 250, bakeMinutes: 3 }, [250, 500, 750, 1000], 3],
  [{ strategy: 'LINEAR', tenths: 333, bakeMinutes: 3 }, [333, 666, 999, 1000], 3],
  [{ strategy: 'LINEAR', tenths: 1000, bakeMinutes: 3 }, [1000], 3],
])('%j has the steps %j, and %d minutes after each', (plan, steps, bake) => {
  expect([stepsOf(plan), stepBakeOf(plan)]).toEqual([steps, bake])
})

describe('a deployment begins', () => {
  const first = (settings = {}): Service => service({ settings: { ...SETTINGS, ...settings } })
  const done = (one: Service): Service => ({
    ...one,
    deployments: one.deployments.map((deployment) => ({ ...deployment, status: 'SUCCESSFUL' })),
  })
  const second = (one: Service): Service => begin(one, revision('2'), 'arn:2', at(9))

  test('the first has all of the traffic, in one step', () => {
    const { course } = newest(first({ plan: CANARY, bakeMinutes: 4 }))
    expect(course).toStrictEqual({
      strategy: 'CANARY',
      steps: [1000],
      stepBakeMinutes: 7,
      bakeMinutes: 4,
      hooks: [],
      stage: 'PRE_SCALE_UP',
      step: 0,
      since: 0,
      asked: { production: 1000, test: 1000, since: 0 },
      waits: [],
      reached: 0,
    })
  })

  test('the first takes no step but the last', () => {
    const plan = { strategy: 'LINEAR', tenths: 250, bakeMinutes: 1 }
    expect(newest(first({ plan })).course.steps).toEqual([1000])
  })

  test('the next has none at first, and knows who served', () => {
    const { course } = newest(second(done(first({ plan: CANARY, scaleUpMinutes: 60 }))))
    expect(course).toMatchObject({
      blue: '1',
      steps: [50, 1000],
      scaleUpMinutes: 60,
      asked: { production: 0, test: 0, since: 9 },
    })
  })

  test('one of ROLLING shifts nothing', () => {
    const early = { healthyPercent: 50, deferred: true }
    const { course } = newest(second(done(first({ plan: { strategy: 'ROLLING', early } }))))
    expect(course).toMatchObject({ blue: '1', steps: [], early, asked: { production: 1000, test: 1000 } })
  })

  test('and ends the one before that is under way', () => {
    expect(second(first()).deployments[1]).toMatchObject({
      status: 'STOPPED',
      reason: 'Service deployment stopped because a newer service deployment started.',
      finishedAt: 9,
    })
    expect(second(done(first())).deployments[1]).toEqual(done(first()).deployments[0])
  })

  test('with what has tasks as its sources, each once', () => {
    const tasks = [
      task('a', '1', 'running'),
      task('b', '1', 'draining'),
      task('c', '0', 'stopped'),
      task('d', '3', 'pending'),
    ]
    const begun = newest(second({ ...done(first()), tasks }))
    expect(begun).toMatchObject({
      target: '2',
      sources: ['1', '3'],
      status: 'PENDING',
      createdAt: 9,
      updatedAt: 9,
      failures: 0,
      rollbackFailures: 0,
      ignoredAlarms: [],
      triggeredAlarms: [],
    })
  })
})

describe('what was asked for is taken up', () => {
  const alarms = { enable: true, rollback: true, names: ['errors', 'slow'] }
  const taken = (deployment: Partial<Deployment>): Deployment =>
    newest(
      takeUp(inDeployment({ deployment, settings: { alarms } }), moment(9, sight({}, {}, ['slow', 'x']))),
    )

  test('a pending one starts, and alarms that ring already are none of its', () => {
    expect(taken({ status: 'PENDING' })).toMatchObject({
      status: 'IN_PROGRESS',
      startedAt: 9,
      ignoredAlarms: ['slow'],
      course: { stage: 'PRE_SCALE_UP', since: 9 },
    })
  })

  test.each<[Partial<Deployment>, string]>([
    [{}, 'Service deployment rolled back because of a StopServiceDeployment request.'],
    [{ reason: 'a hook' }, 'a hook'],
  ])('one that shall go back turns around: %j', (change, reason) => {
    expect(
      taken({
        ...change,
        status: 'ROLLBACK_REQUESTED',
        course: { ...newest(inDeployment()).course, stage: 'BAKE_TIME' },
      }),
    ).toMatchObject({
      status: 'ROLLBACK_IN_PROGRESS',
      reason,
      rollback: { reason, startedAt: 9, revision: '1', from: 'BAKE_TIME' },
      course: { stage: 'SCALE_UP', since: 9, asked: { production: 0, test: 0, since: 9 } },
    })
  })

  test('one under way goes on', () => {
    const service = inDeployment()
    expect(takeUp(service, moment(9))).toBe(service)
  })
})

describe('the way through the stages', () => {
  const way = (strategy: Strategy, steps: readonly number[]): readonly string[] => {
    const told: string[] = []
    let at: Pick<Course, 'stage' | 'step'> | undefined = { stage: 'RECONCILE_SERVICE', step: 0 }
    while (at) {
      told.push(`${at.stage} ${at.step}`)
      at = next({ ...newest(inDeployment()).course, strategy, steps, ...at })
    }
    return told
  }
  const SHARED = ['RECONCILE_SERVICE 0', 'PRE_SCALE_UP 0', 'SCALE_UP 0', 'POST_SCALE_UP 0']

  test('ROLLING', () => expect(way('ROLLING', [])).toEqual([...SHARED, 'BAKE_TIME 0']))
  test.each(STRATEGIES.slice(1))('%s, with two steps', (strategy) =>
    expect(way(strategy, [500, 1000])).toEqual([
      ...SHARED,
      'TEST_TRAFFIC_SHIFT 0',
      'POST_TEST_TRAFFIC_SHIFT 0',
      'PRE_PRODUCTION_TRAFFIC_SHIFT 0',
      'PRODUCTION_TRAFFIC_SHIFT 0',
      'PRE_PRODUCTION_TRAFFIC_SHIFT 1',
      'PRODUCTION_TRAFFIC_SHIFT 1',
      'POST_PRODUCTION_TRAFFIC_SHIFT 1',
      'BAKE_TIME 1',
      'CLEAN_UP 1',
    ]),
  )

  test.each<[Stage, number, object]>([
    ['SCALE_UP', 0, { production: 5, test: 6, since: 1 }],
    ['TEST_TRAFFIC_SHIFT', 0, { production: 5, test: 1000, since: 9 }],
    ['PRODUCTION_TRAFFIC_SHIFT', 0, { production: 50, test: 6, since: 9 }],
    ['PRODUCTION_TRAFFIC_SHIFT', 1, { production: 1000, test: 6, since: 9 }],
    ['CLEAN_UP', 1, { production: 5, test: 6, since: 1 }],
  ])('%s, step %d, asks for %j', (stage, step, expected) => {
    const asked = { production: 5, test: 6, since: at(1) }
    const before = inDeployment({ course: { steps: [50, 1000], asked, arrivedAt: at(2) } })
    const entered = enter(before, stage, step, at(9))
    const { course, updatedAt } = newest(entered)
    expect(entered.deployments).toHaveLength(2)
    expect([course.stage, course.step, course.since, updatedAt]).toEqual([stage, step, 9, 9])
    expect(course.asked).toEqual(expected)
    expect(course).not.toHaveProperty('arrivedAt')
  })

  test.each<[string, readonly string[], Strategy, Stage]>([
    ['one revision', ['1'], 'CANARY', 'PRE_SCALE_UP'],
    ['its own, too', ['1', '2'], 'CANARY', 'PRE_SCALE_UP'],
    ['a third', ['1', '3'], 'CANARY', 'RECONCILE_SERVICE'],
    ['the other group', ['1'], 'ROLLING', 'RECONCILE_SERVICE'],
  ])('with tasks of %s it begins where it should', (_, revisions, strategy, stage) => {
    const tasks = revisions.map((one) => task(`of ${one}`, one, 'running'))
    expect(newest(enterFirst(inDeployment({ course: { strategy }, tasks }), at(9))).course.stage).toBe(stage)
  })

  test('with nothing that served before there is nothing to reconcile', () => {
    const { blue: _, ...course } = newest(inDeployment()).course
    const before = inDeployment({ tasks: [task('a', '3', 'running')] })
    const deployments = [{ ...newest(before), course }]
    expect(newest(enterFirst({ ...before, deployments }, at(9))).course.stage).toBe('PRE_SCALE_UP')
    expect(newest(enter({ ...before, deployments }, 'TEST_TRAFFIC_SHIFT', 0, at(9))).course.asked).toBe(
      course.asked,
    )
  })
})

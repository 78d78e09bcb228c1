import { describe, expect, test } from '@jest/globals'
import { advance } from '../../../src/rehearsal/controller/advance.js'
import { heed, ringing } from '../../../src/rehearsal/controller/alarms.js'
import type { Course, Wait } from '../../../src/rehearsal/controller/course.js'
import type { SeenTask } from '../../../src/rehearsal/controller/observation.js'
import type { Stage } from '../../../src/rehearsal/controller/stages.js'
import type { Deployment, Service, Task } from '../../../src/rehearsal/controller/state.js'
import { newest, rollBack } from '../../../src/rehearsal/controller/turn.js'
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
  TEST,
  task,
} from './states.js'
import { at } from './world.js'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const START = 10 * MINUTE

const shares = (production: number, test: number) => ({
  [PRODUCTION]: { [GREEN]: production, [BLUE]: 100 - production },
  [TEST]: { [GREEN]: test, [BLUE]: 100 - test },
})
const olds = (many: number) => Array.from({ length: many }, (_, at) => task(`old ${at}`, '1', 'running'))
const news = (many: number) => Array.from({ length: many }, (_, at) => task(`new ${at}`, '2', 'running'))

interface At extends Given {
  /** The tasks that do not serve. */
  readonly down?: readonly string[]
  readonly seen?: ReturnType<typeof shares>
  readonly now?: number
}

const advanced = ({ down = [], seen = shares(0, 0), now = START, ...given }: At): Deployment => {
  const service = inDeployment({ tasks: [...olds(2), ...news(2)], ...given })
  const shown = service.tasks.map(({ id }): [string, SeenTask] => [
    id,
    seenTask(down.includes(id) ? { targets: [], phase: 'pending', hasHealthCheck: true } : { targets: [] }),
  ])
  return newest(advance(service, moment(now, sight(Object.fromEntries(shown), seen))))
}

const inStage = (stage: Stage, change: Partial<Course> = {}): Partial<Course> => ({
  stage,
  since: at(0),
  steps: [50, 1000],
  ...change,
})
const asked = (production: number, test: number) => ({ asked: { production, test, since: at(0) } })

const wait: Wait = { hookId: 'h', status: 'AWAITING_ACTION', expiresAt: at(DAY), action: 'CONTINUE' }

describe('a deployment that shifts goes from stage to stage', () => {
  const SHIFT = 'PRODUCTION_TRAFFIC_SHIFT'
  const [third, half] = [task('x', '3', 'running'), asked(50, 1000)]
  test.each<[string, At, Stage, number]>([
    [
      'reconciled',
      { course: inStage('RECONCILE_SERVICE'), tasks: [...olds(2), ...news(1)], down: ['new 0'] },
      'SCALE_UP',
      0,
    ],
    [
      'a third revision is there',
      { course: inStage('RECONCILE_SERVICE'), tasks: [...olds(2), third] },
      'RECONCILE_SERVICE',
      0,
    ],
    [
      'traffic is not back yet',
      { course: inStage('RECONCILE_SERVICE'), seen: shares(5, 0) },
      'RECONCILE_SERVICE',
      0,
    ],
    ['not whole', { course: inStage('SCALE_UP'), tasks: [...olds(2), ...news(1)] }, 'SCALE_UP', 0],
    ['whole, but one does not serve', { course: inStage('SCALE_UP'), down: ['new 1'] }, 'SCALE_UP', 0],
    ['whole, and test traffic moves', { course: inStage('SCALE_UP') }, 'TEST_TRAFFIC_SHIFT', 0],
    [
      'test traffic has not moved',
      { course: inStage('TEST_TRAFFIC_SHIFT', asked(0, 1000)) },
      'TEST_TRAFFIC_SHIFT',
      0,
    ],
    [
      'test traffic has moved',
      { course: inStage('TEST_TRAFFIC_SHIFT', asked(0, 1000)), seen: shares(0, 100) },
      SHIFT,
      0,
    ],
    ['a hook waits', { course: inStage('POST_SCALE_UP', { waits: [wait] }) }, 'POST_SCALE_UP', 0],
    [
      'a hook was answered',
      { course: inStage('POST_SCALE_UP', { waits: [{ ...wait, status: 'SUCCEEDED' }] }) },
      'TEST_TRAFFIC_SHIFT',
      0,
    ],
    ['traffic has not moved', { course: inStage(SHIFT, half), seen: shares(0, 100) }, SHIFT, 0],
    [
      'traffic has moved, and nothing bakes',
      { course: inStage(SHIFT, half), seen: shares(5, 100) },
      SHIFT,
      1,
    ],
    [
      'a step bakes',
      {
        course: inStage(SHIFT, { ...half, stepBakeMinutes: 3, arrivedAt: at(START - 3 * MINUTE + 1) }),
        seen: shares(5, 100),
      },
      SHIFT,
      0,
    ],
    [
      'a step has baked',
      {
        course: inStage(SHIFT, { ...half, stepBakeMinutes: 3, arrivedAt: at(START - 3 * MINUTE) }),
        seen: shares(5, 100),
      },
      SHIFT,
      1,
    ],
    [
      'a step has baked, and its traffic is gone again',
      { course: inStage(SHIFT, { ...half, stepBakeMinutes: 3, arrivedAt: at(0) }), seen: shares(4, 100) },
      SHIFT,
      0,
    ],
    [
      'the last step does not bake',
      {
        course: inStage(SHIFT, { ...asked(1000, 1000), step: 1, stepBakeMinutes: 3, bakeMinutes: 9 }),
        seen: shares(100, 100),
      },
      'BAKE_TIME',
      1,
    ],
    ['it bakes', { course: inStage('BAKE_TIME', { bakeMinutes: 10, since: at(1) }) }, 'BAKE_TIME', 0],
    ['it has baked', { course: inStage('BAKE_TIME', { bakeMinutes: 10 }) }, 'CLEAN_UP', 0],
    [
      'old tasks are left',
      { course: inStage('CLEAN_UP', asked(1000, 1000)), seen: shares(100, 100) },
      'CLEAN_UP',
      0,
    ],
  ])('%s', (_, given, stage, step) => {
    const { course, status } = advanced(given)
    expect([course.stage, course.step, status]).toEqual([stage, step, 'IN_PROGRESS'])
  })

  const CLEAN: At = { course: inStage('CLEAN_UP', asked(1000, 1000)), tasks: news(2), seen: shares(100, 100) }
  test.each<[string, At, Deployment['status']]>([
    ['the old ones are gone', CLEAN, 'SUCCESSFUL'],
    [
      'one of the old ones drains',
      { ...CLEAN, tasks: [...news(2), task('old', '1', 'draining')] },
      'IN_PROGRESS',
    ],
    [
      'one of the old ones has stopped',
      { ...CLEAN, tasks: [...news(2), task('old', '1', 'stopped')] },
      'SUCCESSFUL',
    ],
    ['one of the new ones is missing', { ...CLEAN, tasks: news(1) }, 'IN_PROGRESS'],
    ['one of the new ones is down', { ...CLEAN, down: ['new 1'] }, 'IN_PROGRESS'],
    ['one is too many', { ...CLEAN, tasks: news(3) }, 'IN_PROGRESS'],
    [
      'one that leaves does not count',
      { ...CLEAN, tasks: [...news(2), task('x', '2', 'draining')] },
      'SUCCESSFUL',
    ],
    ['somebody took traffic away', { ...CLEAN, seen: shares(99, 100) }, 'IN_PROGRESS'],
  ])('it ends: %s', (_, given, status) => {
    const deployment = advanced(given)
    expect(deployment.status).toBe(status)
    expect(deployment.finishedAt).toBe(status === 'SUCCESSFUL' ? START : undefined)
    expect(deployment).not.toHaveProperty('reason')
  })

  test('the moment at which its traffic was seen to have moved is kept', () => {
    const moved = (change: Partial<Course>) =>
      advanced({ course: inStage(SHIFT, { ...half, stepBakeMinutes: 3, ...change }), seen: shares(5, 100) })
        .course.arrivedAt
    expect([moved({}), moved({ arrivedAt: at(START - 5) })]).toEqual([START, START - 5])
    expect(advanced({ course: inStage(SHIFT, half) }).course.arrivedAt).toBeUndefined()
    expect(advanced({ course: inStage('BAKE_TIME', { bakeMinutes: 99 }) }).course.arrivedAt).toBeUndefined()
  })

  test('a hook that was answered by nobody turns it around, and the way back begins a step later', () => {
    const waits = [{ ...wait, action: 'ROLLBACK' as const, expiresAt: at(START) }]
    const { status, course } = advanced({ course: inStage('POST_SCALE_UP', { waits }) })
    expect([status, course.stage]).toEqual(['ROLLBACK_IN_PROGRESS', 'SCALE_UP'])
  })

  test('what cannot go on turns around, even where a hook waits', () => {
    expect(advanced({ course: inStage('SCALE_UP', { waits: [wait] }), now: DAY - 1 }).status).toBe(
      'IN_PROGRESS',
    )
    expect(
      advanced({ course: inStage('SCALE_UP', { waits: [{ ...wait, expiresAt: at(2 * DAY) }] }), now: DAY }),
    ).toMatchObject({
      status: 'ROLLBACK_IN_PROGRESS',
      reason: expect.stringContaining('SCALE_UP took longer than 24 hours'),
    })
  })
})

describe('ROLLING is whole', () => {
  const early = (healthyPercent: number, deferred = false) => ({ early: { healthyPercent, deferred } })
  const rolling = (change: Partial<Course>, tasks: readonly Task[], down: readonly string[] = []): At => {
    const given = {
      course: inStage('SCALE_UP', { ...asked(1000, 1000), bakeMinutes: 99, ...change }),
      tasks,
      down,
    }
    return { ...given, settings: { plan: { strategy: 'ROLLING' } }, desired: 3, seen: shares(100, 100) }
  }
  test.each<[string, At, Stage]>([
    ['with all its tasks alone', rolling({}, news(3)), 'BAKE_TIME'],
    ['not with an old one', rolling({}, [...news(3), ...olds(1)]), 'SCALE_UP'],
    ['not with one too few', rolling({}, news(2)), 'SCALE_UP'],
    ['not where one does not serve', rolling({}, news(3), ['new 1']), 'SCALE_UP'],
    ['not while traffic is elsewhere', { ...rolling({}, news(3)), seen: shares(99, 100) }, 'SCALE_UP'],
    ['early with enough of them', rolling(early(34), news(2)), 'BAKE_TIME'],
    ['not early with fewer', rolling(early(34), news(1)), 'SCALE_UP'],
    ['not early with an old one', rolling(early(34), [...news(2), ...olds(1)]), 'SCALE_UP'],
    [
      'early with an old one, where that goes later',
      rolling(early(34, true), [...news(2), ...olds(1)]),
      'BAKE_TIME',
    ],
  ])('%s', (_, given, stage) => expect(advanced(given).course.stage).toBe(stage))

  const back: Partial<Deployment> = { ...BACK }
  test.each<[string, At, Deployment['status']]>([
    [
      'once the old ones are all there is',
      { ...rolling({}, olds(3)), deployment: back },
      'ROLLBACK_SUCCESSFUL',
    ],
    [
      'not with a new one',
      { ...rolling({}, [...olds(3), ...news(1)]), deployment: back },
      'ROLLBACK_IN_PROGRESS',
    ],
    ['not with one too many', { ...rolling({}, olds(4)), deployment: back }, 'ROLLBACK_IN_PROGRESS'],
    [
      'however long it takes',
      { ...rolling({}, olds(2)), deployment: back, now: 2 * DAY },
      'ROLLBACK_IN_PROGRESS',
    ],
    ['not with one too few', { ...rolling({}, olds(2)), deployment: back }, 'ROLLBACK_IN_PROGRESS'],
    [
      'not while traffic is elsewhere',
      { ...rolling({}, olds(3)), deployment: back, seen: shares(99, 100) },
      'ROLLBACK_IN_PROGRESS',
    ],
  ])('on the way back %s', (_, given, status) => expect(advanced(given).status).toBe(status))
})

describe('the way back of one that shifts', () => {
  const back = (stage: Stage, change: At = {}): At => ({
    course: inStage(stage, asked(0, 0)),
    deployment: BACK,
    seen: shares(5, 100),
    ...change,
  })
  test.each<[string, At, string]>([
    [
      'waits for its traffic once the old ones are whole',
      back('SCALE_UP'),
      'ROLLBACK_IN_PROGRESS PRODUCTION_TRAFFIC_SHIFT',
    ],
    [
      'waits for the old ones',
      back('SCALE_UP', { tasks: [...olds(1), ...news(2)] }),
      'ROLLBACK_IN_PROGRESS SCALE_UP',
    ],
    [
      'waits for nobody where nothing else serves',
      back('SCALE_UP', { tasks: [...olds(1), ...news(2)], down: ['new 0', 'new 1'] }),
      'ROLLBACK_IN_PROGRESS PRODUCTION_TRAFFIC_SHIFT',
    ],
    [
      'waits for nobody where nothing needs to move',
      back('SCALE_UP', { tasks: [...olds(1), ...news(2)], seen: shares(0, 0) }),
      'ROLLBACK_IN_PROGRESS CLEAN_UP',
    ],
    [
      'waits for the new ones to go',
      back('PRODUCTION_TRAFFIC_SHIFT', { seen: shares(0, 0) }),
      'ROLLBACK_IN_PROGRESS CLEAN_UP',
    ],
    [
      'is done without them',
      back('CLEAN_UP', { tasks: olds(2), seen: shares(0, 0) }),
      'ROLLBACK_SUCCESSFUL CLEAN_UP',
    ],
    [
      'is not done with one too few',
      back('CLEAN_UP', { tasks: olds(1), seen: shares(0, 0) }),
      'ROLLBACK_IN_PROGRESS CLEAN_UP',
    ],
    [
      'is not done while traffic is elsewhere',
      back('CLEAN_UP', { tasks: olds(2) }),
      'ROLLBACK_IN_PROGRESS CLEAN_UP',
    ],
    [
      'from a stage of the way there begins anew',
      back('BAKE_TIME', { tasks: news(2) }),
      'ROLLBACK_IN_PROGRESS BAKE_TIME',
    ],
    ['lasts a day at most', back('CLEAN_UP', { tasks: olds(1), now: DAY }), 'ROLLBACK_FAILED CLEAN_UP'],
    [
      'lasts a day from when its stage began',
      back('CLEAN_UP', {
        tasks: olds(1),
        now: DAY + 4,
        course: inStage('CLEAN_UP', { ...asked(0, 0), since: at(5) }),
      }),
      'ROLLBACK_IN_PROGRESS CLEAN_UP',
    ],
    ['lasts a day', back('CLEAN_UP', { tasks: olds(1), now: DAY - 1 }), 'ROLLBACK_IN_PROGRESS CLEAN_UP'],
  ])('%s', (_, given, expected) => {
    const { status, course, reason } = advanced(given)
    expect(`${status} ${course.stage}`).toBe(expected)
    if (status === 'ROLLBACK_FAILED')
      expect(reason).toBe('The rollback failed: it did not come to an end within 24 hours.')
  })

  test('each stage counts from when it was entered', () => {
    expect(advanced(back('SCALE_UP')).course.since).toBe(START)
  })

  test.each<Deployment['status']>(['SUCCESSFUL', 'STOPPED', 'ROLLBACK_FAILED', 'PENDING'])(
    '%s goes nowhere',
    (status) => {
      const service = inDeployment({ deployment: { status }, course: inStage('CLEAN_UP'), tasks: news(2) })
      const seen = sight({ 'new 0': seenTask(), 'new 1': seenTask() })
      expect(advance(service, moment(START, seen))).toBe(service)
    },
  )
})

describe('a deployment turns around', () => {
  const turned = (service: Service) => newest(rollBack(service, 'why', at(9)))

  test('to what last completed, with all of its traffic asked back', () => {
    const before = inDeployment({
      course: inStage('BAKE_TIME', { ...asked(1000, 1000), waits: [wait], arrivedAt: at(3) }),
      deployment: { lastFailureAt: at(8) },
    })
    const { course, ...rest } = turned(before)
    expect(rollBack(before, 'why', at(9)).deployments).toHaveLength(2)
    expect(rest).toMatchObject({
      status: 'ROLLBACK_IN_PROGRESS',
      reason: 'why',
      updatedAt: 9,
      rollback: { reason: 'why', startedAt: 9, revision: '1', from: 'BAKE_TIME' },
    })
    expect(rest).not.toHaveProperty('lastFailureAt')
    expect(course).toMatchObject({
      stage: 'SCALE_UP',
      since: 9,
      waits: [],
      asked: { production: 0, test: 0, since: 9 },
    })
    expect(course).not.toHaveProperty('arrivedAt')
  })

  test('in its stage, where it is ROLLING', () => {
    const before = inDeployment({
      settings: { plan: { strategy: 'ROLLING' } },
      course: inStage('BAKE_TIME', { waits: [wait] }),
    })
    expect(turned(before).course).toEqual({ ...newest(before).course, waits: [] })
  })

  test('to what the last rollback restored', () => {
    const before = inDeployment()
    const [newer, older] = before.deployments as [Deployment, Deployment]
    const restored = { ...older, ...BACK, status: 'ROLLBACK_SUCCESSFUL', target: '9' } as const
    expect(turned({ ...before, deployments: [newer, restored] }).rollback?.revision).toBe('1')
  })

  test('to nothing where nothing ever completed', () => {
    const before = inDeployment()
    const [newer, older] = before.deployments as [Deployment, Deployment]
    expect(turned({ ...before, deployments: [newer, { ...older, status: 'STOPPED' }] })).toMatchObject({
      status: 'ROLLBACK_FAILED',
      reason: 'No rollback candidate was found to run the rollback.',
      finishedAt: 9,
    })
  })
})

describe('an alarm', () => {
  const alarms = { enable: true, rollback: true, names: ['errors', 'slow'] }
  const heeded = (given: Given, rings: readonly string[]) =>
    newest(heed(inDeployment({ settings: { alarms }, ...given }), sight({}, {}, rings), at(9)))

  test.each<[string, Given, readonly string[], object]>([
    [
      'turns it around',
      {},
      ['slow', 'errors'],
      {
        status: 'ROLLBACK_IN_PROGRESS',
        triggeredAlarms: ['errors', 'slow'],
        reason: 'Service deployment rolled back because of CloudWatch alarm(s): errors, slow.',
      },
    ],
    [
      'only stops it where it shall not roll back',
      { settings: { alarms: { ...alarms, rollback: false } } },
      ['slow'],
      {
        status: 'STOPPED',
        reason: 'Service deployment stopped because of CloudWatch alarm(s): slow.',
        finishedAt: 9,
      },
    ],
    ['of somebody else is not heard', {}, ['other'], { status: 'IN_PROGRESS', triggeredAlarms: [] }],
    [
      'is not heard where they are off',
      { settings: { alarms: { ...alarms, enable: false } } },
      ['slow'],
      { status: 'IN_PROGRESS' },
    ],
    [
      'that rang before is not heard',
      { deployment: { ignoredAlarms: ['slow'] } },
      ['slow'],
      { status: 'IN_PROGRESS' },
    ],
    ['is not heard from CLEAN_UP on', { course: { stage: 'CLEAN_UP' } }, ['slow'], { status: 'IN_PROGRESS' }],
    [
      'is not heard on the way back',
      { deployment: BACK },
      ['slow'],
      { triggeredAlarms: [], status: 'ROLLBACK_IN_PROGRESS' },
    ],
    ['is not heard before it starts', { deployment: { status: 'PENDING' } }, ['slow'], { status: 'PENDING' }],
  ])('%s', (_, given, rings, expected) => expect(heeded(given, rings)).toMatchObject(expected))

  test('that has no data does not ring', () => {
    const seen = { ...sight(), alarms: new Map([['errors', 'INSUFFICIENT_DATA' as const]]) }
    expect(ringing(inDeployment({ settings: { alarms } }), seen)).toEqual([])
  })
})

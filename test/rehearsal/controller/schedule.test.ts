import { describe, expect, test } from '@jest/globals'
import { schedule } from '../../../src/rehearsal/controller/schedule.js'
import type { Deployment, Service, Task } from '../../../src/rehearsal/controller/state.js'
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

const ROLLING = { plan: { strategy: 'ROLLING' } } as const
const SCALE_UP = { stage: 'SCALE_UP' } as const

/** The tasks after a pass of the scheduler at which those named in `serving` serve: `id phase`, new ones as `new OF`. */
const passed = (
  service: Service,
  serving: readonly string[],
  now = 10_000,
  weights: Readonly<Record<string, number>> = { [GREEN]: 0, [BLUE]: 100 },
): readonly string[] => {
  const seen = sight(Object.fromEntries(serving.map((id) => [id, seenTask()])), {
    [PRODUCTION]: weights,
    'rule/test': weights,
  })
  const known = new Set(service.tasks.map(({ id }) => id))
  return schedule(service, moment(now, seen)).tasks.map(({ id, revision, phase }) =>
    known.has(id) ? `${id} ${phase}` : `new ${revision}`,
  )
}

const olds = (...ids: readonly string[]) => ids.map((id) => task(id, '1', 'running'))
const news = (...ids: readonly string[]) => ids.map((id) => task(id, '2', 'running'))

describe('a revision that is to be whole', () => {
  const both = (tasks: readonly Task[], desired = 2, deployment: Partial<Deployment> = {}): Service =>
    inDeployment({ course: SCALE_UP, tasks, desired, deployment })

  test.each<[string, Service, readonly string[], readonly string[]]>([
    ['gets all its tasks', both(olds('a', 'b')), ['a', 'b'], ['a running', 'b running', 'new 2', 'new 2']],
    [
      'gets what it lacks',
      both([...olds('a'), ...news('x')]),
      ['a', 'x'],
      ['a running', 'x running', 'new 1', 'new 2'],
    ],
    [
      'is not given what leaves',
      both([...olds('a', 'b'), task('x', '2', 'draining'), task('y', '2', 'pending')]),
      ['a', 'b'],
      ['a running', 'b running', 'x draining', 'y pending', 'new 2'],
    ],
    [
      'has too many: the youngest go',
      both([...olds('a', 'b', 'c'), ...news('x', 'y')]),
      ['a', 'b', 'c', 'x', 'y'],
      ['a running', 'b running', 'c draining', 'x running', 'y running'],
    ],
    [
      'has too many: what does not serve goes first',
      both([...olds('a', 'b', 'c'), ...news('x', 'y')]),
      ['b', 'c', 'x', 'y'],
      ['a draining', 'b running', 'c running', 'x running', 'y running'],
    ],
    ['of none', both([...olds('a'), ...news('x')], 0), ['a', 'x'], ['a draining', 'x draining']],
  ])('%s', (_, service, serving, expected) => expect(passed(service, serving)).toEqual(expected))
})

describe('after failures tasks start ever more slowly', () => {
  const failing = (failures: number, change: Partial<Deployment> = {}): Service =>
    inDeployment({
      course: SCALE_UP,
      tasks: olds('a', 'b'),
      deployment: { failures, lastFailureAt: at(0), ...change },
    })
  const starts = (service: Service, now: number) => passed(service, ['a', 'b'], now).length > 2

  test.each([
    [1, 1000],
    [3, 1000],
    [4, 2000],
    [5, 4000],
    [6, 8000],
    [7, 15_000],
    [20, 15_000],
  ])('after %d the next comes %d ms later', (failures, wait) => {
    expect([starts(failing(failures), wait - 1), starts(failing(failures), wait)]).toEqual([false, true])
  })

  test('without one at once', () => {
    expect(starts(failing(0), 0)).toBe(true)
  })

  test.each([
    [9, 0, true],
    [0, 9, false],
  ])(
    'on the way back those of the way back count: %d before and %d since',
    (failures, rollbackFailures, begins) => {
      const service = inDeployment({
        course: SCALE_UP,
        tasks: [...olds('a'), ...news('x', 'y')],
        deployment: { ...BACK, failures, rollbackFailures, lastFailureAt: at(0) },
      })
      expect(passed(service, ['a', 'x', 'y'], 1000).includes('new 1')).toBe(begins)
    },
  )

  test('what served before is made whole without delay', () => {
    const service = inDeployment({
      course: SCALE_UP,
      tasks: olds('a'),
      deployment: { failures: 9, lastFailureAt: at(0) },
    })
    expect(passed(service, ['a'], 1)).toEqual(['a running', 'new 1'])
  })
})

describe('a revision that is to have no tasks', () => {
  const cleaning = (tasks: readonly Task[]): Service =>
    inDeployment({
      course: { stage: 'CLEAN_UP', asked: { production: 1000, test: 1000, since: at(0) } },
      tasks,
    })
  const tasks = [...olds('a', 'b'), ...news('x', 'y')]
  const ALL = { [GREEN]: 100, [BLUE]: 0 }

  test.each<[string, number, Readonly<Record<string, number>>, boolean]>([
    ['leaves once its share was seen to be nothing', 1000, ALL, true],
    ['stays while a sight may be older', 999, ALL, false],
    ['stays while it has a share', 1000, { [GREEN]: 99, [BLUE]: 1 }, false],
  ])('%s', (_, now, weights, leaves) => {
    const phase = leaves ? 'draining' : 'running'
    expect(passed(cleaning(tasks), ['a', 'b', 'x', 'y'], now, weights)).toEqual([
      `a ${phase}`,
      `b ${phase}`,
      'x running',
      'y running',
    ])
  })
})

describe('task by task', () => {
  const same = (given: Given): Service => {
    const service = inDeployment({ settings: ROLLING, course: SCALE_UP, ...given })
    const [one, two] = service.revisions
    if (!one || !two) throw new Error('no revisions')
    return { ...service, revisions: [one, { ...two, targets: one.targets }] }
  }
  const done = { status: 'SUCCESSFUL' } as const

  test.each<[string, Service, readonly string[], readonly string[]]>([
    [
      'the new ones come',
      same({ tasks: olds('a', 'b') }),
      ['a', 'b'],
      ['a running', 'b running', 'new 2', 'new 2'],
    ],
    [
      'an old one goes for each new one that serves',
      same({ tasks: [...olds('a', 'b'), ...news('x', 'y')] }),
      ['a', 'b', 'x'],
      ['a draining', 'b running', 'x running', 'y running'],
    ],
    [
      'an old one that does not serve goes at once',
      same({ tasks: [...olds('a', 'b'), ...news('x', 'y')] }),
      ['a'],
      ['a running', 'b draining', 'x running', 'y running'],
    ],
    [
      'none comes where tasks keep failing',
      same({ tasks: olds('a', 'b'), deployment: { failures: 9, lastFailureAt: at(9_000) } }),
      ['a', 'b'],
      ['a running', 'b running'],
    ],
    [
      'one that died is replaced when nothing is under way',
      same({ tasks: news('x'), deployment: done }),
      ['x'],
      ['x running', 'new 2'],
    ],
    [
      'nothing comes after it was given up',
      same({ tasks: olds('a'), deployment: { status: 'STOPPED' } }),
      ['a'],
      ['a running'],
    ],
    [
      'nothing comes after its way back failed',
      same({ tasks: olds('a'), deployment: { ...BACK, status: 'ROLLBACK_FAILED' } }),
      ['a'],
      ['a running'],
    ],
    [
      'what is too many goes, also after it was given up',
      same({ tasks: news('x', 'y', 'z'), deployment: { status: 'STOPPED' } }),
      ['x', 'y', 'z'],
      ['x running', 'y running', 'z draining'],
    ],
  ])('%s', (_, service, serving, expected) => expect(passed(service, serving)).toEqual(expected))
})

test('a task has an id of its own, the same each time', () => {
  const service = inDeployment({ course: SCALE_UP, desired: 2 })
  const ids = (one: Service) => schedule(one, moment(1, sight())).tasks.map(({ id }) => id)
  expect(ids(service)).toEqual(ids(service))
  expect(new Set(ids(service)).size).toBe(4)
  for (const id of ids(service)) expect(id).toMatch(/^[0-9a-f]{32}$/)
  expect(ids({ ...service, begun: 4 }).some((id) => ids(service).includes(id))).toBe(false)
  expect(schedule(service, moment(7, sight()))).toMatchObject({ begun: 4 })
  expect(schedule(service, moment(7, sight())).tasks[0]).toMatchObject({
    phase: 'pending',
    createdAt: 7,
    healthy: false,
  })
})

test('no two tasks of a revision have one id', () => {
  const ids = (begun: number, desired: number) => {
    const tasks = olds('a', 'b').slice(0, desired)
    const service = { ...inDeployment({ course: SCALE_UP, tasks, desired }), begun }
    return schedule(service, moment(1, sight({ a: seenTask(), b: seenTask() }))).tasks.slice(desired)
  }
  const all = [...ids(1, 1), ...ids(2, 2)].map(({ id }) => id)
  expect([all.length, new Set(all).size]).toEqual([3, 3])
})

describe('that there is no room for a task', () => {
  const begin = (hostPorts: readonly string[], taken: readonly string[]): Service => {
    const service = inDeployment({ course: SCALE_UP, tasks: olds('a'), desired: 1 })
    const revisions = service.revisions.map((one) => (one.id === '2' ? { ...one, hostPorts } : one))
    const seen = { ...sight({ a: seenTask() }), takenPorts: new Set(taken) }
    return schedule({ ...service, revisions }, moment(1, seen))
  }
  test.each<[string, readonly string[], readonly string[], number, number]>([
    ['is told where another has its port', ['80/tcp'], ['80/tcp'], 0, 1],
    ['is not where nobody has', ['80/tcp'], [], 1, 0],
    ['is not where it needs none', [], ['80/tcp'], 1, 0],
  ])('%s', (_, ports, taken, started, told) => {
    const { begun, events } = begin(ports, taken)
    expect([begun, events.length]).toEqual([started, told])
  })
})

test('one that goes is told why', () => {
  const service = inDeployment({ course: SCALE_UP, tasks: [...olds('a', 'b', 'c'), ...news('x', 'y')] })
  const seen = sight({ c: seenTask({ targets: [target('unhealthy')] }) })
  expect(schedule(service, moment(9, seen)).tasks[2]).toMatchObject({
    phase: 'draining',
    drainingSince: 9,
    why: {
      code: 'ServiceSchedulerInitiated',
      reason: 'Scaling activity initiated by (deployment ecs-svc/2)',
    },
  })
})

import { describe, expect, test } from '@jest/globals'
import { census } from '../../../src/rehearsal/controller/rolling.js'
import { foreign, leftovers, mayLeave, serving } from '../../../src/rehearsal/controller/sets.js'
import type { Service, TargetBinding, Task } from '../../../src/rehearsal/controller/state.js'
import { retire } from '../../../src/rehearsal/controller/stop.js'
import { type Wanted, wantedSets } from '../../../src/rehearsal/controller/wanted.js'
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
import { at, revision } from './world.js'

const [one, two, three] = ['1', '2', '3'].map((of) => task(`of ${of}`, of, 'running')) as [Task, Task, Task]

const binding = (targetGroup: string): TargetBinding => ({
  targetGroup,
  containerName: 'app',
  containerPort: 8080,
})
/** With a third revision, whose tasks are in these groups. */
const withThird = (service: Service, ...groups: readonly string[]): Service => ({
  ...service,
  revisions: [...service.revisions, { ...revision('3'), targets: groups.map(binding) }],
})

test.each([
  ['running', undefined, 'draining'],
  ['running', 'reload', 'draining'],
  ['running', 'stop-first', 'stopping'],
  ['running', 'no-drain', 'stopping'],
  ['pending', undefined, 'stopping'],
] as const)('a %s task that goes, with the control %s, is %s', (phase, control, expected) => {
  const why = { code: 'UserInitiated', reason: 'x' } as const
  const since = expected === 'draining' ? { drainingSince: 9 } : { stoppingAt: 9 }
  expect(retire(task('a', '1', phase), why, at(9), control)).toEqual({
    ...task('a', '1', phase),
    phase: expected,
    ...since,
    why,
  })
})

describe('the numbers of a rolling update', () => {
  const tasks = [
    task('a', '2', 'running'),
    task('b', '2', 'running', { healthy: false }),
    task('c', '2', 'draining'),
    task('d', '1', 'running'),
    task('e', '1', 'pending'),
    task('f', '1', 'stopped'),
  ]
  const settings = { minimumHealthyPercent: 50, maximumPercent: 150 }
  const service = inDeployment({ tasks, settings, desired: 5 })
  const seen = sight(Object.fromEntries(tasks.map(({ id }) => [id, seenTask()])))

  test('count who is alive, and round the minimum up and the maximum down', () => {
    expect(census(service, seen)).toMatchObject({
      desired: 5,
      lower: 3,
      upper: 7,
      wanted: 2,
      others: 2,
      wantedServing: 1,
      othersServing: 1,
    })
  })

  test('under the control stop-first leave nobody room beside the old ones', () => {
    expect(census(service, seen, 'stop-first')).toMatchObject({ lower: 0, upper: 5 })
  })
})

describe('what is wanted of each revision', () => {
  const all = [one, two, three]
  const ROLLING = { settings: { plan: { strategy: 'ROLLING' } } } as const
  const same = (service: Service): Service => ({
    ...service,
    revisions: service.revisions.map((each) => ({ ...each, targets: [binding(BLUE)] })),
  })
  const given = (change: Given): Service => withThird(inDeployment({ tasks: all, ...change }), BLUE)

  test.each<[string, Service, Wanted | undefined]>([
    [
      'reconciled: who served',
      given({ course: { stage: 'RECONCILE_SERVICE' } }),
      { whole: ['1'], none: ['3'] },
    ],
    ['before: who served', given({ course: { stage: 'PRE_SCALE_UP' } }), { whole: ['1'], none: [] }],
    ['on the way: both', given({ course: { stage: 'SCALE_UP' } }), { whole: ['1', '2'], none: [] }],
    ['after: the new one', given({ course: { stage: 'CLEAN_UP' } }), { whole: ['2'], none: ['1', '3'] }],
    ['on the way back: the old one', given({ deployment: BACK }), { whole: ['1'], none: ['2', '3'] }],
    ['over: nothing', given({ deployment: { status: 'SUCCESSFUL' } }), undefined],
    [
      'ROLLING with tasks in the other group: these go',
      given({ ...ROLLING, course: { stage: 'SCALE_UP' } }),
      { whole: ['1'], none: ['1', '3'] },
    ],
    [
      'ROLLING before: who served',
      same(given({ ...ROLLING, course: { stage: 'PRE_SCALE_UP' } })),
      { whole: ['1'], none: [] },
    ],
    [
      'ROLLING on the way: task by task',
      same(given({ ...ROLLING, course: { stage: 'SCALE_UP' } })),
      undefined,
    ],
    [
      'ROLLING on the way back: task by task',
      same(given({ ...ROLLING, course: { stage: 'PRE_SCALE_UP' }, deployment: BACK })),
      undefined,
    ],
  ])('%s', (_, service, expected) => expect(wantedSets(service)).toEqual(expected))

  test('a first deployment wants nobody before its own', () => {
    const before = given({ course: { stage: 'PRE_SCALE_UP' } })
    const deployments = before.deployments.map(({ course: { blue: _, ...course }, ...rest }) => ({
      ...rest,
      course,
    }))
    expect(wantedSets({ ...before, deployments })).toEqual({ whole: [], none: [] })
  })
})

describe('a set of tasks', () => {
  const rules = (production: number, tests: number) => ({
    [PRODUCTION]: { [GREEN]: production, [BLUE]: 100 - production },
    [TEST]: { [GREEN]: tests, [BLUE]: 100 - tests },
  })
  const asking = (production: number, test: number, ...groups: readonly string[]) =>
    withThird(
      inDeployment({
        course: { asked: { production, test, since: at(0) } },
        tasks: [two, { ...two, id: 'x' }],
      }),
      ...groups,
    )
  const seen = (production: number, tests: number, ...healthy: readonly string[]) =>
    moment(1000, sight(Object.fromEntries(healthy.map((id) => [id, seenTask()])), rules(production, tests)))

  test.each<[string, Service, string, ReturnType<typeof seen>, boolean]>([
    ['the old group has nothing', asking(1000, 1000), '1', seen(100, 100), true],
    ['the old group has production', asking(1000, 1000), '1', seen(99, 100), false],
    ['the old group has test traffic', asking(1000, 1000), '1', seen(100, 99), false],
    ['the old group is to have something', asking(500, 1000), '1', seen(100, 100), false],
    ['the new group has nothing', asking(0, 0), '2', seen(0, 0), true],
    ['the new group has something', asking(0, 0), '2', seen(1, 0), false],
    ['the new group is to have something', asking(50, 0), '2', seen(0, 0), false],
    ['a group that no rule names', asking(500, 500, 'other'), '3', seen(50, 50), true],
    ['one of two groups has something', asking(500, 500, 'other', GREEN), '3', seen(50, 50), false],
    ['somebody whole serves in its place', asking(500, 500, GREEN), '3', seen(50, 50, 'of 2', 'x'), true],
    ['somebody serves in its place, but one is down', asking(500, 500, GREEN), '3', seen(50, 50, 'x'), false],
    [
      'somebody serves in one of its places',
      asking(500, 500, GREEN, BLUE),
      '3',
      seen(50, 50, 'of 2', 'x'),
      false,
    ],
  ])('may leave where %s: %#', (_, service, of, its, leaves) => {
    expect(mayLeave(service, of, '2', its)).toBe(leaves)
  })

  test('of nobody serves nobody', () => {
    expect(serving(inDeployment({ tasks: [one] }), undefined, sight({ [one.id]: seenTask() }))).toBe(0)
  })

  test('is left over until its last task has stopped', () => {
    const tasks = [
      one,
      { ...two, phase: 'stopped' as const },
      { ...three, phase: 'stopping' as const },
      three,
    ]
    expect(leftovers(inDeployment({ tasks }), '1')).toEqual(['3'])
  })

  test.each<[string, readonly string[], readonly string[]]>([
    ['all its groups', [GREEN], []],
    ['none of its groups', [BLUE], ['3']],
    ['one of its groups', [GREEN, 'other'], ['3']],
  ])('is foreign unless the new one has %s', (_, groups, expected) => {
    expect(foreign(withThird(inDeployment({ tasks: [two, three] }), ...groups), '2')).toEqual(expected)
  })
})

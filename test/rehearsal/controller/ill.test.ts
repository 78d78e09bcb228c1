import { describe, expect, test } from '@jest/globals'
import { schedule } from '../../../src/rehearsal/controller/schedule.js'
import { dismissSick, markSick, relieveSick } from '../../../src/rehearsal/controller/sick.js'
import type { Service, Task } from '../../../src/rehearsal/controller/state.js'
import { type Given, inDeployment, moment, seenTask, sight, target, task } from './states.js'
import { at } from './world.js'

const why = { code: 'ServiceSchedulerInitiated', reason: 'Task failed container health checks' } as const
const well = (id: string, of = '2'): Task => task(id, of, 'running')
const sick = (id: string, of = '2', phase: Task['phase'] = 'running'): Task =>
  task(id, of, phase, { sick: why })
const seen = (...serving: readonly string[]) =>
  sight(Object.fromEntries(serving.map((id) => [id, seenTask()])))

const phases = ({ tasks }: Service): readonly string[] => tasks.map(({ id, phase }) => `${id} ${phase}`)

describe('who is sick', () => {
  const marked = (one: Task, sightOf: Parameters<typeof seenTask>[0] | null) =>
    markSick(inDeployment({ tasks: [one, well('b')] }), sight(sightOf ? { a: seenTask(sightOf) } : {}), at(9))
      .tasks

  test.each<[string, Task, Parameters<typeof seenTask>[0] | null, Task]>([
    ['is marked, and runs on', well('a'), { health: 'UNHEALTHY' }, sick('a')],
    [
      'keeps its first reason',
      { ...sick('a'), sick: { ...why, reason: 'x' } },
      { health: 'UNHEALTHY' },
      { ...sick('a'), sick: { ...why, reason: 'x' } },
    ],
    ['is well again once it serves', sick('a'), {}, well('a')],
    ['is not well yet while it does not', sick('a'), { targets: [target('initial')] }, sick('a')],
    ['and who is not stays well', well('a'), {}, well('a')],
    ['and whom nobody sees stays as it was', sick('a'), null, sick('a')],
  ])('%s', (_, one, sightOf, expected) => {
    expect(marked({ ...one, startedAt: at(0) }, sightOf)).toStrictEqual([
      { ...expected, startedAt: at(0) },
      well('b'),
    ])
  })
})

test('where nobody keeps a revision at its number its sick leave at once', () => {
  const tasks = [
    sick('a', '1'),
    well('b', '1'),
    sick('c', '2'),
    sick('d', '1', 'stopping'),
    sick('e', '1', 'pending'),
  ]
  const service = dismissSick(inDeployment({ tasks }), ['2'], at(9))
  expect(phases(service)).toEqual(['a draining', 'b running', 'c running', 'd stopping', 'e stopping'])
  expect(service.tasks[0]?.why).toEqual(why)
  expect(service.tasks[1]).not.toHaveProperty('why')
})

describe('a sick task of two', () => {
  const relieved = (tasks: readonly Task[], serving: readonly string[], hasRoom = true) =>
    phases(relieveSick(inDeployment({ tasks }), '2', hasRoom, moment(9, seen(...serving))))

  test.each<[string, readonly Task[], readonly string[], boolean, readonly string[]]>([
    [
      'stays until another serves',
      [sick('a'), well('b'), well('c')],
      ['b'],
      true,
      ['a running', 'b running', 'c running'],
    ],
    [
      'goes once another serves',
      [sick('a'), well('b'), well('c')],
      ['b', 'c'],
      true,
      ['a draining', 'b running', 'c running'],
    ],
    [
      'goes, the oldest first',
      [sick('a'), sick('b'), well('c')],
      ['c'],
      true,
      ['a draining', 'b running', 'c running'],
    ],
    [
      'stays where others of another revision serve',
      [sick('a'), well('b', '1'), well('c', '1')],
      ['b', 'c'],
      true,
      ['a running', 'b running', 'c running'],
    ],
    [
      'stays where the sick are of another revision',
      [sick('a'), sick('b', '1'), sick('c', '1')],
      [],
      true,
      ['a running', 'b running', 'c running'],
    ],
    ['goes first where there is no room', [sick('a'), well('b')], ['b'], false, ['a draining', 'b running']],
    ['goes alone where there is no room', [sick('a'), sick('b')], [], false, ['a draining', 'b running']],
    [
      'waits for one that drains',
      [sick('a'), sick('b', '2', 'draining')],
      [],
      false,
      ['a running', 'b draining'],
    ],
    [
      'waits for one that stops',
      [sick('a'), sick('b', '2', 'stopping')],
      [],
      false,
      ['a running', 'b stopping'],
    ],
    [
      'waits for nobody who has stopped',
      [sick('a'), sick('b', '2', 'stopped')],
      [],
      false,
      ['a draining', 'b stopped'],
    ],
    [
      'waits for nobody who leaves well',
      [sick('a'), task('b', '2', 'draining')],
      [],
      false,
      ['a draining', 'b draining'],
    ],
    [
      'stays without room where enough are there',
      [sick('a'), well('b'), well('c')],
      ['b'],
      false,
      ['a running', 'b running', 'c running'],
    ],
  ])('%s', (_, tasks, serving, hasRoom, expected) =>
    expect(relieved(tasks, serving, hasRoom)).toEqual(expected),
  )
})

describe('the scheduler', () => {
  const passed = (given: Given, ...serving: readonly string[]) =>
    scheduled(inDeployment({ course: { stage: 'SCALE_UP' }, ...given }), serving)
  /** The new revision has a port of the machine to itself. */
  const withPort = (given: Given, ...serving: readonly string[]) => {
    const service = inDeployment({ course: { stage: 'SCALE_UP' }, desired: 1, ...given })
    const revisions = service.revisions.map((one) =>
      one.id === '2' ? { ...one, hostPorts: ['80/tcp'] } : one,
    )
    return scheduled({ ...service, revisions }, serving)
  }
  const scheduled = (service: Service, serving: readonly string[]) => {
    const known = new Set(service.tasks.map(({ id }) => id))
    const after = schedule(service, moment(10_000, seen(...serving)))
    return after.tasks.map(({ id, revision, phase }) =>
      known.has(id) ? `${id} ${phase}` : `new ${revision}`,
    )
  }
  const olds = [well('a', '1'), well('b', '1')]
  const full = { maximumPercent: 100 }
  const one = { plan: { strategy: 'ROLLING' } } as const
  const over = { status: 'SUCCESSFUL' } as const

  test.each<[string, () => readonly string[], readonly string[]]>([
    [
      'starts another in place of a sick one',
      () => passed({ tasks: [...olds, sick('x'), well('y')] }, 'a', 'b', 'y'),
      ['a running', 'b running', 'x running', 'y running', 'new 2'],
    ],
    [
      'lets it go first where there is no room for another',
      () => passed({ tasks: [...olds, sick('x'), well('y')], settings: full }, 'a', 'b', 'y'),
      ['a running', 'b running', 'x draining', 'y running', 'new 2'],
    ],
    [
      'lets it go once the other serves',
      () => passed({ tasks: [...olds, sick('x'), well('y'), well('z')] }, 'a', 'b', 'y', 'z'),
      ['a running', 'b running', 'x draining', 'y running', 'z running'],
    ],
    [
      'lets it go first where others take the room for another',
      () =>
        passed({ tasks: [well('a', '1'), sick('x')], settings: { ...one, ...full }, deployment: over }, 'a'),
      ['a running', 'x draining', 'new 2'],
    ],
    [
      'lets it go first where it has the port that another needs',
      () => withPort({ tasks: [well('a', '1'), sick('x')] }, 'a'),
      ['a running', 'x draining'],
    ],
    [
      'lets it go first, too, where nothing deploys and it has the port',
      () => withPort({ tasks: [sick('x')], settings: one, deployment: over }),
      ['x draining'],
    ],
    [
      'starts no more than there is room for',
      () => passed({ tasks: [...olds, sick('w'), sick('x'), well('y')] }, 'a', 'b', 'y'),
      ['a running', 'b running', 'w draining', 'x running', 'y running', 'new 2'],
    ],
    [
      'keeps one whole that nothing deploys, in the same way',
      () => passed({ tasks: [sick('x'), well('y')], settings: one, deployment: over }, 'y'),
      ['x running', 'y running', 'new 2'],
    ],
    [
      'lets it go first there, too, where there is no room',
      () =>
        passed(
          {
            tasks: [sick('x'), well('y')],
            settings: { ...one, ...full, minimumHealthyPercent: 50 },
            deployment: over,
          },
          'y',
        ),
      ['x draining', 'y running', 'new 2'],
    ],
    [
      'lets the sick go of what was given up',
      () => passed({ tasks: [sick('x'), well('y')], settings: one, deployment: { status: 'STOPPED' } }, 'y'),
      ['x draining', 'y running'],
    ],
  ])('%s', (_, got, expected) => expect(got()).toEqual(expected))
})

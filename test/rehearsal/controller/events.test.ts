import { describe, expect, test } from '@jest/globals'
import { tell } from '../../../src/rehearsal/controller/events.js'
import type { Deployment, Service, Task } from '../../../src/rehearsal/controller/state.js'
import { BACK, type Given, inDeployment, task } from './states.js'
import { at } from './world.js'

const told = (before: Given, after: Given): readonly string[] =>
  tell(inDeployment(before), inDeployment(after), at(9)).events.map(({ message }) => message)

const sick = { code: 'ServiceSchedulerInitiated', reason: 'Task failed container health checks' } as const
const scaled = { code: 'ServiceSchedulerInitiated', reason: 'Scaling activity' } as const
const [a, b] = [task('a', '2', 'running'), task('b', '2', 'running')]
const going = (one: Task): Task => ({ ...one, phase: 'stopping' })

describe('what ECS tells of a step', () => {
  test.each<[string, readonly Task[], readonly Task[], readonly string[]]>([
    ['nothing where nothing is new', [a], [a], []],
    ['tasks that start', [a], [a, b], ['(service cart) has started 1 tasks: (task b).']],
    ['all of them in one', [], [a, b], ['(service cart) has started 2 tasks: (task a) (task b).']],
    [
      'a task that is sick',
      [a],
      [{ ...a, why: sick }],
      ['(service cart) (task a) is unhealthy due to (reason Task failed container health checks).'],
    ],
    ['not again that it is sick', [{ ...a, why: sick }], [{ ...a, why: sick }], []],
    ['no sickness of one that goes for another reason', [a], [{ ...a, why: scaled }], []],
    ['tasks that stop', [a, b], [a, going(b)], ['(service cart) has stopped 1 running tasks: (task b).']],
    [
      'all that stop in one',
      [a, b],
      [going(a), going(b)],
      ['(service cart) has stopped 2 running tasks: (task a) (task b).'],
    ],
    [
      'one that comes and goes in one',
      [],
      [going(a)],
      [
        '(service cart) has stopped 1 running tasks: (task a).',
        '(service cart) has started 1 tasks: (task a).',
      ],
    ],
    ['not again that they stop', [going(a)], [going(a)], []],
  ])('%s', (_, before, after, expected) => {
    expect(told({ tasks: before }, { tasks: after })).toEqual(expected)
  })

  const NAME = '(service cart) (deployment ecs-svc/2) deployment'
  test.each<[string, Partial<Deployment>, Given, readonly string[]]>([
    [
      'that it is done',
      {},
      { deployment: { status: 'SUCCESSFUL' } },
      ['(service cart) has reached a steady state.', `${NAME} completed.`],
    ],
    [
      'that the way back is done',
      BACK,
      { deployment: { ...BACK, status: 'ROLLBACK_SUCCESSFUL' } },
      ['(service cart) has reached a steady state.', `${NAME} completed.`],
    ],
    [
      'that it turned around, and why',
      {},
      { deployment: { ...BACK, reason: 'an alarm.' } },
      ['(service cart) rolling back to deployment ecs-svc/1.', `${NAME} failed: an alarm.`],
    ],
    [
      'that ROLLING turned around',
      {},
      { deployment: { ...BACK, reason: 'x' }, course: { strategy: 'ROLLING' } },
      ['(service cart) rolling back to deployment ecs-svc/1.', `${NAME} failed: tasks failed to start.`],
    ],
    ['that it was stopped', {}, { deployment: { status: 'STOPPED', reason: 'x' } }, [`${NAME} failed: x`]],
    [
      'that the way back failed',
      BACK,
      { deployment: { ...BACK, status: 'ROLLBACK_FAILED', reason: 'x' } },
      [`${NAME} failed: x`],
    ],
    ['nothing of a beginning', { status: 'PENDING' }, { deployment: { status: 'IN_PROGRESS' } }, []],
    ['nothing while nothing turns', { status: 'SUCCESSFUL' }, { deployment: { status: 'SUCCESSFUL' } }, []],
    ['nothing of another deployment', {}, { deployment: { arn: 'other', status: 'SUCCESSFUL' } }, []],
  ])('%s', (_, before, after, expected) => {
    expect(told({ deployment: before }, after)).toEqual(expected)
  })

  test('newest first, and no more than a hundred', () => {
    const message = (number: number) => ({ at: at(number), message: String(number) })
    const before: Service = { ...inDeployment(), events: Array.from({ length: 100 }, (_, n) => message(n)) }
    const { events } = tell(before, { ...before, tasks: [a, { ...b, why: sick }] }, at(9))
    expect(events).toHaveLength(100)
    expect(events.slice(0, 3)).toEqual([
      { at: 9, message: '(service cart) has started 2 tasks: (task a) (task b).' },
      {
        at: 9,
        message: '(service cart) (task b) is unhealthy due to (reason Task failed container health checks).',
      },
      message(0),
    ])
  })
})

import { describe, expect, test } from '@jest/globals'
import type { SeenTask } from '../../../src/rehearsal/controller/observation.js'
import type { Deployment, Service, Task } from '../../../src/rehearsal/controller/state.js'
import { step } from '../../../src/rehearsal/controller/step.js'
import { newest } from '../../../src/rehearsal/controller/turn.js'
import { type Given, inDeployment, seenTask, sight, task } from './states.js'
import { at } from './world.js'

const HOUR = 3_600_000
const NOW = 10 * HOUR

const stepped = (service: Service, tasks: Readonly<Record<string, SeenTask>> = {}) =>
  step(service, sight(tasks), at(NOW))

describe('a step', () => {
  test.each([
    [NOW - HOUR + 1, true],
    [NOW - HOUR, false],
    [undefined, true],
  ])('forgets what stopped an hour ago: at %s it is kept %s', (stoppedAt, kept) => {
    const old = task('a', '1', 'stopped', stoppedAt === undefined ? {} : { stoppedAt: at(stoppedAt) })
    const { tasks } = stepped(inDeployment({ tasks: [old], desired: 0 })).service
    expect(tasks.some(({ id }) => id === 'a')).toBe(kept)
  })

  const gone = seenTask({ phase: 'stopped' })
  const left: Partial<Task> = { why: { code: 'UserInitiated', reason: 'x' } }
  const failures = (tasks: readonly Task[], seen: Readonly<Record<string, SeenTask>>, more: Given = {}) =>
    newest(stepped(inDeployment({ tasks, deployment: { failures: 5 }, ...more }), seen).service).failures

  test.each<[string, readonly Task[], Readonly<Record<string, SeenTask>>, number]>([
    ['of the new revision', [task('a', '2', 'running')], { a: gone }, 6],
    ['of both that fail', [task('a', '2', 'running'), task('b', '2', 'pending')], { a: gone, b: gone }, 7],
    [
      'of one that got sick',
      [task('a', '2', 'running', { startedAt: at(0) })],
      { a: seenTask({ health: 'UNHEALTHY' }) },
      6,
    ],
    [
      'not again of one that is sick',
      [
        task('a', '2', 'running', {
          startedAt: at(0),
          sick: { code: 'ServiceSchedulerInitiated', reason: 'x' },
        }),
      ],
      { a: seenTask({ health: 'UNHEALTHY' }) },
      5,
    ],
    ['not of the old one', [task('a', '1', 'running')], { a: gone }, 5],
    ['not one that was told to go', [task('a', '2', 'draining', left)], { a: gone }, 5],
    ['not one that goes on', [task('a', '2', 'running')], { a: seenTask() }, 5],
  ])('counts a failure: %s', (_, tasks, seen, expected) => expect(failures(tasks, seen)).toBe(expected))

  const young = (id: string, of: string, healthy = false): Task =>
    task(id, of, 'running', { healthy, servingSince: at(0) })
  test.each<[string, readonly Task[], number]>([
    ['of the new revision', [young('a', '2'), task('b', '2', 'pending')], 0],
    ['not of the old one', [young('a', '1')], 5],
    ['not one that was so before', [young('a', '2', true)], 5],
  ])('begins to count anew once a task got healthy: %s', (_, tasks, expected) => {
    expect(failures(tasks, { a: seenTask() })).toBe(expected)
  })
})

describe('a deleted service', () => {
  const deleted = (...tasks: readonly Task[]): Service => ({ ...inDeployment({ tasks }), status: 'DRAINING' })
  const why = { code: 'ServiceSchedulerInitiated', reason: 'Service was deleted' }

  test('lets its tasks leave in order, and starts none', () => {
    const { service, effects } = stepped(
      deleted(task('a', '1', 'running'), task('b', '2', 'pending'), task('c', '2', 'draining')),
      { a: seenTask(), b: seenTask({ phase: 'pending' }), c: seenTask() },
    )
    expect(service.status).toBe('DRAINING')
    expect(service.tasks).toMatchObject([
      { id: 'a', phase: 'draining', drainingSince: NOW, why },
      { id: 'b', phase: 'stopping', stoppingAt: NOW, why },
      { id: 'c', phase: 'draining' },
    ])
    expect(service.tasks[2]).not.toHaveProperty('why')
    expect(effects.map(({ kind }) => kind)).toEqual(['deregister', 'stop', 'deregister'])
  })

  test.each<[string, readonly Task[], Service['status']]>([
    ['is INACTIVE once all have stopped', [task('a', '1', 'stopped'), task('b', '2', 'stopped')], 'INACTIVE'],
    ['is DRAINING until then', [task('a', '1', 'stopped'), task('b', '2', 'stopping')], 'DRAINING'],
    ['is INACTIVE without tasks', [], 'INACTIVE'],
  ])('%s', (_, tasks, status) => {
    const { service } = stepped(deleted(...tasks), { b: seenTask() })
    expect(service.status).toBe(status)
  })
})

test('older deployments stay as they were, each once', () => {
  const before = inDeployment({ tasks: [] })
  const [, older] = before.deployments
  const after = stepped(before).service.deployments as readonly Deployment[]
  expect([after.length, after[1]]).toEqual([2, older])
})

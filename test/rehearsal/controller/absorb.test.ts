import { describe, expect, test } from '@jest/globals'
import { absorb, isIdle, isSteady, sickness } from '../../../src/rehearsal/controller/absorb.js'
import type { SeenTask } from '../../../src/rehearsal/controller/observation.js'
import type { Task } from '../../../src/rehearsal/controller/state.js'
import { inDeployment, moment, seenTask, sight, target, task } from './states.js'
import { at } from './world.js'

const running = task('a', '2', 'running')

describe('who serves', () => {
  test.each<[string, Task, SeenTask | undefined, boolean]>([
    ['a running task whose targets are healthy', running, seenTask(), true],
    ['one without targets', running, seenTask({ targets: [] }), true],
    ['one that is not seen', running, undefined, false],
    ['one that drains', task('a', '2', 'draining'), seenTask(), false],
    ['one that only starts', task('a', '2', 'pending'), seenTask(), false],
    [
      'one with a target that is not healthy',
      running,
      seenTask({ targets: [target('healthy'), target('initial')] }),
      false,
    ],
    ['one whose own check is not answered', running, seenTask({ hasHealthCheck: true }), false],
    ['one whose own check is well', running, seenTask({ hasHealthCheck: true, health: 'HEALTHY' }), true],
  ])('%s', (_, one, seen, serves) => {
    const observation = sight(seen ? { a: seen } : {})
    expect(isIdle(one, observation)).toBe(!serves)
    expect(isSteady({ ...one, healthy: true }, observation)).toBe(serves)
    expect(isSteady({ ...one, healthy: false }, observation)).toBe(false)
  })
})

const NOW = 50_000
const absorbed = (one: Task, seen: SeenTask | undefined, now = NOW): Task | undefined =>
  absorb(inDeployment({ tasks: [one] }), moment(now, sight(seen ? { a: seen } : {}))).tasks[0]

describe('a task follows what is seen of it', () => {
  const pending = task('a', '2', 'pending')
  const gone = (startFailed: boolean) => seenTask({ phase: 'stopped', stopped: { startFailed, reason: 'x' } })

  test.each<[string, Task, SeenTask | undefined, Partial<Task>]>([
    ['it runs', pending, seenTask({ targets: [] }), { phase: 'running', startedAt: at(NOW), healthy: false }],
    ['it does not run yet', pending, seenTask({ phase: 'pending' }), { phase: 'pending' }],
    ['it is not there yet', pending, undefined, { phase: 'pending' }],
    ['it goes on, with nothing to be drained of', running, seenTask({ targets: [] }), { phase: 'running' }],
    [
      'it never started',
      pending,
      gone(true),
      { phase: 'stopped', stoppedAt: at(NOW), why: { code: 'TaskFailedToStart', reason: 'x' } },
    ],
    [
      'it ended',
      running,
      gone(false),
      { phase: 'stopped', why: { code: 'EssentialContainerExited', reason: 'x' } },
    ],
    [
      'it ended, and nobody says why',
      running,
      seenTask({ phase: 'stopped' }),
      { why: { code: 'EssentialContainerExited', reason: 'Essential container in task exited' } },
    ],
    [
      'it ended because it was told to',
      { ...running, why: { code: 'UserInitiated', reason: 'asked' } },
      gone(false),
      { phase: 'stopped', why: { code: 'UserInitiated', reason: 'asked' } },
    ],
    [
      'what has stopped stays so',
      task('a', '2', 'stopped', { stoppedAt: at(7) }),
      gone(false),
      { phase: 'stopped', stoppedAt: at(7) },
    ],
  ])('%s', (_, one, seen, expected) => expect(absorbed(one, seen)).toMatchObject(expected))

  test('the time at which it began to run stays', () => {
    expect(absorbed({ ...running, startedAt: at(3) }, seenTask())?.startedAt).toBe(3)
  })
})

describe('a draining task', () => {
  const draining = task('a', '2', 'draining', { drainingSince: at(5) })
  test.each<[string, SeenTask['targets'], number, boolean]>([
    ['out of rotation stops', [target('unused')], 1000, true],
    ['is not stopped by a sight that may be older', [target('unused')], 999, false],
    ['with nothing in flight stops', [target('draining')], 1000, true],
    ['with requests in flight waits', [target('draining', { inFlight: 1 })], 299_999, false],
    ['waits no longer than the delay', [target('draining', { inFlight: 1 })], 300_000, true],
    ['that is still seen in rotation waits', [target('healthy')], 400_000, false],
    ['waits for all its targets', [target('unused'), target('draining', { inFlight: 1 })], 1000, false],
  ])('%s', (_, targets, now, stops) => {
    expect(absorbed(draining, seenTask({ targets }), now + 5)).toMatchObject(
      stops ? { phase: 'stopping', stoppingAt: now + 5 } : { phase: 'draining' },
    )
  })

  test('waits where nobody wrote down since when', () => {
    const { drainingSince: _, ...undated } = draining
    expect(absorbed(undated, seenTask({ targets: [target('unused')] }))?.phase).toBe('draining')
  })
})

describe('how long it has served', () => {
  const young = { ...running, healthy: false }
  test.each<[string, Task, SeenTask, { servingSince: number | undefined; healthy: boolean }]>([
    ['since now', young, seenTask(), { servingSince: NOW, healthy: false }],
    [
      'not long enough to count',
      { ...young, servingSince: at(NOW - 1999) },
      seenTask(),
      { servingSince: NOW - 1999, healthy: false },
    ],
    [
      'long enough to count',
      { ...young, servingSince: at(NOW - 2000) },
      seenTask(),
      { servingSince: NOW - 2000, healthy: true },
    ],
    [
      'not any more, and it begins anew',
      { ...young, servingSince: at(NOW - 1999) },
      seenTask({ targets: [target('unhealthy')] }),
      { servingSince: undefined, healthy: false },
    ],
    [
      'what once counted does so with a break',
      { ...running, servingSince: at(0) },
      seenTask({ targets: [target('unhealthy')] }),
      { servingSince: undefined, healthy: true },
    ],
    ['what once counted, since now', running, seenTask(), { servingSince: NOW, healthy: true }],
  ])('%s', (_, one, seen, expected) => {
    const { servingSince, healthy } = absorbed(one, seen) as Task
    expect({ servingSince, healthy }).toEqual(expected)
  })
})

describe('one that nobody sees', () => {
  test.each<[string, Partial<Task>, number, Task['phase']]>([
    ['has stopped, a second after it was to', { phase: 'stopping', stoppingAt: at(5) }, 1005, 'stopped'],
    ['may yet be seen before', { phase: 'stopping', stoppingAt: at(5) }, 1004, 'stopping'],
    ['may yet be seen where nobody wrote down since when', { phase: 'stopping' }, NOW, 'stopping'],
    ['drains on', { phase: 'draining', stoppingAt: at(0) }, NOW, 'draining'],
  ])('%s', (_, change, now, phase) => {
    expect(absorbed({ ...running, ...change }, undefined, now)).toMatchObject(
      phase === 'stopped' ? { phase, stoppedAt: now } : { phase },
    )
  })
})

describe('who is sick', () => {
  const service = inDeployment({ settings: { graceSeconds: 30 } })
  const started = { ...running, startedAt: at(0) }
  const unhealthy = seenTask({ targets: [target('healthy'), target('unhealthy', { targetGroup: 'other' })] })
  const sick = (one: Task, seen: SeenTask, now: number) => sickness(service, one, seen, at(now))

  test.each<[string, Task, SeenTask, number, string | undefined]>([
    [
      'its own check failed',
      started,
      seenTask({ health: 'UNHEALTHY' }),
      30_000,
      'Task failed container health checks',
    ],
    ['a target failed', started, unhealthy, 30_000, 'Task failed ELB health checks in (target-group other)'],
    ['neither', started, seenTask(), 30_000, undefined],
    [
      'a target that is not healthy yet',
      started,
      seenTask({ targets: [target('initial')] }),
      30_000,
      undefined,
    ],
    ['both, within its time of grace', started, unhealthy, 29_999, undefined],
    ['where nobody wrote down since when', running, unhealthy, 30_000, undefined],
    ['one that leaves anyway', { ...started, phase: 'draining' }, unhealthy, 30_000, undefined],
  ])('%s', (_, one, seen, now, reason) => {
    expect(sick(one, seen, now)).toEqual(reason && { code: 'ServiceSchedulerInitiated', reason })
  })
})

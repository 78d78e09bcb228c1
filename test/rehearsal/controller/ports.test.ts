import { describe, expect, test } from '@jest/globals'
import { isInOwnWay, roomFor, tellNoRoom } from '../../../src/rehearsal/controller/ports.js'
import type { Service, Task } from '../../../src/rehearsal/controller/state.js'
import { at, FakeWorld, revision, service } from './world.js'

const seen = (...takenPorts: readonly string[]) => ({
  ...new FakeWorld(() => 'fine').observe(0),
  takenPorts: new Set(takenPorts),
})
const task = (id: string, phase: Task['phase']): Task => ({
  id: `${id}-${phase}`,
  revision: id,
  phase,
  createdAt: at(0),
  healthy: true,
})
const withTasks = (...tasks: readonly Task[]): Service => ({
  ...service(),
  revisions: [
    { ...revision('1'), hostPorts: ['80/tcp', '53/udp'] },
    { ...revision('2'), hostPorts: ['80/tcp'] },
    { ...revision('3'), hostPorts: ['81/tcp'] },
    revision('4'),
  ],
  tasks,
})

describe('room for a task with fixed ports', () => {
  test.each<[string, readonly Task[], readonly string[], string, number, boolean]>([
    ['nobody is there: for one', [], [], '2', 1, false],
    ['none while another has it', [task('1', 'running')], [], '2', 0, true],
    ['none while another is to have it', [task('1', 'pending')], [], '2', 0, true],
    ['none while one that leaves still has it', [task('1', 'draining')], [], '2', 0, true],
    ['none until it has stopped', [task('1', 'stopping')], [], '2', 0, true],
    ['after it has stopped', [task('1', 'stopped')], [], '2', 1, false],
    ['none beside one of its own', [task('2', 'running')], [], '2', 0, true],
    ['beside other ports', [task('1', 'running')], [], '3', 1, false],
    [
      'none where another service has it, and no going helps',
      [task('1', 'running')],
      ['80/tcp'],
      '2',
      0,
      false,
    ],
    ['the same number of another protocol is another port', [], ['80/udp'], '2', 1, false],
    ['without fixed ports as much as anyone likes', [task('4', 'running')], ['80/tcp'], '4', Infinity, false],
  ])('%s', (_, tasks, taken, wanted, room, inOwnWay) => {
    const one = withTasks(...tasks)
    expect(roomFor(one, wanted, seen(...taken))).toBe(room)
    expect(isInOwnWay(one, wanted, seen(...taken))).toBe(inOwnWay)
  })

  test('that there is none is told, once', () => {
    const told = tellNoRoom(withTasks(task('1', 'running')), '2', at(7))
    expect(told.events).toMatchObject([{ at: 7, message: expect.stringContaining('already using a port') }])
    expect(tellNoRoom(told, '2', at(8))).toBe(told)
  })

  test('nothing is told while whoever is in the way is leaving', () => {
    const leaving = withTasks(task('1', 'draining'))
    expect(tellNoRoom(leaving, '2', at(7))).toBe(leaving)
  })
})

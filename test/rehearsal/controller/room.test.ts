import { describe, expect, test } from '@jest/globals'
import { isInOwnWay, roomFor, tellNoRoom } from '../../../src/rehearsal/controller/ports.js'
import type { Service, ServiceEvent, Task } from '../../../src/rehearsal/controller/state.js'
import { inDeployment, sight, task } from './states.js'
import { at } from './world.js'

const PORTS = ['80/tcp', '81/tcp']
const wanting = (...tasks: readonly Task[]): Service => {
  const service = inDeployment({ tasks })
  return { ...service, revisions: service.revisions.map((one) => ({ ...one, hostPorts: PORTS })) }
}
const running = task('a', '1', 'running')
const leaving = task('b', '1', 'draining')

describe('where nobody told which ports are taken', () => {
  test('there is room', () => {
    expect([roomFor(wanting(), '2', sight()), isInOwnWay(wanting(), '2', sight())]).toEqual([1, false])
  })
})

test('one of two ports that is taken is enough', () => {
  const seen = { ...sight(), takenPorts: new Set(['81/tcp']) }
  expect([roomFor(wanting(running), '2', seen), isInOwnWay(wanting(running), '2', seen)]).toEqual([0, false])
})

describe('that there is no room', () => {
  const other = (number: number): ServiceEvent => ({ at: at(number), message: String(number) })
  const told = (service: Service): readonly ServiceEvent[] => tellNoRoom(service, '2', at(9)).events
  const [event] = told(wanting(running))
  if (!event) throw new Error('nothing was told')
  const beside = (...events: readonly ServiceEvent[]): Service => ({ ...wanting(running), events })

  test.each<[string, Service, boolean]>([
    ['is told', wanting(running), true],
    ['is not told while one of two is leaving', wanting(running, leaving), false],
    ['is not told again', beside(event), false],
    ['is not told again after something else', beside(other(1), event), false],
    ['is told again after more', beside(other(1), other(2), event), true],
    ['is told after something else', beside(other(1)), true],
  ])('%s', (_, service, isTold) => {
    expect(told(service)).toEqual(isTold ? [event, ...service.events] : service.events)
  })

  test('is told first, and a hundred are kept', () => {
    const events = told(beside(...Array.from({ length: 100 }, (_, number) => other(number))))
    expect([events.length, events[0], events.at(-1)]).toEqual([100, event, other(98)])
  })
})

import * as v from 'valibot'
import { nameIn } from '../arns.js'
import type { Room } from '../backstage/door.js'
import { withState } from '../metrics/alarms.js'
import type { World } from '../world.js'
import type { Crasher } from './crash.js'
import { type FaultWish, faultWish, isMeddling } from './fault.js'
import type { Meddler } from './meddle.js'

type Of<Kind extends FaultWish['kind']> = Extract<FaultWish, { kind: Kind }>

/** The youngest first: a rollout is what a rehearsal is about. */
const victims = (world: World, { task, service, many }: Of<'task-dies'>): readonly string[] =>
  [...world.services.values()]
    .filter((record) => service === undefined || record.service.name === service)
    .flatMap((record) => record.service.tasks)
    .filter(({ id, phase }) => phase === 'running' && (task === undefined || id === nameIn(task)))
    .toReversed()
    .slice(0, many)
    .map(({ id }) => id)

const killTasks = (world: World, fault: Of<'task-dies'>): unknown => {
  const died = victims(world, fault)
  if (died.length === 0) throw new Error('no running task is like that')
  for (const task of died) world.driver.kill(task)
  return { died }
}

const ring = (world: World, { name, state }: Of<'alarm'>): void => {
  const alarm = world.alarms.get(name)
  if (!alarm) throw new Error(`there is no alarm ${name}`)
  world.alarms.set(name, withState(alarm, state, 'Set backstage.', world.clock.now()))
  world.nudge()
}

/** The faults backstage: some happen at once, some wait for the next request or effect. */
export const faultRoom = (world: World, meddler: Meddler, crasher: Crasher): Room => {
  const show = () => ({ armed: [...meddler.armed, crasher.armed()].filter(Boolean) })
  return {
    show,
    ask: (given) => {
      const fault = v.parse(faultWish, given)
      if (fault.kind === 'task-dies') return killTasks(world, fault)
      if (fault.kind === 'alarm') ring(world, fault)
      if (fault.kind === 'crash') crasher.arm(fault)
      if (isMeddling(fault)) meddler.armed = [...meddler.armed, fault]
      return show()
    },
    clear: () => {
      meddler.armed = []
      crasher.arm(undefined)
      return show()
    },
  }
}

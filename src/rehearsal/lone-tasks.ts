import type { Placed } from './carry-out.js'
import { newAddress } from './place.js'
import { resolveSecret } from './secrets/resolve.js'
import type { TaskOrder } from './tasks/driver.js'
import { follow, type LoneTask, overridden } from './tasks/lone.js'
import type { World } from './world.js'

const HOUR = 3_600_000

/** What the driver is asked for. */
export const orderOfLone = (world: World, task: LoneTask, placed: Placed): TaskOrder => {
  const definition = world.definitions.get(task.taskDefinition)?.definition
  if (!definition) throw new Error(`${task.arn} wants ${task.taskDefinition}, which is not registered`)
  return {
    id: task.id,
    arn: task.arn,
    ...placed,
    region: task.arn.split(':')[3] ?? '',
    definition: overridden(definition, task.overrides),
    logs: world.logs,
    secret: (valueFrom) => resolveSecret(world, valueFrom),
  }
}

/** Follows the tasks of no service; stopped ones are shown for an hour. */
export const followLoneTasks = (world: World): void => {
  const now = world.clock.now()
  for (const task of world.tasks.values()) {
    const followed = follow(task, world.driver.observe(task.id), now)
    if (followed.stoppedAt !== undefined && now - followed.stoppedAt >= HOUR) {
      world.tasks.delete(task.id)
      world.driver.forget(task.id)
    } else if (followed !== task) world.tasks.set(task.id, followed)
  }
}

const tend = (world: World, task: LoneTask): void => {
  if (task.phase === 'pending' && task.asked && !world.driver.observe(task.id))
    world.driver.start(orderOfLone(world, task, { address: newAddress(world, task.taskDefinition) }))
  if (task.phase === 'stopping') world.driver.stop(task.id)
}

/** Starts and stops them. It comes after what was decided is written down, and what goes wrong with one is that one's. */
export const tendLoneTasks = (world: World, bug: (error: unknown) => void): void => {
  for (const task of world.tasks.values())
    try {
      tend(world, task)
    } catch (error) {
      bug(error)
    }
}

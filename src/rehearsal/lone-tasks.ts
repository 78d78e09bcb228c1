import { resolveSecret } from './secrets/resolve.js'
import { follow, type LoneTask, overridden } from './tasks/lone.js'
import type { World } from './world.js'

const HOUR = 3_600_000

const start = (world: World, task: LoneTask): void => {
  const definition = world.definitions.get(task.taskDefinition)?.definition
  if (!definition) throw new Error(`${task.arn} wants ${task.taskDefinition}, which is not registered`)
  world.driver.start({
    id: task.id,
    arn: task.arn,
    address: world.addresses.task(),
    region: task.arn.split(':')[3] ?? '',
    definition: overridden(definition, task.overrides),
    logs: world.logs,
    secret: (valueFrom) => resolveSecret(world, valueFrom),
  })
}

const act = (world: World, task: LoneTask): void => {
  if (task.phase === 'pending' && !world.driver.observe(task.id)) start(world, task)
  if (task.phase === 'stopping') world.driver.stop(task.id)
}

/** Starts, follows and stops the tasks of no service; stopped ones are shown for an hour. */
export const tendLoneTasks = (world: World): void => {
  const now = world.clock.now()
  for (const task of world.tasks.values()) {
    const followed = follow(task, world.driver.observe(task.id), now)
    if (followed.stoppedAt !== undefined && now - followed.stoppedAt >= HOUR) {
      world.tasks.delete(task.id)
      world.driver.forget(task.id)
    } else {
      if (followed !== task) world.tasks.set(task.id, followed)
      act(world, followed)
    }
  }
}

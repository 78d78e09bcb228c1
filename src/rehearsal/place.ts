import type { TargetBinding } from './controller/state.js'
import type { RunningTask } from './tasks/driver.js'
import { hasOwnAddress, LOOPBACK } from './tasks/ports.js'
import type { World } from './world.js'

/** Where a task takes the requests of a target group. */
export interface Place {
  readonly address: string
  readonly port: number
}

/** Undefined where a task has no address of its own and its port is not published. */
export const placeOf = (
  { address, containers }: RunningTask,
  { containerName, containerPort }: Pick<TargetBinding, 'containerName' | 'containerPort'>,
): Place | undefined => {
  const ports = containers.find(({ name }) => name === containerName)?.ports
  if (!ports) return { address, port: containerPort }
  const published = ports.find((one) => one.containerPort === containerPort && one.protocol === 'tcp')
  return published && { address, port: published.hostPort }
}

/** Where a new task's ports are published. */
export const newAddress = (world: World, taskDefinition: string): string => {
  const definition = world.definitions.get(taskDefinition)?.definition
  return definition && !hasOwnAddress(definition) ? LOOPBACK : world.addresses.task()
}

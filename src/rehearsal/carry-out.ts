import { unreachable } from '../words.js'
import { taskArn } from './arns.js'
import type { Effect } from './controller/effects.js'
import { revisionOf, type Service } from './controller/state.js'
import { rulesOf } from './elb/usage.js'
import { newAddress, type Place, placeOf } from './place.js'
import type { Group } from './router/group.js'
import { resolveSecret } from './secrets/resolve.js'
import type { TaskOrder } from './tasks/driver.js'
import type { World } from './world.js'

const regionOf = (arn: string): string => arn.split(':')[3] ?? ''

/** Where a task is, or was. */
export type Placed = Pick<TaskOrder, 'address' | 'published'>

/** What the driver is asked for. */
export const orderOf = (
  world: World,
  service: Service,
  task: string,
  taskDefinition: string,
  placed: Placed,
): TaskOrder => {
  const definition = world.definitions.get(taskDefinition)?.definition
  if (!definition) throw new Error(`${service.arn} wants ${taskDefinition}, which is not registered`)
  return {
    id: task,
    arn: taskArn(service.arn, task),
    ...placed,
    region: regionOf(service.arn),
    definition,
    logs: world.logs,
    secret: (valueFrom) => resolveSecret(world, valueFrom),
  }
}

const placeIn = (world: World, service: Service, id: string, targetGroup: string): Place | undefined => {
  const running = world.driver.observe(id)
  const task = service.tasks.find((candidate) => candidate.id === id)
  const bindings = task ? revisionOf(service, task.revision).targets : []
  const binding = bindings.find((candidate) => candidate.targetGroup === targetGroup)
  return running && binding && placeOf(running, binding)
}

const groupOf = (world: World, arn: string): Group | undefined => world.targetGroups.get(arn)?.group

const weigh = (world: World, { rule, weights }: Extract<Effect, { kind: 'weigh' }>): void => {
  const found = rulesOf(world).find(({ arn }) => arn === rule)
  if (found) found.weights = weights
}

/** Carries out one effect. A second time it does nothing. */
export const carryOut = (world: World, service: Service, effect: Effect): void => {
  if (effect.kind === 'weigh') weigh(world, effect)
  else if (effect.kind === 'call') world.functions.call(effect.call, effect.target, effect.event)
  else carryOutOnTask(world, service, effect)
}

type OnTask = Exclude<Effect, { kind: 'weigh' | 'call' }>

type Registration = Extract<Effect, { kind: 'register' | 'deregister' }>

const register = (world: World, service: Service, { kind, task, targetGroup }: Registration): void => {
  const place = placeIn(world, service, task, targetGroup)
  if (place) groupOf(world, targetGroup)?.[kind](place.address, place.port, task)
}

const carryOutOnTask = (world: World, service: Service, effect: OnTask): void => {
  switch (effect.kind) {
    case 'start': {
      const placed = { address: newAddress(world, effect.taskDefinition) }
      world.driver.start(orderOf(world, service, effect.task, effect.taskDefinition, placed))
      break
    }
    case 'register':
    case 'deregister':
      register(world, service, effect)
      break
    case 'stop':
      world.driver.stop(effect.task)
      break
    default:
      unreachable(effect)
  }
}

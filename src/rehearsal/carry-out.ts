import { unreachable } from '../words.js'
import { taskArn } from './arns.js'
import type { Effect } from './controller/effects.js'
import { revisionOf, type Service } from './controller/state.js'
import { rulesOf } from './elb/usage.js'
import type { Group } from './router/group.js'
import { resolveSecret } from './secrets/resolve.js'
import type { TaskOrder } from './tasks/driver.js'
import type { World } from './world.js'

const regionOf = (arn: string): string => arn.split(':')[3] ?? ''

/** What the driver is asked for. */
export const orderOf = (
  world: World,
  service: Service,
  task: string,
  taskDefinition: string,
  address: string,
): TaskOrder => {
  const definition = world.definitions.get(taskDefinition)?.definition
  if (!definition) throw new Error(`${service.arn} wants ${taskDefinition}, which is not registered`)
  return {
    id: task,
    arn: taskArn(service.arn, task),
    address,
    region: regionOf(service.arn),
    definition,
    logs: world.logs,
    secret: (valueFrom) => resolveSecret(world, valueFrom),
  }
}

const portIn = (service: Service, id: string, targetGroup: string): number => {
  const task = service.tasks.find((candidate) => candidate.id === id)
  const bindings = task ? revisionOf(service, task.revision).targets : []
  return bindings.find((binding) => binding.targetGroup === targetGroup)?.containerPort ?? 0
}

const groupOf = (world: World, arn: string): Group | undefined => world.targetGroups.get(arn)?.group

const weigh = (world: World, { rule, weights }: Extract<Effect, { kind: 'weigh' }>): void => {
  const found = rulesOf(world).find(({ arn }) => arn === rule)
  if (found) found.weights = weights
}

/** Carries out one effect. A second time it does nothing. */
export const carryOut = (world: World, service: Service, effect: Effect): void => {
  if (effect.kind === 'weigh') weigh(world, effect)
  else carryOutOnTask(world, service, effect)
}

type OnTask = Exclude<Effect, { kind: 'weigh' }>

const carryOutOnTask = (world: World, service: Service, effect: OnTask): void => {
  const address = world.driver.observe(effect.task)?.address ?? ''
  switch (effect.kind) {
    case 'start':
      world.driver.start(orderOf(world, service, effect.task, effect.taskDefinition, world.addresses.task()))
      break
    case 'register':
      groupOf(world, effect.targetGroup)?.register(address, effect.port)
      break
    case 'deregister':
      groupOf(world, effect.targetGroup)?.deregister(
        address,
        portIn(service, effect.task, effect.targetGroup),
      )
      break
    case 'stop':
      world.driver.stop(effect.task)
      break
    default:
      unreachable(effect)
  }
}

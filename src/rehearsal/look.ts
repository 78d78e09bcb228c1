import type { Observation, SeenTarget, SeenTask } from './controller/observation.js'
import { revisionOf, type Service, type TargetBinding, type Task } from './controller/state.js'
import { DEREGISTRATION_DELAY } from './elb/attributes.js'
import { rulesOf } from './elb/usage.js'
import { type Place, placeOf } from './place.js'
import type { Group } from './router/group.js'
import { takenPorts } from './taken-ports.js'
import type { RunningTask } from './tasks/driver.js'
import type { World } from './world.js'

/** A task whose place is another's, or that has none, can neither enter it nor leave it. */
const placeless = { state: 'draining', inFlight: 0 } as const

const stateAt = (group: Group | undefined, place: Place | undefined, task: string) => {
  if (!place) return placeless
  const target = group?.find(place.address, place.port)
  if (!target) return { state: 'unused', inFlight: 0 } as const
  const isAnothers = target.task !== undefined && target.task !== task
  return isAnothers ? placeless : { state: target.health.state, inFlight: target.inFlight }
}

const seeTarget = (world: World, task: Task, running: RunningTask, binding: TargetBinding): SeenTarget => {
  const group = world.targetGroups.get(binding.targetGroup)
  return {
    targetGroup: binding.targetGroup,
    ...stateAt(group?.group, placeOf(running, binding), task.id),
    deregistrationDelaySeconds: Number(group?.attributes.get(DEREGISTRATION_DELAY) ?? 300),
  }
}

const see = (world: World, service: Service, task: Task, running: RunningTask): SeenTask => ({
  phase: running.phase,
  health: running.health,
  hasHealthCheck: running.hasHealthCheck,
  targets: revisionOf(service, task.revision).targets.map((binding) =>
    seeTarget(world, task, running, binding),
  ),
  ...(running.stopped ? { stopped: running.stopped } : {}),
})

/** What the controller sees of the world, for one of its services. */
export const look = (world: World, service: Service): Observation => ({
  rules: new Map(rulesOf(world).map((rule) => [rule.arn, world.router.shown(rule)])),
  alarms: new Map([...world.alarms].map(([name, { state }]) => [name, state])),
  calls: world.functions.answers(),
  ...(service.revisions.some(({ hostPorts }) => hostPorts)
    ? { takenPorts: takenPorts(world, service.arn) }
    : {}),
  tasks: new Map(
    service.tasks.flatMap((task) => {
      const running = world.driver.observe(task.id)
      return running ? [[task.id, see(world, service, task, running)] as const] : []
    }),
  ),
})

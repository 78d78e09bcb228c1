import type { Observation, SeenTarget, SeenTask } from './controller/observation.js'
import { revisionOf, type Service, type Task } from './controller/state.js'
import { DEREGISTRATION_DELAY } from './elb/attributes.js'
import { rulesOf } from './elb/usage.js'
import type { RunningTask } from './tasks/driver.js'
import type { World } from './world.js'

const seeTarget = (
  world: World,
  address: string,
  { targetGroup, containerPort }: { targetGroup: string; containerPort: number },
): SeenTarget => {
  const group = world.targetGroups.get(targetGroup)
  const target = group?.group.find(address, containerPort)
  return {
    targetGroup,
    state: target?.health.state ?? 'unused',
    inFlight: target?.inFlight ?? 0,
    deregistrationDelaySeconds: Number(group?.attributes.get(DEREGISTRATION_DELAY) ?? 300),
  }
}

const see = (world: World, service: Service, task: Task, running: RunningTask): SeenTask => ({
  phase: running.phase,
  health: running.health,
  hasHealthCheck: running.hasHealthCheck,
  targets: revisionOf(service, task.revision).targets.map((binding) =>
    seeTarget(world, running.address, binding),
  ),
  ...(running.stopped ? { stopped: running.stopped } : {}),
})

/** What the controller sees of the world, for one of its services. */
export const look = (world: World, service: Service): Observation => ({
  rules: new Map(rulesOf(world).map((rule) => [rule.arn, world.router.shown(rule)])),
  alarms: new Map([...world.alarms].map(([name, { state }]) => [name, state])),
  tasks: new Map(
    service.tasks.flatMap((task) => {
      const running = world.driver.observe(task.id)
      return running ? [[task.id, see(world, service, task, running)] as const] : []
    }),
  ),
})

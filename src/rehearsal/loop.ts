import { type Instant, unreachable } from '../words.js'
import { taskArn } from './arns.js'
import type { Control } from './control.js'
import type { Effect } from './controller/effects.js'
import type { Observation, SeenTarget, SeenTask } from './controller/observation.js'
import { revisionOf, type Service, type Task } from './controller/state.js'
import { step } from './controller/step.js'
import { DEREGISTRATION_DELAY } from './elb/attributes.js'
import { rulesOf } from './elb/usage.js'
import { look as lookAt } from './metrics/alarms.js'
import type { Group } from './router/group.js'
import type { RunningTask } from './tasks/driver.js'
import type { World } from './world.js'

const EVERY = 200

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

const look = (world: World, service: Service): Observation => ({
  rules: new Map(rulesOf(world).map(({ arn, weights }) => [arn, weights])),
  alarms: new Map([...world.alarms].map(([name, { state }]) => [name, state])),
  tasks: new Map(
    service.tasks.flatMap((task) => {
      const running = world.driver.observe(task.id)
      return running ? [[task.id, see(world, service, task, running)] as const] : []
    }),
  ),
})

const regionOf = (arn: string): string => arn.split(':')[3] ?? ''

const startTask = (world: World, service: Service, task: string, taskDefinition: string): void => {
  const definition = world.definitions.get(taskDefinition)?.definition
  if (!definition) throw new Error(`${service.arn} wants ${taskDefinition}, which is not registered`)
  world.driver.start({
    id: task,
    arn: taskArn(service.arn, task),
    address: world.addresses.task(),
    region: regionOf(service.arn),
    definition,
    logs: world.logs,
  })
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

const carryOut = (world: World, service: Service, effect: Effect): void => {
  if (effect.kind === 'weigh') weigh(world, effect)
  else carryOutOnTask(world, service, effect)
}

type OnTask = Exclude<Effect, { kind: 'weigh' }>

const carryOutOnTask = (world: World, service: Service, effect: OnTask): void => {
  const address = world.driver.observe(effect.task)?.address ?? ''
  switch (effect.kind) {
    case 'start':
      startTask(world, service, effect.task, effect.taskDefinition)
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

const forgetTasks = (world: World, before: Service, after: Service): void => {
  const kept = new Set(after.tasks.map(({ id }) => id))
  for (const { id } of before.tasks) if (!kept.has(id)) world.driver.forget(id)
}

const advance = (world: World, arn: string, now: Instant, control?: Control): void => {
  const record = world.services.get(arn)
  if (!record || record.service.status === 'INACTIVE') return
  const { service, effects } = step(record.service, look(world, record.service), now, control)
  world.services.set(arn, { ...record, service })
  for (const effect of effects) carryOut(world, service, effect)
  forgetTasks(world, record.service, service)
}

const lookAtAlarms = ({ alarms, metrics }: World, now: number): void => {
  for (const [name, alarm] of alarms) alarms.set(name, lookAt(metrics, alarm, now))
}

/** Lets the controller look at every service, again and again. */
export const createLoop = (
  world: World,
  bug: (error: unknown) => void,
  control?: Control,
): { start(): void; nudge(): void; stop(): void } => {
  let timer: NodeJS.Timeout | undefined
  const turn = (): void => {
    lookAtAlarms(world, Date.now())
    for (const arn of world.services.keys())
      try {
        advance(world, arn, Date.now() as Instant, control)
      } catch (error) {
        bug(error)
      }
  }
  return {
    start: () => {
      timer = setInterval(turn, EVERY)
    },
    nudge: () => void setImmediate(() => timer && turn()),
    stop: () => {
      clearInterval(timer)
      timer = undefined
    },
  }
}

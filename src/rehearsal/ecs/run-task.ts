import { randomBytes } from 'node:crypto'
import type {
  Failure,
  LaunchType,
  RunTaskRequest,
  RunTaskResponse,
  StopTaskRequest,
  StopTaskResponse,
  Tag,
} from '@aws-sdk/client-ecs'
import { refuse } from '../api/fault.js'
import { nameIn, taskArnIn } from '../arns.js'
import type { Service } from '../controller/state.js'
import { containerInstanceArn } from '../instance.js'
import { takenPorts } from '../taken-ports.js'
import { halted, type LoneTask } from '../tasks/lone.js'
import { fixedPorts } from '../tasks/ports.js'
import type { Cluster, Definition, World } from '../world.js'
import { clusterAt } from './clusters.js'
import { checkNetwork, existingDefinition } from './service-rules.js'
import { showTask } from './show-task.js'
import { tasksIn } from './told-task.js'

const invalid = (message: string): never => refuse('InvalidParameterException', message)

const UNPLAYED = [
  'capacityProviderStrategy',
  'volumeConfigurations',
  'placementConstraints',
  'placementStrategy',
] as const
const OVERRIDES = ['environmentFiles', 'resourceRequirements'] as const
const MOST_TASKS = 10
const MOST_CHARACTERS = 128

const checkOverrides = ({ definition }: Definition, { overrides }: RunTaskRequest): void => {
  for (const override of overrides?.containerOverrides ?? []) {
    if (!definition.containerDefinitions?.some(({ name }) => name === override.name))
      invalid(`Override for container named ${override.name} is not a container in the TaskDefinition.`)
    const field = OVERRIDES.find((name) => (override[name] ?? []).length > 0)
    if (field)
      refuse('UnsupportedFeatureException', `The rehearsal cluster does not play overrides of ${field}.`)
  }
}

const check = (input: RunTaskRequest): void => {
  const field = UNPLAYED.find((name) => (input[name] ?? []).length > 0)
  if (field) refuse('UnsupportedFeatureException', `The rehearsal cluster does not play ${field} yet.`)
  const { count = 1, startedBy = '' } = input
  if (!Number.isInteger(count) || count < 1 || count > MOST_TASKS)
    invalid(`count ${count} must be a whole number from 1 to ${MOST_TASKS}.`)
  if (startedBy.length > MOST_CHARACTERS)
    invalid(`startedBy has ${startedBy.length} characters; it may have at most ${MOST_CHARACTERS}.`)
}

const launchTypeOf = ({ launchType }: RunTaskRequest): LaunchType => launchType ?? 'EC2'

const networkOf = (input: RunTaskRequest): Parameters<typeof checkNetwork>[1] => ({
  launchType: launchTypeOf(input),
  ...(input.networkConfiguration ? { networkConfiguration: input.networkConfiguration } : {}),
})

const tagsOf = (input: RunTaskRequest, { tags }: Definition): readonly Tag[] => [
  ...(input.propagateTags === 'TASK_DEFINITION' ? tags : []),
  ...(input.tags ?? []),
]

const newTask = (world: World, cluster: Cluster, definition: Definition, input: RunTaskRequest): LoneTask => {
  const id = randomBytes(16).toString('hex')
  return {
    id,
    arn: taskArnIn(cluster.arn, id),
    cluster: cluster.arn,
    taskDefinition: definition.definition.taskDefinitionArn,
    group: input.group ?? `family:${definition.definition.family}`,
    ...(input.startedBy === undefined ? {} : { startedBy: input.startedBy }),
    ...(input.clientToken === undefined ? {} : { token: input.clientToken }),
    launchType: launchTypeOf(input),
    overrides: { containerOverrides: [], ...input.overrides },
    tags: tagsOf(input, definition),
    phase: 'pending',
    createdAt: world.clock.now(),
  }
}

/** The machine's fixed ports can be had once: what finds them taken is not begun. */
const hasRoom = (world: World, { definition }: Definition): boolean => {
  const wanted = fixedPorts(definition)
  if (wanted.length === 0) return true
  const taken = takenPorts(world)
  return !wanted.some((port) => taken.has(port))
}

const begin = (world: World, cluster: Cluster, input: RunTaskRequest): readonly LoneTask[] => {
  const definition = existingDefinition(world, input.taskDefinition)
  checkOverrides(definition, input)
  checkNetwork(definition, networkOf(input))
  const tasks: LoneTask[] = []
  while (tasks.length < (input.count ?? 1) && hasRoom(world, definition)) {
    const task = newTask(world, cluster, definition, input)
    world.tasks.set(task.id, task)
    tasks.push(task)
  }
  world.nudge()
  return tasks
}

const noRoom = (cluster: Cluster): Failure => ({
  arn: containerInstanceArn(cluster.arn),
  reason: 'RESOURCE:PORTS',
})

const known = (world: World, { clientToken }: RunTaskRequest): readonly LoneTask[] =>
  clientToken === undefined ? [] : [...world.tasks.values()].filter(({ token }) => token === clientToken)

/** A service's task ends at once, and only then leaves its load balancer: so ECS does it. The service replaces it. */
const withStopped = (service: Service, id: string, reason: string, now: Service['createdAt']): Service => ({
  ...service,
  tasks: service.tasks.map((task) =>
    task.id === id && (task.phase === 'pending' || task.phase === 'running')
      ? { ...task, phase: 'stopping', stoppingAt: now, why: { code: 'UserInitiated', reason } }
      : task,
  ),
})

const stop = (world: World, id: string, reason: string): void => {
  const now = world.clock.now()
  const lone = world.tasks.get(id)
  if (lone) world.tasks.set(id, halted(lone, reason, now))
  for (const [arn, record] of world.services)
    if (record.service.tasks.some((task) => task.id === id))
      world.services.set(arn, { ...record, service: withStopped(record.service, id, reason, now) })
  world.nudge()
}

export const runTaskOperations = (world: World) => ({
  /** Asked again with the same token it starts nothing, and answers with the tasks that there are. */
  RunTask(input: RunTaskRequest): RunTaskResponse {
    check(input)
    const cluster = clusterAt(world, input.cluster)
    const there = known(world, input)
    const tasks = there.length > 0 ? there : begin(world, cluster, input)
    const unplaced = there.length > 0 ? 0 : (input.count ?? 1) - tasks.length
    return {
      tasks: tasks.map((task) => showTask(world, task, true)),
      failures: Array.from({ length: unplaced }, () => noRoom(cluster)),
    }
  },
  StopTask(input: StopTaskRequest): StopTaskResponse {
    const cluster = clusterAt(world, input.cluster)
    const id = nameIn(input.task ?? '')
    const find = () => tasksIn(world, cluster).find((task) => task.id === id)
    if (!find()) invalid('The referenced task was not found.')
    stop(world, id, input.reason ?? 'Task stopped by user')
    const told = find()
    return told ? { task: showTask(world, told, false) } : {}
  },
})

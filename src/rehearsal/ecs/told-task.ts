import type { LaunchType, Tag, TaskOverride } from '@aws-sdk/client-ecs'
import { taskArn } from '../arns.js'
import { revisionOf, type Task } from '../controller/state.js'
import type { RunningTask } from '../tasks/driver.js'
import type { LoneTask } from '../tasks/lone.js'
import type { Cluster, ServiceRecord, World } from '../world.js'

/** A task as people ask for it, whoever started it. */
export interface ToldTask {
  readonly id: string
  readonly arn: string
  readonly cluster: string
  readonly taskDefinition: string
  readonly group: string
  readonly launchType?: LaunchType
  readonly startedBy?: string
  readonly service?: string
  readonly overrides: TaskOverride
  readonly tags: readonly Tag[]
  readonly phase: Task['phase']
  readonly createdAt: number
  readonly startedAt?: number | undefined
  readonly stoppingAt?: number | undefined
  readonly stoppedAt?: number | undefined
  readonly why?: { readonly code: Code; readonly reason: string } | undefined
  readonly last?: RunningTask
}

type Code = NonNullable<Task['why']>['code'] | NonNullable<LoneTask['why']>['code']

const ofService = ({ service, snapshots }: ServiceRecord, tags: readonly Tag[], task: Task): ToldTask => ({
  id: task.id,
  arn: taskArn(service.arn, task.id),
  cluster: service.cluster,
  taskDefinition: revisionOf(service, task.revision).taskDefinition,
  group: `service:${service.name}`,
  launchType: (snapshots.get(task.revision)?.launchType ?? 'FARGATE') as LaunchType,
  startedBy: `ecs-svc/${task.revision}`,
  service: service.name,
  overrides: { containerOverrides: [] },
  tags,
  phase: task.phase,
  createdAt: task.createdAt,
  startedAt: task.startedAt,
  stoppingAt: task.drainingSince ?? task.stoppingAt,
  stoppedAt: task.stoppedAt,
  why: task.why,
})

/** A service's tags become its tasks' only where it says so. */
const tagsOf = (world: World, { declared }: ServiceRecord, taskDefinition: string): readonly Tag[] => {
  if (declared.propagateTags === 'SERVICE') return declared.tags
  return declared.propagateTags === 'TASK_DEFINITION'
    ? (world.definitions.get(taskDefinition)?.tags ?? [])
    : []
}

const ofRecord = (world: World, record: ServiceRecord): readonly ToldTask[] =>
  record.service.tasks.map((task) => {
    const { taskDefinition } = revisionOf(record.service, task.revision)
    return ofService(record, tagsOf(world, record, taskDefinition), task)
  })

/** All tasks of a cluster: those of its services, and those of none. */
export const tasksIn = (world: World, { arn }: Cluster): readonly ToldTask[] => [
  ...[...world.services.values()]
    .filter(({ service }) => service.cluster === arn)
    .flatMap((record) => ofRecord(world, record)),
  ...[...world.tasks.values()].filter(({ cluster }) => cluster === arn),
]

export const isAliveTask = ({ phase }: ToldTask): boolean => phase === 'pending' || phase === 'running'

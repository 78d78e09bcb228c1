import type { Container, Task as TaskShape } from '@aws-sdk/client-ecs'
import type { RunningContainer, RunningTask } from '../tasks/driver.js'
import type { World } from '../world.js'
import { isAliveTask, type ToldTask } from './told-task.js'

/** ECS's names for a task's way out: DEACTIVATING is the time in which it leaves the load balancer. */
const STATUS = {
  pending: 'PENDING',
  running: 'RUNNING',
  draining: 'DEACTIVATING',
  stopping: 'STOPPING',
  stopped: 'STOPPED',
} as const

const CONTAINER_STATUS = { pending: 'PENDING', running: 'RUNNING', stopped: 'STOPPED' } as const

const date = (at: number | undefined): Date | undefined => (at === undefined ? undefined : new Date(at))

const showContainer = (arn: string, address: string, container: RunningContainer): Container => ({
  containerArn: `${arn.replace(':task/', ':container/')}/${container.name}`,
  taskArn: arn,
  name: container.name,
  image: container.image,
  imageDigest: container.imageDigest,
  runtimeId: container.runtimeId,
  lastStatus: CONTAINER_STATUS[container.phase],
  exitCode: container.exitCode,
  reason: container.reason,
  healthStatus: container.health,
  networkBindings: [],
  networkInterfaces: [{ privateIpv4Address: address }],
})

const networkOf = (running: RunningTask | undefined): TaskShape['attachments'] =>
  running
    ? [
        {
          type: 'ElasticNetworkInterface',
          status: 'ATTACHED',
          details: [{ name: 'privateIPv4Address', value: running.address }],
        },
      ]
    : []

const times = (task: ToldTask, running: RunningTask | undefined): Partial<TaskShape> => ({
  createdAt: new Date(task.createdAt),
  startedAt: date(task.startedAt),
  stoppingAt: date(task.stoppingAt),
  stoppedAt: date(task.stoppedAt),
  pullStartedAt: running?.pullStartedAt,
  pullStoppedAt: running?.pullStoppedAt,
})

export const showTask = (world: World, task: ToldTask, tags: boolean): TaskShape => {
  const running = world.driver.observe(task.id) ?? task.last
  const definition = world.definitions.get(task.taskDefinition)?.definition
  return {
    taskArn: task.arn,
    clusterArn: task.cluster,
    taskDefinitionArn: task.taskDefinition,
    group: task.group,
    startedBy: task.startedBy,
    lastStatus: STATUS[task.phase],
    desiredStatus: isAliveTask(task) ? 'RUNNING' : 'STOPPED',
    healthStatus: running?.health ?? 'UNKNOWN',
    launchType: 'FARGATE',
    platformFamily: 'Linux',
    cpu: definition?.cpu,
    memory: definition?.memory,
    attachments: networkOf(running),
    containers: (running?.containers ?? []).map((container) =>
      showContainer(task.arn, running?.address ?? '', container),
    ),
    overrides: task.overrides,
    tags: tags ? [...task.tags] : [],
    version: 1,
    stopCode: task.why?.code,
    stoppedReason: task.why?.reason,
    ...times(task, running),
  }
}

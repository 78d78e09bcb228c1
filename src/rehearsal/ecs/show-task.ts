import type { Container, Task as TaskShape } from '@aws-sdk/client-ecs'
import { taskArn } from '../arns.js'
import { isAlive, revisionOf, type Service, type Task } from '../controller/state.js'
import type { RunningContainer, RunningTask } from '../tasks/driver.js'
import type { World } from '../world.js'

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

const times = (task: Task, running: RunningTask | undefined): Partial<TaskShape> => ({
  createdAt: new Date(task.createdAt),
  startedAt: date(task.startedAt),
  stoppingAt: date(task.drainingSince ?? task.stoppingAt),
  stoppedAt: date(task.stoppedAt),
  pullStartedAt: running?.pullStartedAt,
  pullStoppedAt: running?.pullStoppedAt,
})

export const showTask = (world: World, service: Service, task: Task): TaskShape => {
  const arn = taskArn(service.arn, task.id)
  const running = world.driver.observe(task.id)
  const revision = revisionOf(service, task.revision)
  const definition = world.definitions.get(revision.taskDefinition)?.definition
  return {
    taskArn: arn,
    clusterArn: service.cluster,
    taskDefinitionArn: revision.taskDefinition,
    group: `service:${service.name}`,
    startedBy: `ecs-svc/${task.revision}`,
    lastStatus: STATUS[task.phase],
    desiredStatus: isAlive(task) ? 'RUNNING' : 'STOPPED',
    healthStatus: running?.health ?? 'UNKNOWN',
    launchType: 'FARGATE',
    platformFamily: 'Linux',
    cpu: definition?.cpu,
    memory: definition?.memory,
    attachments: networkOf(running),
    containers: (running?.containers ?? []).map((container) =>
      showContainer(arn, running?.address ?? '', container),
    ),
    overrides: { containerOverrides: [] },
    tags: [],
    version: 1,
    stopCode: task.why?.code,
    stoppedReason: task.why?.reason,
    ...times(task, running),
  }
}

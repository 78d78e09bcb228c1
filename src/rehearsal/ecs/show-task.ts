import type { Container, Task as TaskShape, TransportProtocol } from '@aws-sdk/client-ecs'
import { containerInstanceArn } from '../instance.js'
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

/** In bridge a container has ports of the machine, else an interface. */
const showNetwork = (address: string, { ports }: RunningContainer): Partial<Container> =>
  ports
    ? {
        networkBindings: ports.map(({ protocol, ...port }) => ({
          ...port,
          bindIP: address,
          protocol: protocol as TransportProtocol,
        })),
        networkInterfaces: [],
      }
    : { networkBindings: [], networkInterfaces: [{ privateIpv4Address: address }] }

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
  ...showNetwork(address, container),
})

const networkOf = (running: RunningTask | undefined): TaskShape['attachments'] =>
  running && !running.containers.some(({ ports }) => ports)
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

/** On Fargate nobody knows the machine. */
const whereRun = ({ launchType = 'FARGATE', cluster }: ToldTask): Partial<TaskShape> =>
  launchType === 'FARGATE'
    ? { launchType, platformFamily: 'Linux' }
    : { launchType, containerInstanceArn: containerInstanceArn(cluster) }

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
    ...whereRun(task),
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

import type {
  DescribeTasksRequest,
  DescribeTasksResponse,
  ListTasksRequest,
  ListTasksResponse,
} from '@aws-sdk/client-ecs'
import { refuse } from '../api/fault.js'
import { nameIn, taskArn } from '../arns.js'
import { isAlive, revisionOf, type Service, type Task } from '../controller/state.js'
import type { Cluster, World } from '../world.js'
import { clusterAt, servicesIn } from './clusters.js'
import { page } from './page.js'
import { serviceAt } from './services.js'
import { showTask } from './show-task.js'

const MOST_DESCRIBED = 100

type Owned = readonly [Service, Task]

const tasksIn = (world: World, cluster: Cluster): readonly Owned[] =>
  servicesIn(world, cluster).flatMap((service) => service.tasks.map((task) => [service, task] as const))

const familyOf = (world: World, [service, task]: Owned): string | undefined =>
  world.definitions.get(revisionOf(service, task.revision).taskDefinition)?.definition.family

const wanted = (world: World, input: ListTasksRequest, owned: Owned): boolean => {
  const [service, task] = owned
  const stopped = input.desiredStatus === 'STOPPED'
  return (
    isAlive(task) !== stopped &&
    (input.serviceName === undefined || service.name === nameIn(input.serviceName)) &&
    (input.startedBy === undefined || input.startedBy === `ecs-svc/${task.revision}`) &&
    (input.family === undefined || familyOf(world, owned) === input.family) &&
    input.containerInstance === undefined
  )
}

export const taskOperations = (world: World) => ({
  ListTasks(input: ListTasksRequest): ListTasksResponse {
    const cluster = clusterAt(world, input.cluster)
    if (input.serviceName !== undefined) serviceAt(world, cluster, input.serviceName)
    const found = tasksIn(world, cluster).filter((owned) => wanted(world, input, owned))
    const [taskArns, nextToken] = page(
      found.map(([service, task]) => taskArn(service.arn, task.id)),
      input,
    )
    return { taskArns, nextToken }
  },
  DescribeTasks(input: DescribeTasksRequest): DescribeTasksResponse {
    const cluster = clusterAt(world, input.cluster)
    const asked = input.tasks ?? []
    if (asked.length === 0) refuse('InvalidParameterException', 'Tasks cannot be empty.')
    if (asked.length > MOST_DESCRIBED)
      refuse('InvalidParameterException', 'A maximum of 100 tasks can be described at a time.')
    const all = new Map(tasksIn(world, cluster).map((owned) => [owned[1].id, owned]))
    const found = asked.flatMap((arn) => [all.get(nameIn(arn))].filter((owned) => owned !== undefined))
    return {
      tasks: found.map(([service, task]) => showTask(world, service, task)),
      failures: asked.filter((arn) => !all.has(nameIn(arn))).map((arn) => ({ arn, reason: 'MISSING' })),
    }
  },
})

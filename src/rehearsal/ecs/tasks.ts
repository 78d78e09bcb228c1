import type {
  DescribeTasksRequest,
  DescribeTasksResponse,
  ListTasksRequest,
  ListTasksResponse,
} from '@aws-sdk/client-ecs'
import { refuse } from '../api/fault.js'
import { nameIn } from '../arns.js'
import type { World } from '../world.js'
import { clusterAt } from './clusters.js'
import { page } from './page.js'
import { serviceAt } from './services.js'
import { showTask } from './show-task.js'
import { isAliveTask, type ToldTask, tasksIn } from './told-task.js'

const MOST_DESCRIBED = 100

const familyOf = (world: World, { taskDefinition }: ToldTask): string | undefined =>
  world.definitions.get(taskDefinition)?.definition.family

const wanted = (world: World, input: ListTasksRequest, task: ToldTask): boolean =>
  isAliveTask(task) !== (input.desiredStatus === 'STOPPED') &&
  (input.serviceName === undefined || task.service === nameIn(input.serviceName)) &&
  (input.startedBy === undefined || input.startedBy === task.startedBy) &&
  (input.family === undefined || familyOf(world, task) === input.family) &&
  input.containerInstance === undefined

export const taskOperations = (world: World) => ({
  ListTasks(input: ListTasksRequest): ListTasksResponse {
    const cluster = clusterAt(world, input.cluster)
    if (input.serviceName !== undefined) serviceAt(world, cluster, input.serviceName)
    const found = tasksIn(world, cluster).filter((task) => wanted(world, input, task))
    const [taskArns, nextToken] = page(
      found.map(({ arn }) => arn),
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
    const all = new Map(tasksIn(world, cluster).map((task) => [task.id, task]))
    const found = asked.flatMap((arn) => all.get(nameIn(arn)) ?? [])
    const tags = input.include?.includes('TAGS') ?? false
    return {
      tasks: found.map((task) => showTask(world, task, tags)),
      failures: asked.filter((arn) => !all.has(nameIn(arn))).map((arn) => ({ arn, reason: 'MISSING' })),
    }
  },
})

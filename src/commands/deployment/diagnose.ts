import type { Service, Task } from '@aws-sdk/client-ecs'
import {
  type Diagnosis,
  eventsSince,
  failedTasks,
  idOf,
  type LogSource,
  type LogTail,
  logSources,
  othersServing,
  type TargetReport,
  targetReports,
  taskReport,
} from '../../ecs/diagnosis.js'
import type { Ecs } from '../../platform/aws/ecs.js'
import type { Started } from '../../rollout/sight.js'
import { StaggerError } from '../../words.js'
import { controllerOf } from './controller.js'
import { nameOf, type Site } from './target.js'

const LINES = 20

/** Why it failed, from all that can still be asked. A question that fails costs its own answer and no other. */
export const diagnose = async (ecs: Ecs, target: Site, started: Started): Promise<Diagnosis> => {
  const trail = await orNull(controllerOf(ecs, target, started).trail())
  const { revision, said } = trail ?? { revision: started.revision, said: [] }
  const service = await orNull(ecs.describeService(nameOf(target)).then(({ value }) => value))
  const tasks = failedTasks((await orNull(allTasks(ecs, target))) ?? [], revision)
  return {
    tasks: tasks.map(taskReport),
    logs: await firstLogs(ecs, tasks),
    events: [...said, ...(service ? eventsSince(service, started.at) : [])],
    serving: service && othersServing(service, revision),
    targets: service ? await unhealthyTargets(ecs, service) : [],
  }
}

/** What a load balancer says of targets that it does not send requests to. */
const unhealthyTargets = async (ecs: Ecs, service: Service): Promise<readonly TargetReport[]> => {
  const { loadBalancers = [], taskSets = [] } = service
  const arns = [...loadBalancers, ...taskSets.flatMap((one) => one.loadBalancers ?? [])].flatMap((one) => [
    one.targetGroupArn,
    one.advancedConfiguration?.alternateTargetGroupArn,
  ])
  const groups = [...new Set(arns.filter((arn) => arn !== undefined))]
  const told = await Promise.all(
    groups.map(async (arn) => {
      const answer = await orNull(ecs.describeTargetHealth(arn))
      return answer ? targetReports(arn, answer.value) : []
    }),
  )
  return told.flat()
}

const orNull = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error: unknown) => {
    if (error instanceof StaggerError) return null
    throw error
  })

const allTasks = async (ecs: Ecs, target: Site): Promise<readonly Task[]> => {
  const listed = await Promise.all(
    (['STOPPED', 'RUNNING'] as const).map((status) => ecs.listTasks(nameOf(target), status)),
  )
  const described = listed
    .filter(({ value }) => value.length > 0)
    .map(async ({ value }) => (await ecs.describeTasks(target.settings.cluster, value)).value)
  return (await Promise.all(described)).flat()
}

/** The logs of the first task that wrote any. */
const firstLogs = async (ecs: Ecs, tasks: readonly Task[]): Promise<readonly LogTail[]> => {
  let logs: readonly LogTail[] = []
  for (const task of tasks) {
    logs = await logsOf(ecs, task)
    if (logs.some(({ lines }) => lines.length > 0)) break
  }
  return logs
}

export const logsOf = async (ecs: Ecs, task: Task): Promise<readonly LogTail[]> => {
  const described = await orNull(ecs.describeTaskDefinition(task.taskDefinitionArn ?? ''))
  const sources = described ? logSources(described.value.taskDefinition, idOf(task)) : []
  return Promise.all(sources.map((source) => tail(ecs, source)))
}

const tail = async (ecs: Ecs, source: LogSource): Promise<LogTail> => {
  const { task, container } = source
  try {
    return { task, container, lines: await ecs.logTail(source, LINES), unread: null }
  } catch (error) {
    if (!(error instanceof StaggerError)) throw error
    return { task, container, lines: [], unread: error.message }
  }
}

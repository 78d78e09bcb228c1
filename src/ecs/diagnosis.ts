import type { Container, Service, Task, TaskDefinition } from '@aws-sdk/client-ecs'
import type { TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { Instant } from '../words.js'
import { lastSegment } from '../words.js'
import { nameOfGroup } from './traffic-checks.js'

export interface ContainerReport {
  readonly name: string
  readonly exitCode: number | null
  readonly health: string | null
  readonly reason: string | null
}

export interface TaskReport {
  readonly id: string
  readonly status: string
  readonly stopCode: string | null
  readonly stoppedReason: string | null
  readonly containers: readonly ContainerReport[]
}

export interface LogTail {
  readonly task: string
  readonly container: string
  readonly lines: readonly string[]
  /** Why there are none to show; null where there are, or where nothing was written. */
  readonly unread: string | null
}

/** Why a deployment failed, as far as ECS and the containers told. */
export interface Diagnosis {
  readonly tasks: readonly TaskReport[]
  readonly logs: readonly LogTail[]
  readonly events: readonly string[]
  /** Running tasks of the revisions before; null where the service could not be seen. */
  readonly serving: number | null
  /** Targets that get no requests, and why. */
  readonly targets: readonly TargetReport[]
}

export interface TargetReport {
  readonly group: string
  readonly target: string
  readonly state: string
  /** AWS's code, e.g. `Target.FailedHealthChecks`. */
  readonly reason: string | null
  readonly description: string | null
}

const MOST_TARGETS = 5

/** Those that are not healthy and not just leaving. */
export const targetReports = (
  group: string,
  targets: readonly TargetHealthDescription[],
): readonly TargetReport[] =>
  targets
    .filter(({ TargetHealth }) => !['healthy', 'draining', 'unused'].includes(TargetHealth?.State ?? ''))
    .slice(0, MOST_TARGETS)
    .map(({ Target, TargetHealth }) => ({
      group: nameOfGroup(group),
      target: [Target?.Id, Target?.Port].filter((part) => part !== undefined).join(':'),
      state: TargetHealth?.State ?? 'unknown',
      reason: TargetHealth?.Reason ?? null,
      description: TargetHealth?.Description ?? null,
    }))

const MOST_TASKS = 3
const MOST_EVENTS = 5

/** The tasks of one revision, those that failed by themselves before those that were stopped by plan. */
export const failedTasks = (tasks: readonly Task[], revision: string): readonly Task[] =>
  tasks
    .filter(({ startedBy }) => startedBy === `ecs-svc/${revision}`)
    .map((task) => ({ task, rank: rank(task) }))
    .sort((a, b) => a.rank - b.rank || time(b.task) - time(a.task))
    .map(({ task }) => task)
    .slice(0, MOST_TASKS)

const time = ({ stoppedAt, createdAt }: Task): number => (stoppedAt ?? createdAt)?.getTime() ?? 0

const rank = (task: Task): number => {
  if (/scaling activity/i.test(task.stoppedReason ?? '')) return 2
  return task.lastStatus === 'RUNNING' && task.healthStatus !== 'UNHEALTHY' ? 3 : 1
}

export const taskReport = (task: Task): TaskReport => ({
  id: idOf(task),
  status: task.lastStatus ?? 'UNKNOWN',
  stopCode: task.stopCode ?? null,
  stoppedReason: task.stoppedReason ?? null,
  containers: (task.containers ?? []).map(containerReport),
})

const containerReport = ({ name, exitCode, healthStatus, reason }: Container): ContainerReport => ({
  name: name ?? '',
  exitCode: exitCode ?? null,
  health: healthStatus === undefined || healthStatus === 'UNKNOWN' ? null : healthStatus,
  reason: reason ?? null,
})

/** How many tasks of other revisions than this one are running. */
export const othersServing = ({ deployments = [], taskSets = [] }: Service, revision: string): number =>
  [...deployments, ...taskSets]
    .filter(({ id }) => id !== `ecs-svc/${revision}`)
    .reduce((sum, { runningCount = 0 }) => sum + runningCount, 0)

export const idOf = ({ taskArn = '' }: Task): string => lastSegment(taskArn)

export interface LogSource {
  readonly task: string
  readonly container: string
  readonly group: string
  readonly stream: string
  readonly region?: string
}

/** Where the containers of a task write, by the naming of the awslogs driver: `prefix/container/task`. */
export const logSources = (
  { containerDefinitions = [] }: TaskDefinition,
  task: string,
): readonly LogSource[] =>
  containerDefinitions.flatMap(({ name = '', logConfiguration }) => {
    const {
      'awslogs-group': group,
      'awslogs-stream-prefix': prefix,
      'awslogs-region': region,
    } = logConfiguration?.options ?? {}
    if (logConfiguration?.logDriver !== 'awslogs' || !group || !prefix) return []
    return [
      { task, container: name, group, stream: `${prefix}/${name}/${task}`, ...(region ? { region } : {}) },
    ]
  })

/** What the service itself said since then, oldest first: for example that no machine has room for the task. */
export const eventsSince = ({ events = [] }: Service, since: Instant): readonly string[] =>
  events
    .filter(({ createdAt }) => (createdAt?.getTime() ?? 0) >= since)
    .sort((a, b) => (a.createdAt?.getTime() ?? 0) - (b.createdAt?.getTime() ?? 0))
    .flatMap(({ message }) => message ?? [])
    .filter((message) => !message.includes('has reached a steady state'))
    .slice(-MOST_EVENTS)

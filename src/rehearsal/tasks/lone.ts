import type { LaunchType, Tag, TaskDefinition, TaskOverride } from '@aws-sdk/client-ecs'
import type { Instant } from '../../words.js'
import type { RunningTask } from './driver.js'

/** A task of no service: RunTask started it, and nobody replaces it. Plain data, replaced and never changed. */
export interface LoneTask {
  readonly id: string
  readonly arn: string
  readonly cluster: string
  /** ARN. */
  readonly taskDefinition: string
  readonly group: string
  /** A state of an earlier version has none. */
  readonly launchType?: LaunchType
  readonly startedBy?: string
  readonly overrides: TaskOverride
  readonly tags: readonly Tag[]
  /** What RunTask was called with: asked again, it answers with the same tasks. */
  readonly token?: string
  readonly phase: 'pending' | 'running' | 'stopping' | 'stopped'
  /** It was, or is about to be, asked for: written down before that is done, so that it never runs twice. */
  readonly asked?: true
  readonly createdAt: Instant
  readonly startedAt?: Instant
  readonly stoppingAt?: Instant
  readonly stoppedAt?: Instant
  readonly why?: LoneWhy
  /** What was last seen of it, exit codes and all: whoever goes on from the state has nobody else to ask. */
  readonly last?: RunningTask
}

export interface LoneWhy {
  readonly code: 'EssentialContainerExited' | 'TaskFailedToStart' | 'UserInitiated'
  readonly reason: string
}

type Container = NonNullable<TaskDefinition['containerDefinitions']>[number]
type Override = NonNullable<TaskOverride['containerOverrides']>[number]

/** Of a variable that is in both, the override's value counts. */
const withOverride = (container: Container, { command, environment = [] }: Override): Container => {
  const names = environment.map(({ name }) => name)
  const kept = (container.environment ?? []).filter(({ name }) => !names.includes(name))
  return { ...container, ...(command ? { command } : {}), environment: [...kept, ...environment] }
}

/** The definition as this one task runs it. */
export const overridden = <Definition extends TaskDefinition>(
  definition: Definition,
  { containerOverrides = [] }: TaskOverride,
): Definition => ({
  ...definition,
  containerDefinitions: (definition.containerDefinitions ?? []).map((container) => {
    const override = containerOverrides.find(({ name }) => name === container.name)
    return override ? withOverride(container, override) : container
  }),
})

const ended = (task: LoneTask, seen: RunningTask, now: Instant): LoneTask => {
  const { stopped } = seen
  const code = stopped?.startFailed ? 'TaskFailedToStart' : 'EssentialContainerExited'
  const why = task.why ?? { code, reason: stopped?.reason ?? 'Essential container in task exited' }
  return { ...task, phase: 'stopped', stoppedAt: now, why, last: seen }
}

const LOST = 'The rehearsal cluster ended while the task was starting'

/** One that was to stop never started; of one that was asked for, nothing is left. */
const unseen = (task: LoneTask, now: Instant): LoneTask => {
  if (task.phase === 'stopping') return { ...task, phase: 'stopped', stoppedAt: now }
  if (!task.asked) return { ...task, asked: true }
  return { ...task, phase: 'stopped', stoppedAt: now, why: { code: 'TaskFailedToStart', reason: LOST } }
}

/** The task as it was seen now. */
export const follow = (task: LoneTask, seen: RunningTask | undefined, now: Instant): LoneTask => {
  if (task.phase === 'stopped') return task
  if (!seen) return unseen(task, now)
  if (seen.phase === 'stopped') return ended(task, seen, now)
  return task.phase === 'pending' && seen.phase === 'running'
    ? { ...task, phase: 'running', startedAt: now }
    : task
}

export const halted = (task: LoneTask, reason: string, now: Instant): LoneTask =>
  task.phase === 'pending' || task.phase === 'running'
    ? { ...task, phase: 'stopping', stoppingAt: now, why: { code: 'UserInitiated', reason } }
    : task

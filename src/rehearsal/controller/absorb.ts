import type { Instant } from '../../words.js'
import type { Moment } from './guards.js'
import { type Observation, type SeenTask, STALE_MILLISECONDS } from './observation.js'
import type { Service, Task, Why } from './state.js'

const isServing = (task: Task, seen: SeenTask | undefined): boolean =>
  seen !== undefined &&
  task.phase === 'running' &&
  (seen.hasHealthCheck ? seen.health === 'HEALTHY' : true) &&
  seen.targets.every(({ state }) => state === 'healthy')

/** Out of rotation, as observed and not only as asked; and nothing in flight, or the deregistration delay passed. */
const isDrained = (task: Task, seen: SeenTask, { now, guards }: Moment): boolean =>
  seen.targets.every((target) => guards.isDrained(target, now - (task.drainingSince ?? now)))

const ended = (task: Task, seen: SeenTask, now: Instant): Task => {
  const code = seen.stopped?.startFailed ? 'TaskFailedToStart' : 'EssentialContainerExited'
  const why: Why = task.why ?? { code, reason: seen.stopped?.reason ?? 'Essential container in task exited' }
  return { ...task, phase: 'stopped', stoppedAt: now, why }
}

const started = (task: Task, now: Instant): Task => ({ ...task, phase: 'running', startedAt: now })

const advance = (task: Task, seen: SeenTask, moment: Moment): Task => {
  const { now } = moment
  if (task.phase === 'stopped') return task
  if (seen.phase === 'stopped') return ended(task, seen, now)
  if (task.phase === 'pending' && seen.phase === 'running') return started(task, now)
  if (task.phase === 'draining' && isDrained(task, seen, moment))
    return { ...task, phase: 'stopping', stoppingAt: now }
  return serving(task, seen, now)
}

/**
 * How long a task must serve before it counts: ECS, too, looks only every so often, and a task that dies in its
 * first second has replaced nobody. Inferred; AWS gives no number.
 */
const STEADY_MILLISECONDS = 2000

const serving = (task: Task, seen: SeenTask, now: Instant): Task => {
  if (!isServing(task, seen)) {
    const { servingSince: _, ...rest } = task
    return rest
  }
  const servingSince = task.servingSince ?? now
  return { ...task, servingSince, healthy: task.healthy || now - servingSince >= STEADY_MILLISECONDS }
}

/** One that was to stop and cannot be seen never started: the start was lost, and after this nobody asks for it again. */
const vanish = (task: Task, now: Instant): Task =>
  task.phase === 'stopping' && now - (task.stoppingAt ?? now) >= STALE_MILLISECONDS
    ? { ...task, phase: 'stopped', stoppedAt: now }
    : task

/** The tasks as they are now: each phase follows what was seen. */
export const absorb = (service: Service, moment: Moment): Service => ({
  ...service,
  tasks: service.tasks.map((task) => {
    const seen = moment.seen.tasks.get(task.id)
    return seen ? advance(task, seen, moment) : vanish(task, moment.now)
  }),
})

/** A running task that must go because it is sick, and what ECS says of it. */
export const sickness = (service: Service, task: Task, seen: SeenTask, now: Instant): Why | undefined => {
  const overlooked = now - (task.startedAt ?? now) < service.settings.graceSeconds * 1000
  if (task.phase !== 'running' || overlooked) return undefined
  if (seen.health === 'UNHEALTHY')
    return { code: 'ServiceSchedulerInitiated', reason: 'Task failed container health checks' }
  const sick = seen.targets.find(({ state }) => state === 'unhealthy')
  return (
    sick && {
      code: 'ServiceSchedulerInitiated',
      reason: `Task failed ELB health checks in (target-group ${sick.targetGroup})`,
    }
  )
}

/** Nobody sends it a request: it is not in rotation, or not healthy. */
export const isIdle = (task: Task, observation: Observation): boolean =>
  !isServing(task, observation.tasks.get(task.id))

/** Serves, and has for long enough: may replace another. */
export const isSteady = (task: Task, observation: Observation): boolean =>
  task.healthy && !isIdle(task, observation)

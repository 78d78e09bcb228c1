import { createHash } from 'node:crypto'
import type { Instant } from '../../words.js'
import { type Course, MINUTE, type PauseHook, type Wait } from './course.js'
import type { Stage } from './stages.js'
import type { Service } from './state.js'
import { newest, rollBack, withCourse } from './turn.js'

/** Made from what it stands for, so that a step repeated after a crash gives the same one. */
const hookId = (deployment: string, number: number): string =>
  `ecs-pause-${createHash('sha256').update(`${deployment} ${number}`).digest('base64url')}`

const reach = (hook: PauseHook, deployment: string, number: number, now: Instant): Wait => ({
  hookId: hookId(deployment, number),
  status: 'AWAITING_ACTION',
  expiresAt: (now + hook.timeoutMinutes * MINUTE) as Instant,
  action: hook.action,
})

/** The hooks of a stage that is entered now, each with an id of its own. */
export const reachHooks = (
  course: Course,
  deployment: string,
  stage: Stage,
  now: Instant,
): Pick<Course, 'waits' | 'reached'> => {
  const here = course.hooks.filter(({ stages }) => stages.includes(stage))
  return {
    waits: here.map((hook, index) => reach(hook, deployment, course.reached + index, now)),
    reached: course.reached + here.length,
  }
}

const isOver = (wait: Wait, now: Instant): boolean =>
  wait.status === 'AWAITING_ACTION' && now >= wait.expiresAt

const TIMED_OUT = 'Service deployment rolled back because a lifecycle hook timed out.'

/** Hooks that nobody answered in time do what they were told to do then. */
export const timeOut = (service: Service, now: Instant): Service => {
  const { waits } = newest(service).course
  const over = waits.filter((wait) => isOver(wait, now))
  if (over.length === 0) return service
  if (over.some(({ action }) => action === 'ROLLBACK')) return rollBack(service, TIMED_OUT, now)
  return withCourse(
    service,
    { waits: waits.map((wait) => (over.includes(wait) ? { ...wait, status: 'TIMED_OUT' } : wait)) },
    now,
  )
}

export const isPaused = ({ waits }: Course): boolean =>
  waits.some(({ status }) => status === 'AWAITING_ACTION')

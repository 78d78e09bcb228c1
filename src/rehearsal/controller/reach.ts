import { createHash } from 'node:crypto'
import type { Instant } from '../../words.js'
import { type Course, type Hook, MINUTE, type Wait } from './course.js'
import type { Stage } from './stages.js'

/** Made from what it stands for, so that a step repeated after a crash gives the same one. */
const hookId = (kind: 'pause' | 'lambda', deployment: string, number: number): string =>
  `ecs-${kind}-${createHash('sha256').update(`${deployment} ${number}`).digest('base64url')}`

const reach = (hook: Hook, stage: Stage, deployment: string, number: number, now: Instant): Wait => {
  const { lambda, action, timeoutMinutes } = hook
  const expiresAt = (now + timeoutMinutes * MINUTE) as Instant
  return lambda
    ? {
        hookId: hookId('lambda', deployment, number),
        status: 'IN_PROGRESS',
        expiresAt,
        action,
        asks: { ...lambda, stage, answered: 0, at: now },
      }
    : { hookId: hookId('pause', deployment, number), status: 'AWAITING_ACTION', expiresAt, action }
}

type Reached = Pick<Course, 'waits' | 'reached'>

const reachAll = (
  course: Course,
  here: readonly (readonly [Hook, Stage])[],
  deployment: string,
  now: Instant,
): Reached => ({
  waits: here.map(([hook, stage], index) => reach(hook, stage, deployment, course.reached + index, now)),
  reached: course.reached + here.length,
})

/** CodeDeploy asks each function once, ECS at every step. */
const isDue = ({ stages, lambda }: Hook, stage: Stage, step: number): boolean =>
  stages.includes(stage) && (step === 0 || lambda?.reportsTo === undefined)

const hooksAt = ({ hooks, step }: Course, stage: Stage): readonly (readonly [Hook, Stage])[] =>
  hooks.filter((hook) => isDue(hook, stage, step)).map((hook) => [hook, stage])

/** The hooks of a stage that is entered now, each with an id of its own. */
export const reachHooks = (course: Course, deployment: string, stage: Stage, now: Instant): Reached =>
  reachAll(course, hooksAt(course, stage), deployment, now)

/** On the way back, as the traffic moves: the hooks of the shifts that are undone. */
export const reachBack = (course: Course, deployment: string, now: Instant): Reached =>
  reachAll(
    course,
    (course.undone ?? []).flatMap((stage) => hooksAt(course, stage)),
    deployment,
    now,
  )

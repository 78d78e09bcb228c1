import type { EnvironmentSettings } from '../environment/settings.js'
import { type Shape, type Step, stepsOf } from './shape.js'

/** A strategy in numbers, before anything is begun. */
export interface Forecast {
  readonly shape: Shape
  readonly steps: readonly Step[]
  /** The waiting that is set: no deployment of this shape is over before. */
  readonly leastMinutes: number
  /** With every pause waited for to its limit, and what tasks and traffic take; by then following ends. */
  readonly mostMinutes: number
  readonly capacity: Capacity
}

export interface Capacity {
  readonly desired: number
  /** The least tasks that serve, and the most that exist, at any time. */
  readonly least: number
  readonly most: number
}

/** What is waited for tasks to get healthy and traffic to move, besides what is set. */
const WORK_MINUTES = 30
const PAUSE_MINUTES = 1440
const REPORT_MINUTES = 60

export const forecast = (shape: Shape, settings: EnvironmentSettings, desired: number): Forecast => {
  const steps = stepsOf(shape)
  const leastMinutes = steps.reduce((sum, { minutes }) => sum + minutes, 0)
  const waited = pauseMinutes(settings, steps.length) + hookMinutes(settings, steps.length)
  const mostMinutes = leastMinutes + waited + WORK_MINUTES
  return { shape, steps, leastMinutes, mostMinutes, capacity: capacityOf(shape, desired) }
}

interface Waiting {
  readonly at: readonly string[]
  readonly timeoutMinutes?: number | undefined
}

/** What is waited for at production traffic comes back at every step. */
const minutesOf = (waits: readonly Waiting[], usual: number, steps: number): number =>
  waits
    .flatMap(({ at, timeoutMinutes = usual }) =>
      at.map((stage) => timeoutMinutes * (/^(?:PRE_)?PRODUCTION/.test(stage) ? steps : 1)),
    )
    .reduce((sum, minutes) => sum + minutes, 0)

const pauseMinutes = ({ pauses = [] }: EnvironmentSettings, steps: number): number =>
  minutesOf(pauses, PAUSE_MINUTES, steps)

/** A function counts with the limit that is set for it; one of CodeDeploy has an hour, and is asked once. */
const hookMinutes = ({ hooks = [], codeDeploy }: EnvironmentSettings, steps: number): number =>
  minutesOf(hooks, 0, steps) + REPORT_MINUTES * Object.keys(codeDeploy?.hooks ?? {}).length

/** ECS rounds the minimum up and the maximum down; the other strategies run both versions whole. */
export const capacityOf = (shape: Shape, desired: number): Capacity => {
  if (!('minimum' in shape)) return { desired, least: desired, most: 2 * desired }
  return {
    desired,
    least: Math.ceil((desired * shape.minimum) / 100),
    most: Math.floor((desired * shape.maximum) / 100),
  }
}

/** How long a deployment is followed: what the environment says, else long enough for what is set. */
export const followMinutes = (settings: EnvironmentSettings, { leastMinutes, steps }: Forecast): number =>
  settings.timeoutMinutes ?? leastMinutes + hookMinutes(settings, steps.length) + WORK_MINUTES

const JOB_MINUTES = 360
const ROLE_MINUTES = 60

/** What the limits of a job and of credentials do not allow; `left` are the minutes that the credentials live, if known. */
export const limits = (
  { leastMinutes }: Forecast,
  { ci, left }: { readonly ci: boolean; readonly left: number | null },
): readonly string[] => {
  const job =
    ci && leastMinutes >= JOB_MINUTES
      ? [`it waits for ${leastMinutes} min at least, and a hosted job ends after ${JOB_MINUTES}`]
      : []
  const known = left !== null && leastMinutes >= left
  const credentials = known
    ? [`it waits for ${leastMinutes} min at least, and the credentials live for ${left} more`]
    : []
  const usual =
    left === null && ci && leastMinutes >= ROLE_MINUTES
      ? [
          `it waits for ${leastMinutes} min at least, and a role's credentials live for ${ROLE_MINUTES} unless more are asked for`,
        ]
      : []
  return [...job, ...credentials, ...usual].map(
    (why) => `${why}: ECS goes on all the same, and stagger deploy --resume tells how it ended`,
  )
}

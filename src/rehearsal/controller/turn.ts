import type { Instant } from '../../words.js'
import type { Course } from './course.js'
import { type Deployment, type DeploymentStatus, lastCompleted, type Service } from './state.js'

const NOWHERE = 'No rollback candidate was found to run the rollback.'

export const newest = (service: Service): Deployment => {
  const deployment = service.deployments[0]
  if (!deployment) throw new Error(`${service.arn} has no deployment`)
  return deployment
}

export const withNewest = (service: Service, change: Partial<Deployment>, now: Instant): Service => ({
  ...service,
  deployments: [{ ...newest(service), ...change, updatedAt: now }, ...service.deployments.slice(1)],
})

export const withCourse = (service: Service, change: Partial<Course>, now: Instant): Service =>
  withNewest(service, { course: { ...newest(service).course, ...change } }, now)

export const finish = (
  service: Service,
  status: DeploymentStatus,
  reason: string | undefined,
  now: Instant,
): Service => withNewest(service, { status, ...(reason ? { reason } : {}), finishedAt: now }, now)

/** All traffic is asked back at once; it moves once the old revision can take it. */
const homeward = (course: Course, now: Instant): Course => {
  const { arrivedAt: _, ...rest } = course
  if (course.strategy === 'ROLLING') return { ...rest, waits: [] }
  return { ...rest, stage: 'SCALE_UP', since: now, waits: [], asked: { production: 0, test: 0, since: now } }
}

/** Turns the newest deployment around. Without a revision that once completed there is nowhere to go. */
export const rollBack = (service: Service, reason: string, now: Instant): Service => {
  const revision = lastCompleted(service)
  if (!revision) return finish(service, 'ROLLBACK_FAILED', NOWHERE, now)
  const { lastFailureAt: _, ...rest } = newest(service)
  return withNewest(
    { ...service, deployments: [rest, ...service.deployments.slice(1)] },
    {
      status: 'ROLLBACK_IN_PROGRESS',
      reason,
      rollback: { reason, startedAt: now, revision, from: rest.course.stage },
      course: homeward(rest.course, now),
    },
    now,
  )
}

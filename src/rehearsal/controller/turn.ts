import type { Instant } from '../../words.js'
import type { Asked, Course } from './course.js'
import type { Stage } from './stages.js'
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

/** The shifts that were begun, and are undone on the way back. */
const begunShifts = ({ production, test }: Asked): readonly Stage[] => [
  ...(test > 0 ? (['TEST_TRAFFIC_SHIFT'] as const) : []),
  ...(production > 0 ? (['PRODUCTION_TRAFFIC_SHIFT'] as const) : []),
]

/** All traffic is asked back at once; it moves once the old revision can take it. */
const homeward = (course: Course, now: Instant): Course => {
  const { arrivedAt: _, ...rest } = course
  if (course.strategy === 'ROLLING') return { ...rest, waits: [] }
  const asked = { production: 0, test: 0, since: now }
  return { ...rest, stage: 'SCALE_UP', since: now, waits: [], asked, undone: begunShifts(course.asked) }
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

import type { Instant } from '../../words.js'
import { isSteady } from './absorb.js'
import { newest, rollBack, withNewest } from './breaker.js'
import type { Observation } from './observation.js'
import { isAlive, isUnderWay, type Revision, type Service, wantedRevision } from './state.js'

const SUPERSEDED = 'Service deployment stopped because a newer service deployment started.'
const ASKED = 'Service deployment rolled back because of a StopServiceDeployment request.'

const supersede = (service: Service, now: Instant): Service =>
  service.deployments[0] && isUnderWay(service.deployments[0])
    ? withNewest(service, { status: 'STOPPED', reason: SUPERSEDED, finishedAt: now }, now)
    : service

const sourcesOf = (service: Service): readonly string[] => [
  ...new Set(service.tasks.filter(({ phase }) => phase !== 'stopped').map(({ revision }) => revision)),
]

/** A new deployment of a new revision; one that is under way ends here, whatever it got to. */
export const begin = (service: Service, revision: Revision, arn: string, now: Instant): Service => {
  const before = supersede(service, now)
  return {
    ...before,
    revisions: [...before.revisions, revision],
    deployments: [
      {
        arn,
        target: revision.id,
        sources: sourcesOf(service),
        status: 'PENDING',
        createdAt: now,
        updatedAt: now,
        failures: 0,
        rollbackFailures: 0,
      },
      ...before.deployments,
    ],
  }
}

/** What was asked for, taken up: a pending deployment starts, a requested rollback turns around. */
export const takeUp = (service: Service, now: Instant): Service => {
  const { status } = newest(service)
  if (status === 'PENDING') return withNewest(service, { status: 'IN_PROGRESS', startedAt: now }, now)
  if (status === 'ROLLBACK_REQUESTED') return rollBack(service, ASKED, now)
  return service
}

/** All desired tasks of the wanted revision serve, and nothing of another is left, not even draining. */
const hasArrived = (service: Service, seen: Observation): boolean => {
  const revision = wantedRevision(service)
  const wanted = service.tasks.filter((task) => isAlive(task) && task.revision === revision)
  const left = service.tasks.some((task) => task.revision !== revision && task.phase !== 'stopped')
  return !left && wanted.length === service.desiredCount && wanted.every((task) => isSteady(task, seen))
}

export const settle = (service: Service, seen: Observation, now: Instant): Service => {
  const { status } = newest(service)
  const end = status === 'IN_PROGRESS' ? 'SUCCESSFUL' : 'ROLLBACK_SUCCESSFUL'
  const moving = status === 'IN_PROGRESS' || status === 'ROLLBACK_IN_PROGRESS'
  return moving && hasArrived(service, seen)
    ? withNewest(service, { status: end, finishedAt: now }, now)
    : service
}

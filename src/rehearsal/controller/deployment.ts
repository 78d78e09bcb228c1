import type { Instant } from '../../words.js'
import { ringing } from './alarms.js'
import { ALL, type Course, stepBakeOf, stepsOf } from './course.js'
import { enterFirst } from './enter.js'
import type { Moment } from './guards.js'
import { isUnderWay, lastCompleted, type Revision, type Service } from './state.js'
import { newest, rollBack, withNewest } from './turn.js'

const SUPERSEDED = 'Service deployment stopped because a newer service deployment started.'
const ASKED = 'Service deployment rolled back because of a StopServiceDeployment request.'

const supersede = (service: Service, now: Instant): Service =>
  service.deployments[0] && isUnderWay(service.deployments[0])
    ? withNewest(service, { status: 'STOPPED', reason: SUPERSEDED, finishedAt: now }, now)
    : service

const sourcesOf = (service: Service): readonly string[] => [
  ...new Set(service.tasks.filter(({ phase }) => phase !== 'stopped').map(({ revision }) => revision)),
]

/** With nothing that served before there is nothing to shift from: one step, and all of the traffic from the start. */
const courseOf = (service: Service, now: Instant): Course => {
  const { plan, bakeMinutes, hooks, scaleUpMinutes } = service.settings
  const blue = lastCompleted(service)
  const shifts = plan.strategy !== 'ROLLING' && blue !== undefined
  const share = shifts ? 0 : ALL
  return {
    strategy: plan.strategy,
    ...(blue === undefined ? {} : { blue }),
    steps: shifts ? stepsOf(plan) : stepsOf(plan).slice(-1),
    stepBakeMinutes: stepBakeOf(plan),
    bakeMinutes,
    ...(scaleUpMinutes === undefined ? {} : { scaleUpMinutes }),
    ...('early' in plan && plan.early ? { early: plan.early } : {}),
    hooks,
    stage: 'PRE_SCALE_UP',
    step: 0,
    since: now,
    asked: { production: share, test: share, since: now },
    waits: [],
    reached: 0,
  }
}

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
        course: courseOf(before, now),
        ignoredAlarms: [],
        triggeredAlarms: [],
      },
      ...before.deployments,
    ],
  }
}

const start = (service: Service, { seen, now }: Moment): Service =>
  enterFirst(
    withNewest(
      service,
      { status: 'IN_PROGRESS', startedAt: now, ignoredAlarms: ringing(service, seen) },
      now,
    ),
    now,
  )

/** What was asked for, taken up: a pending deployment starts, a requested rollback turns around. */
export const takeUp = (service: Service, moment: Moment): Service => {
  const { status, course, reason } = newest(service)
  if (status === 'PENDING') return start(service, moment)
  if (status === 'ROLLBACK_REQUESTED' && moment.guards.turnsBack(course.stage))
    return rollBack(service, reason ?? ASKED, moment.now)
  return service
}

import type { Instant } from '../../words.js'
import { ALL, type Asked, type Course } from './course.js'
import { reachHooks } from './reach.js'
import { foreign, leftovers } from './sets.js'
import { type Stage, stagesOf } from './stages.js'
import type { Service } from './state.js'
import { newest } from './turn.js'

/** The revisions that must be gone before a deployment can begin its own work. */
export const strays = (service: Service, { strategy, blue }: Course): readonly string[] => {
  const { target } = newest(service)
  return strategy === 'ROLLING' ? foreign(service, target) : leftovers(service, blue, target)
}

/** Where a course goes from here: the next stage, or back for another step; undefined at its end. */
export const next = ({
  stage,
  step,
  steps,
  strategy,
}: Course): Pick<Course, 'stage' | 'step'> | undefined => {
  if (stage === 'PRODUCTION_TRAFFIC_SHIFT' && step < steps.length - 1)
    return { stage: 'PRE_PRODUCTION_TRAFFIC_SHIFT', step: step + 1 }
  const stages = stagesOf(strategy)
  const following = stages[stages.indexOf(stage) + 1]
  return following && { stage: following, step }
}

/** What a stage asks of the traffic as it is entered. A first deployment has all of it from the start. */
const askedIn = ({ asked, steps, blue }: Course, stage: Stage, step: number, now: Instant): Asked => {
  if (blue === undefined) return asked
  if (stage === 'TEST_TRAFFIC_SHIFT') return { ...asked, test: ALL, since: now }
  if (stage === 'PRODUCTION_TRAFFIC_SHIFT') return { ...asked, production: steps[step] ?? ALL, since: now }
  return asked
}

export const enter = (service: Service, stage: Stage, step: number, now: Instant): Service => {
  const { arn, course } = newest(service)
  const { arrivedAt: _, ...rest } = course
  const entered: Course = {
    ...rest,
    stage,
    step,
    since: now,
    asked: askedIn(course, stage, step, now),
    ...reachHooks({ ...course, step }, arn, stage, now),
  }
  return {
    ...service,
    deployments: [{ ...newest(service), course: entered, updatedAt: now }, ...service.deployments.slice(1)],
  }
}

/** The first stage of a deployment that is taken up: with more than one revision around, those are reconciled first. */
export const enterFirst = (service: Service, now: Instant): Service => {
  const { course } = newest(service)
  const reconciles = course.blue !== undefined && strays(service, course).length > 0
  return enter(service, reconciles ? 'RECONCILE_SERVICE' : 'PRE_SCALE_UP', 0, now)
}

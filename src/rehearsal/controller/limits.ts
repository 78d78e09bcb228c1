import { MINUTE } from './course.js'
import type { Moment } from './guards.js'
import type { Stage } from './stages.js'
import type { Service } from './state.js'
import { newest } from './turn.js'
import { isUnweighable } from './weights.js'

const HOUR = 60 * MINUTE
const STAGE_LIMIT = 24 * HOUR
const DEPLOYMENT_LIMIT = 30 * 24 * HOUR

const LIMITED: readonly Stage[] = [
  'RECONCILE_SERVICE',
  'SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
]
const UNWEIGHABLE =
  'Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.'

/** Why a deployment cannot go on, whatever it waits for. */
export const hopeless = (service: Service, { seen, now }: Moment): string | undefined => {
  const { course, startedAt } = newest(service)
  const { scaleUpMinutes } = course
  if (
    course.stage === 'SCALE_UP' &&
    scaleUpMinutes !== undefined &&
    now - course.since >= scaleUpMinutes * MINUTE
  )
    return `The deployment timed out while waiting for the replacement task set to become healthy. This time out period is ${scaleUpMinutes} minutes.`
  const working = LIMITED.includes(course.stage) && course.arrivedAt === undefined
  if (working && course.strategy !== 'ROLLING' && now - course.since >= STAGE_LIMIT)
    return `Service deployment rolled back because the lifecycle stage ${course.stage} took longer than 24 hours.`
  if (now - (startedAt ?? now) >= DEPLOYMENT_LIMIT)
    return 'Service deployment rolled back because it took longer than 30 days.'
  return course.strategy !== 'ROLLING' && isUnweighable(service, seen) ? UNWEIGHABLE : undefined
}

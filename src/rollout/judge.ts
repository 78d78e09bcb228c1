import type { Outcome } from '../words.js'
import { GUARDS, type Guards, isOf } from './guards.js'
import type { DeploymentSight, Pause, ServiceSight, Started } from './sight.js'

export interface Ending {
  readonly outcome: Outcome
  /** Why it ended so, as ECS said it or as it follows from what was seen; null for a success. */
  readonly reason: string | null
  /** What waits for an answer, where it is paused. */
  readonly pause?: Pause
}

/** All that is known at one moment about our deployment and its neighbours. */
export interface Evidence {
  readonly started: Started
  readonly ours: DeploymentSight | null
  readonly service: ServiceSight | null
  readonly others: readonly DeploymentSight[]
  readonly images: readonly string[] | null
}

/** The one ending that the evidence proves, or null while it proves none. */
export const judge = (evidence: Evidence, guards: Guards = GUARDS): Ending | null => {
  const { ours, service, started } = evidence
  if (ours && guards.isFinal(ours)) return judgeFinal(evidence, ours, guards)
  if (service && !service.active) return { outcome: 'stopped', reason: 'the service was deleted' }
  return ours && guards.isWaiting(ours, started.answered) ? judgePaused(ours, started) : null
}

const judgePaused = ({ pauses, stage }: DeploymentSight, { answered, by = 'ECS' }: Started): Ending => {
  const pause = pauses.find(({ hook }) => !answered.includes(hook)) as Pause
  const until = pause.expiresAt === null ? '' : ` until ${new Date(pause.expiresAt).toISOString()}`
  const then = pause.otherwise === 'CONTINUE' ? 'goes on' : 'rolls back'
  const reason = `it waits for an answer at ${stage ?? 'its pause'}${until}; without one ${by} ${then}`
  return { outcome: 'paused', reason, pause }
}

const judgeFinal = (evidence: Evidence, ours: DeploymentSight, guards: Guards): Ending | null => {
  if (guards.isSuccess(ours)) return judgeSuccess(evidence, ours, guards)
  const reason = ours.rollback ?? ours.reason
  switch (ours.status) {
    case 'ROLLBACK_SUCCESSFUL':
      return { outcome: 'rolled-back', reason }
    case 'ROLLBACK_FAILED':
      return { outcome: 'rollback-failed', reason }
    default:
      return judgeStopped(evidence, ours, guards)
  }
}

const judgeStopped = (evidence: Evidence, ours: DeploymentSight, guards: Guards): Ending | null => {
  if (!evidence.service) return null
  if (isReplaced(evidence, ours, guards))
    return { outcome: 'superseded', reason: 'a newer deployment of this service took its place' }
  // The service was asked before its deployment was: what stopped it may have come in between. Images are asked for after.
  const again = evidence.images === null && ours.target !== null
  return again ? null : { outcome: 'stopped', reason: ours.rollback ?? ours.reason }
}

/** SUCCESSFUL is what ECS says of a deployment. It is ours only if our revision is PRIMARY and holds our digest. */
const judgeSuccess = (evidence: Evidence, ours: DeploymentSight, guards: Guards): Ending | null => {
  const { service, images, started } = evidence
  if (!service || !images) return null
  if (!guards.isServing(service, started.revision)) {
    const reason = 'it ended well, but a newer deployment of this service has already taken its place'
    return isReplaced(evidence, ours, guards) ? { outcome: 'superseded', reason } : null
  }
  if (guards.holds(images, started.digest)) return { outcome: 'successful', reason: null }
  return { outcome: 'superseded', reason: `the service runs ${images.join(', ')}, not ${started.digest}` }
}

/** A newer deployment is seen, or something is PRIMARY that is neither ours nor what ours came to replace, where that was told. */
const isReplaced = (
  { others, service, started }: Evidence,
  ours: DeploymentSight,
  guards: Guards,
): boolean => {
  const primary = service?.primary ?? started.revision
  const known = primary === started.revision || ours.sources.some((source) => isOf(source, primary))
  return (!known && ours.sources.length > 0) || others.some((other) => guards.isReplacedBy(ours, other))
}

/** What is told when the time is over; what was seen so far still counts. */
export const judgeLate = (evidence: Evidence, guards: Guards = GUARDS): Ending => {
  const { ours, others, started } = evidence
  if (!ours) return { outcome: 'timed-out', reason: `${started.by ?? 'ECS'} never listed the deployment` }
  if (ours.status === 'STOPPED') return { outcome: 'stopped', reason: ours.rollback ?? ours.reason }
  if (others.some((other) => guards.isReplacedBy(ours, other))) {
    return { outcome: 'superseded', reason: 'a newer deployment of this service was begun' }
  }
  return { outcome: 'timed-out', reason: tooLong(started, ours) }
}

const tooLong = ({ timeoutMilliseconds }: Started, { tasks, status, stage }: DeploymentSight): string => {
  const minutes = Math.round(timeoutMilliseconds / 60_000)
  const where = stage === null ? '' : `, stage ${stage}`
  return `not over after ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}: ${tasks.running} of ${tasks.requested} tasks running, status ${status}${where}`
}

import type { Digest, Outcome } from '../words.js'
import type { DeploymentSight, ServiceSight, Started } from './sight.js'

export interface Ending {
  readonly outcome: Outcome
  /** Why it ended so, as ECS said it or as it follows from what was seen; null for a success. */
  readonly reason: string | null
}

/** All that is known at one moment about our deployment and its neighbours. */
export interface Evidence {
  readonly started: Started
  readonly ours: DeploymentSight | null
  readonly service: ServiceSight | null
  readonly others: readonly DeploymentSight[]
  readonly images: readonly string[] | null
}

const FINAL = ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED']

export const isFinal = ({ status }: DeploymentSight): boolean => FINAL.includes(status)

/** Exactly the revision's number, after the last slash: `/123` is not the end of `/9123`. */
export const isOf = (arn: string | null, revision: string): boolean =>
  arn !== null && arn.slice(arn.lastIndexOf('/') + 1) === revision

/** The one ending that the evidence proves, or null while it proves none. */
export const judge = (evidence: Evidence): Ending | null => {
  const { ours, service } = evidence
  if (ours && isFinal(ours)) return judgeFinal(evidence, ours)
  return service && !service.active ? { outcome: 'stopped', reason: 'the service was deleted' } : null
}

const judgeFinal = (evidence: Evidence, ours: DeploymentSight): Ending | null => {
  const reason = ours.rollback ?? ours.reason
  switch (ours.status) {
    case 'ROLLBACK_SUCCESSFUL':
      return { outcome: 'rolled-back', reason }
    case 'ROLLBACK_FAILED':
      return { outcome: 'rollback-failed', reason }
    case 'STOPPED':
      return judgeStopped(evidence, ours)
    default:
      return judgeSuccess(evidence, ours)
  }
}

const judgeStopped = (evidence: Evidence, ours: DeploymentSight): Ending | null => {
  if (!evidence.service) return null
  return isReplaced(evidence, ours)
    ? { outcome: 'superseded', reason: 'a newer deployment of this service took its place' }
    : { outcome: 'stopped', reason: ours.rollback ?? ours.reason }
}

/** SUCCESSFUL is what ECS says of a deployment. It is ours only if our revision is PRIMARY and holds our digest. */
const judgeSuccess = (evidence: Evidence, ours: DeploymentSight): Ending | null => {
  const { service, images, started } = evidence
  if (!service || !images) return null
  if (service.primary !== started.revision) {
    const reason = 'it ended well, but a newer deployment of this service has already taken its place'
    return isReplaced(evidence, ours) ? { outcome: 'superseded', reason } : null
  }
  if (holds(images, started.digest)) return { outcome: 'successful', reason: null }
  return { outcome: 'superseded', reason: `the service runs ${images.join(', ')}, not ${started.digest}` }
}

const holds = (images: readonly string[], digest: Digest): boolean =>
  images.some((image) => image === digest || image.endsWith(`@${digest}`))

/** A newer deployment is seen, or something is PRIMARY that is neither ours nor what ours came to replace. */
const isReplaced = ({ others, service, started }: Evidence, ours: DeploymentSight): boolean => {
  const primary = service?.primary ?? started.revision
  const known = primary === started.revision || ours.sources.some((source) => isOf(source, primary))
  return !known || others.some(({ createdAt }) => createdAt > ours.createdAt)
}

/** What is told when the time is over; what was seen so far still counts. */
export const judgeLate = (evidence: Evidence): Ending => {
  const { ours, others, started } = evidence
  if (!ours) return { outcome: 'timed-out', reason: 'ECS never listed the deployment' }
  if (ours.status === 'STOPPED') return { outcome: 'stopped', reason: ours.rollback ?? ours.reason }
  if (others.some(({ createdAt }) => createdAt > ours.createdAt)) {
    return { outcome: 'superseded', reason: 'a newer deployment of this service was begun' }
  }
  const { running, requested } = ours.tasks
  const minutes = Math.round(started.timeoutMilliseconds / 60_000)
  const state = `${running} of ${requested} tasks running, status ${ours.status}`
  return {
    outcome: 'timed-out',
    reason: `not over after ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}: ${state}`,
  }
}

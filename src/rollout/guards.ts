import type { Digest } from '../words.js'
import { lastSegment } from '../words.js'
import type { DeploymentSight, ServiceSight } from './sight.js'

/**
 * What a follower must never be wrong about, each in a place of its own: the model's mutants break one at a time, and
 * the invariants must notice.
 */
export interface Guards {
  /** Is this the deployment that brings our revision? */
  isOurs(deployment: DeploymentSight, revision: string): boolean
  /** Is it over? AWS may invent words; an unknown one is not an end. */
  isFinal(deployment: DeploymentSight): boolean
  /** Does what is told of a final deployment prove success? */
  isSuccess(deployment: DeploymentSight): boolean
  /** Is what we began what serves, by the look that told the end? */
  isServing(service: ServiceSight, revision: string): boolean
  holds(images: readonly string[], digest: Digest | null): boolean
  /** May what was seen be taken back by a later look? */
  isStale(known: DeploymentSight, seen: DeploymentSight): boolean
  /** Does it wait for a person, with nothing else that ends it? */
  isWaiting(deployment: DeploymentSight, answered: readonly string[]): boolean
  /** May it be asked to roll back? */
  mayStop(deployment: DeploymentSight): boolean
  /** Is a newer deployment an end of ours? */
  isReplacedBy(ours: DeploymentSight, other: DeploymentSight): boolean
}

const FINAL = ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED']
const LEAVING = /^(STOP_|ROLLBACK_)/

/** Exactly the revision's number, after the last slash: `/123` is not the end of `/9123`. */
export const isOf = (arn: string | null, revision: string): boolean =>
  arn !== null && lastSegment(arn) === revision

export const isFinal = ({ status }: DeploymentSight): boolean => FINAL.includes(status)

const isGoingBack = ({ status, rollback }: DeploymentSight): boolean =>
  rollback !== null || LEAVING.test(status)

export const GUARDS: Guards = {
  isOurs: ({ target }, revision) => isOf(target, revision),
  isFinal,
  isSuccess: ({ status }) => status === 'SUCCESSFUL',
  isServing: ({ primary }, revision) => primary === revision,
  holds: (images, digest) =>
    digest === null || images.some((image) => image === digest || image.endsWith(`@${digest}`)),
  isStale: (known, seen) => isFinal(known) && !isFinal(seen),
  isWaiting: (deployment, answered) =>
    !isFinal(deployment) &&
    !isGoingBack(deployment) &&
    deployment.pauses.some(({ hook }) => !answered.includes(hook)),
  mayStop: (deployment) => !isFinal(deployment) && !isGoingBack(deployment),
  isReplacedBy: (ours, other) => other.createdAt > ours.createdAt,
}

import type { Digest, Instant } from '../words.js'

/** The deployment that we began, as the update's answer told it. */
export interface Started {
  /** The `N` of `ecs-svc/N`, with which the ARN of its service revision ends. */
  readonly revision: string
  readonly digest: Digest
  /** By the server's clock. */
  readonly at: Instant
  readonly timeoutMilliseconds: number
}

/** What one look at the service told. */
export interface ServiceSight {
  readonly active: boolean
  /** The revision of the deployment that is PRIMARY; null where none is, or it is not named as expected. */
  readonly primary: string | null
}

/** What one look at a service deployment told; anybody's. */
export interface DeploymentSight {
  readonly arn: string
  /** AWS may invent new words; what is not known means that it is not over. */
  readonly status: string
  readonly createdAt: Instant
  /** The ARN of the service revision that it brings. */
  readonly target: string | null
  /** The ARNs of those that it replaces. */
  readonly sources: readonly string[]
  readonly tasks: Tasks
  readonly reason: string | null
  readonly rollback: string | null
}

/** The tasks of the revision that a deployment brings. */
export interface Tasks {
  readonly requested: number
  readonly running: number
  readonly pending: number
  /** How many failed to start, and with how many the circuit breaker rolls back; null where it does not say. */
  readonly failed: number | null
  readonly threshold: number | null
}

export type Observation =
  | {
      readonly kind: 'seen'
      readonly service: ServiceSight | null
      /** In any order, and never complete: a list may be stale, short or empty. */
      readonly deployments: readonly DeploymentSight[]
      /** The images of the revision that was asked for, `REPOSITORY@DIGEST` or a digest; null if none was. */
      readonly images: readonly string[] | null
    }
  /** The question or its answer was lost on the way. */
  | { readonly kind: 'lost'; readonly why: string }

/** The moment of an observation, and a number of [0, 1) that keeps many followers out of step. */
export interface Moment {
  readonly now: Instant
  readonly jitter: number
}

import type { Digest, Instant } from '../words.js'

/** The deployment that is followed: as the update's answer told it, or as it was found by its ARN. */
export interface Started {
  /** The `N` of `ecs-svc/N`, with which the ARN of its service revision ends. */
  readonly revision: string
  /** Null where somebody else chose the image, and we only follow. */
  readonly digest: Digest | null
  /** By the server's clock. */
  readonly at: Instant
  readonly timeoutMilliseconds: number
  /** What becomes of it when we are asked to stop, and when the time is over. */
  readonly onCancel: 'leave' | 'rollback'
  readonly onTimeout: 'leave' | 'rollback'
  /** The pauses that were answered already: a stale read may still show them. */
  readonly answered: readonly string[]
  /** Who moves the traffic, and is asked; ECS itself unless told otherwise. */
  readonly by?: 'ECS' | 'CodeDeploy'
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
  /** Where it is; null before it began, and for ROLLING. */
  readonly stage: string | null
  /** What share of the traffic was asked for the revision that it brings; null where ECS moves none. */
  readonly traffic: Traffic | null
  /** Those that are in ALARM. */
  readonly alarms: readonly string[]
  /** The pauses that wait for an answer. */
  readonly pauses: readonly Pause[]
  /** The functions that are asked, and have not answered for good; by name. */
  readonly hooks: readonly string[]
  readonly reason: string | null
  readonly rollback: string | null
}

/** In tenths of a percent. */
export interface Traffic {
  readonly production: number
  readonly test: number
}

/** A deployment that waits for somebody to say how it goes on. */
export interface Pause {
  readonly hook: string
  /** When nobody's answer is taken for one. */
  readonly expiresAt: Instant | null
  readonly otherwise: 'CONTINUE' | 'ROLLBACK'
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
  /** Ctrl-C, or the job was cancelled. */
  | { readonly kind: 'cancelled' }
  /** ECS took the request to roll back. */
  | { readonly kind: 'stop-taken' }

/** The moment of an observation, and a number of [0, 1) that keeps many followers out of step. */
export interface Moment {
  readonly now: Instant
  readonly jitter: number
}

import type { Details } from './course.js'

/** What was seen of the world at one moment. It may be old; a decision that needs more waits for the next one. */
export interface Observation {
  readonly tasks: ReadonlyMap<string, SeenTask>
  /** By ARN of the listener rule: the weight of each target group on it. */
  readonly rules: ReadonlyMap<string, Weights>
  /** By name; one that is not there has no data. */
  readonly alarms: ReadonlyMap<string, 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'>
  /** Ports of the machine that others have. */
  readonly takenPorts?: ReadonlySet<string>
  /** By the name of the call: what functions answered. One that is not there has not answered yet. */
  readonly calls: ReadonlyMap<string, Verdict>
}

/** What a function said of a deployment; and where it said nothing that counts, that it failed, and why. */
export type Verdict =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'failed'; readonly why: string }
  /** It reports by itself. */
  | { readonly kind: 'called' }
  | { readonly kind: 'in-progress'; readonly delaySeconds: number; readonly details?: Details }

export type Weights = Readonly<Record<string, number>>

/**
 * How old a sight may be, in milliseconds: AWS's reads are eventually consistent. What was asked for is believed only
 * in a sight from later than this. Inferred; AWS gives no number.
 */
export const STALE_MILLISECONDS = 1000

export interface SeenTask {
  readonly phase: 'pending' | 'running' | 'stopped'
  /** The containers' own health checks; `UNKNOWN` while they have not answered, or where there are none. */
  readonly health: 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN'
  readonly hasHealthCheck: boolean
  readonly targets: readonly SeenTarget[]
  /** Why the driver says that it stopped. */
  readonly stopped?: { readonly startFailed: boolean; readonly reason: string }
}

export interface SeenTarget {
  readonly targetGroup: string
  readonly state: 'unused' | 'initial' | 'healthy' | 'unhealthy' | 'draining'
  readonly inFlight: number
  readonly deregistrationDelaySeconds: number
}

/** What was seen of the world at one moment. It may be old; a decision that needs more waits for the next one. */
export interface Observation {
  readonly tasks: ReadonlyMap<string, SeenTask>
}

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

/** A target group's health check, in the terms and ranges of ELBv2. */
export interface HealthCheck {
  readonly path: string
  readonly intervalSeconds: number
  readonly timeoutSeconds: number
  readonly healthyThreshold: number
  readonly unhealthyThreshold: number
  /** `200`, `200,202` or `200-299`. */
  readonly matcher: string
}

export type TargetState = 'initial' | 'healthy' | 'unhealthy' | 'draining'

export type Reason =
  | 'Elb.InitialHealthChecking'
  | 'Target.ResponseCodeMismatch'
  | 'Target.Timeout'
  | 'Target.FailedHealthChecks'
  | 'Target.DeregistrationInProgress'

export interface Health {
  readonly state: TargetState
  readonly reason?: Reason
  readonly description?: string
  /** Checks in a row that spoke against the present state. */
  readonly streak: number
}

export type Probe =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'refused' }

export const INITIAL: Health = {
  state: 'initial',
  reason: 'Elb.InitialHealthChecking',
  description: 'Initial health checks in progress',
  streak: 0,
}

export const DRAINING: Health = {
  state: 'draining',
  reason: 'Target.DeregistrationInProgress',
  description: 'Target deregistration is in progress',
  streak: 0,
}

export const matches = (matcher: string, status: number): boolean =>
  matcher.split(',').some((range) => {
    const [low, high = low] = range.trim().split('-').map(Number)
    return low !== undefined && high !== undefined && status >= low && status <= high
  })

const ailing = (probe: Probe): Pick<Health, 'reason' | 'description'> => {
  switch (probe.kind) {
    case 'status':
      return {
        reason: 'Target.ResponseCodeMismatch',
        description: `Health checks failed with these codes: [${probe.status}]`,
      }
    case 'timeout':
      return { reason: 'Target.Timeout', description: 'Request timed out' }
    case 'refused':
      return { reason: 'Target.FailedHealthChecks', description: 'Health checks failed' }
  }
}

const passed = (health: Health, { healthyThreshold }: HealthCheck): Health => {
  const streak = health.state === 'unhealthy' ? health.streak + 1 : 0
  const recovered = health.state !== 'unhealthy' || streak >= healthyThreshold
  return recovered ? { state: 'healthy', streak: 0 } : { ...health, streak }
}

const missed = (health: Health, probe: Probe, { unhealthyThreshold }: HealthCheck): Health => {
  const streak = health.state === 'unhealthy' ? 0 : health.streak + 1
  return health.state === 'unhealthy' || streak >= unhealthyThreshold
    ? { state: 'unhealthy', ...ailing(probe), streak: 0 }
    : { ...health, streak }
}

/**
 * What one check does to a target's health. A new target is healthy after its first passed check (documented: "it
 * must pass one health check"), whatever the threshold; a target that leaves is judged no more.
 */
export const judge = (health: Health, probe: Probe, check: HealthCheck): Health => {
  if (health.state === 'draining') return health
  const good = probe.kind === 'status' && matches(check.matcher, probe.status)
  if (!good) return missed(health, probe, check)
  return health.state === 'healthy' ? { state: 'healthy', streak: 0 } : passed(health, check)
}

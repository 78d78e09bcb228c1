import type { Mark } from '../rollout/news.js'
import type { Pause } from '../rollout/sight.js'
import type { Digest, EnvironmentName, Outcome, Problem, ServiceName, Strategy, Version } from '../words.js'
import type { Decision } from './decide.js'
import type { Diagnosis } from './diagnosis.js'

/** Runs what it was to run, since before or from now on. */
export const isThere = ({ outcome }: Pick<Deployed, 'outcome'>): boolean =>
  outcome === 'successful' || outcome === 'unchanged'

/** A deployment goes on and nobody saw its end; ECS need not have named it yet. */
export const isUnderWay = ({
  outcome,
  deployment,
  unseen,
}: Pick<Deployed, 'outcome' | 'deployment' | 'unseen'>): boolean =>
  outcome === null && (deployment !== null || unseen === true)

/** What became of one service. */
export interface Deployed {
  readonly name: ServiceName
  /** The ECS service, where the service's image runs in several; each has a row of its own. */
  readonly ecs?: string
  readonly environment: EnvironmentName
  readonly version: Version | null
  readonly digest: Digest
  readonly strategy: Strategy
  /** Null where no deployment was begun, or its end was not seen. */
  readonly outcome: Outcome | null
  /** Why it ended so, where there is more to say than the outcome. */
  readonly reason: string | null
  /** What waits for an answer, where it is paused. */
  readonly pause: Pause | null
  /** What was new, and when: the rollout's picture. */
  readonly marks: readonly Mark[]
  /** The ARN of the service deployment. */
  readonly deployment: string | null
  /** One was begun, and was not followed to its end. */
  readonly unseen?: boolean
  readonly seconds: number
  /** Why it did not end well, or was not begun. */
  readonly problems: readonly Problem[]
  /** Null where the service was not reached. */
  readonly decision: Decision | null
  readonly diagnosis: Diagnosis | null
}

export interface DeployResult {
  /** Nothing was changed; what would be stands in each service's decision. */
  readonly dryRun: boolean
  readonly services: readonly Deployed[]
}

import type { Instant } from '../words.js'
import type { Ending } from './judge.js'
import type { Mark, News, Told } from './news.js'
import type { DeploymentSight, ServiceSight, Started } from './sight.js'

/** What to ask at the next look, besides the service itself. */
export interface Look {
  /** The service deployment to describe; null where ours is not found yet and the list is needed. */
  readonly deployment: string | null
  /** Also the list: who else deploys? */
  readonly list: boolean
  /** The service revision whose images have to be seen. */
  readonly revision: string | null
}

export type Effect =
  | { readonly kind: 'look'; readonly after: number; readonly at: Look }
  /** Ask ECS to roll it back. Read again after an answer that was lost; never for one that is over. */
  | { readonly kind: 'stop'; readonly deployment: string }
  | { readonly kind: 'announce'; readonly news: News; readonly left: number }

/** A deployment that is followed. What it knows can be learned again: after a crash it begins anew. */
export interface Following {
  readonly started: Started
  readonly now: Instant
  readonly ours: DeploymentSight | null
  readonly service: ServiceSight | null
  readonly others: readonly DeploymentSight[]
  readonly images: readonly string[] | null
  readonly told: Told
  readonly marks: readonly Mark[]
  /** Looks in a row that showed nothing new. */
  readonly quiet: number
  /** Looks after the time was over: one that is over then, too, is looked at until its end is proven. */
  readonly late: number
  /** Set once it shall not go on. */
  readonly stopping: Stopping | null
  readonly ending: Ending | null
}

/** Why a deployment shall not go on, and what came of asking for it. */
export interface Stopping {
  readonly why: 'cancelled' | 'late'
  readonly since: Instant
  /** ECS was asked, whatever came of it. */
  readonly asked: boolean
  /** ECS took the request. */
  readonly taken: boolean
}

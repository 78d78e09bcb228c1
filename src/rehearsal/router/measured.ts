import { type Answered, noteRequest } from '../metrics/requests.js'
import type { MetricStore } from '../metrics/store.js'

/** What every router tells of each request that came to an end; and what is asked of it. */
export interface Measured {
  ended(answered: Answered): void
  /** How many requests a target group has had so far. */
  requests(targetGroup: string): number
  /** How many a task has had, by its address. */
  requestsAt(address: string): number
}

const count = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1)

/** Counts by target group and by target, and writes the metrics of a load balancer, in the cluster's time. */
export const createMeasured = (metrics: MetricStore, now: () => number): Measured => {
  const [counts, byTarget] = [new Map<string, number>(), new Map<string, number>()]
  return {
    ended: (answered) => {
      count(counts, answered.targetGroup)
      if (answered.target !== undefined) count(byTarget, answered.target)
      noteRequest(metrics, answered, now())
    },
    requests: (targetGroup) => counts.get(targetGroup) ?? 0,
    requestsAt: (address) => byTarget.get(address) ?? 0,
  }
}

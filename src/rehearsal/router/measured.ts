import { type Answered, noteRequest } from '../metrics/requests.js'
import type { MetricStore } from '../metrics/store.js'

/** What every router tells of each request that came to an end; and what is asked of it. */
export interface Measured {
  ended(answered: Answered): void
  /** How many requests a target group has had so far. */
  requests(targetGroup: string): number
}

/** Counts by target group, and writes the metrics of a load balancer, in the cluster's time. */
export const createMeasured = (metrics: MetricStore, now: () => number): Measured => {
  const counts = new Map<string, number>()
  return {
    ended: (answered) => {
      counts.set(answered.targetGroup, (counts.get(answered.targetGroup) ?? 0) + 1)
      noteRequest(metrics, answered, now())
    },
    requests: (targetGroup) => counts.get(targetGroup) ?? 0,
  }
}

import { type Answered, noteRequest } from '../metrics/requests.js'
import type { MetricStore } from '../metrics/store.js'

/** What every router tells of each request that came to an end; and what is asked of it. */
export interface Measured {
  ended(answered: Answered): void
  /** How many requests a target group has had so far. */
  requests(targetGroup: string): number
  /** How many a task has had. */
  requestsOf(task: string): number
}

const count = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1)

/** Counts by target group and by task, and writes the metrics of a load balancer, in the cluster's time. */
export const createMeasured = (metrics: MetricStore, now: () => number): Measured => {
  const [counts, byTask] = [new Map<string, number>(), new Map<string, number>()]
  return {
    ended: (answered) => {
      count(counts, answered.targetGroup)
      if (answered.task !== undefined) count(byTask, answered.task)
      noteRequest(metrics, answered, now())
    },
    requests: (targetGroup) => counts.get(targetGroup) ?? 0,
    requestsOf: (task) => byTask.get(task) ?? 0,
  }
}

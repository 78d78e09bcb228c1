import { type Bucket, EMPTY, join, sample } from './bucket.js'

/** A metric's name; its dimensions sorted by name, so that equal ones are the same. */
export interface MetricName {
  readonly namespace: string
  readonly name: string
  readonly dimensions: Readonly<Record<string, string>>
}

export interface MetricStore {
  note(metric: MetricName, value: number, at: number, many?: number): void
  metrics(): readonly MetricName[]
  /** What was noted from one time to before another, both whole minutes; undefined where nothing was. */
  read(metric: MetricName, from: number, to: number): Bucket | undefined
}

export const MINUTE = 60_000
/** A rehearsal looks back no further. */
const KEPT_MINUTES = 24 * 60

interface Series {
  readonly metric: MetricName
  readonly minutes: Map<number, Bucket>
}

const keyOf = ({ namespace, name, dimensions }: MetricName): string =>
  JSON.stringify([namespace, name, Object.entries(dimensions).toSorted(([a], [b]) => (a < b ? -1 : 1))])

const forget = ({ minutes }: Series): void => {
  const [oldest] = minutes.keys()
  if (minutes.size > KEPT_MINUTES && oldest !== undefined) minutes.delete(oldest)
}

/** Metrics by the minute, as load balancers report theirs. */
export const createMetricStore = (): MetricStore => {
  const all = new Map<string, Series>()
  return {
    note(metric, value, at, many = 1) {
      const key = keyOf(metric)
      const series = all.get(key) ?? { metric, minutes: new Map<number, Bucket>() }
      all.set(key, series)
      const minute = Math.floor(at / MINUTE) * MINUTE
      series.minutes.set(minute, join(series.minutes.get(minute) ?? EMPTY, sample(value, many)))
      forget(series)
    },
    metrics: () => [...all.values()].map(({ metric }) => metric),
    read(metric, from, to) {
      const minutes = all.get(keyOf(metric))?.minutes
      if (!minutes) return undefined
      const found = [...minutes].filter(([minute]) => minute >= from && minute < to)
      return found.length === 0 ? undefined : found.reduce((sum, [, bucket]) => join(sum, bucket), EMPTY)
    },
  }
}

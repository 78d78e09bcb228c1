/** What one phase of load saw. The counts are exact; the latencies are counted in classes of two digits. */
export interface LoadReport {
  /** The length of the schedule: `sent` is `rate` × `seconds`, and what was sent beside it. */
  readonly seconds: number
  readonly rate: number
  readonly sent: number
  /** Complete answers with a status of 2xx. */
  readonly ok: number
  /** Requests without such an answer, and idle connections that the other side cut. */
  readonly failed: number
  /** Those of `failed` where a connection broke that no `Connection: close` had announced to end. */
  readonly reconnected: number
  /** Complete answers by their header `x-version`, and by `x-code`. */
  readonly byVersion: Counts
  readonly byCode: Counts
  readonly failures: Counts
  /** In milliseconds from the moment a request was *due*, so that a stall of either side is seen in full. */
  readonly latency: { readonly p50: number; readonly p99: number; readonly max: number }
  /** How many answers took so many milliseconds: what the quantiles are made of. */
  readonly latencies: Counts
  /** The longest that a request went out after it was due, in milliseconds. */
  readonly lateness: number
}

type Counts = Readonly<Record<string, number>>

export const emptyReport: LoadReport = {
  seconds: 0,
  rate: 0,
  sent: 0,
  ok: 0,
  failed: 0,
  reconnected: 0,
  byVersion: {},
  byCode: {},
  failures: {},
  latency: { p50: 0, p99: 0, max: 0 },
  latencies: {},
  lateness: 0,
}

/** Two phases as one. The rate is that of both together, so `sent` stays `rate` × `seconds`. */
export const addReports = (a: LoadReport, b: LoadReport): LoadReport => {
  const seconds = a.seconds + b.seconds
  const sent = a.sent + b.sent
  const latencies = addCounts(a.latencies, b.latencies)
  return {
    seconds,
    rate: a.rate === b.rate ? a.rate : seconds === 0 ? 0 : sent / seconds,
    sent,
    ok: a.ok + b.ok,
    failed: a.failed + b.failed,
    reconnected: a.reconnected + b.reconnected,
    byVersion: addCounts(a.byVersion, b.byVersion),
    byCode: addCounts(a.byCode, b.byCode),
    failures: addCounts(a.failures, b.failures),
    latency: quantiles(latencies, Math.max(a.latency.max, b.latency.max)),
    latencies,
    lateness: Math.max(a.lateness, b.lateness),
  }
}

const addCounts = (a: Counts, b: Counts): Counts => {
  const total = { ...a }
  for (const [key, count] of Object.entries(b)) total[key] = (total[key] ?? 0) + count
  return total
}

export const quantiles = (latencies: Counts, max: number): LoadReport['latency'] => {
  const classes = Object.entries(latencies)
    .map(([milliseconds, count]) => ({ milliseconds: Number(milliseconds), count }))
    .sort((a, b) => a.milliseconds - b.milliseconds)
  // A class may be rounded up, but nothing took longer than the longest.
  const atMost = (share: number) => Math.min(quantile(classes, share), max)
  return { p50: atMost(0.5), p99: atMost(0.99), max }
}

const quantile = (classes: readonly { milliseconds: number; count: number }[], share: number): number => {
  const total = classes.reduce((sum, { count }) => sum + count, 0)
  let seen = 0
  for (const { milliseconds, count } of classes) {
    seen += count
    if (seen >= share * total) return milliseconds
  }
  return 0
}

import { emptyReport, type LoadReport, quantiles } from './report.js'

/** How one request ended. `broke`: its connection went away, and nothing had announced that. */
export type Answer =
  | { readonly kind: 'answer'; readonly status: number; readonly version?: string; readonly code?: string }
  | { readonly kind: 'failure'; readonly reason: string; readonly broke: boolean }

/** Counts while the load runs. */
export interface Tally {
  sent(late: number): void
  /** Without `milliseconds` it says nothing of how long requests take. */
  ended(answer: Answer, milliseconds?: number): void
  /** The other side cut a connection that carried no request: the next request could have been on it. */
  cutIdle(): void
  report(seconds: number, rate: number): LoadReport
}

type Open<T> = {
  -readonly [Key in keyof T]: T[Key] extends Readonly<Record<string, number>>
    ? Record<string, number>
    : T[Key]
}

export const createTally = (): Tally => {
  const seen: Open<LoadReport> = structuredClone(emptyReport)
  let slowest = 0
  return {
    sent: (late) => {
      seen.sent += 1
      seen.lateness = Math.max(seen.lateness, late)
    },
    ended: (answer, milliseconds) => {
      if (answer.kind === 'failure') return fail(seen, answer.reason, answer.broke)
      slowest = Math.max(slowest, milliseconds ?? 0)
      answered(seen, answer, milliseconds)
    },
    cutIdle: () => fail(seen, CUT_IDLE, true),
    report: (seconds, rate) => ({
      ...seen,
      seconds,
      rate,
      latency: quantiles(seen.latencies, hundredths(slowest)),
      lateness: hundredths(seen.lateness),
    }),
  }
}

/** The same counts for requests of another kind: a failure tells which; how long they take is what they asked for. */
export const ofKind = (tally: Tally, name: string): Tally => ({
  ...tally,
  ended: (answer) => tally.ended(named(answer, name)),
  cutIdle: () => tally.ended({ kind: 'failure', reason: `${name}: ${CUT_IDLE}`, broke: true }),
})

const named = (answer: Answer, name: string): Answer => {
  if (answer.kind === 'failure') return { ...answer, reason: `${name}: ${answer.reason}` }
  const isWell = answer.status >= 200 && answer.status < 300
  return isWell ? answer : { kind: 'failure', reason: `${name}: status ${answer.status}`, broke: false }
}

const CUT_IDLE = 'idle connection cut'

const fail = (seen: Open<LoadReport>, reason: string, broke: boolean): void => {
  seen.failed += 1
  if (broke) seen.reconnected += 1
  increment(seen.failures, reason)
}

const answered = (
  seen: Open<LoadReport>,
  answer: Answer & { kind: 'answer' },
  milliseconds: number | undefined,
): void => {
  if (answer.version !== undefined) increment(seen.byVersion, answer.version)
  if (answer.code !== undefined) increment(seen.byCode, answer.code)
  if (milliseconds !== undefined) increment(seen.latencies, String(Number(milliseconds.toPrecision(2))))
  if (answer.status >= 200 && answer.status < 300) seen.ok += 1
  else fail(seen, `status ${answer.status}`, false)
}

const increment = (counts: Record<string, number>, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1
}

const hundredths = (milliseconds: number): number => Math.round(milliseconds * 100) / 100

import type { Position } from '../../words.js'

/** What a test run tells about itself. Tests are counted one by one; what a report says of its own sums is not believed. */
export interface TestReport {
  readonly tests: number
  readonly failures: number
  readonly errors: number
  readonly skipped: number
  /** Tests that were run and neither failed nor erred. */
  readonly passed: number
  readonly seconds: number
  /** The first of them. */
  readonly failed: readonly FailedTest[]
}

export interface FailedTest {
  readonly suite: string
  readonly name: string
  /** As the report has it: a path of the machine that ran it. */
  readonly file: string | null
  readonly line: number | null
  readonly message: string
  /** All that it says of it, e.g. a stack trace. */
  readonly text: string
  /** Where it stands in this repository, as far as that can be told. */
  readonly at: Position | null
}

export const EMPTY_REPORT: TestReport = {
  tests: 0,
  failures: 0,
  errors: 0,
  skipped: 0,
  passed: 0,
  seconds: 0,
  failed: [],
}

/** More are counted, and not told. */
export const MOST_TOLD = 1000

/** What is added up from many is no longer exact: 0.1 and 0.2 come to 0.30000000000000004. */
export const wholeMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000

/** Several files, or several ways of testing, as one. */
export const merged = (reports: readonly TestReport[]): TestReport =>
  reports.reduce(
    (sum, one) => ({
      tests: sum.tests + one.tests,
      failures: sum.failures + one.failures,
      errors: sum.errors + one.errors,
      skipped: sum.skipped + one.skipped,
      passed: sum.passed + one.passed,
      seconds: wholeMilliseconds(sum.seconds + one.seconds),
      failed: [...sum.failed, ...one.failed].slice(0, MOST_TOLD),
    }),
    EMPTY_REPORT,
  )

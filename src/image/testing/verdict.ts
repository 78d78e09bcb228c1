import type { TestInputs } from '../../catalog/inputs.js'
import type { Problem, ServiceName } from '../../words.js'
import { readJunit } from './junit.js'
import { located } from './locate.js'
import * as problems from './problems.js'
import { merged, type TestReport } from './report.js'
import { endedUnstarted, type Unstarted, unstartedIn } from './unstarted.js'

/** What one way of testing came to. */
export interface TestRun {
  readonly test: TestInputs
  /** Of the container; of a stage 0 where it could be built. */
  readonly code: number
  /** What it printed. */
  readonly lines: readonly string[]
  /** What the folder of its reports held; null where none is configured, or none could be taken. */
  readonly reports: TakenReports | null
  /** What the engine said where its program never ran. */
  readonly notStarted?: readonly string[]
}

/** What was taken out of a stage or a container. */
export interface TakenReports {
  readonly files: readonly { readonly path: string; readonly text: string }[]
  /** What the file `exit-code` says: a stage that shall export its reports must not fail by itself. */
  readonly exitCode: string | null
  /** There was more than is read. */
  readonly tooMuch: boolean
}

export interface TestVerdict {
  readonly kind: TestInputs['kind']
  readonly passed: boolean
  /** Null where it gives none. */
  readonly report: TestReport | null
  /** Why it did not pass. */
  readonly problem: Problem | null
}

/** Passed only where everything says so: the exit code, and each report that was asked for. What is unclear fails. */
export const verdictOf = (service: ServiceName, run: TestRun, files: readonly string[]): TestVerdict => {
  const { kind, reports: folder } = run.test
  const ended = (report: TestReport | null, problem: Problem | null): TestVerdict => ({
    kind,
    passed: problem === null,
    report,
    problem,
  })
  const reports = folder === null ? null : run.reports
  const read = (reports?.files ?? []).map(({ path, text }) => ({ path, file: readJunit(text) }))
  const known = read.flatMap(({ file }) => (file.kind === 'report' ? [file.report] : []))
  const report = known.length > 0 ? located(merged(known), files) : null
  const unstarted = unstartedOf(run)
  if (unstarted) return ended(null, problems.notStarted(service, run.test, unstarted))
  const code = codeOf(run, reports)
  if (report && report.failures + report.errors > 0)
    return ended(report, problems.testsFailed(service, run, report, code))
  if (code !== 0) return ended(report, problems.testsFailed(service, run, report, code))
  if (folder === null) return ended(null, null)
  const broken = read.find(({ file }) => file.kind === 'broken')
  if (broken?.file.kind === 'broken')
    return ended(report, problems.brokenReport(service, run.test, broken.path, broken.file.why))
  if (reports?.tooMuch) return ended(report, problems.tooMuchReported(service, run.test, folder))
  if (!report) return ended(null, problems.noReport(service, run.test, folder))
  return ended(
    report,
    report.tests - report.skipped > 0 ? null : problems.nothingTested(service, run.test, report),
  )
}

const unstartedOf = ({ test, code, lines, notStarted }: TestRun): Unstarted | readonly string[] | null => {
  if (notStarted) return unstartedIn(notStarted) ?? notStarted
  return test.kind === 'command' ? endedUnstarted(test.command, code, lines) : null
}

/** A stage may say its exit code in a file; what is no number there is no success. */
const codeOf = ({ code }: TestRun, reports: TakenReports | null): number => {
  const told = reports?.exitCode?.trim()
  if (code !== 0 || told === undefined) return code
  return /^\d{1,3}$/.test(told) ? Number(told) : 1
}

import { failureText } from '../image/testing/problems.js'
import { type FailedTest, merged, type TestReport } from '../image/testing/report.js'
import type { TestVerdict } from '../image/testing/verdict.js'
import type { Position, Problem, ServiceName } from '../words.js'
import { markdownLog, markdownText, printable } from './table.js'

/** What the tests of one service came to. */
export interface TestedService {
  readonly name: ServiceName
  /** In the order in which they ran; empty where it has none, or where they passed in an earlier run. */
  readonly verdicts: readonly TestVerdict[]
  /** `none`: nothing tests it. `known`: nothing of it changed since they passed. */
  readonly state: 'ran' | 'known' | 'none'
}

const reportOf = ({ verdicts }: TestedService): TestReport | null => {
  const reports = verdicts.flatMap(({ report }) => report ?? [])
  return reports.length > 0 ? merged(reports) : null
}

export const passed = ({ verdicts }: TestedService): boolean => verdicts.every((one) => one.passed)

const counted = (number: number, word: string): string[] => (number > 0 ? [`${number} ${word}`] : [])

/** `12 passed, 1 failed, 2 skipped in 3.4 s`. */
export const countsText = ({ passed: well, failures, errors, skipped, seconds }: TestReport): string => {
  const counts = [
    ...counted(failures + errors, 'failed'),
    ...counted(well, 'passed'),
    ...counted(skipped, 'skipped'),
  ]
  return `${counts.length > 0 ? counts.join(', ') : 'no test'} in ${seconds.toFixed(1)} s`
}

/** One line for a terminal, and for the summary. */
export const testsLine = (service: TestedService): string => {
  if (service.state === 'none') return `${service.name} has no tests`
  if (service.state === 'known') return `${service.name}: tested before, with the same inputs`
  const report = reportOf(service)
  const word = passed(service) ? 'passed' : 'failed'
  return report ? `${service.name}: ${countsText(report)}` : `${service.name}: its tests ${word}`
}

/** For a terminal: a line each, with the failures below it. */
export const testsText = (services: readonly TestedService[]): string =>
  services
    .flatMap((service) => [testsLine(service), ...failuresOf(service).map((one) => `  ${failureText(one)}`)])
    .map((line) => `${printable(line)}\n`)
    .join('')

const failuresOf = (service: TestedService): readonly FailedTest[] => reportOf(service)?.failed ?? []

/** How much of it is told, from all to the least. */
interface Detail {
  readonly failures: number
  readonly text: number
}

const DETAILS: readonly Detail[] = [
  { failures: 50, text: 4000 },
  { failures: 20, text: 1000 },
  { failures: 10, text: 0 },
  { failures: 0, text: 0 },
]

/** For a job's summary: what failed stands open, the rest is folded. What does not fit is told in fewer words. */
export const testsMarkdown = (services: readonly TestedService[], most = 256 * 1024): string => {
  if (services.length === 0) return ''
  const pages = DETAILS.map((detail) => page(services, detail))
  return pages.find((text) => Buffer.byteLength(text) <= most) ?? cut(pages.at(-1) ?? '', most)
}

const page = (services: readonly TestedService[], detail: Detail): string => {
  const failed = services.filter((one) => !passed(one))
  const well = services.filter(passed)
  return [
    ...failed.map((service) => failedService(service, detail)),
    ...(well.length > 0
      ? [folded(wellHeadline(well), well.map((one) => `- ${markdownText(testsLine(one))}`).join('\n'))]
      : []),
  ].join('\n')
}

const wellHeadline = (services: readonly TestedService[]): string => {
  const of = (state: TestedService['state']) => services.filter((one) => one.state === state).length
  const parts = [
    ...counted(of('ran'), 'tested'),
    ...counted(of('known'), 'tested before'),
    ...counted(of('none'), 'without tests'),
  ]
  return `Tests: ${parts.join(', ')}`
}

const failedService = (service: TestedService, { failures, text }: Detail): string => {
  const all = failuresOf(service)
  const shown = all.slice(0, failures)
  const bad = reportOf(service)
  const more = (bad ? bad.failures + bad.errors : 0) - shown.length
  return [
    `**${markdownText(testsLine(service))}**\n`,
    ...shown.map((one) => failureMarkdown(one, text)),
    ...(more > 0 ? [`- and ${more} more: the job’s log has them all`] : []),
    '',
  ].join('\n')
}

const failureMarkdown = (failed: FailedTest, most: number): string => {
  const line = `- ${markdownText(failureText(failed))}`
  if (most === 0 || failed.text === '') return line
  const text = markdownLog(failed.text.slice(0, most))
  return `${line}\n  <details><summary>what it says</summary>${text}</details>`
}

const folded = (summary: string, body: string): string =>
  `<details><summary>${markdownText(summary)}</summary>\n\n${body}\n\n</details>\n`

/** At the end of a line: half of an element would swallow the page. */
const cut = (text: string, most: number): string => {
  const note = '\n- and more, in the log\n'
  const kept: string[] = []
  let bytes = Buffer.byteLength(note)
  for (const line of text.split('\n')) {
    bytes += Buffer.byteLength(line) + 1
    if (bytes > most) break
    kept.push(line)
  }
  const open = kept.join('\n')
  return open.includes('<details>') && !open.includes('</details>') ? note : `${open}${note}`
}

/** What is written onto a line of a file. */
export interface Annotation {
  readonly title: string
  readonly message: string
  readonly at: Position
}

/** GitHub shows ten a level and step. */
const MOST_ANNOTATIONS = 10

/**
 * The failures that stand in a file of this repository; the rest is told in the summary. `told`: what is annotated besides. A
 * service's own problem stands where its first failure does, and names them all: nothing is written onto one line twice.
 */
export const testAnnotations = (
  services: readonly TestedService[],
  told: readonly Problem[] = [],
  most = MOST_ANNOTATIONS,
): readonly Annotation[] =>
  services
    .flatMap((service) =>
      failuresOf(service).flatMap((failed) =>
        failed.at && !told.some(({ at }) => at && isSameLine(at, failed.at as Position))
          ? [{ title: `${service.name}: ${failed.name}`, message: failed.message, at: failed.at }]
          : [],
      ),
    )
    .slice(0, most)

const isSameLine = (one: Position, other: Position): boolean =>
  one.file === other.file && one.line === other.line

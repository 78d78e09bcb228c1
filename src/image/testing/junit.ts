import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { type Case, countOf, failedTest, type Suite } from './junit-count.js'
import { EMPTY_REPORT, MOST_TOLD, type TestReport, wholeMilliseconds } from './report.js'
import { lenient } from './xml-text.js'

/** What a file came to. */
export type JunitFile =
  | { readonly kind: 'report'; readonly report: TestReport }
  /** Some other XML, e.g. of the coverage. */
  | { readonly kind: 'other' }
  /** Cut off, or nothing that a parser takes: nobody knows what it would have said. */
  | { readonly kind: 'broken'; readonly why: string }

export const MOST_CHARACTERS = 32 * 1024 * 1024
const DEEPEST = 100

class Stopped extends Error {}
class OtherRoot extends Error {}

/**
 * Reads what test runners write as JUnit's XML. Every file comes out of a container, so nothing in it is trusted: no
 * entity is defined but XML's own five, and size and depth are bounded.
 */
export const readJunit = (xml: string): JunitFile => {
  if (xml.length > MOST_CHARACTERS)
    return { kind: 'broken', why: `it has more than ${MOST_CHARACTERS} characters` }
  try {
    return { kind: 'report', report: parse(lenient(xml)) }
  } catch (error) {
    if (error instanceof OtherRoot) return { kind: 'other' }
    if (error instanceof Stopped) return { kind: 'broken', why: error.message }
    throw error
  }
}

const OUTCOMES = ['failure', 'error', 'skipped'] as const
type Outcome = (typeof OUTCOMES)[number]

/** What is open at one moment of reading. */
interface Reading {
  readonly suites: Suite[]
  test: Case | null
  /** The outcome whose text is being read, and how deep in it. */
  outcome: { readonly kind: Outcome; readonly message: string; text: string; depth: number } | null
  depth: number
  report: TestReport
}

const parse = (xml: string): TestReport => {
  const parser = new SaxesParser()
  const reading: Reading = { suites: [], test: null, outcome: null, depth: 0, report: EMPTY_REPORT }
  parser.on('error', ({ message }) => {
    throw new Stopped(message)
  })
  parser.on('opentag', (tag) => open(reading, tag))
  parser.on('closetag', ({ name }) => close(reading, name))
  parser.on('text', (text) => addText(reading, text))
  parser.on('cdata', (text) => addText(reading, text))
  parser.write(xml).close()
  const { report } = reading
  return { ...report, seconds: wholeMilliseconds(report.seconds) }
}

const addText = ({ outcome }: Reading, text: string): void => {
  if (outcome && outcome.text.length < MOST_TEXT) outcome.text += text.slice(0, MOST_TEXT)
}

const MOST_TEXT = 64 * 1024

const open = (reading: Reading, { name, attributes }: SaxesTagPlain): void => {
  if (reading.depth === 0 && name !== 'testsuites' && name !== 'testsuite') throw new OtherRoot()
  if (++reading.depth > DEEPEST) throw new Stopped(`it is nested more than ${DEEPEST} deep`)
  if (reading.outcome) reading.outcome.depth++
  else if (reading.test) openInTest(reading, name, attributes)
  else if (name === 'testcase') reading.test = { attributes, outcomes: [] }
  else if (name === 'testsuites' || name === 'testsuite') reading.suites.push({ attributes, bad: 0 })
}

const openInTest = (reading: Reading, name: string, attributes: Record<string, string>): void => {
  const kind = OUTCOMES.find((one) => one === name)
  if (kind) reading.outcome = { kind, message: attributes.message ?? '', text: '', depth: 0 }
}

const close = (reading: Reading, name: string): void => {
  reading.depth--
  const { outcome, test } = reading
  if (outcome) closeInOutcome(reading, outcome)
  else if (test && name === 'testcase') closeTest(reading, test)
  else if (!test && (name === 'testsuites' || name === 'testsuite')) closeSuite(reading)
}

const closeInOutcome = (reading: Reading, outcome: NonNullable<Reading['outcome']>): void => {
  if (outcome.depth-- > 0) return
  reading.test?.outcomes.push(outcome)
  reading.outcome = null
}

const closeTest = (reading: Reading, test: Case): void => {
  const count = countOf(test)
  const suite = reading.suites.at(-1)
  if (suite) suite.bad += count.failures + count.errors
  add(reading, { ...count, failed: failedTest(test, suite) })
  reading.test = null
}

/** A suite that tells more failures than it lists hides some: a program that crashed, a suite that could not be loaded. */
const closeSuite = (reading: Reading): void => {
  const suite = reading.suites.pop()
  if (!suite) return
  const { failures = '', errors = '', name = '' } = suite.attributes
  const hidden = Math.max(0, number(failures) + number(errors) - suite.bad)
  const above = reading.suites.at(-1)
  if (above) above.bad += suite.bad + hidden
  if (hidden === 0) return
  const message = `the suite counts ${hidden} more ${hidden === 1 ? 'failure' : 'failures'} than it lists`
  const failed = {
    suite: name,
    name,
    file: suite.attributes.file ?? null,
    line: null,
    message,
    text: '',
    at: null,
  }
  add(reading, { ...EMPTY_REPORT, errors: hidden, failed: [failed] })
}

const number = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0)

const add = (reading: Reading, one: TestReport): void => {
  const { report } = reading
  reading.report = {
    tests: report.tests + one.tests,
    failures: report.failures + one.failures,
    errors: report.errors + one.errors,
    skipped: report.skipped + one.skipped,
    passed: report.passed + one.passed,
    seconds: report.seconds + one.seconds,
    failed:
      one.failed.length > 0 && report.failed.length < MOST_TOLD
        ? [...report.failed, ...one.failed]
        : report.failed,
  }
}

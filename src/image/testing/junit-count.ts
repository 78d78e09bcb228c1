import { EMPTY_REPORT, type FailedTest, type TestReport } from './report.js'
import { withoutColours } from './xml-text.js'

export interface Suite {
  readonly attributes: Readonly<Record<string, string>>
  /** Failures and errors that it lists. */
  bad: number
}

export interface Case {
  readonly attributes: Readonly<Record<string, string>>
  readonly outcomes: CaseOutcome[]
}

interface CaseOutcome {
  readonly kind: 'failure' | 'error' | 'skipped'
  readonly message: string
  readonly text: string
}

export const countOf = ({ attributes, outcomes }: Case): TestReport => {
  const has = (kind: CaseOutcome['kind']) => (outcomes.some((one) => one.kind === kind) ? 1 : 0)
  const [failures, errors] = [has('failure'), has('error')]
  const skipped = failures + errors === 0 && (has('skipped') || attributes.status === 'notrun') ? 1 : 0
  const passed = failures + errors + skipped === 0 ? 1 : 0
  return { ...EMPTY_REPORT, tests: 1, failures, errors, skipped, passed, seconds: seconds(attributes.time) }
}

/** `1,002.5` is how some runners write a thousand seconds; `1E-07` is how others write none. */
const seconds = (time = ''): number => {
  const value = Number(time.replaceAll(',', ''))
  return Number.isFinite(value) && value > 0 ? value : 0
}

const MOST_MESSAGE = 2000
const MOST_TEXT = 16_000

export const failedTest = ({ attributes, outcomes }: Case, suite: Suite | undefined): FailedTest[] => {
  const bad = outcomes.filter(({ kind }) => kind !== 'skipped')
  const [first] = bad
  if (!first) return []
  const text = withoutColours(bad.map((one) => one.text.trim()).join('\n')).slice(0, MOST_TEXT)
  const { classname, name = '', file, line, lineno } = attributes
  return [
    {
      suite: classname || suite?.attributes.name || '',
      name,
      file: file || suite?.attributes.file || null,
      line: lineOf(line ?? lineno),
      message: (messageIn(withoutColours(first.message)) ?? headline(text)).slice(0, MOST_MESSAGE),
      text,
      at: null,
    },
  ]
}

const lineOf = (text = ''): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null)

/** Some runners say no more than that it failed. */
const messageIn = (message: string): string | null => {
  const told = message.trim()
  return /^(?:failed|failure|error|)$/i.test(told) ? null : told
}

const headline = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !/^(?:===|---) |^● /.test(line)) ?? ''

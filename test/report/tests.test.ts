import { describe, expect, test } from '@jest/globals'
import { EMPTY_REPORT, type FailedTest, type TestReport } from '../../src/image/testing/report.js'
import type { TestVerdict } from '../../src/image/testing/verdict.js'
import {
  type TestedService,
  testAnnotations,
  testsLine,
  testsMarkdown,
  testsText,
} from '../../src/report/tests.js'
import type { Problem, ServiceName } from '../../src/words.js'

const failed = (more: Partial<FailedTest> = {}): FailedTest => ({
  suite: 'cart',
  name: 'adds',
  file: null,
  line: null,
  message: 'expected <3> but was 2',
  text: 'Error: expected <3> but was 2\n    at x.js:1',
  at: { file: 'cart/test/a.js', line: 4, column: 1 },
  ...more,
})

const ran = (name: string, report: Partial<TestReport> | null, well = true): TestedService => {
  const verdict: TestVerdict = {
    kind: 'stage',
    passed: well,
    report: report && { ...EMPTY_REPORT, ...report },
    problem: null,
  }
  return { name: name as ServiceName, state: 'ran', verdicts: [verdict] }
}
const other = (name: string, state: 'known' | 'none'): TestedService => ({
  name: name as ServiceName,
  state,
  verdicts: [],
})

const SHOP = [
  ran(
    'cart',
    {
      tests: 4,
      failures: 1,
      errors: 1,
      passed: 1,
      skipped: 1,
      seconds: 1.26,
      failed: [failed(), failed({ name: 'a|b`<script>', at: null, message: 'gone\nfar' })],
    },
    false,
  ),
  ran('user', { tests: 3, passed: 3, seconds: 12 }),
  ran('web', null),
  other('base', 'known'),
  other('catalog', 'none'),
]

test('a line each, for a terminal', () => {
  expect(testsText(SHOP)).toBe(`cart: 2 failed, 1 passed, 1 skipped in 1.3 s
  cart › adds (cart/test/a.js:4): expected <3> but was 2
  cart › a|b\`<script>: gone
user: 3 passed in 12.0 s
web: its tests passed
base: tested before, with the same inputs
catalog has no tests
`)
})

test('a summary: failures stand open, the rest is folded', () => {
  expect(testsMarkdown(SHOP)).toBe(`**cart: 2 failed, 1 passed, 1 skipped in 1.3 s**

- cart › adds (cart/test/a.js:4): expected &lt;3&gt; but was 2
  <details><summary>what it says</summary><pre>Error: expected &lt;3&gt; but was 2&#10;    at x.js:1</pre></details>
- cart › a\\|b\\\`&lt;script&gt;: gone
  <details><summary>what it says</summary><pre>Error: expected &lt;3&gt; but was 2&#10;    at x.js:1</pre></details>

<details><summary>Tests: 2 tested, 1 tested before, 1 without tests</summary>

- user: 3 passed in 12.0 s
- web: its tests passed
- base: tested before, with the same inputs
- catalog has no tests

</details>
`)
  expect(testsMarkdown([])).toBe('')
})

describe('what does not fit', () => {
  const many = ran(
    'cart',
    {
      tests: 900,
      failures: 900,
      failed: Array.from({ length: 900 }, (_, at) => failed({ name: `case ${at}`, text: 'é'.repeat(3000) })),
    },
    false,
  )
  test.each([1_000_000, 60_000, 5_000, 2_000, 500, 100, 40])(
    'into %d bytes is told in fewer words',
    (most) => {
      const page = testsMarkdown([many, ...SHOP], most)
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(most)
      expect(page.split('<details>').length).toBe(page.split('</details>').length)
      expect(page).toMatch(/and \d* ?more/)
    },
  )
})

test('annotations stand where a failure does, ten at most', () => {
  expect(testAnnotations(SHOP)).toEqual([
    {
      title: 'cart: adds',
      message: 'expected <3> but was 2',
      at: { file: 'cart/test/a.js', line: 4, column: 1 },
    },
  ])
  const twelve = ran('a', { failed: Array.from({ length: 12 }, () => failed()) }, false)
  expect(testAnnotations([twelve])).toHaveLength(10)
})

test('a failure that the service’s own problem stands on is not annotated twice', () => {
  const at = { file: 'cart/test/a.js', line: 4, column: 9 }
  const problem: Problem = { code: 'tests-failed', fault: 'thing', problem: '', why: '', fix: '', at }
  const other = failed({ name: 'takes', at: { ...at, line: 9 } })
  const twice = ran('cart', { failed: [failed(), other] }, false)
  expect(testAnnotations([twice], [problem]).map(({ title }) => title)).toEqual(['cart: takes'])
})

test('tests that failed without a report say so', () => {
  expect(testsLine(ran('web', null, false))).toBe('web: its tests failed')
})

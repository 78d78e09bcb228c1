import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readJunit } from '../../../src/image/testing/junit.js'
import { located } from '../../../src/image/testing/locate.js'
import {
  EMPTY_REPORT,
  type FailedTest,
  MOST_TOLD,
  merged,
  type TestReport,
} from '../../../src/image/testing/report.js'

const recorded = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'recorded', `${name}.xml`), 'utf8')

const read = (xml: string): TestReport => {
  const file = readJunit(xml)
  if (file.kind !== 'report') throw new Error(JSON.stringify(file))
  return file.report
}

const COUNTS = ['tests', 'failures', 'errors', 'skipped', 'passed'] as const
const counts = (report: TestReport) => COUNTS.map((key) => report[key])
const told = ({ suite, name, message, at }: FailedTest) => [
  suite,
  name,
  message,
  at && `${at.file}:${at.line}`,
]

describe('what runners write', () => {
  test.each([
    [
      'node',
      [6, 2, 0, 2, 2],
      ['shop/node/test/cart.test.js'],
      [
        ['test', 'keeps <markup> & &quot;quotes&quot;', "'a<b' == 'a&b'", 'shop/node/test/cart.test.js:4'],
        ['checkout', 'refuses an empty cart', 'no items', 'shop/node/test/cart.test.js:7'],
      ],
    ],
    [
      'jest',
      [5, 2, 1, 1, 1],
      ['cart/test/cart.test.js', 'cart/test/broken.test.js', 'cart/src/runner.js'],
      [
        [
          'cart keeps <markup> & "quotes"',
          'cart keeps <markup> & "quotes"',
          'Error: expect(received).toBe(expected) // Object.is equality',
          'cart/test/cart.test.js:3',
        ],
        ['Test suite failed to run', 'test/broken.test.js', 'cannot be loaded', 'cart/test/broken.test.js:1'],
        // jest-junit tells it once more.
        ['Test suite failed to run', 'test/broken.test.js', '{}', 'cart/test/broken.test.js:1'],
      ],
    ],
    [
      'pytest',
      [6, 2, 1, 1, 2],
      ['price/tests/test_price.py', 'tax/tests/test_tax.py'],
      [
        [
          'tests.test_price',
          'test_rounding',
          expect.stringContaining('AssertionError: half up'),
          'price/tests/test_price.py:7',
        ],
        [
          'tests.test_price',
          'test_stored',
          expect.stringContaining('failed on setup'),
          'price/tests/test_price.py:11',
        ],
        [
          'tests.test_price.TestVat',
          'test_rate[fr]',
          expect.stringContaining('assert 20 == 19'),
          'price/tests/test_price.py:23',
        ],
      ],
    ],
    [
      'gotestsum',
      [6, 3, 0, 1, 2],
      ['go/price/price_test.go', 'go/tax/price_test.go'],
      [
        [
          'example.com/price/price',
          'TestRounding',
          'price_test.go:8: got 2.67, want 2.68 <&>',
          'go/price/price_test.go:8',
        ],
        [
          'example.com/price/price',
          'TestVat/fr',
          'price_test.go:15: 20, not 19',
          'go/price/price_test.go:15',
        ],
        ['example.com/price/price', 'TestVat', expect.any(String), null],
      ],
    ],
    [
      'phpunit',
      [6, 2, 1, 1, 2],
      ['php/tests/PriceTest.php'],
      [
        ['PriceTest', 'testRounding', 'PriceTest::testRounding', 'php/tests/PriceTest.php:8'],
        ['PriceTest', 'testStored', 'PriceTest::testStored', 'php/tests/PriceTest.php:13'],
        ['PriceTest', 'testVat with data set "fr"', expect.any(String), 'php/tests/PriceTest.php:18'],
      ],
    ],
    [
      'surefire',
      [5, 1, 1, 1, 2],
      [
        'price/src/test/java/com/example/price/PriceTest.java',
        'price/src/main/java/com/example/price/Store.java',
        'tax/src/test/java/com/example/tax/PriceTest.java',
      ],
      [
        [
          'com.example.price.PriceTest',
          'rounding',
          'expected: <2.68> but was: <2.67>',
          'price/src/test/java/com/example/price/PriceTest.java:17',
        ],
        [
          'com.example.price.PriceTest',
          'stored',
          'no database',
          'price/src/main/java/com/example/price/Store.java:9',
        ],
      ],
    ],
    [
      'dotnet',
      [4, 1, 0, 1, 2],
      ['dotnet/Price.Tests/PriceTests.cs'],
      [
        [
          'Price.Tests.PriceTests',
          'Rounding',
          expect.stringContaining('Values differ'),
          'dotnet/Price.Tests/PriceTests.cs:12',
        ],
      ],
    ],
  ])('%s', (name, expected, files, failed) => {
    const report = located(read(recorded(name)), files)
    expect(counts(report)).toEqual(expected)
    expect(report.failed.map(told)).toEqual(failed)
    expect(report.seconds).toBeGreaterThanOrEqual(0)
  })

  test('a thousand seconds, written for people', () => {
    expect(read(recorded('surefire')).seconds).toBeCloseTo(1002.517)
  })
})

test('seconds are told to the millisecond, however many are added up', () => {
  const report = (...times: readonly string[]) =>
    read(`<testsuite>${times.map((time) => `<testcase name="a" time="${time}"/>`).join('')}</testsuite>`)
  expect(report('0.1', '0.2').seconds).toBe(0.3)
  expect(report('1.23456789').seconds).toBe(1.235)
  expect(merged([report('0.1'), report('0.2')]).seconds).toBe(0.3)
  // Many short ones count: none is rounded away by itself.
  expect(report(...Array.from({ length: 10 }, () => '0.0004')).seconds).toBe(0.004)
})

describe('what is no report', () => {
  test.each([
    [
      'another XML is not one',
      '<?xml version="1.0"?><coverage line-rate="1"><packages/></coverage>',
      'other',
    ],
    ['one that was cut off', recorded('pytest').slice(0, 900), 'broken'],
    ['nothing', '', 'broken'],
    ['text', 'all tests passed', 'broken'],
    ['an entity that nobody defined', '<testsuite name="&lol;"/>', 'broken'],
    [
      'an entity that grows',
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><testsuites><testcase name="&c;"/></testsuites>',
      'broken',
    ],
    [
      'a file of the machine',
      '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><testsuites><testcase>&f;</testcase></testsuites>',
      'broken',
    ],
    ['what is too deep', `${'<testsuite>'.repeat(200)}${'</testsuite>'.repeat(200)}`, 'broken'],
    ['what is too big', `<testsuites>${' '.repeat(33 * 1024 * 1024)}</testsuites>`, 'broken'],
  ])('%s', (_, xml, kind) => {
    expect(readJunit(xml)).toMatchObject({ kind })
  })

  test('a terminal’s colours and other characters that XML does not know do not break it', () => {
    const xml =
      '\ufeff<testsuite><testcase name="a\u0000"><failure message="&#x1b;[31mred&#27;[0m \u001b[1mbold">\u001b[2mtext</failure></testcase></testsuite>'
    expect(read(xml).failed).toMatchObject([{ name: 'a\ufffd', message: 'red bold', text: 'text' }])
  })
})

describe('a suite that counts more failures than it lists', () => {
  test('fails: a program that crashed, a suite that could not be loaded', () => {
    const report = read(
      '<testsuites errors="1"><testsuite name="a" errors="1" tests="3"><testcase name="x"/></testsuite></testsuites>',
    )
    expect(counts(report)).toEqual([1, 0, 1, 0, 1])
    expect(report.failed).toMatchObject([
      { suite: 'a', message: 'the suite counts 1 more failure than it lists' },
    ])
  })

  test('is not one that lists them below', () => {
    const inner = '<testsuite failures="1"><testcase name="x"><failure/></testcase></testsuite>'
    expect(
      counts(read(`<testsuites failures="1"><testsuite failures="1">${inner}</testsuite></testsuites>`)),
    ).toEqual([1, 1, 0, 0, 0])
  })
})

test('what a failure prints in between does not end it', () => {
  const xml =
    '<testsuite><testcase name="x"><failure message="m">a<b>c</b><failure>d</failure>e</failure><system-out>f</system-out></testcase></testsuite>'
  expect(read(xml)).toMatchObject({ tests: 1, failures: 1, failed: [{ text: 'acde' }] })
})

test('so many failures are counted, and the first of them told', () => {
  const xml = `<testsuite>${'<testcase name="x"><failure/></testcase>'.repeat(MOST_TOLD + 500)}</testsuite>`
  const report = read(xml)
  expect([report.failures, report.failed.length]).toEqual([MOST_TOLD + 500, MOST_TOLD])
  expect(merged([report, report]).failed).toHaveLength(MOST_TOLD)
  expect(merged([report, report]).failures).toBe(2 * MOST_TOLD + 1000)
})

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\n\r\t]/g, (ch) => `&#${ch.charCodeAt(0)};`)

interface Made {
  readonly name: string
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped'
  readonly message: string
  readonly text: string
}
type Tree = readonly (Made | { readonly suite: string; readonly tests: Tree })[]

const write = (tree: Tree): string =>
  tree
    .map((one) => {
      if ('suite' in one) return `<testsuite name="${escaped(one.suite)}">${write(one.tests)}</testsuite>`
      const { name, outcome, message, text } = one
      const inside =
        outcome === 'passed' ? '' : `<${outcome} message="${escaped(message)}">${escaped(text)}</${outcome}>`
      return `<testcase classname="c" name="${escaped(name)}" time="0.5">${inside}</testcase>`
    })
    .join('\n')

const flat = (tree: Tree): readonly Made[] =>
  tree.flatMap((one) => ('suite' in one ? flat(one.tests) : [one]))

// What XML can hold; no carriage return in text, which a parser reads as a new line.
const words = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((text) => text.replace(/[\p{Cc}\ufffe\uffff\ufffd]/gu, ''))
const made: fc.Arbitrary<Made> = fc.record({
  name: words,
  outcome: fc.constantFrom('passed', 'failure', 'error', 'skipped'),
  message: words,
  text: words,
})
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.array(
    fc.oneof({ depthSize: 'small' }, made, fc.record({ suite: words, tests: tie('tree') })) as fc.Arbitrary<
      Tree[number]
    >,
    { maxLength: 5 },
  ),
}))

test('what is written is read, however it is nested', () => {
  fc.assert(
    fc.property(tree, (suites) => {
      const report = read(`<testsuites>${write(suites)}</testsuites>`)
      const all = flat(suites)
      const of = (outcome: Made['outcome']) => all.filter((one) => one.outcome === outcome).length
      expect(counts(report)).toEqual([all.length, of('failure'), of('error'), of('skipped'), of('passed')])
      expect(report.seconds).toBeCloseTo(all.length / 2)
      const bad = all.filter(({ outcome }) => outcome === 'failure' || outcome === 'error')
      expect(report.failed.map(({ name, text }) => [name, text])).toEqual(
        bad.map(({ name, text }) => [name, text.trim()]),
      )
    }),
  )
})

test('whatever bytes a container gives, it is read, refused or none; never an error of ours', () => {
  const pieces = fc.constantFrom(
    '<testsuite>',
    '</testsuite>',
    '<testcase name="a">',
    '</testcase>',
    '<failure>',
    '</failure>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '&amp;',
    '&#0;',
    '&',
    '<',
    '>',
    '"',
    'x',
    '\u0000',
    '<?x',
    '?>',
    '<!DOCTYPE x [',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      expect(['report', 'other', 'broken']).toContain(readJunit(parts.join('')).kind)
    }),
  )
})

test('merging is counting together', () => {
  expect(merged([])).toEqual(EMPTY_REPORT)
  const [one, other] = [read(recorded('jest')), read(recorded('pytest'))]
  expect(counts(merged([one, other]))).toEqual([11, 4, 2, 2, 3])
  expect(merged([one, other]).failed).toHaveLength(6)
})

describe('the place of a failure', () => {
  const at = (failed: Partial<FailedTest>, files: readonly string[]) => {
    const whole = { suite: '', name: '', file: null, line: null, message: '', text: '', at: null, ...failed }
    const [found] = located({ ...EMPTY_REPORT, failed: [whole] }, files).failed
    return found?.at ? `${found.at.file}:${found.at.line}` : null
  }

  test.each([
    [
      'the longest common end',
      { file: '/app/cart/test/a.js', line: 3 },
      ['cart/test/a.js', 'user/test/a.js'],
      'cart/test/a.js:3',
    ],
    [
      'nothing where two fit',
      { file: '/app/test/a.js', line: 3 },
      ['cart/test/a.js', 'user/test/a.js'],
      null,
    ],
    ['nothing where none fits', { file: '/app/test/b.js' }, ['cart/test/a.js'], null],
    ['not what others wrote', { text: 'at x (/app/node_modules/y/index.js:1:1)' }, ['src/index.js'], null],
    ['Windows paths', { text: 'in C:\\src\\A\\B.cs:line 40' }, ['A/B.cs'], 'A/B.cs:40'],
    [
      'the end of a Python trace',
      { text: 'File "/app/a.py", line 3, in f\nFile "/app/b.py", line 5, in g' },
      ['x/a.py', 'x/b.py'],
      'x/b.py:5',
    ],
    [
      'the line from the trace',
      { file: 'a.js', text: 'at f (/app/lib.js:9:1)\nat g (/app/a.js:4:2)' },
      ['x/a.js', 'x/lib.js'],
      'x/a.js:4',
    ],
    ['a module’s address', { text: 'at file:///app/test/a.mjs:7:3' }, ['test/a.mjs'], 'test/a.mjs:7'],
  ])('%s', (_, failed, files, expected) => {
    expect(at(failed, files)).toBe(expected)
  })
})

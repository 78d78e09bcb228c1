import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readSarif } from '../../src/image/sarif.js'

const RULES = [
  { id: 'CVE-1', defaultConfiguration: { level: 'error' }, shortDescription: { text: 'bad library' } },
  { id: 'CVE-2', messageStrings: { default: { text: 'update {0} to {1}' } } },
]

const sarif = (results: readonly object[], more: object = {}) =>
  JSON.stringify({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'scanner', rules: RULES } }, results, ...more }],
  })

const only = (result: object) => readSarif(sarif([result]))?.first[0]

test('a real tool’s report', () => {
  // bandit 1.9 over four lines of Python, as it came.
  const text = readFileSync(new URL('sarif/bandit.sarif', import.meta.url), 'utf8')
  expect(readSarif(text)).toMatchObject({
    counts: { error: 2, warning: 0, note: 2 },
    tools: ['Bandit'],
    whole: true,
    first: [
      { level: 'error', rule: 'B602', where: 'x.py:2' },
      { level: 'error', rule: 'B324', where: 'x.py:3' },
      { level: 'note', rule: 'B404', where: 'x.py:1' },
      { level: 'note', rule: 'B101', where: 'x.py:4' },
    ],
  })
})

describe('a result’s level', () => {
  test.each([
    ['is its own', { level: 'note', ruleId: 'CVE-1' }, 'note'],
    ['or its rule’s, by name', { ruleId: 'CVE-1' }, 'error'],
    ['or its rule’s, by place', { ruleIndex: 0 }, 'error'],
    ['or its rule’s, by a reference', { rule: { index: 0 } }, 'error'],
    ['or that of the rule that its rule is a part of', { ruleId: 'CVE-1/deep' }, 'error'],
    ['or warning', { ruleId: 'CVE-2' }, 'warning'],
  ])('%s', (_, result, level) => {
    expect(only(result)?.level).toBe(level)
  })

  test('may be that of an extension’s rule', () => {
    const tool = {
      driver: { name: 'scanner', rules: [] },
      extensions: [{ rules: RULES }],
    }
    const text = sarif([{ rule: { index: 0, toolComponent: { index: 0 } } }], { tool })
    expect(readSarif(text)?.counts.error).toBe(1)
  })

  test.each([
    ['none', { level: 'none' }],
    ['what passed', { kind: 'pass', level: 'error' }],
    ['what somebody accepted', { level: 'error', suppressions: [{ kind: 'external' }] }],
    ['what is gone', { level: 'error', baselineState: 'absent' }],
  ])('%s is no finding', (_, result) => {
    expect(readSarif(sarif([result]))).toMatchObject({ counts: { error: 0, warning: 0, note: 0 }, first: [] })
  })

  test('what is only proposed to be accepted is one', () => {
    expect(only({ level: 'error', suppressions: [{ status: 'underReview' }] })?.level).toBe('error')
  })
})

describe('a finding', () => {
  test('has its message on one line', () => {
    expect(only({ ruleId: 'CVE-1', message: { text: 'one\r\n  two' } })?.message).toBe('one two')
  })

  test('has its rule’s message, filled in', () => {
    const message = { id: 'default', arguments: ['left-pad'] }
    expect(only({ ruleId: 'CVE-2', message })?.message).toBe('update left-pad to {1}')
    expect(only({ ruleId: 'CVE-1' })?.message).toBe('bad library')
    expect(only({})).toMatchObject({ rule: 'unnamed', message: 'unnamed' })
  })

  test.each([
    [
      [{ physicalLocation: { artifactLocation: { uri: 'lib/a.js' }, region: { startLine: 3 } } }],
      'lib/a.js:3',
    ],
    [[{ physicalLocation: { artifactLocation: { uri: 'lib/a.js' } } }], 'lib/a.js'],
    [[{ logicalLocations: [{ fullyQualifiedName: 'left-pad@1.0.0' }] }], 'left-pad@1.0.0'],
    [[], null],
  ])('says where: %j', (locations, where) => {
    expect(only({ ruleId: 'CVE-1', locations })?.where).toBe(where)
  })
})

test('the worst come first, ten of them, and all are counted', () => {
  const many = [...Array(15).fill({ level: 'note' }), ...Array(3).fill({ level: 'error' })]
  const found = readSarif(sarif(many))
  expect(found?.counts).toEqual({ error: 3, warning: 0, note: 15 })
  expect(found?.first.map(({ level }) => level)).toEqual([
    ...Array(3).fill('error'),
    ...Array(7).fill('note'),
  ])
})

test('a run that did not come to its end says so', () => {
  expect(readSarif(sarif([], { invocations: [{ executionSuccessful: false }] }))?.whole).toBe(false)
  expect(readSarif(sarif([], { invocations: [{ executionSuccessful: true }, {}] }))?.whole).toBe(true)
})

test('a mark of the byte order is no part of it', () => {
  expect(readSarif(`\uFEFF${sarif([])}`)?.whole).toBe(true)
})

test('what is no SARIF is none, whatever it is', () => {
  expect(readSarif('NAME  INSTALLED  FIXED-IN')).toBeNull()
  expect(readSarif('{"matches":[]}')).toBeNull()
  fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (text) => expect(readSarif(text)).toBeNull()))
})

test('odd results are read or left, and never a crash', () => {
  const odd = fc.record(
    {
      level: fc.oneof(fc.constantFrom('error', 'none'), fc.constant(null)),
      ruleIndex: fc.integer({ min: -2, max: 5 }),
      rule: fc.record({ index: fc.double(), toolComponent: fc.record({ index: fc.integer() }) }),
      message: fc.record({ text: fc.string(), arguments: fc.array(fc.string()) }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  )
  fc.assert(fc.property(fc.array(odd), (results) => expect(readSarif(sarif(results))).not.toBeNull()))
})

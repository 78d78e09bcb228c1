import { describe, expect, test } from '@jest/globals'
import { type CheckRun, countsText, scanOf, signatureProblem } from '../../src/image/check.js'
import { commandFor, namesImage, namesReport } from '../../src/image/check-command.js'

const IMAGE = `127.0.0.1:5000/shop/cart@sha256:${'ab'.repeat(32)}`

describe('a command of stagger.yml', () => {
  test('is filled in, argument by argument', () => {
    expect(
      commandFor(['grype', '{image}', '--output=sarif={report}', '{other} $HOME'], {
        image: IMAGE,
        report: '/r/report.sarif',
      }),
    ).toEqual(['grype', IMAGE, '--output=sarif=/r/report.sarif', '{other} $HOME'])
  })

  test('is filled in once: what a name holds is a name', () => {
    expect(commandFor(['scan', '{image}'], { image: '{report}$&', report: 'r' })).toEqual([
      'scan',
      '{report}$&',
    ])
    expect(commandFor(['{image}', '{report}'], { image: IMAGE })).toEqual(['{image}', '{report}'])
  })

  test('may write a report', () => {
    expect(namesReport(['grype', '-o', 'sarif={report}'])).toBe(true)
    expect(namesReport(['{report}', '{image}'])).toBe(false)
  })

  test('says which image', () => {
    expect(namesImage(['grype', 'docker:{image}'])).toBe(true)
    expect(namesImage(['cosign', 'sign', '--yes'])).toBe(false)
    expect(namesImage(['{image}'])).toBe(false)
  })
})

const run: CheckRun = { argv: ['scan', IMAGE], code: 0, stdout: '', stderr: '', report: null }
const sarif = (...levels: readonly string[]) =>
  JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'scan' } },
        results: levels.map((level, at) => ({ level, ruleId: `CVE-${at}`, message: { text: 'is old' } })),
      },
    ],
  })

describe('a scan', () => {
  test('that finds nothing bad lets the image pass, and what it found is told', () => {
    const { findings, problem } = scanOf(IMAGE, { ...run, report: sarif('warning', 'note') }, true)
    expect(problem).toBeNull()
    expect(findings && countsText(findings)).toBe('1 warning, 1 note')
  })

  test('that prints its report is read as well', () => {
    expect(scanOf(IMAGE, { ...run, stdout: sarif('error') }, false).problem).toEqual({
      code: 'scan-failed',
      fault: 'thing',
      problem: `${IMAGE} has 1 error`,
      why: 'error CVE-0: is old',
      fix: `see it again: scan ${IMAGE}`,
    })
  })

  test('that finds an error says no, though it ended with 0', () => {
    expect(scanOf(IMAGE, { ...run, report: sarif('error', 'error', 'note') }, true).problem?.problem).toBe(
      `${IMAGE} has 2 errors, 1 note`,
    )
  })

  test('that ended with another code says no, whatever it reported', () => {
    const { problem } = scanOf(
      IMAGE,
      { ...run, code: 3, stderr: 'no database\n', report: sarif('note') },
      true,
    )
    expect(problem).toMatchObject({
      problem: `${IMAGE} did not pass its scan`,
      why: 'scan ended with 3:\nno database',
    })
  })

  test('without a report passes by its exit code', () => {
    expect(scanOf(IMAGE, { ...run, stdout: 'all is well\n' }, false)).toEqual({
      findings: null,
      problem: null,
    })
    expect(scanOf(IMAGE, { ...run, code: 1 }, false).problem?.why).toBe('scan ended with 1 and said nothing')
  })

  test.each([
    ['nothing', null],
    ['no SARIF', 'NAME INSTALLED'],
  ])('that was to write a report and wrote %s says no', (_, report) => {
    expect(scanOf(IMAGE, { ...run, stdout: sarif(), report }, true).problem?.why).toContain('wrote no SARIF')
  })

  test('that did not come to its end says no', () => {
    const text = sarif().replace('"results"', '"invocations":[{"executionSuccessful":false}],"results"')
    expect(scanOf(IMAGE, { ...run, report: text }, true).problem?.why).toContain('did not come to its end')
  })
})

test('a signature is there, or it is not', () => {
  expect(signatureProblem(IMAGE, run)).toBeNull()
  expect(signatureProblem(IMAGE, { ...run, argv: ['cosign', 'sign', "it's"], code: 1 })).toEqual({
    code: 'not-signed',
    fault: 'thing',
    problem: `${IMAGE} was not signed`,
    why: 'cosign ended with 1 and said nothing',
    fix: `see it again: cosign sign 'it'\\''s'`,
  })
})

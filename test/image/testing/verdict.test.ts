import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { StageTestInputs } from '../../../src/catalog/inputs.js'
import { PLAIN } from '../../../src/catalog/service.js'
import { composeOverride, composeSteps } from '../../../src/image/testing/compose.js'
import { testedKey, testedName } from '../../../src/image/testing/names.js'
import { missingTests } from '../../../src/image/testing/problems.js'
import { commandSteps } from '../../../src/image/testing/run.js'
import { type TakenReports, type TestRun, verdictOf } from '../../../src/image/testing/verdict.js'
import type { Fingerprint, ServiceName } from '../../../src/words.js'
import { inputsIn } from '../../catalog/memory-tree.js'

const CART = 'cart' as ServiceName
const { image: stageInputs } = await inputsIn({ Dockerfile: 'FROM scratch' })
const STAGE: StageTestInputs = { kind: 'stage', stage: 'test', reports: '/reports', stageInputs }

const suite = (inside: string) => ({ path: 'a.xml', text: `<testsuite>${inside}</testsuite>` })
const WELL = suite('<testcase name="a"/>')
const BAD = suite('<testcase name="a"><failure message="no"/></testcase>')
const taken = (reports: Partial<TakenReports> = {}): TakenReports => ({
  files: [WELL],
  exitCode: null,
  tooMuch: false,
  ...reports,
})
const judge = (run: Partial<TestRun>) => {
  const verdict = verdictOf(
    CART,
    { test: STAGE, code: 0, lines: ['last words'], reports: taken(), ...run },
    [],
  )
  return [verdict.passed, verdict.problem?.code ?? null]
}

describe('a verdict', () => {
  test.each([
    ['reports that hold no failure', {}],
    ['reports, and an exit code that says so', { reports: taken({ exitCode: '0\n' }) }],
    [
      'another XML beside them',
      { reports: taken({ files: [WELL, { path: 'coverage.xml', text: '<coverage/>' }] }) },
    ],
    ['no reports, where none are asked for', { test: { ...STAGE, reports: null }, reports: null }],
  ])('passes by %s', (_, run) => {
    expect(judge(run)).toEqual([true, null])
  })

  test.each([
    [
      'a failure, also with the exit code 0',
      { reports: taken({ files: [BAD], exitCode: '0' }) },
      'tests-failed',
    ],
    ['one report of many', { reports: taken({ files: [WELL, BAD] }) }, 'tests-failed'],
    ['an exit code, also without a failure', { reports: taken({ exitCode: '1' }) }, 'tests-failed'],
    ['an exit code that is none', { reports: taken({ exitCode: '' }) }, 'tests-failed'],
    ['the exit code of its container', { code: 2 }, 'tests-failed'],
    ['a stage that fails', { code: 1, reports: null }, 'tests-failed'],
    ['no report', { reports: taken({ files: [] }) }, 'test-reports'],
    ['no folder of reports', { reports: null }, 'test-reports'],
    ['a report without a test', { reports: taken({ files: [suite('')] }) }, 'test-reports'],
    [
      'tests that were all skipped',
      { reports: taken({ files: [suite('<testcase><skipped/></testcase>')] }) },
      'test-reports',
    ],
    [
      'a report that was cut off',
      { reports: taken({ files: [WELL, { path: 'b.xml', text: '<testsuite>' }] }) },
      'test-reports',
    ],
    ['more than is read', { reports: taken({ tooMuch: true }) }, 'test-reports'],
  ])('fails by %s', (_, run, code) => {
    expect(judge(run)).toEqual([false, code])
  })

  test('names the first failures, and what a run without them printed', () => {
    const many = suite('<testcase classname="s" name="x"><failure message="no"/></testcase>'.repeat(12))
    const told = verdictOf(CART, { test: STAGE, code: 0, lines: [], reports: taken({ files: [many] }) }, [])
    expect(told.problem?.why).toBe(
      [
        'the stage test: 12 of 12 failed',
        ...Array(10).fill('s › x: no'),
        'and 2 more: the tests’ own output tells all (in a terminal: --verbose)',
      ].join('\n'),
    )
    const silent = verdictOf(
      CART,
      { test: { ...STAGE, reports: null }, code: 1, lines: ['a', 'last words'], reports: null },
      [],
    )
    expect(silent.problem?.why).toBe('the stage test ended:\na\nlast words')
  })

  test('finds a failure in the repository', () => {
    const text = readFileSync(join(import.meta.dirname, 'recorded/pytest.xml'), 'utf8')
    const reports = taken({ files: [{ path: 'pytest.xml', text }] })
    const { problem } = verdictOf(CART, { test: STAGE, code: 0, lines: [], reports }, [
      'price/tests/test_price.py',
    ])
    expect(problem?.at).toEqual({ file: 'price/tests/test_price.py', line: 7, column: 1 })
  })
})

test('a service without tests is refused where tests are required, but not where there are none on purpose', () => {
  const service = { ...PLAIN, name: CART, path: '.', dockerfile: 'cart/Dockerfile', context: '.' }
  expect(missingTests({ service: { ...service, tests: [] }, test: null })).toBeNull()
  const problem = missingTests({ service, test: null })
  expect(problem).toMatchObject({ code: 'no-tests', fault: 'caller', problem: 'cart has no tests' })
  expect(problem?.fix).toContain('{ test: false }')
})

test('a command takes the place of the image’s own, whatever its words hold', () => {
  const test = {
    kind: 'command',
    command: ['sh', '-c', 'echo "$HOME" && exit 1'],
    env: { B: 'x y', A: '' },
    inputs: [],
    files: [{ path: 'a', mode: '100644', oid: 'x', because: { instruction: 'test', line: 0 } }],
    reports: '/reports',
  } as unknown as Parameters<typeof commandSteps>[0]['test']
  expect(commandSteps({ name: 'n', image: 'i', test, folder: '/f', into: '/r' })).toEqual({
    create: [
      'create',
      '--name=n',
      '--env=A=',
      '--env=B=x y',
      '--env=STAGGER_TESTS=/stagger/tests',
      '--entrypoint=sh',
      'i',
      '-c',
      'echo "$HOME" && exit 1',
    ],
    put: ['cp', '/f/stagger', 'n:/'],
    start: ['start', '--attach', 'n'],
    inspect: ['inspect', '--format={{.State.StartedAt}} {{.State.Error}}', 'n'],
    take: ['cp', 'n:/reports/.', '/r'],
    remove: ['rm', '--force', '--volumes', 'n'],
  })
})

test('compose gets one project, two files, and takes all of it away', () => {
  const test = { file: 'e2e/c.yaml', service: 'tests', reports: null } as Parameters<
    typeof composeSteps
  >[0]['test']
  const steps = composeSteps({ project: 'p', test, folder: '/f', override: '/o', image: 'i', into: '/r' })
  const base = ['--project-name', 'p', '--file', '/f/e2e/c.yaml', '--file', '/o']
  expect(steps.up).toEqual([...base, 'up', '--detach', 'tests'])
  expect(steps.down).toEqual([...base, 'down', '--volumes', '--remove-orphans', '--timeout', '5'])
  expect(steps.take('id')).toBeNull()
  expect(steps.env).toMatchObject({ STAGGER_IMAGE: 'i' })
  const images = { web: CART }
  expect(JSON.parse(composeOverride({ version: '3.8', images }, (name) => `x/${name}`))).toEqual({
    version: '3.8',
    services: { web: { image: 'x/cart' } },
  })
  expect(JSON.parse(composeOverride({ version: null, images: {} }, String))).toEqual({ services: {} })
})

test('a verdict’s names', () => {
  const fingerprint = `sha256:${'a'.repeat(64)}` as Fingerprint
  expect(testedName(fingerprint)).toBe(`tested-${'a'.repeat(64)}`)
  expect(testedKey(fingerprint)).toBe(`stagger-tested-v1-${'a'.repeat(64)}`)
})

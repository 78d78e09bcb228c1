import type { TestInputs } from '../../catalog/inputs.js'
import type { PlannedService } from '../../changes/planned.js'
import { isUntested } from '../../changes/untested.js'
import { type Problem, type ServiceName, unreachable } from '../../words.js'
import { failureTail } from '../output.js'
import type { FailedTest, TestReport } from './report.js'
import { startingFix, type Unstarted } from './unstarted.js'
import type { TestRun } from './verdict.js'

/** Where a test runs, for people. */
export const whereOf = (test: TestInputs): string => {
  switch (test.kind) {
    case 'stage':
      return `the stage ${test.stage}`
    case 'command':
      return `the command ${test.command.join(' ')}`
    case 'compose':
      return `${test.service} in ${test.file}`
    default:
      return unreachable(test)
  }
}

const MOST_NAMED = 10

export const testsFailed = (
  service: ServiceName,
  { test, lines }: Pick<TestRun, 'test' | 'lines'>,
  report: TestReport | null,
  code: number,
): Problem => {
  const at = report?.failed.find((one) => one.at)?.at
  return {
    code: 'tests-failed',
    fault: 'thing',
    problem: `${service}'s tests failed`,
    why: report && report.failed.length > 0 ? namedFailures(test, report) : ended(test, lines, code),
    fix: againBy(test, service),
    ...(at ? { at } : {}),
  }
}

/** Nothing was tested, so nothing failed: whoever looks for a broken test would look in vain. `cause`: what the engine said. */
export const notStarted = (
  service: ServiceName,
  test: TestInputs,
  cause: Unstarted | readonly string[],
): Problem => ({
  code: 'test-not-started',
  fault: 'caller',
  problem: `${service}'s tests could not be started`,
  why: `${whereOf(test)} did not run: ${'program' in cause ? cause.why : cause.join('\n')}`,
  fix: 'program' in cause ? startingFix(service, test, cause.program) : againBy(test, service),
})

const namedFailures = (test: TestInputs, { failures, errors, tests, failed }: TestReport): string => {
  const bad = failures + errors
  const more =
    bad > MOST_NAMED
      ? [`and ${bad - MOST_NAMED} more: the tests’ own output tells all (in a terminal: --verbose)`]
      : []
  const head = `${whereOf(test)}: ${bad} of ${Math.max(tests, bad)} failed`
  return [head, ...failed.slice(0, MOST_NAMED).map(failureText), ...more].join('\n')
}

export const failureText = ({ suite, name, message, at }: FailedTest): string => {
  const [first = ''] = message.split('\n')
  const place = at ? ` (${at.file}:${at.line})` : ''
  return `${[suite, name].filter((one) => one !== '').join(' › ')}${place}: ${first}`
}

const ended = (test: TestInputs, lines: readonly string[], code: number): string => {
  const tail = failureTail(lines)
  const how = test.kind === 'stage' && code !== 0 ? 'ended' : `ended with exit code ${code}`
  return `${whereOf(test)} ${how}${tail === '' ? ', and printed nothing' : `:\n${tail}`}`
}

const againBy = (test: TestInputs, service: ServiceName): string =>
  test.kind === 'stage'
    ? `stagger build ${service}   (shows it here; a file that no instruction names is not there)`
    : `stagger build ${service}   (shows it here; of this repository it gets only the files that its inputs name)`

const unreadable = (service: ServiceName, why: string, fix: string): Problem => ({
  code: 'test-reports',
  fault: 'thing',
  problem: `nobody can say whether ${service}'s tests passed`,
  why,
  fix,
})

export const brokenReport = (service: ServiceName, test: TestInputs, path: string, why: string): Problem =>
  unreadable(
    service,
    `the report ${path} of ${whereOf(test)} cannot be read: ${why}`,
    'let the runner end by itself, so that it writes its report to the end; and let nothing else write there',
  )

export const tooMuchReported = (service: ServiceName, test: TestInputs, folder: string): Problem =>
  unreadable(
    service,
    `${folder} of ${whereOf(test)} holds more than is read`,
    'let reports name a folder that holds JUnit’s XML alone',
  )

export const noReport = (service: ServiceName, test: TestInputs, folder: string): Problem =>
  unreadable(
    service,
    `reports names ${folder}, and ${whereOf(test)} left no JUnit XML there`,
    `let the runner write its report there, e.g. pytest --junitxml=${folder}/junit.xml; or take reports out of stagger.yml`,
  )

export const nothingTested = (service: ServiceName, test: TestInputs, { skipped }: TestReport): Problem =>
  unreadable(
    service,
    skipped > 0
      ? `all ${skipped} tests of ${whereOf(test)} were skipped`
      : `the reports of ${whereOf(test)} hold no test`,
    'see that the runner finds its tests: they may not be in the image, or their names may not be what it looks for',
  )

/** For `build.tests: required`: of a service of which nobody said that it has no tests. Null where all is well. */
export const missingTests = (planned: Pick<PlannedService, 'service' | 'test'>): Problem | null =>
  isUntested(planned) ? withoutTests(planned.service.name, planned.service.dockerfile) : null

const withoutTests = (name: ServiceName, dockerfile: string): Problem => ({
  code: 'no-tests',
  fault: 'caller',
  problem: `${name} has no tests`,
  why: 'build.tests is required in stagger.yml, and nothing says how it is tested',
  fix: `add a stage to ${dockerfile}: FROM … AS test; or say it in stagger.yml: services: { ${name}: { test: { command: [npm, test] } } }; or that there are none, on purpose: { test: false }`,
})

import { describe, expect, test } from '@jest/globals'
import {
  DRAINING,
  type Health,
  type HealthCheck,
  INITIAL,
  judge,
  matches,
  type Probe,
} from '../../../src/rehearsal/router/health.js'

const CHECK: HealthCheck = {
  path: '/health',
  intervalSeconds: 5,
  timeoutSeconds: 2,
  healthyThreshold: 3,
  unhealthyThreshold: 2,
  matcher: '200-299',
}

const OK: Probe = { kind: 'status', status: 204 }
const BAD: Probe = { kind: 'status', status: 500 }
const SLOW: Probe = { kind: 'timeout' }
const GONE: Probe = { kind: 'refused' }

const after = (start: Health, probes: readonly Probe[]): Health =>
  probes.reduce((health, probe) => judge(health, probe, CHECK), start)

const HEALTHY: Health = { state: 'healthy', streak: 0 }
const UNHEALTHY: Health = after(INITIAL, [BAD, BAD])

describe("a target's health", () => {
  test.each<[string, Health, readonly Probe[], string, string | undefined]>([
    ['a new target waits', INITIAL, [], 'initial', 'Elb.InitialHealthChecking'],
    ['a new target is healthy after one passed check', INITIAL, [OK], 'healthy', undefined],
    [
      'one failed check of a new target decides nothing',
      INITIAL,
      [BAD],
      'initial',
      'Elb.InitialHealthChecking',
    ],
    ['as many as the threshold do', INITIAL, [BAD, BAD], 'unhealthy', 'Target.ResponseCodeMismatch'],
    ['a slow start, then a passed check', INITIAL, [GONE, OK], 'healthy', undefined],
    ['a healthy target survives one failure', HEALTHY, [SLOW], 'healthy', undefined],
    ['failures that are not in a row', HEALTHY, [SLOW, OK, SLOW], 'healthy', undefined],
    ['failures in a row: the last one names the reason', HEALTHY, [BAD, SLOW], 'unhealthy', 'Target.Timeout'],
    ['nobody there', HEALTHY, [GONE, GONE], 'unhealthy', 'Target.FailedHealthChecks'],
    ['recovery takes the healthy threshold', UNHEALTHY, [OK, OK], 'unhealthy', 'Target.ResponseCodeMismatch'],
    ['and then it is back', UNHEALTHY, [OK, OK, OK], 'healthy', undefined],
    [
      'a break starts recovery again',
      UNHEALTHY,
      [OK, OK, BAD, OK],
      'unhealthy',
      'Target.ResponseCodeMismatch',
    ],
    ['who leaves is judged no more', DRAINING, [OK, BAD, BAD], 'draining', 'Target.DeregistrationInProgress'],
  ])('%s', (_, start, probes, state, reason) => {
    expect(after(start, probes)).toMatchObject({ state, ...(reason ? { reason } : {}) })
  })
})

test.each([
  ['200', 200, true],
  ['200', 204, false],
  ['200-299', 299, true],
  ['200-299', 300, false],
  ['200,202', 202, true],
  ['200,301-302', 302, true],
])('the matcher %s and %d', (matcher, status, expected) => {
  expect(matches(matcher, status)).toBe(expected)
})

import { describe, expect, test } from '@jest/globals'
import { count, thresholdOf, trip } from '../../../src/rehearsal/controller/breaker.js'
import type { Deployment, Settings } from '../../../src/rehearsal/controller/state.js'
import { BACK, type Given, inDeployment, task } from './states.js'
import { at, SETTINGS } from './world.js'

const ROLLING: Partial<Settings> = { plan: { strategy: 'ROLLING' } }
const breaker = (change: Partial<Settings['breaker']>): Partial<Settings> => ({
  ...ROLLING,
  breaker: { ...SETTINGS.breaker, ...change },
})

test.each<[Settings['breaker']['threshold'], number, number]>([
  [{ type: 'BOUNDED_PERCENT', value: 50 }, 8, 4],
  [{ type: 'BOUNDED_PERCENT', value: 50 }, 398, 199],
  [{ type: 'BOUNDED_PERCENT', value: 10 }, 40, 4],
  [{ type: 'UNBOUNDED_PERCENT', value: 10 }, 11, 2],
  [{ type: 'UNBOUNDED_PERCENT', value: 50 }, 0, 1],
])('the threshold %j of %d tasks is %d', (threshold, desired, expected) => {
  expect(thresholdOf({ ...SETTINGS.breaker, threshold }, desired)).toBe(expected)
})

describe('failures are counted', () => {
  const failed = (many: number) =>
    Array.from({ length: many }, (_, index) => task(String(index), '2', 'stopped'))
  const counts = (given: Given, many: number, recovered: boolean) => {
    const { failures, rollbackFailures, lastFailureAt } = count(
      inDeployment(given),
      failed(many),
      recovered,
      at(9),
    ).deployments[0] as Deployment
    return { failures, rollbackFailures, lastFailureAt }
  }
  const before = { failures: 2, rollbackFailures: 1, lastFailureAt: at(5) }

  test.each<[string, Given, number, boolean, ReturnType<typeof counts>]>([
    ['on the way there', { deployment: before }, 2, false, { ...before, failures: 4, lastFailureAt: at(9) }],
    [
      'on the way back apart',
      { deployment: { ...before, ...BACK } },
      2,
      false,
      { ...before, rollbackFailures: 3, lastFailureAt: at(9) },
    ],
    [
      'from 0 again once a task got healthy',
      { deployment: before },
      0,
      true,
      { failures: 0, rollbackFailures: 0, lastFailureAt: at(5) },
    ],
    [
      'from 0 again once a task got healthy on the way back',
      { deployment: { ...before, ...BACK } },
      1,
      true,
      { failures: 0, rollbackFailures: 1, lastFailureAt: at(9) },
    ],
    [
      'from where they were, where a healthy task is told to reset nothing',
      { deployment: before, settings: breaker({ resetOnHealthyTask: false }) },
      0,
      true,
      before,
    ],
    ['not without one', { deployment: before }, 0, false, before],
    ['not once it is over', { deployment: { ...before, status: 'SUCCESSFUL' } }, 2, true, before],
  ])('%s', (_, given, many, recovered, expected) => {
    expect(counts(given, many, recovered)).toEqual(expected)
  })

  test('and nothing is written where there is nothing to count', () => {
    const service = inDeployment()
    expect(count(service, [], false, at(9))).toBe(service)
  })
})

describe('the circuit breaker', () => {
  const TURNED = {
    status: 'ROLLBACK_IN_PROGRESS',
    reason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
  }
  test.each<[string, Given, object]>([
    ['turns it around at the threshold', { settings: ROLLING, deployment: { failures: 3 } }, TURNED],
    ['does nothing below', { settings: ROLLING, deployment: { failures: 2 } }, { status: 'IN_PROGRESS' }],
    [
      'only stops it where it shall not roll back',
      { settings: breaker({ rollback: false }), deployment: { failures: 3 } },
      {
        status: 'STOPPED',
        reason: 'Service deployment stopped because the circuit breaker threshold was exceeded.',
        finishedAt: 9,
      },
    ],
    [
      'does nothing where it is off',
      { settings: breaker({ enable: false }), deployment: { failures: 3 } },
      { status: 'IN_PROGRESS' },
    ],
    ['is of ROLLING alone', { deployment: { failures: 3 } }, { status: 'IN_PROGRESS' }],
    [
      'does nothing once it is over',
      { settings: ROLLING, deployment: { failures: 3, status: 'SUCCESSFUL' } },
      { status: 'SUCCESSFUL' },
    ],
    [
      'gives up a way back at its own threshold',
      { settings: ROLLING, deployment: { ...BACK, rollbackFailures: 3 } },
      { status: 'ROLLBACK_FAILED', reason: 'The rollback failed: tasks failed to start.' },
    ],
    [
      'has patience with a way back, whatever failed before it',
      { settings: ROLLING, deployment: { ...BACK, failures: 9, rollbackFailures: 2 } },
      { status: 'ROLLBACK_IN_PROGRESS' },
    ],
  ])('%s', (_, given, expected) => {
    expect(trip(inDeployment(given), at(9)).deployments[0]).toMatchObject(expected)
  })
})

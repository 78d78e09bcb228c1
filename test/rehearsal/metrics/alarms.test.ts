import { expect, test } from '@jest/globals'
import { type Alarm, look } from '../../../src/rehearsal/metrics/alarms.js'
import { createMetricStore, MINUTE } from '../../../src/rehearsal/metrics/store.js'

const metric = { namespace: 'shop', name: 'errors', dimensions: {} }
const alarm: Alarm = {
  arn: 'arn:alarm',
  input: {
    AlarmName: 'errors',
    Namespace: 'shop',
    MetricName: 'errors',
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 2,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
  },
  state: 'INSUFFICIENT_DATA',
  reason: '',
  configuredAt: 0,
  updatedAt: 0,
  changedAt: 0,
  lookedAt: 0,
}

// After the second minute nothing comes: the points that are there count for as long as CloudWatch looks back.
test('an alarm follows its metric, minute by minute', () => {
  const store = createMetricStore()
  const states: string[] = []
  let now = alarm
  for (let minute = 0; minute < 6; minute += 1) {
    if (minute === 1 || minute === 2) store.note(metric, 1, minute * MINUTE)
    now = look(store, now, (minute + 1) * MINUTE)
    states.push(now.state)
  }
  expect(states).toEqual(['OK', 'OK', 'ALARM', 'ALARM', 'ALARM', 'OK'])
  expect(now.changedAt).toBe(6 * MINUTE)
})

test('a state that was set stays until the period is over', () => {
  const store = createMetricStore()
  const set: Alarm = { ...alarm, state: 'ALARM', lookedAt: MINUTE }
  expect(look(store, set, 2 * MINUTE - 1).state).toBe('ALARM')
  expect(look(store, set, 2 * MINUTE)).toMatchObject({ state: 'OK', changedAt: 2 * MINUTE })
})

test('what is told of an alarm names its points and its threshold', () => {
  const store = createMetricStore()
  for (const at of [0, MINUTE]) store.note(metric, 3, at)
  expect(look(store, alarm, 2 * MINUTE)).toMatchObject({
    state: 'ALARM',
    reason: expect.stringMatching(/^Threshold Crossed: the datapoints \[3, 3\].*threshold \(1\)/),
  })
})

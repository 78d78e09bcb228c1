import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type AlarmRule, type AlarmState, evaluate } from '../../../src/rehearsal/metrics/evaluate.js'

const rule = (change: Partial<AlarmRule>): AlarmRule => ({
  comparison: 'GreaterThanThreshold',
  threshold: 0.5,
  evaluationPeriods: 3,
  datapointsToAlarm: 3,
  treatMissing: 'missing',
  ...change,
})

/** As the page of AWS writes them: `0` is fine, `X` breaches, `-` is missing; the newest is the last. */
const points = (text: string) =>
  [...text.replaceAll(' ', '')].map((one) => (one === '-' ? undefined : Number(one === 'X')))

const TREATMENTS = ['missing', 'ignore', 'breaching', 'notBreaching'] as const
const BEFORE: AlarmState = 'OK'
const KEPT = BEFORE

/** CloudWatch user guide, "Configuring how CloudWatch alarms treat missing data": both tables. */
describe('the tables of AWS', () => {
  test.each([
    ['0 - X - X', 'OK', 'OK', 'OK', 'OK'],
    ['- - - - 0', 'OK', 'OK', 'OK', 'OK'],
    ['- - - - -', 'INSUFFICIENT_DATA', KEPT, 'ALARM', 'OK'],
    ['0 X X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['- - X - -', 'ALARM', KEPT, 'ALARM', 'OK'],
  ])('3 of 3: %s', (text, ...states) => {
    const told = TREATMENTS.map((treatMissing) => evaluate(points(text), rule({ treatMissing }), BEFORE))
    expect(told).toEqual(states)
  })

  test.each([
    ['0 - X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['0 0 X 0 X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['0 - X - -', 'OK', 'OK', 'ALARM', 'OK'],
    ['- - - - 0', 'OK', 'OK', 'ALARM', 'OK'],
    ['- - - X -', 'ALARM', KEPT, 'ALARM', 'OK'],
  ])('2 of 3: %s', (text, ...states) => {
    const given = { datapointsToAlarm: 2 }
    const told = TREATMENTS.map((treatMissing) =>
      evaluate(points(text), rule({ ...given, treatMissing }), BEFORE),
    )
    expect(told).toEqual(states)
  })
})

test('one bad point alone does not alarm before it is old enough', () => {
  expect(evaluate(points('- - - - X'), rule({ datapointsToAlarm: 2 }), 'OK')).toBe('OK')
})

test.each([
  ['GreaterThanOrEqualToThreshold', 0.5, 'ALARM'],
  ['GreaterThanThreshold', 0.5, 'OK'],
  ['LessThanThreshold', 0.5, 'OK'],
  ['LessThanOrEqualToThreshold', 0.5, 'ALARM'],
] as const)('%s at the threshold: %s → %s', (comparison, value, state) => {
  const one = { evaluationPeriods: 1, datapointsToAlarm: 1 }
  expect(evaluate([value], rule({ comparison, ...one }), 'OK')).toBe(state)
})

test('with all points there, missing data is no matter; more that breach never end an alarm', () => {
  const arbitrary = fc.record({
    values: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    wanted: fc.integer({ min: 1, max: 3 }),
    worse: fc.integer({ min: 0, max: 4 }),
  })
  fc.assert(
    fc.property(arbitrary, ({ values, wanted, worse }) => {
      const at = (bad: readonly boolean[]) =>
        TREATMENTS.map((treatMissing) =>
          evaluate(bad.map(Number), rule({ datapointsToAlarm: wanted, treatMissing }), 'OK'),
        )
      const states = new Set(at(values))
      expect(states.size).toBe(1)
      expect(states.has(values.slice(-3).filter(Boolean).length >= wanted ? 'ALARM' : 'OK')).toBe(true)
      if (states.has('ALARM')) expect(new Set(at(values.with(worse, true)))).toEqual(states)
    }),
  )
})

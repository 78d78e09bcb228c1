import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch'
import { refuse } from '../api/fault.js'
import { isStatistic } from './bucket.js'

const invalid = (message: string): never => refuse('ValidationError', message)

const MISSING = ['breaching', 'notBreaching', 'ignore', 'missing']
const UNPLAYED = [
  'Metrics',
  'ThresholdMetricId',
  'EvaluateLowSampleCountPercentile',
  'EvaluationCriteria',
] as const
const DAY = 86_400

const whole = (name: string, value: number | undefined, most: number): void => {
  if (value === undefined || !Number.isInteger(value) || value < 1 || value > most)
    invalid(`${name} ${value} must be a whole number from 1 to ${most}.`)
}

const checkPeriod = ({ Period, EvaluationPeriods = 1 }: PutMetricAlarmInput): void => {
  if (Period === undefined || (![10, 20, 30].includes(Period) && (Period < 60 || Period % 60 !== 0)))
    invalid(`Period ${Period} must be 10, 20, 30 or a multiple of 60.`)
  const most = Period !== undefined && Period >= 3600 ? 7 * DAY : DAY
  if ((Period ?? 0) * EvaluationPeriods > most)
    invalid(`Period ${Period} times EvaluationPeriods ${EvaluationPeriods} must be at most ${most} seconds.`)
}

const checkStatistic = ({ Statistic, ExtendedStatistic }: PutMetricAlarmInput): void => {
  if ((Statistic === undefined) === (ExtendedStatistic === undefined))
    invalid('Exactly one of Statistic and ExtendedStatistic must be given.')
  if (ExtendedStatistic !== undefined && !isStatistic(ExtendedStatistic))
    invalid(
      `ExtendedStatistic '${ExtendedStatistic}' must be a percentile from p0.0 to p100; others are not played here.`,
    )
}

/** What CloudWatch refuses to put as an alarm, and what cannot be played here. */
export const checkAlarm = (input: PutMetricAlarmInput): void => {
  const unplayed = UNPLAYED.find((field) => input[field] !== undefined)
  if (unplayed) invalid(`The rehearsal cluster does not play ${unplayed} of an alarm yet.`)
  if (!input.MetricName || !input.Namespace) invalid('MetricName and Namespace must be given.')
  checkStatistic(input)
  whole('EvaluationPeriods', input.EvaluationPeriods, DAY)
  checkPeriod(input)
  const wanted = input.DatapointsToAlarm ?? input.EvaluationPeriods
  whole('DatapointsToAlarm', wanted, input.EvaluationPeriods ?? 1)
  if (input.Threshold === undefined) invalid('Threshold must be given.')
  if (input.ComparisonOperator === undefined) invalid('ComparisonOperator must be given.')
  if (!/^(Greater|Less)Than(OrEqualTo)?Threshold$/.test(input.ComparisonOperator ?? ''))
    invalid(
      `ComparisonOperator ${input.ComparisonOperator} is for anomaly detection, which is not played here.`,
    )
  if (input.TreatMissingData !== undefined && !MISSING.includes(input.TreatMissingData))
    invalid(`TreatMissingData '${input.TreatMissingData}' must be one of: ${MISSING.join(', ')}.`)
}

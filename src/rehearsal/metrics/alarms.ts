import type { MetricAlarm, PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch'
import { statistic } from './bucket.js'
import { type AlarmRule, type AlarmState, evaluate, lookback, type Points } from './evaluate.js'
import { type MetricName, type MetricStore, MINUTE } from './store.js'

/** An alarm: what was put, and its state. Replaced and never changed. */
export interface Alarm {
  readonly arn: string
  readonly input: PutMetricAlarmInput
  readonly state: AlarmState
  readonly reason: string
  readonly configuredAt: number
  readonly updatedAt: number
  readonly changedAt: number
  /** The end of the last period that was looked at. */
  readonly lookedAt: number
}

export const periodOf = ({ Period = 60 }: PutMetricAlarmInput): number => Math.max(MINUTE, Period * 1000)

export const ruleOf = (input: PutMetricAlarmInput): AlarmRule => ({
  comparison: input.ComparisonOperator as AlarmRule['comparison'],
  threshold: input.Threshold ?? 0,
  evaluationPeriods: input.EvaluationPeriods ?? 1,
  datapointsToAlarm: input.DatapointsToAlarm ?? input.EvaluationPeriods ?? 1,
  treatMissing: (input.TreatMissingData ?? 'missing') as AlarmRule['treatMissing'],
})

export const metricOf = ({
  Namespace = '',
  MetricName = '',
  Dimensions = [],
}: PutMetricAlarmInput): MetricName => ({
  namespace: Namespace,
  name: MetricName,
  dimensions: Object.fromEntries(Dimensions.map(({ Name = '', Value = '' }) => [Name, Value])),
})

const pointsOf = (store: MetricStore, { input }: Alarm, until: number): Points => {
  const period = periodOf(input)
  const count = lookback(ruleOf(input))
  return Array.from({ length: count }, (_, index) => {
    const from = until - (count - index) * period
    const bucket = store.read(metricOf(input), from, from + period)
    return bucket && statistic(bucket, input.ExtendedStatistic ?? input.Statistic ?? 'Average')
  })
}

const told = (
  state: AlarmState,
  points: Points,
  { Threshold, ComparisonOperator }: PutMetricAlarmInput,
): string => {
  const there = points.filter((point) => point !== undefined)
  return state === 'INSUFFICIENT_DATA'
    ? 'Insufficient Data: no datapoints were received for the last periods.'
    : `Threshold ${state === 'ALARM' ? 'Crossed' : 'not crossed'}: the datapoints [${there.join(', ')}] were compared by ${ComparisonOperator} with the threshold (${Threshold}).`
}

export const withState = (alarm: Alarm, state: AlarmState, reason: string, now: number): Alarm => ({
  ...alarm,
  state,
  reason,
  updatedAt: now,
  changedAt: alarm.state === state ? alarm.changedAt : now,
})

/** The alarm as it is now: looked at once a period, when that is over. In between a state that was set stays. */
export const look = (store: MetricStore, alarm: Alarm, now: number): Alarm => {
  const until = Math.floor(now / periodOf(alarm.input)) * periodOf(alarm.input)
  if (until <= alarm.lookedAt) return alarm
  const points = pointsOf(store, alarm, until)
  const state = evaluate(points, ruleOf(alarm.input), alarm.state)
  const looked = { ...alarm, lookedAt: until }
  return state === alarm.state ? looked : withState(looked, state, told(state, points, alarm.input), now)
}

export const showAlarm = ({ arn, input, state, reason, ...times }: Alarm): MetricAlarm => {
  const { Tags: _, ...declared } = input
  return {
    ...declared,
    AlarmArn: arn,
    ActionsEnabled: input.ActionsEnabled ?? true,
    OKActions: input.OKActions ?? [],
    AlarmActions: input.AlarmActions ?? [],
    InsufficientDataActions: input.InsufficientDataActions ?? [],
    Dimensions: input.Dimensions ?? [],
    AlarmConfigurationUpdatedTimestamp: new Date(times.configuredAt),
    StateValue: state,
    StateReason: reason,
    StateUpdatedTimestamp: new Date(times.updatedAt),
    StateTransitionedTimestamp: new Date(times.changedAt),
  }
}

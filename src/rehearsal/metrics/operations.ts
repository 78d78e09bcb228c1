import type {
  Datapoint,
  Dimension,
  GetMetricDataInput,
  GetMetricDataOutput,
  GetMetricStatisticsInput,
  GetMetricStatisticsOutput,
  ListMetricsInput,
  ListMetricsOutput,
  Metric,
  MetricDataQuery,
  MetricDataResult,
  MetricDatum,
  PutMetricDataInput,
} from '@aws-sdk/client-cloudwatch'
import { refuse } from '../api/fault.js'
import type { World } from '../world.js'
import { type Bucket, isStatistic, statistic } from './bucket.js'
import { tokenPage } from './page.js'
import { type MetricName, type MetricStore, MINUTE } from './store.js'

const nameOf = ({ Namespace = '', MetricName = '', Dimensions = [] }: Metric): MetricName => ({
  namespace: Namespace,
  name: MetricName,
  dimensions: Object.fromEntries(Dimensions.map(({ Name = '', Value = '' }) => [Name, Value])),
})

const dimensionsOf = ({ dimensions }: MetricName): Dimension[] =>
  Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }))

interface Span {
  readonly from: number
  readonly to: number
  readonly period: number
}

const MOST_POINTS = 100_800

const spanOf = (start: Date | undefined, end: Date | undefined, seconds: number | undefined): Span => {
  const [first, last] = [start?.getTime() ?? 0, end?.getTime() ?? 0]
  if (first >= last)
    refuse('ValidationError', 'The parameter StartTime must be less than the parameter EndTime.')
  const wanted = seconds ?? 60
  if (!Number.isInteger(wanted) || wanted < 1 || (wanted > 60 && wanted % 60 !== 0))
    refuse('ValidationError', `Period ${wanted} must be at most 60 or a multiple of 60.`)
  const period = Math.max(MINUTE, wanted * 1000)
  if ((last - first) / period > MOST_POINTS)
    refuse('ValidationError', `The request is for more than ${MOST_POINTS} data points.`)
  return { from: Math.floor(first / period) * period, to: last, period }
}

type Point = readonly [at: number, bucket: Bucket]

const pointsOf = (store: MetricStore, metric: MetricName, { from, to, period }: Span): readonly Point[] => {
  const points: Point[] = []
  for (let at = from; at < to; at += period) {
    const bucket = store.read(metric, at, Math.min(at + period, to))
    if (bucket) points.push([at, bucket])
  }
  return points
}

const checkedStatistic = (name: string | undefined): string =>
  name !== undefined && isStatistic(name)
    ? name
    : refuse('ValidationError', `The statistic '${name}' is not valid, or not played here.`)

const statOf = ({ MetricStat, Expression }: MetricDataQuery) =>
  MetricStat ??
  refuse(
    'ValidationError',
    `The rehearsal cluster does not play the expression '${Expression}': metrics only.`,
  )

const resultOf = (
  store: MetricStore,
  query: MetricDataQuery,
  input: GetMetricDataInput,
): MetricDataResult => {
  const { Metric = {}, Period, Stat } = statOf(query)
  const name = checkedStatistic(Stat)
  const found = pointsOf(store, nameOf(Metric), spanOf(input.StartTime, input.EndTime, Period))
  const points = input.ScanBy === 'TimestampAscending' ? found : found.toReversed()
  return {
    Id: query.Id,
    Label: query.Label ?? Metric.MetricName,
    Timestamps: points.map(([at]) => new Date(at)),
    Values: points.map(([, bucket]) => statistic(bucket, name)),
    StatusCode: 'Complete',
  }
}

const datapoint = ([at, bucket]: Point, input: GetMetricStatisticsInput): Datapoint => {
  const percentiles = (input.ExtendedStatistics ?? []).map((name) => [
    name,
    statistic(bucket, checkedStatistic(name)),
  ])
  return {
    Timestamp: new Date(at),
    ...Object.fromEntries((input.Statistics ?? []).map((name) => [name, statistic(bucket, name)])),
    ...(percentiles.length > 0 ? { ExtendedStatistics: Object.fromEntries(percentiles) } : {}),
    Unit: input.MetricName === 'TargetResponseTime' ? 'Seconds' : 'Count',
  }
}

const isListed = (
  metric: MetricName,
  { Namespace, MetricName, Dimensions = [] }: ListMetricsInput,
): boolean =>
  (Namespace ?? metric.namespace) === metric.namespace &&
  (MetricName ?? metric.name) === metric.name &&
  Dimensions.every(({ Name = '', Value }) => {
    const there = metric.dimensions[Name]
    return there !== undefined && (Value ?? there) === there
  })

const note = (store: MetricStore, namespace: string, datum: MetricDatum): void => {
  const metric = { ...nameOf(datum), namespace }
  const at = datum.Timestamp?.getTime() ?? Date.now()
  if (datum.StatisticValues)
    refuse('ValidationError', 'The rehearsal cluster does not play StatisticValues of PutMetricData yet.')
  const values = datum.Values ?? [
    datum.Value ?? refuse('ValidationError', 'A datum must have a Value or Values.'),
  ]
  for (const [index, value] of values.entries()) store.note(metric, value, at, datum.Counts?.[index] ?? 1)
}

export const metricOperations = ({ metrics }: World) => ({
  GetMetricData(input: GetMetricDataInput): GetMetricDataOutput {
    const queries = (input.MetricDataQueries ?? []).filter(({ ReturnData }) => ReturnData !== false)
    return { MetricDataResults: queries.map((query) => resultOf(metrics, query, input)), Messages: [] }
  },
  GetMetricStatistics(input: GetMetricStatisticsInput): GetMetricStatisticsOutput {
    if (!input.Statistics && !input.ExtendedStatistics)
      refuse('InvalidParameterCombinationException', 'Statistics or ExtendedStatistics must be given.')
    const points = pointsOf(metrics, nameOf(input), spanOf(input.StartTime, input.EndTime, input.Period))
    return { Label: input.MetricName, Datapoints: points.map((point) => datapoint(point, input)) }
  },
  ListMetrics(input: ListMetricsInput): ListMetricsOutput {
    const found = metrics.metrics().filter((metric) => isListed(metric, input))
    const [page, NextToken] = tokenPage(found, input.NextToken, 500, 500)
    const Metrics = page.map((metric) => ({
      Namespace: metric.namespace,
      MetricName: metric.name,
      Dimensions: dimensionsOf(metric),
    }))
    return { Metrics, NextToken }
  },
  PutMetricData({ Namespace = '', MetricData = [] }: PutMetricDataInput): void {
    if (Namespace.startsWith('AWS/'))
      refuse('InvalidParameterValueException', 'The value AWS/ for parameter Namespace is invalid.')
    for (const datum of MetricData) note(metrics, Namespace, datum)
  },
})

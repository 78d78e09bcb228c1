/** What an alarm goes by: AWS's terms. */
export interface AlarmRule {
  readonly comparison:
    | 'GreaterThanOrEqualToThreshold'
    | 'GreaterThanThreshold'
    | 'LessThanThreshold'
    | 'LessThanOrEqualToThreshold'
  readonly threshold: number
  readonly evaluationPeriods: number
  readonly datapointsToAlarm: number
  readonly treatMissing: 'missing' | 'ignore' | 'breaching' | 'notBreaching'
}

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'

/** A period's value, newest last; undefined where there was none. */
export type Points = readonly (number | undefined)[]

/**
 * How many periods CloudWatch looks back further than it must, to find points in place of missing ones. It says that it
 * does, and not how many: the examples of its page have two.
 */
const FURTHER = 2
export const lookback = ({ evaluationPeriods }: AlarmRule): number => evaluationPeriods + FURTHER

const breaches = (value: number, { comparison, threshold }: AlarmRule): boolean => {
  switch (comparison) {
    case 'GreaterThanOrEqualToThreshold':
      return value >= threshold
    case 'GreaterThanThreshold':
      return value > threshold
    case 'LessThanThreshold':
      return value < threshold
    case 'LessThanOrEqualToThreshold':
      return value <= threshold
  }
}

interface Sight {
  readonly breaching: number
  readonly missing: number
  /** All that is there breaches. */
  readonly onlyBad: boolean
  /** How many periods ago the oldest that breaches was; the last one is 1. */
  readonly oldestBad: number
}

const sightOf = (points: Points, rule: AlarmRule): Sight => {
  const there = points.filter((point) => point !== undefined).slice(-rule.evaluationPeriods)
  const breaching = there.filter((value) => breaches(value, rule)).length
  const first = points.findIndex((point) => point !== undefined && breaches(point, rule))
  return {
    breaching,
    missing: rule.evaluationPeriods - there.length,
    onlyBad: there.length > 0 && breaching === there.length,
    oldestBad: first < 0 ? 0 : points.length - first,
  }
}

/** Fewer points than the alarm wants, and all of them bad: enough only once the first of them is old enough. */
const early = (
  { oldestBad }: Sight,
  { treatMissing, datapointsToAlarm }: AlarmRule,
  before: AlarmState,
): AlarmState => {
  if (treatMissing === 'ignore') return before
  return oldestBad >= datapointsToAlarm ? 'ALARM' : 'OK'
}

/** The state that the points call for; what is missing is treated as the alarm says. */
export const evaluate = (points: Points, rule: AlarmRule, before: AlarmState): AlarmState => {
  const sight = sightOf(points, rule)
  const filled = rule.treatMissing === 'breaching' ? sight.missing : 0
  if (sight.breaching + filled >= rule.datapointsToAlarm) return 'ALARM'
  if (rule.treatMissing === 'breaching' || rule.treatMissing === 'notBreaching') return 'OK'
  if (sight.missing === rule.evaluationPeriods)
    return rule.treatMissing === 'ignore' ? before : 'INSUFFICIENT_DATA'
  return sight.onlyBad ? early(sight, rule, before) : 'OK'
}

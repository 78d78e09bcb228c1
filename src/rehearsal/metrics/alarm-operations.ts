import type {
  DeleteAlarmsInput,
  DescribeAlarmsForMetricInput,
  DescribeAlarmsForMetricOutput,
  DescribeAlarmsInput,
  DescribeAlarmsOutput,
  PutMetricAlarmInput,
  SetAlarmStateInput,
} from '@aws-sdk/client-cloudwatch'
import { refuse } from '../api/fault.js'
import { alarmArn } from '../arns.js'
import type { World } from '../world.js'
import { checkAlarm } from './alarm-rules.js'
import { type Alarm, metricOf, periodOf, showAlarm, withState } from './alarms.js'
import { tokenPage } from './page.js'

const UNCHECKED = 'Unchecked: Initial alarm creation'

/** One that is put again keeps its state, as documented. */
const put = (world: World, input: PutMetricAlarmInput, region: string, now: number): void => {
  const name = input.AlarmName ?? ''
  const before = world.alarms.get(name)
  world.alarms.set(name, {
    arn: alarmArn(region, name),
    state: 'INSUFFICIENT_DATA',
    reason: UNCHECKED,
    updatedAt: now,
    changedAt: now,
    ...before,
    input,
    configuredAt: now,
    lookedAt: Math.floor(now / periodOf(input)) * periodOf(input),
  })
}

const isAsked = ({ input, state }: Alarm, asked: DescribeAlarmsInput): boolean =>
  (asked.AlarmNames?.includes(input.AlarmName ?? '') ?? true) &&
  (input.AlarmName ?? '').startsWith(asked.AlarmNamePrefix ?? '') &&
  (asked.StateValue === undefined || asked.StateValue === state) &&
  (asked.AlarmTypes?.includes('MetricAlarm') ?? true)

const same = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Nothing is deleted where one of the names is unknown. */
const checkThere = (world: World, names: readonly string[]): void => {
  const missing = names.filter((name) => !world.alarms.has(name))
  if (missing.length > 0) refuse('ResourceNotFound', `Unable to find ${missing.join(', ')}`)
}

export const alarmOperations = (world: World) => ({
  PutMetricAlarm(input: PutMetricAlarmInput, region: string): void {
    checkAlarm(input)
    put(world, input, region, world.clock.now())
  },
  DescribeAlarms(input: DescribeAlarmsInput): DescribeAlarmsOutput {
    if (input.AlarmNames && input.AlarmNamePrefix !== undefined)
      refuse('ValidationError', 'AlarmNames and AlarmNamePrefix cannot be given together.')
    const found = [...world.alarms.values()].filter((alarm) => isAsked(alarm, input))
    const [alarms, NextToken] = tokenPage(found, input.NextToken, input.MaxRecords ?? 50, 100)
    return { MetricAlarms: alarms.map(showAlarm), CompositeAlarms: [], NextToken }
  },
  DescribeAlarmsForMetric(input: DescribeAlarmsForMetricInput): DescribeAlarmsForMetricOutput {
    const asked = metricOf(input as PutMetricAlarmInput)
    const found = [...world.alarms.values()].filter((alarm) => same(metricOf(alarm.input), asked))
    return { MetricAlarms: found.map(showAlarm) }
  },
  DeleteAlarms({ AlarmNames = [] }: DeleteAlarmsInput): void {
    checkThere(world, AlarmNames)
    for (const name of AlarmNames) world.alarms.delete(name)
  },
  /** Stays until the alarm is looked at again, at the end of its period. */
  SetAlarmState({ AlarmName = '', StateValue, StateReason = '' }: SetAlarmStateInput): void {
    checkThere(world, [AlarmName])
    const alarm = world.alarms.get(AlarmName) as Alarm
    world.alarms.set(AlarmName, withState(alarm, StateValue ?? 'OK', StateReason, world.clock.now()))
    world.nudge()
  },
})

import type { MetadataBearer } from '@smithy/types'
import { lastSegment } from '../../words.js'
import { answer } from './answer.js'
import type { Place } from './ecs.js'
import type { Asked } from './error-rules.js'
import { once } from './once.js'
import { alarmsClient, balancingClient, scalingClient } from './sdk-clients.js'
import type { Surroundings } from './surroundings.js'

type Ask = (action: string, subject: string) => Asked

const balancing = (place: Place, ask: Ask) => {
  const client = once(() => balancingClient(place))
  return {
    describeRules: async (arns) => {
      const { DescribeRulesCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
      const request = (await client()).send(new DescribeRulesCommand({ RuleArns: [...arns] }))
      return answer(ask('elasticloadbalancing:DescribeRules', arns.join(', ')), request, ({ Rules }) =>
        (Rules ?? []).map(({ RuleArn, Actions }) => ({ arn: RuleArn ?? '', actions: Actions ?? [] })),
      )
    },
    describeListeners: async (arns) => {
      const { DescribeListenersCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
      const command = new DescribeListenersCommand({ ListenerArns: [...arns] })
      const request = (await client()).send(command)
      return answer(
        ask('elasticloadbalancing:DescribeListeners', arns.join(', ')),
        request,
        ({ Listeners }) =>
          (Listeners ?? []).map((one) => ({ arn: one.ListenerArn ?? '', actions: one.DefaultActions ?? [] })),
      )
    },
    describeTargetGroups: async (arns) => {
      const { DescribeTargetGroupsCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
      const command = new DescribeTargetGroupsCommand({ TargetGroupArns: [...arns] })
      const request = (await client()).send(command)
      const asked = ask('elasticloadbalancing:DescribeTargetGroups', arns.join(', '))
      return answer(asked, request, ({ TargetGroups }) => TargetGroups ?? [])
    },
    describeTargetHealth: async (TargetGroupArn) => {
      const { DescribeTargetHealthCommand } = await import('@aws-sdk/client-elastic-load-balancing-v2')
      const request = (await client()).send(new DescribeTargetHealthCommand({ TargetGroupArn }))
      const asked = ask('elasticloadbalancing:DescribeTargetHealth', TargetGroupArn)
      return answer(asked, request, ({ TargetHealthDescriptions }) => TargetHealthDescriptions ?? [])
    },
  } satisfies Partial<Surroundings>
}

const watching = (place: Place, ask: Ask) => {
  const client = once(() => alarmsClient(place))
  return {
    describeAlarms: async (names) => {
      const { DescribeAlarmsCommand } = await import('@aws-sdk/client-cloudwatch')
      const command = new DescribeAlarmsCommand({
        AlarmNames: [...names],
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
      })
      const request = (await client()).send(command)
      return answer(ask('cloudwatch:DescribeAlarms', names.join(', ')), request, (output) =>
        [...(output.MetricAlarms ?? []), ...(output.CompositeAlarms ?? [])].map((alarm) => ({
          name: alarm.AlarmName ?? '',
          state: alarm.StateValue ?? '',
        })),
      )
    },
  } satisfies Partial<Surroundings>
}

/** By name, also where the environment gives the cluster's ARN. */
const resource = (cluster: string, service: string) => ({
  ServiceNamespace: 'ecs' as const,
  ScalableDimension: 'ecs:service:DesiredCount' as const,
  ResourceId: `service/${lastSegment(cluster)}/${service}`,
})

const nothing = (_: MetadataBearer) => null

const scaling = (place: Place, ask: Ask) => {
  const client = once(() => scalingClient(place))
  return {
    describeScaling: async (cluster, service) => {
      const { DescribeScalableTargetsCommand } = await import('@aws-sdk/client-application-auto-scaling')
      const { ResourceId, ...where } = resource(cluster, service)
      const command = new DescribeScalableTargetsCommand({ ...where, ResourceIds: [ResourceId] })
      const request = (await client()).send(command)
      const asked = ask('application-autoscaling:DescribeScalableTargets', ResourceId)
      return answer(asked, request, ({ ScalableTargets }) => {
        const [found] = ScalableTargets ?? []
        if (!found) return null
        const { DynamicScalingInSuspended: lesser, DynamicScalingOutSuspended: more } =
          found.SuspendedState ?? {}
        const suspended = lesser === true && more === true
        return { least: found.MinCapacity ?? 0, most: found.MaxCapacity ?? 0, suspended }
      })
    },
    suspendScaling: async (cluster, service, suspended) => {
      const { RegisterScalableTargetCommand } = await import('@aws-sdk/client-application-auto-scaling')
      const where = resource(cluster, service)
      const SuspendedState = { DynamicScalingInSuspended: suspended, DynamicScalingOutSuspended: suspended }
      const request = (await client()).send(new RegisterScalableTargetCommand({ ...where, SuspendedState }))
      return answer(ask('application-autoscaling:RegisterScalableTarget', where.ResourceId), request, nothing)
    },
  } satisfies Partial<Surroundings>
}

/** Each service's client is loaded when it is first asked, and is then everybody's: who has to wait, waits for all. */
export const surroundings = (place: Place, ask: Ask): Surroundings => ({
  ...balancing(place, ask),
  ...watching(place, ask),
  ...scaling(place, ask),
})

import type { LoadBalancer, Service } from '@aws-sdk/client-ecs'
import type { Forecast } from '../rollout/forecast.js'
import type { Problem } from '../words.js'

const refusal = (code: string, problem: string, why: string, fix: string): Problem => ({
  code,
  fault: 'caller',
  problem,
  why,
  fix,
})

const ALB_RULE = /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:listener-rule\/app\//
const NLB_LISTENER = /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:listener\/net\//

export const isShifting = ({ shape }: Forecast): boolean => !('minimum' in shape)

/** What keeps ECS from moving the traffic of this service by itself; nothing is asked but the service. */
export const shiftRefusals = (service: Service, forecast: Forecast): readonly Problem[] => {
  if (!isShifting(forecast)) return []
  const { strategy } = forecast.shape
  const name = service.serviceName
  const daemon =
    service.schedulingStrategy === 'DAEMON'
      ? [
          refusal(
            'daemon',
            `service ${name} is a DAEMON, and ${strategy} runs two versions side by side`,
            'A DAEMON has one task on each machine.',
            'Use strategy: rolling for it.',
          ),
        ]
      : []
  return [
    ...daemon,
    ...(service.loadBalancers ?? []).flatMap((one, at) => balancerRefusals(service, one, at, strategy)),
  ]
}

const balancerRefusals = (
  { serviceName }: Service,
  balancer: LoadBalancer,
  at: number,
  strategy: string,
): readonly Problem[] => {
  const wrong = missing(balancer) ?? conflicting(balancer)
  if (wrong === null) return []
  return [
    refusal(
      'not-made-for-shifting',
      `${strategy} cannot move the traffic of service ${serviceName}`,
      `loadBalancers[${at}]${wrong}.`,
      'Set advanced_configuration of its load balancer in your infrastructure code: the alternate target group, the production rule (a listener for an NLB), and a role with AmazonECSInfrastructureRolePolicyForLoadBalancers. Or use strategy: rolling.',
    ),
  ]
}

const missing = ({ advancedConfiguration: advanced, loadBalancerName }: LoadBalancer): string | null => {
  if (loadBalancerName) return ' is a Classic Load Balancer, which has no target groups'
  if (!advanced) return ' has no advancedConfiguration'
  const needed = ['alternateTargetGroupArn', 'productionListenerRule', 'roleArn'] as const
  const lacking = needed.filter((field) => !advanced[field])
  return lacking.length > 0 ? `.advancedConfiguration has no ${lacking.join(', ')}` : null
}

const conflicting = ({
  advancedConfiguration: advanced = {},
  targetGroupArn,
}: LoadBalancer): string | null => {
  const { alternateTargetGroupArn, productionListenerRule: production, testListenerRule: test } = advanced
  if (alternateTargetGroupArn === targetGroupArn) return ' names one target group twice'
  if (test !== undefined && test === production) return ' has one rule for production and for tests'
  const odd = [production, test].find(
    (arn) => arn !== undefined && !ALB_RULE.test(arn) && !NLB_LISTENER.test(arn),
  )
  return odd === undefined
    ? null
    : ` has ${odd}, which is neither the rule of an ALB nor the listener of an NLB`
}

const isNlb = ({ loadBalancers = [] }: Service): boolean =>
  loadBalancers.some(({ advancedConfiguration }) =>
    NLB_LISTENER.test(advancedConfiguration?.productionListenerRule ?? ''),
  )

const hasServiceConnect = ({ deployments = [] }: Service): boolean =>
  deployments.some(({ serviceConnectConfiguration }) => serviceConnectConfiguration?.enabled === true)

/** What AWS does not say clearly, or what takes longer than one thinks. */
export const shiftCautions = (service: Service, forecast: Forecast, alarms: boolean): readonly string[] => {
  if (!isShifting(forecast)) return []
  const { strategy } = forecast.shape
  const none = (service.loadBalancers ?? []).length === 0 && !hasServiceConnect(service)
  const unsaid =
    strategy === 'blue-green'
      ? 'no traffic is moved: both versions only run'
      : `AWS does not say that ${strategy} works then`
  return [
    ...(none ? [`it has no load balancer and no Service Connect: ${unsaid}`] : []),
    ...(isNlb(service) && strategy !== 'blue-green'
      ? ['its load balancer is an NLB: ECS takes about 10 minutes more for each shift']
      : []),
    ...(alarms ? [`AWS's pages disagree on whether alarms work with ${strategy}`] : []),
  ]
}

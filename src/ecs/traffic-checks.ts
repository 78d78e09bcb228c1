import type { LoadBalancer, Service } from '@aws-sdk/client-ecs'
import type { Action, TargetGroup, TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2'
import { type Check, caution, ok, refused } from './check.js'

/** What the load balancer says of itself; a part that could not be asked is why, in words. */
export interface TrafficFacts {
  /** By the ARN of the rule or listener. */
  readonly forwardings: ReadonlyMap<string, readonly Action[]>
  readonly groups: readonly TargetGroup[]
  readonly health: ReadonlyMap<string, readonly TargetHealthDescription[]>
  /** Nothing is under way: the weights are as they shall be. */
  readonly settled: boolean
  /** The target groups that the serving revision uses; empty where nobody knows. */
  readonly serving: readonly string[]
}

export const nameOfGroup = (arn: string): string => /targetgroup\/([^/]+)/.exec(arn)?.[1] ?? arn

/** What must be so for ECS to move traffic; live, since infrastructure code may have changed it since. */
export const trafficChecks = (
  service: Service,
  facts: TrafficFacts,
  { shifting, stickiness }: { readonly shifting: boolean; readonly stickiness: boolean | undefined },
): readonly Check[] =>
  (service.loadBalancers ?? []).flatMap((balancer) => [
    ...groupChecks(service, balancer, facts),
    ...(shifting ? ruleChecks(balancer, facts) : []),
    ...(stickiness === undefined ? [] : stickinessChecks(balancer, facts, stickiness)),
    ...healthChecks(service, balancer, facts),
  ])

const groupsOf = ({ targetGroupArn, advancedConfiguration }: LoadBalancer): readonly string[] =>
  [targetGroupArn, advancedConfiguration?.alternateTargetGroupArn].filter((arn) => arn !== undefined)

/** A task of the network mode awsvpc has an address of its own, and is registered by it. */
const groupChecks = (
  { networkConfiguration }: Service,
  balancer: LoadBalancer,
  { groups }: TrafficFacts,
): readonly Check[] =>
  groupsOf(balancer).flatMap((arn) => {
    const group = groups.find(({ TargetGroupArn }) => TargetGroupArn === arn)
    if (!group) return []
    const wanted = networkConfiguration?.awsvpcConfiguration ? 'ip' : 'instance'
    if (group.TargetType === wanted)
      return [ok(`target group ${nameOfGroup(arn)} takes targets by ${wanted}`)]
    return [
      refused(
        'target-type',
        `target group ${nameOfGroup(arn)} takes targets by ${group.TargetType}`,
        `The service's tasks are registered by ${wanted}, by their network mode.`,
        `Make a target group of the target type ${wanted} in your infrastructure code.`,
      ),
    ]
  })

export const weightsIn = (actions: readonly Action[]): ReadonlyMap<string, number> =>
  new Map(
    actions.flatMap(({ TargetGroupArn, ForwardConfig }) => {
      const tuples = ForwardConfig?.TargetGroups ?? (TargetGroupArn ? [{ TargetGroupArn, Weight: 1 }] : [])
      return tuples.map(({ TargetGroupArn: arn = '', Weight = 1 }) => [arn, Weight] as const)
    }),
  )

const rulesOf = ({ advancedConfiguration: advanced }: LoadBalancer): readonly string[] =>
  [advanced?.productionListenerRule, advanced?.testListenerRule].filter((arn) => arn !== undefined)

const short = (arn: string): string => arn.split(':').at(-1) ?? arn

const ruleChecks = (balancer: LoadBalancer, facts: TrafficFacts): readonly Check[] =>
  rulesOf(balancer).flatMap((arn, at) => {
    const actions = facts.forwardings.get(arn)
    if (!actions) return []
    const serving = at === 0 ? facts.serving : []
    return ruleCheck(balancer, arn, weightsIn(actions), { serving, settled: facts.settled })
  })

const ruleCheck = (
  balancer: LoadBalancer,
  arn: string,
  weights: ReadonlyMap<string, number>,
  { serving, settled }: Pick<TrafficFacts, 'serving' | 'settled'>,
): readonly Check[] => {
  const groups = groupsOf(balancer)
  const lacking = groups.filter((group) => !weights.has(group))
  if (lacking.length > 0) return [withoutGroup(arn, lacking)]
  const live = groups.filter((group) => (weights.get(group) ?? 0) > 0)
  const told = groups.map((group) => `${nameOfGroup(group)} ${weights.get(group)}`).join(', ')
  if (!settled) return [ok(`${short(arn)} forwards to ${told}, with a deployment under way`)]
  if (live.length !== 1) return [notOneLive(arn, told)]
  const known = groups.find((group) => serving.includes(group))
  if (known !== undefined && live[0] !== known) return [otherLive(arn, told, known)]
  return [ok(`${short(arn)} forwards to ${told}`)]
}

const withoutGroup = (arn: string, lacking: readonly string[]): Check =>
  refused(
    'group-not-on-rule',
    `${short(arn)} does not forward to the target group ${lacking.map(nameOfGroup).join(', ')}`,
    'ECS would roll back: both target groups must be on the rule, one with the weight 0.',
    'Put both target groups on the rule in your infrastructure code, with the weights 1 and 0, and let it ignore the weights afterwards.',
  )

const notOneLive = (arn: string, told: string): Check =>
  refused(
    'weights-not-settled',
    `${short(arn)} forwards to ${told}`,
    'Before a deployment one target group has all of the traffic; these weights are of one that is not over, or somebody moved them by hand.',
    'Wait for the deployment that is under way, or set the weights so that the live group has all.',
  )

const otherLive = (arn: string, told: string, known: string): Check =>
  refused(
    'other-group-live',
    `${short(arn)} forwards to ${told}, and the service's tasks are in ${nameOfGroup(known)}`,
    'The traffic goes where no task of the serving revision is: infrastructure code that resets the weights does that.',
    'Set the weights back, and let your infrastructure code ignore them: ECS moves them at each deployment.',
  )

const stickinessChecks = (
  balancer: LoadBalancer,
  { forwardings }: TrafficFacts,
  wanted: boolean,
): readonly Check[] =>
  rulesOf(balancer)
    .slice(0, 1)
    .flatMap((arn) => {
      const actions = forwardings.get(arn)
      if (!actions) return []
      const is = actions.some(
        ({ ForwardConfig }) => ForwardConfig?.TargetGroupStickinessConfig?.Enabled === true,
      )
      if (is === wanted) return [ok(`${short(arn)} is ${is ? '' : 'not '}sticky`)]
      return [
        refused(
          'stickiness',
          `${short(arn)} is ${is ? '' : 'not '}sticky`,
          `The environment says stickiness: ${wanted}: ${wanted ? 'a user must stay on one version' : 'every request must be shared out'}.`,
          'Change the stickiness of the rule in your infrastructure code, or the setting in stagger.yml.',
        ),
      ]
    })

const healthChecks = (
  { desiredCount = 0 }: Service,
  balancer: LoadBalancer,
  { health, serving }: TrafficFacts,
): readonly Check[] => {
  const groups = groupsOf(balancer)
  const live = groups.find((group) => serving.includes(group)) ?? balancer.targetGroupArn
  const targets = live === undefined ? undefined : health.get(live)
  if (live === undefined || targets === undefined || desiredCount === 0) return []
  const healthy = targets.filter(({ TargetHealth }) => TargetHealth?.State === 'healthy').length
  const told = `${healthy} of ${targets.length} targets in ${nameOfGroup(live)} are healthy`
  if (healthy > 0) return [ok(told)]
  return [caution(`${told}: there is nothing healthy to go back to`)]
}

import type { DeploymentGroupInfo } from '@aws-sdk/client-codedeploy'
import type { Service } from '@aws-sdk/client-ecs'
import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { EnvironmentSettings } from '../../environment/settings.js'
import { type Check, caution, ok } from '../check.js'
import { nameOfGroup, weightsIn } from '../traffic-checks.js'

/** The listeners of production and of tests. */
export const listenersOf = ({ loadBalancerInfo }: DeploymentGroupInfo): readonly string[] =>
  (loadBalancerInfo?.targetGroupPairInfoList ?? []).flatMap(({ prodTrafficRoute, testTrafficRoute }) => [
    ...(prodTrafficRoute?.listenerArns ?? []),
    ...(testTrafficRoute?.listenerArns ?? []),
  ])

const short = (arn: string): string =>
  arn
    .split(':')
    .at(-1)
    ?.replace(/^listener\//, '') ?? arn

/** What serves must be behind the listeners; their other rules are not looked at. */
export const listenerChecks = (
  { loadBalancers = [] }: Service,
  forwardings: ReadonlyMap<string, readonly Action[]>,
  { stickiness }: EnvironmentSettings,
): readonly Check[] => [
  ...[...forwardings].map(([arn, actions]) => listenerCheck(arn, actions, loadBalancers[0]?.targetGroupArn)),
  ...(stickiness === undefined
    ? []
    : [caution('stickiness is not checked of a listener whose traffic CodeDeploy moves')]),
]

const listenerCheck = (arn: string, actions: readonly Action[], live = ''): Check => {
  const weights = weightsIn(actions)
  const told = [...weights].map(([group, weight]) => `${nameOfGroup(group)} ${weight}`).join(', ')
  return (weights.get(live) ?? 0) > 0
    ? ok(`listener ${short(arn)} forwards to ${told}`)
    : caution(
        `listener ${short(arn)} forwards to ${told || 'no target group'} by default, and not to ${nameOfGroup(live)}, which serves: unless another of its rules does, CodeDeploy will fail`,
      )
}

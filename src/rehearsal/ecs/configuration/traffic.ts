import type { AdvancedConfiguration, LoadBalancer } from '@aws-sdk/client-ecs'
import { type Combination, type Declaration, invalid, shifts } from './combination.js'

const GUIDE = 'ECS developer guide, troubleshooting blue/green deployments'
const API = 'ECS API, AdvancedConfiguration'
const RULE = /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:listener-rule\/app\//
const NETWORK = /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:listener\/net\//

type Wrong = (advanced: AdvancedConfiguration, balancer: LoadBalancer) => string | undefined

/** The first load balancer whose advanced configuration is wrong, by its place in the list. */
const each =
  (wrong: Wrong) =>
  ({ loadBalancers }: Declaration): string | undefined => {
    const told = loadBalancers.map((balancer) =>
      balancer.advancedConfiguration ? wrong(balancer.advancedConfiguration, balancer) : undefined,
    )
    const index = told.findIndex((text) => text !== undefined)
    return index < 0 ? undefined : `loadBalancers[${index}].advancedConfiguration.${told[index]}`
  }

const required =
  (field: keyof AdvancedConfiguration): Wrong =>
  (advanced) =>
    advanced[field] ? undefined : `${field} is required`

const notARule =
  (field: 'productionListenerRule' | 'testListenerRule'): Wrong =>
  (advanced) =>
    advanced[field] && !RULE.test(advanced[field]) && !NETWORK.test(advanced[field])
      ? `${field} has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: ${advanced[field]}`
      : undefined

const ofNetwork: Wrong = (advanced) => {
  const field = (['productionListenerRule', 'testListenerRule'] as const).find((name) =>
    NETWORK.test(advanced[name] ?? ''),
  )
  return (
    field &&
    `${field} of a network load balancer is not played by the rehearsal cluster. Got: ${advanced[field]}`
  )
}

const missing = (declaration: Declaration): string | undefined => {
  const index = declaration.loadBalancers.findIndex(({ advancedConfiguration }) => !advancedConfiguration)
  return shifts(declaration) && index >= 0
    ? `loadBalancers[${index}].advancedConfiguration is required when strategy is ${declaration.configuration.strategy}`
    : undefined
}

/** How load balancers must be declared where ECS moves the traffic itself. */
export const TRAFFIC: readonly Combination[] = [
  invalid('a load balancer without advancedConfiguration', missing, GUIDE, 'inferred'),
  invalid('no alternate target group', each(required('alternateTargetGroupArn')), API, 'documented'),
  invalid('no production rule', each(required('productionListenerRule')), API, 'documented'),
  invalid('no role', each(required('roleArn')), API, 'documented'),
  invalid(
    'one target group twice',
    each(({ alternateTargetGroupArn }, { targetGroupArn }) =>
      alternateTargetGroupArn === targetGroupArn
        ? `alternateTargetGroupArn ${alternateTargetGroupArn} must not be the targetGroupArn`
        : undefined,
    ),
    GUIDE,
    'inferred',
  ),
  invalid(
    'a listener where a rule belongs (production)',
    each(notARule('productionListenerRule')),
    GUIDE,
    'documented',
  ),
  invalid('a listener where a rule belongs (test)', each(notARule('testListenerRule')), GUIDE, 'documented'),
  invalid(
    'one rule for production and test',
    each(({ productionListenerRule: production, testListenerRule: test }) =>
      production === test
        ? `testListenerRule: The following rules cannot be used as both production and test listener rules: ${test}`
        : undefined,
    ),
    GUIDE,
    'documented',
  ),
  {
    what: 'a listener of a network load balancer',
    error: 'UnsupportedFeatureException',
    wrong: each(ofNetwork),
    source: 'the rehearsal cluster',
    standing: 'inferred',
  },
]

import type { ListenerRule, World } from '../world.js'

/** Every rule of every listener. */
export const rulesOf = (world: World): readonly ListenerRule[] =>
  [...world.listeners.values()].flatMap(({ rules }) => rules)

/** The load balancers that have a rule which forwards to the target group. */
export const balancersOf = (world: World, arn: string): string[] => [
  ...new Set(
    [...world.listeners.values()]
      .filter(({ rules }) => rules.some(({ weights }) => Object.hasOwn(weights, arn)))
      .map(({ shape }) => shape.LoadBalancerArn),
  ),
]

export const isInUse = (world: World, arn: string): boolean => balancersOf(world, arn).length > 0

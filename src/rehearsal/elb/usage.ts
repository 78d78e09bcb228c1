import type { World } from '../world.js'

/** The load balancers that have a listener which forwards to the target group. */
export const balancersOf = (world: World, arn: string): string[] => [
  ...new Set(
    [...world.listeners.values()]
      .filter(({ rule }) => Object.hasOwn(rule.weights, arn))
      .map(({ shape }) => shape.LoadBalancerArn),
  ),
]

export const isInUse = (world: World, arn: string): boolean => balancersOf(world, arn).length > 0

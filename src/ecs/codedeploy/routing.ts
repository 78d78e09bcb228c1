import type { DeploymentConfigInfo, TrafficRoutingConfig } from '@aws-sdk/client-codedeploy'
import { ALL, type Shape } from '../../rollout/shape.js'

/** How CodeDeploy moves traffic, in whole numbers: per cent, and minutes. */
export type Routing =
  | { readonly kind: 'all' }
  | { readonly kind: 'canary' | 'linear'; readonly percent: number; readonly minutes: number }

const DEFAULT = 'CodeDeployDefault.ECS'

/** Those that AWS has ready in every account; they need not be asked for. */
const READY: ReadonlyMap<string, Routing> = new Map([
  [`${DEFAULT}AllAtOnce`, { kind: 'all' }],
  [`${DEFAULT}Canary10Percent5Minutes`, { kind: 'canary', percent: 10, minutes: 5 }],
  [`${DEFAULT}Canary10Percent15Minutes`, { kind: 'canary', percent: 10, minutes: 15 }],
  [`${DEFAULT}Linear10PercentEvery1Minutes`, { kind: 'linear', percent: 10, minutes: 1 }],
  [`${DEFAULT}Linear10PercentEvery3Minutes`, { kind: 'linear', percent: 10, minutes: 3 }],
])

export const readyRouting = (config: string): Routing | null => READY.get(config) ?? null

export const sameRouting = (one: Routing, other: Routing): boolean =>
  one.kind === 'all' || other.kind === 'all'
    ? one.kind === other.kind
    : one.kind === other.kind && one.percent === other.percent && one.minutes === other.minutes

/** Null for one that moves traffic in a way that is not known here, or no ECS service's traffic. */
export const routingOf = ({ trafficRoutingConfig, computePlatform }: DeploymentConfigInfo): Routing | null =>
  computePlatform === undefined || computePlatform === 'ECS' ? told(trafficRoutingConfig) : null

const told = ({ type, timeBasedCanary, timeBasedLinear }: TrafficRoutingConfig = {}): Routing | null => {
  if (type === 'AllAtOnce') return { kind: 'all' }
  if (type === 'TimeBasedCanary')
    return {
      kind: 'canary',
      percent: timeBasedCanary?.canaryPercentage ?? 0,
      minutes: timeBasedCanary?.canaryInterval ?? 0,
    }
  if (type === 'TimeBasedLinear')
    return {
      kind: 'linear',
      percent: timeBasedLinear?.linearPercentage ?? 0,
      minutes: timeBasedLinear?.linearInterval ?? 0,
    }
  return null
}

/** What a shape is there. Null where it has none: rolling, tenths of a percent, no time between two steps. */
export const routingFor = (shape: Shape): Routing | null => {
  if ('minimum' in shape) return null
  if (!('tenths' in shape) || shape.tenths === ALL) return { kind: 'all' }
  const { strategy: kind, tenths, stepMinutes: minutes } = shape
  return tenths % 10 === 0 && minutes > 0 ? { kind, percent: tenths / 10, minutes } : null
}

/** The nearest that it has for a share of traffic. */
export const nearestRouting = (shape: Extract<Shape, { readonly tenths: number }>) => ({
  percent: Math.max(1, Math.round(shape.tenths / 10)),
  minutes: Math.max(1, shape.stepMinutes),
})

export const shapeOfRouting = (routing: Routing, bakeMinutes: number): Shape =>
  routing.kind === 'all'
    ? { strategy: 'blue-green', bakeMinutes }
    : {
        strategy: routing.kind,
        tenths: routing.percent * 10,
        stepMinutes: routing.minutes,
        bakeMinutes,
      }

/** By what name a configuration of these numbers is looked for: AWS's own where it has one, else named as AWS names them. */
export const configFor = (routing: Routing): string => {
  for (const [name, ready] of READY) if (sameRouting(ready, routing)) return name
  if (routing.kind === 'all') return `${DEFAULT}AllAtOnce`
  const { kind, percent, minutes } = routing
  return kind === 'canary'
    ? `ECSCanary${percent}Percent${minutes}Minutes`
    : `ECSLinear${percent}PercentEvery${minutes}Minutes`
}

/** The line that makes one. */
export const makeConfig = (name: string, routing: Routing): string =>
  `aws deploy create-deployment-config --compute-platform ECS --deployment-config-name ${name} --traffic-routing-config '${JSON.stringify(asked(routing))}'`

const asked = (routing: Routing): TrafficRoutingConfig => {
  if (routing.kind === 'all') return { type: 'AllAtOnce' }
  const { kind, percent, minutes } = routing
  return kind === 'canary'
    ? {
        type: 'TimeBasedCanary',
        timeBasedCanary: { canaryPercentage: percent, canaryInterval: minutes },
      }
    : {
        type: 'TimeBasedLinear',
        timeBasedLinear: { linearPercentage: percent, linearInterval: minutes },
      }
}

/** What is meant by a canary or a linear of which nobody said the numbers: the slower of those that AWS has ready. */
export const USUAL = {
  canary: { tenths: 100, stepMinutes: 15 },
  linear: { tenths: 100, stepMinutes: 3 },
} as const

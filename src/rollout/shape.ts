import { tenthsOf } from '../environment/ranges.js'
import type { EnvironmentSettings } from '../environment/settings.js'
import { type Strategy, unreachable } from '../words.js'

/** How traffic moves, in whole numbers: tenths of a percent, and minutes. */
export type Shape =
  | { readonly strategy: 'rolling' | 'all-at-once'; readonly minimum: number; readonly maximum: number }
  /** CodeDeploy's all-at-once is one of these: whole beside the old one, and then all of the traffic. */
  | { readonly strategy: 'blue-green' | 'all-at-once'; readonly bakeMinutes: number }
  | {
      readonly strategy: 'canary' | 'linear'
      readonly tenths: number
      readonly stepMinutes: number
      readonly bakeMinutes: number
    }

/** What is taken where neither the environment nor the ECS service says more. */
const USUAL = {
  bakeMinutes: 5,
  canary: { tenths: 50, stepMinutes: 10 },
  linear: { tenths: 100, stepMinutes: 6 },
  minimum: 100,
  maximum: 200,
} as const

export const ALL = 1000

/** The strategy that was asked for, with the environment's numbers, else the service's own, else the usual ones. */
export const shapeOf = (strategy: Strategy, settings: EnvironmentSettings, live: Shape | null): Shape => {
  const bakeMinutes = settings.bakeMinutes ?? bakeOf(live) ?? USUAL.bakeMinutes
  switch (strategy) {
    case 'rolling':
      return rolling(settings, live)
    case 'all-at-once':
      return { strategy, minimum: 0, maximum: settings.maximumPercent ?? maximumOf(live) ?? USUAL.maximum }
    case 'blue-green':
      return { strategy, bakeMinutes }
    case 'canary':
    case 'linear':
      return { strategy, ...stepOf(strategy, settings, live), bakeMinutes }
    default:
      return unreachable(strategy)
  }
}

const bakeOf = (live: Shape | null): number | undefined =>
  live && 'bakeMinutes' in live ? live.bakeMinutes : undefined

const maximumOf = (live: Shape | null): number | undefined =>
  live?.strategy === 'all-at-once' && 'maximum' in live ? live.maximum : undefined

/** A minimum of 0 that all-at-once left behind is not what rolling means; 100 and 200 are. */
const rolling = (settings: EnvironmentSettings, live: Shape | null): Shape => {
  const before = live?.strategy === 'rolling' && 'minimum' in live ? live : null
  return {
    strategy: 'rolling',
    minimum: settings.minimumHealthyPercent ?? before?.minimum ?? USUAL.minimum,
    maximum: settings.maximumPercent ?? before?.maximum ?? USUAL.maximum,
  }
}

const stepOf = (strategy: 'canary' | 'linear', settings: EnvironmentSettings, live: Shape | null) => {
  const set = settings[strategy]
  if (set) return { tenths: tenthsOf(set.percent), stepMinutes: set.minutes }
  if (live?.strategy === strategy && 'tenths' in live)
    return { tenths: live.tenths, stepMinutes: live.stepMinutes }
  return USUAL[strategy]
}

/** A share of the production traffic, and for how many minutes it stays. */
export interface Step {
  readonly tenths: number
  readonly minutes: number
}

/** The shares that the new version has, one after the other; the last is everything. */
export const stepsOf = (shape: Shape): readonly Step[] => {
  if ('minimum' in shape) return [{ tenths: ALL, minutes: 0 }]
  const last = { tenths: ALL, minutes: shape.bakeMinutes }
  if (!('tenths' in shape)) return [last]
  const { tenths, stepMinutes: minutes } = shape
  if (shape.strategy === 'canary') return tenths < ALL ? [{ tenths, minutes }, last] : [last]
  const many = Math.ceil(ALL / tenths) - 1
  return [...Array.from({ length: many }, (_, at) => ({ tenths: tenths * (at + 1), minutes })), last]
}

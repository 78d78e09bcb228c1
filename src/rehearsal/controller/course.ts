import type { Instant } from '../../words.js'
import type { Stage, Strategy } from './stages.js'

/** A strategy in numbers. Shares of traffic are tenths of a percent, whole numbers: 1000 is everything. */
export type Plan =
  | { readonly strategy: 'ROLLING'; readonly early?: Early }
  | { readonly strategy: 'BLUE_GREEN' }
  | { readonly strategy: 'CANARY' | 'LINEAR'; readonly tenths: number; readonly bakeMinutes: number }

/** When a ROLLING deployment has succeeded before it is whole: the rest goes on in the background. */
export interface Early {
  readonly healthyPercent: number
  /** The old tasks may go after the success, and not before it. */
  readonly deferred: boolean
}

export const ALL = 1000
export const MINUTE = 60_000

/** What a PAUSE hook was declared as. */
export interface PauseHook {
  readonly stages: readonly Stage[]
  readonly timeoutMinutes: number
  readonly action: 'CONTINUE' | 'ROLLBACK'
}

/** A PAUSE hook that was reached. */
export interface Wait {
  readonly hookId: string
  readonly status: 'AWAITING_ACTION' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT'
  readonly expiresAt: Instant
  readonly action: 'CONTINUE' | 'ROLLBACK'
}

/** The share of production and of test traffic that the new revision is to have, and since when. */
export interface Asked {
  readonly production: number
  readonly test: number
  readonly since: Instant
}

/** Where a deployment stands on its way: what its strategy was when it began, and how far it got. */
export interface Course {
  readonly strategy: Strategy
  /** The revision that served before, and that a rollback returns to. */
  readonly blue?: string
  readonly steps: readonly number[]
  readonly stepBakeMinutes: number
  readonly bakeMinutes: number
  readonly scaleUpMinutes?: number
  readonly early?: Early
  readonly hooks: readonly PauseHook[]
  readonly stage: Stage
  readonly step: number
  readonly since: Instant
  /** When the step's traffic was seen to have moved: its bake time counts from here. */
  readonly arrivedAt?: Instant
  readonly asked: Asked
  readonly waits: readonly Wait[]
  /** How many hooks were ever reached: makes the next hookId. */
  readonly reached: number
}

const linear = (step: number): readonly number[] => {
  const count = Math.ceil(ALL / step)
  return Array.from({ length: count }, (_, index) => Math.min(ALL, step * (index + 1)))
}

/** The shares of production traffic, one for each step; the last is everything. */
export const stepsOf = (plan: Plan): readonly number[] => {
  switch (plan.strategy) {
    case 'ROLLING':
      return []
    case 'BLUE_GREEN':
      return [ALL]
    case 'CANARY':
      return plan.tenths === ALL ? [ALL] : [plan.tenths, ALL]
    case 'LINEAR':
      return linear(plan.tenths)
  }
}

export const stepBakeOf = (plan: Plan): number => ('bakeMinutes' in plan ? plan.bakeMinutes : 0)

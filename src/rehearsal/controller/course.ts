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

/** What a hook was declared as: it asks a function or, where there is none, waits for a person. */
export interface Hook {
  readonly stages: readonly Stage[]
  readonly timeoutMinutes: number
  readonly action: 'CONTINUE' | 'ROLLBACK'
  readonly lambda?: Lambda
}

/** A function, and what it is told besides the deployment. */
export interface Lambda {
  readonly target: string
  readonly details?: Details
  /** The deployment of CodeDeploy that it reports to by itself; what it returns then says nothing. */
  readonly reportsTo?: string
}

export type Details = Readonly<Record<string, unknown>>

/** A hook that was reached. */
export interface Wait {
  readonly hookId: string
  readonly status: 'AWAITING_ACTION' | 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT'
  readonly expiresAt: Instant
  readonly action: 'CONTINUE' | 'ROLLBACK'
  readonly asks?: Asks
}

/** What a hook asks a function, until that has its answer. */
export interface Asks extends Lambda {
  readonly stage: Stage
  /** How often it said that it is not done yet: tells one call from the next. */
  readonly answered: number
  /** When it is asked next, or was. */
  readonly at: Instant
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
  readonly hooks: readonly Hook[]
  readonly stage: Stage
  readonly step: number
  readonly since: Instant
  /** When the step's traffic was seen to have moved: its bake time counts from here. */
  readonly arrivedAt?: Instant
  readonly asked: Asked
  readonly waits: readonly Wait[]
  /** On the way back: the shifts that are undone, and whose functions are asked once more. */
  readonly undone?: readonly Stage[]
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

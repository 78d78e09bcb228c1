import type { Problem } from '../words.js'

/** One thing that was looked at before a deployment, and what was found. */
export interface Check {
  readonly state: 'ok' | 'caution' | 'refused'
  readonly what: string
  /** Set where it is refused. */
  readonly problem?: Problem
}

export const ok = (what: string): Check => ({ state: 'ok', what })
export const caution = (what: string): Check => ({ state: 'caution', what })
export const refused = (code: string, what: string, why: string, fix: string): Check => ({
  state: 'refused',
  what,
  problem: { code, fault: 'caller', problem: what, why, fix },
})

export const problemsIn = (checks: readonly Check[]): readonly Problem[] =>
  checks.flatMap(({ problem }) => problem ?? [])

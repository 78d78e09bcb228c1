import type { Instant } from '../words.js'
import type { DeploymentSight, Observation, Tasks, Traffic } from './sight.js'

/** What there is to tell, as data; `report/` has the words. */
export type News =
  | {
      readonly kind: 'progress'
      readonly status: string
      readonly stage: string | null
      readonly traffic: Traffic | null
      readonly tasks: Tasks
    }
  | { readonly kind: 'hooks'; readonly stage: string | null; readonly names: readonly string[] }
  | { readonly kind: 'alarms'; readonly names: readonly string[] }
  | { readonly kind: 'rolling-back'; readonly reason: string }
  | { readonly kind: 'stopping'; readonly why: 'cancelled' | 'late' }
  | { readonly kind: 'lost'; readonly why: string }

/** What was told last of each kind, so that only changes are told. */
export type Told = Readonly<Partial<Record<News['kind'], string>>>

/** A moment of a rollout at which something was new: what its picture is drawn from. */
export interface Mark {
  readonly at: Instant
  readonly status: string
  readonly stage: string | null
  readonly traffic: Traffic | null
  readonly running: number
  readonly requested: number
}

export const newsOf = (ours: DeploymentSight | null, observation: Observation): readonly News[] => {
  if (observation.kind === 'lost') return [{ kind: 'lost', why: observation.why }]
  if (!ours) return []
  const { status, stage, traffic, tasks, rollback, alarms, hooks } = ours
  return [
    { kind: 'progress', status, stage, traffic, tasks },
    ...(hooks.length > 0 ? [{ kind: 'hooks' as const, stage, names: hooks }] : []),
    ...(alarms.length > 0 ? [{ kind: 'alarms' as const, names: alarms }] : []),
    ...(rollback === null ? [] : [{ kind: 'rolling-back' as const, reason: rollback }]),
  ]
}

export const isNew = (told: Told, item: News): boolean => told[item.kind] !== JSON.stringify(item)

/** Once an answer comes again, the next loss is news again. */
export const remember = (told: Told, { kind }: Observation, news: readonly News[]): Told => {
  const { lost, ...kept } = told
  const before = kind === 'lost' && lost !== undefined ? told : kept
  return { ...before, ...Object.fromEntries(news.map((item) => [item.kind, JSON.stringify(item)])) }
}

export const marksOf = (news: readonly News[], at: Instant): readonly Mark[] =>
  news.flatMap((item) => {
    if (item.kind !== 'progress') return []
    const { status, stage, traffic, tasks } = item
    return [{ at, status, stage, traffic, running: tasks.running, requested: tasks.requested }]
  })

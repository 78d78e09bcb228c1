import type { Instant } from '../words.js'
import { type Ending, isFinal, isOf, judge, judgeLate } from './judge.js'
import type { DeploymentSight, Moment, Observation, ServiceSight, Started, Tasks } from './sight.js'

/** What there is to tell, as data; `report/` has the words. */
export type News =
  | { readonly kind: 'progress'; readonly status: string; readonly tasks: Tasks }
  | { readonly kind: 'rolling-back'; readonly reason: string }
  | { readonly kind: 'lost'; readonly why: string }

/** What to ask at the next look, besides the service itself. */
export interface Look {
  /** The service deployment to describe; null where ours is not found yet and the list is needed. */
  readonly deployment: string | null
  /** Also the list: who else deploys? */
  readonly list: boolean
  /** The service revision whose images have to be seen. */
  readonly revision: string | null
}

export type Effect =
  | { readonly kind: 'look'; readonly after: number; readonly at: Look }
  | { readonly kind: 'announce'; readonly news: News }

/** A deployment that is followed. Nothing is changed by following: after a crash it can begin anew. */
export interface Following {
  readonly started: Started
  readonly now: Instant
  readonly ours: DeploymentSight | null
  readonly service: ServiceSight | null
  readonly others: readonly DeploymentSight[]
  readonly images: readonly string[] | null
  /** What was told last of each kind, so that only changes are told. */
  readonly told: Readonly<Partial<Record<News['kind'], string>>>
  /** Looks in a row that showed nothing new. */
  readonly quiet: number
  readonly ending: Ending | null
}

export type Step = readonly [Following, readonly Effect[]]

export const begin = (started: Started): Step => {
  const state = {
    started,
    now: started.at,
    ours: null,
    service: null,
    others: [],
    images: null,
    told: {},
    quiet: 0,
  }
  return [{ ...state, ending: null }, [{ kind: 'look', after: 500, at: nextLook(state) }]]
}

/** One observation further. An ending is final: nothing is looked at and nothing is told after it. */
export const step = (state: Following, observation: Observation, moment: Moment): Step => {
  if (state.ending) return [state, []]
  const seen = see(state, observation, moment.now)
  const news = newsOf(seen, observation).filter((item) => seen.told[item.kind] !== JSON.stringify(item))
  const next = {
    ...seen,
    told: remember(seen, observation, news),
    quiet: news.length > 0 ? 0 : state.quiet + 1,
  }
  const ending = judge(next) ?? (next.now >= deadline(next) ? judgeLate(next) : null)
  const announcements = news.map((item): Effect => ({ kind: 'announce', news: item }))
  return [{ ...next, ending }, ending ? announcements : [...announcements, look(next, moment.jitter)]]
}

const deadline = ({ started }: Following): number => started.at + started.timeoutMilliseconds

const see = (state: Following, observation: Observation, now: Instant): Following => {
  if (observation.kind === 'lost') return { ...state, now }
  const { service, deployments, images } = observation
  const isOurs = ({ target }: DeploymentSight) => isOf(target, state.started.revision)
  return {
    ...state,
    now,
    service,
    ours: newer(state.ours, deployments.find(isOurs)),
    others: merge(
      state.others,
      deployments.filter((one) => !isOurs(one)),
    ),
    images: images ?? state.images,
  }
}

/** A stale read does not bring back to life what was seen to be over. */
const newer = (known: DeploymentSight | null, seen: DeploymentSight | undefined): DeploymentSight | null => {
  if (!seen) return known
  return known && isFinal(known) && !isFinal(seen) ? known : seen
}

const merge = (
  known: readonly DeploymentSight[],
  seen: readonly DeploymentSight[],
): readonly DeploymentSight[] => [
  ...known.filter(({ arn }) => seen.every((other) => other.arn !== arn)),
  ...seen,
]

const newsOf = ({ ours }: Following, observation: Observation): readonly News[] => {
  if (observation.kind === 'lost') return [{ kind: 'lost', why: observation.why }]
  if (!ours) return []
  const { status, tasks, rollback } = ours
  const progress: News = { kind: 'progress', status, tasks }
  return rollback === null ? [progress] : [progress, { kind: 'rolling-back', reason: rollback }]
}

/** Once an answer comes again, the next loss is news again. */
const remember = ({ told }: Following, { kind }: Observation, news: readonly News[]): Following['told'] => {
  const { lost, ...kept } = told
  const before = kind === 'lost' && lost !== undefined ? told : kept
  return { ...before, ...Object.fromEntries(news.map((item) => [item.kind, JSON.stringify(item)])) }
}

/** It is over, and only its images have not been asked for. */
const isUnconfirmed = ({ ours, images }: Following): boolean =>
  ours !== null && isFinal(ours) && images === null

const look = (state: Following, jitter: number): Effect => {
  if (isUnconfirmed(state)) return { kind: 'look', after: 0, at: nextLook(state) }
  const pause = Math.min(10_000, 1_000 * 1.3 ** state.quiet) * (0.75 + jitter / 2)
  const left = deadline(state) - state.now
  const after = Math.round(Math.max(250, Math.min(pause, left)))
  return { kind: 'look', after, at: nextLook(state) }
}

const nextLook = ({ ours }: Pick<Following, 'ours'>): Look => {
  const final = ours !== null && isFinal(ours)
  return { deployment: ours?.arn ?? null, list: ours === null || final, revision: final ? ours.target : null }
}

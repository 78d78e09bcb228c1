import type { Instant } from '../words.js'
import type { Effect, Following, Look } from './following.js'
import { GUARDS, type Guards } from './guards.js'
import { type Ending, judge, judgeLate } from './judge.js'
import { isNew, marksOf, type News, newsOf, remember } from './news.js'
import type { DeploymentSight, Moment, Observation, Started } from './sight.js'
import { afterStop, stopNow, wantsStop } from './stopping.js'

export type Step = readonly [Following, readonly Effect[]]

export const begin = (started: Started): Step => {
  const state = { started, now: started.at, ours: null, service: null, others: [], images: null, told: {} }
  const look: Effect = { kind: 'look', after: 500, at: nextLook(state, GUARDS) }
  return [{ ...state, marks: [], quiet: 0, late: 0, stopping: null, ending: null }, [look]]
}

/** One observation further. An ending is final: nothing is looked at and nothing is told after it. */
export const step = (
  state: Following,
  observation: Observation,
  moment: Moment,
  guards: Guards = GUARDS,
): Step => {
  if (state.ending) return [state, []]
  const seen = wantsStop(see(state, observation, moment.now, guards), observation)
  const news = [...newsOf(seen.ours, observation), ...stoppingNews(seen)].filter((item) =>
    isNew(seen.told, item),
  )
  const told = {
    ...seen,
    told: remember(seen.told, observation, news),
    marks: [...seen.marks, ...marksOf(news, seen.now)],
    quiet: news.length > 0 ? 0 : state.quiet + 1,
    late: seen.now >= deadline(seen.started) ? state.late + 1 : 0,
  }
  const stop = showsOurs(observation, told, guards) ? stopNow(told, guards) : null
  const ending = isFirst(stop, told) ? null : endingOf(told, guards)
  return [
    { ...told, stopping: asking(told, stop), ending },
    [...announcements(told, news), ...(ending ? [] : next(told, observation, moment, { stop, guards }))],
  ]
}

/** However long the look took that shows it: nobody gives up, nor says that ECS did not listen, before it was asked once. */
const isFirst = (stop: string | null, { stopping }: Following): boolean =>
  stop !== null && stopping?.asked === false

const asking = ({ stopping }: Following, stop: string | null): Following['stopping'] =>
  stopping && stop !== null ? { ...stopping, asked: true } : stopping

const endingOf = (state: Following, guards: Guards): Ending | null => {
  const ending = judge(state, guards)
  // Whoever wants it to stop does not wait for an answer.
  const proven = ending?.outcome === 'paused' && state.stopping ? null : ending
  return afterStop(state, proven) ?? (isLate(state, guards) ? judgeLate(state, guards) : null)
}

const MOST_LATE_LOOKS = 3

/** With a rollback wanted at the limit, the limit is no end. What is over already needs a look or two to be proven. */
const isLate = (state: Following, guards: Guards): boolean => {
  const { started, now, stopping, late } = state
  if (stopping !== null || now < deadline(started) || started.onTimeout !== 'leave') return false
  const succeeded = state.ours !== null && guards.isSuccess(state.ours)
  return !(succeeded && isUnconfirmed(state, guards)) || late >= MOST_LATE_LOOKS
}

export const deadline = ({ at, timeoutMilliseconds }: Started): number => at + timeoutMilliseconds

const stoppingNews = ({ stopping }: Following): readonly News[] =>
  stopping ? [{ kind: 'stopping', why: stopping.why }] : []

const announcements = ({ started, now }: Following, news: readonly News[]): readonly Effect[] =>
  news.map((item) => ({ kind: 'announce', news: item, left: Math.max(0, deadline(started) - now) }))

/** Nothing is asked for by what was seen long ago, nor again after an answer that was lost: first it is looked. */
const next = (
  state: Following,
  observation: Observation,
  { jitter }: Moment,
  { stop, guards }: { readonly stop: string | null; readonly guards: Guards },
): readonly Effect[] => {
  if (observation.kind === 'cancelled') return [{ kind: 'look', after: 0, at: nextLook(state, guards) }]
  return stop === null ? [look(state, jitter, guards)] : [{ kind: 'stop', deployment: stop }]
}

const showsOurs = (observation: Observation, { started }: Following, guards: Guards): boolean =>
  observation.kind === 'seen' && observation.deployments.some((one) => guards.isOurs(one, started.revision))

/** The server's clock never goes back, whichever of its machines answers. */
const later = (one: Instant, other: Instant): Instant => Math.max(one, other) as Instant

const see = (state: Following, observation: Observation, time: Instant, guards: Guards): Following => {
  const now = later(state.now, time)
  if (observation.kind !== 'seen') return { ...state, now }
  const { service, deployments, images } = observation
  const isOurs = (one: DeploymentSight) => guards.isOurs(one, state.started.revision)
  return {
    ...state,
    now,
    service,
    ours: newer(state.ours, deployments.find(isOurs), guards),
    others: merge(
      state.others,
      deployments.filter((one) => !isOurs(one)),
    ),
    images: images ?? state.images,
  }
}

/** A stale read does not bring back to life what was seen to be over. */
const newer = (
  known: DeploymentSight | null,
  seen: DeploymentSight | undefined,
  guards: Guards,
): DeploymentSight | null => {
  if (!seen) return known
  return known && guards.isStale(known, seen) ? known : seen
}

const merge = (
  known: readonly DeploymentSight[],
  seen: readonly DeploymentSight[],
): readonly DeploymentSight[] => [
  ...known.filter(({ arn }) => seen.every((other) => other.arn !== arn)),
  ...seen,
]

/** It is over, and only its images have not been asked for. */
const isUnconfirmed = ({ ours, images }: Following, guards: Guards): boolean =>
  ours !== null && guards.isFinal(ours) && images === null

const MOST_PAUSE = 10_000
const STOPPING_PAUSE = 1_000

const look = (state: Following, jitter: number, guards: Guards): Effect => {
  const at = nextLook(state, guards)
  if (isUnconfirmed(state, guards)) return { kind: 'look', after: 0, at }
  const most = state.stopping ? STOPPING_PAUSE : MOST_PAUSE
  const pause = Math.min(most, 1_000 * 1.3 ** state.quiet) * (0.75 + jitter / 2)
  const left = state.stopping ? pause : deadline(state.started) - state.now
  return { kind: 'look', after: Math.round(Math.max(250, Math.min(pause, left))), at }
}

const nextLook = ({ ours }: Pick<Following, 'ours'>, guards: Guards): Look => {
  const final = ours !== null && guards.isFinal(ours)
  return { deployment: ours?.arn ?? null, list: ours === null || final, revision: final ? ours.target : null }
}

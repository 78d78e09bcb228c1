import type { Effect } from '../../../src/rehearsal/controller/effects.js'
import type { Observation, SeenTask, Weights } from '../../../src/rehearsal/controller/observation.js'
import type { Service } from '../../../src/rehearsal/controller/state.js'
import type { Cloud, CloudTask } from './cloud.js'

/** The invariants of a rollout, by their number in docs/rehearsal-rules.md. */
export type Invariant = 1 | 2 | 3 | 4 | 5 | 6

export interface Broken {
  readonly invariant: Invariant
  readonly what: string
}

const sum = (weights: Weights): number => Object.values(weights).reduce((total, one) => total + one, 0)

const share = (weights: Weights | undefined, group: string): number =>
  weights ? (weights[group] ?? 0) / Math.max(1, sum(weights)) : 0

const sane = (weights: Weights): readonly Broken[] => {
  const values = Object.values(weights)
  const whole = values.every((value) => Number.isInteger(value) && value >= 0 && value <= 999)
  return whole && [100, 1000].includes(sum(weights))
    ? []
    : [{ invariant: 1, what: `weights ${JSON.stringify(weights)}` }]
}

const isHealthy = (task: SeenTask | undefined, group: string): boolean =>
  task?.phase === 'running' &&
  task.targets.some(({ targetGroup, state }) => targetGroup === group && state === 'healthy')

const healthy = (seen: Observation, group: string): number =>
  [...seen.tasks.values()].filter((task) => isHealthy(task, group)).length

/** Longer than a task must serve before the controller counts on it, seen late. */
const COUNTED_MILLISECONDS = 3500

const isCounted = ({ healthySince }: CloudTask, now: number): boolean =>
  healthySince !== undefined && now - healthySince >= COUNTED_MILLISECONDS

/** Nobody else serves whom the controller would count on. */
const isAlone = (cloud: Cloud, group: string, now: number): boolean =>
  ![...cloud.tasks.values()].some(
    (task) => task.group !== group && !task.stopped && task.target === 'healthy' && isCounted(task, now),
  )

/** Whoever gets more than before must be able to bear it: judged by what could be seen, and before how it was. */
const bearable = (
  cloud: Cloud,
  { rule, weights }: Extract<Effect, { kind: 'weigh' }>,
  service: Service,
  seen: Observation,
  now: number,
): readonly Broken[] =>
  Object.keys(weights)
    .filter((group) => share(weights, group) > share(cloud.rules.get(rule), group))
    .flatMap((group) => {
      const back = service.deployments[0]?.rollback !== undefined
      const needed = Math.ceil((Math.round(1000 * share(weights, group)) * service.desiredCount) / 1000)
      const there = healthy(seen, group)
      if (there >= needed || (there > 0 && isAlone(cloud, group, now))) return []
      const what = `${group} got ${JSON.stringify(weights)} with ${there} of ${needed} healthy`
      return [{ invariant: back ? 6 : 2, what } as const]
    })

/** A healthy task that others rely on may leave rotation only where its group has no share, or enough others. */
const leaving = (
  cloud: Cloud,
  id: string,
  task: CloudTask,
  service: Service,
  seen: Observation,
  now: number,
): readonly Broken[] => {
  if (task.stopped || task.isLeaving || task.target !== 'healthy' || !isCounted(task, now)) return []
  const weight = cloud.shareOf(task.group) ?? 0
  const others = [...cloud.tasks].filter(
    ([other, { group, isLeaving }]) =>
      other !== id && group === task.group && !isLeaving && isHealthy(seen.tasks.get(other), group),
  ).length
  const needed = Math.ceil((Math.round(1000 * weight) * service.desiredCount) / 1000)
  return others >= needed
    ? []
    : [
        {
          invariant: 3,
          what: `${task.group} lost a task with a share of ${weight}: ${others} of ${needed} left`,
        },
      ]
}

const stopping = (task: CloudTask): readonly Broken[] => {
  if (task.stopped) return []
  const flight: readonly Broken[] =
    task.inFlight > 0 ? [{ invariant: 3, what: `stopped with ${task.inFlight} in flight` }] : []
  const out = task.target === 'unused' || task.target === 'draining'
  return out ? flight : [...flight, { invariant: 4, what: `stopped while ${task.target}` }]
}

/** What an effect breaks, at the moment when it is carried out. */
export const judge = (
  cloud: Cloud,
  effect: Effect,
  service: Service,
  seen: Observation,
  now: number,
): readonly Broken[] => {
  if (effect.kind === 'weigh')
    return [...sane(effect.weights), ...bearable(cloud, effect, service, seen, now)]
  const task = effect.kind === 'call' ? undefined : cloud.tasks.get(effect.task)
  if (effect.kind === 'call' || !task) return []
  if (effect.kind === 'deregister') return leaving(cloud, effect.task, task, service, seen, now)
  return effect.kind === 'stop' ? stopping(task) : []
}

import type { Instant } from '../../words.js'
import { isIdle, isSteady, sickness } from './absorb.js'
import type { Moment } from './guards.js'
import type { Observation } from './observation.js'
import { isAlive, type Service, type Task } from './state.js'
import { retire } from './stop.js'

export const isSick = ({ sick }: Task): boolean => sick !== undefined

const mark = (service: Service, task: Task, seen: Observation, now: Instant): Task => {
  const sight = seen.tasks.get(task.id)
  const sick = sight && sickness(service, task, sight, now)
  if (sick) return isSick(task) ? task : { ...task, sick }
  if (!isSick(task) || isIdle(task, seen)) return task
  const { sick: _, ...well } = task
  return well
}

/** Who got sick, and who serves again. Both go on running until the scheduler has looked at them. */
export const markSick = (service: Service, seen: Observation, now: Instant): Service => ({
  ...service,
  tasks: service.tasks.map((task) => mark(service, task, seen, now)),
})

const sickOf = (service: Service): readonly Task[] =>
  service.tasks.filter((task) => isAlive(task) && isSick(task))

const part = (service: Service, gone: readonly Task[], now: Instant): Service => {
  const ids = new Set(gone.map(({ id }) => id))
  return {
    ...service,
    tasks: service.tasks.map((task) => (task.sick && ids.has(task.id) ? retire(task, task.sick, now) : task)),
  }
}

/** Where nobody keeps a revision at its number nothing comes in place of the sick, and they leave at once. */
export const dismissSick = (service: Service, kept: readonly string[], now: Instant): Service =>
  part(
    service,
    sickOf(service).filter(({ revision }) => !kept.includes(revision)),
    now,
  )

const isLeaving = (task: Task): boolean =>
  isSick(task) && (task.phase === 'draining' || task.phase === 'stopping')

/**
 * A sick task leaves once another serves in its place. Without room for that other it leaves first, one at a time. Where
 * the other got sick too, the older one goes.
 */
export const relieveSick = (
  service: Service,
  revision: string,
  hasRoom: boolean,
  { seen, now }: Moment,
): Service => {
  const mine = service.tasks.filter((task) => task.revision === revision)
  const sick = sickOf(service).filter((task) => task.revision === revision)
  const fit = mine.filter((task) => isAlive(task) && !isSick(task))
  const serving = fit.filter((task) => isSteady(task, seen)).length
  const replaced = sick.length + serving - service.desiredCount
  const mustGo = !hasRoom && fit.length < service.desiredCount && !mine.some(isLeaving)
  return part(service, sick.slice(0, Math.max(0, replaced, mustGo ? 1 : 0)), now)
}

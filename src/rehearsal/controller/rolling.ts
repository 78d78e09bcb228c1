import type { Control } from '../control.js'
import { isSteady } from './absorb.js'
import type { Observation } from './observation.js'
import { isInOwnWay } from './ports.js'
import { isSick } from './sick.js'
import { isAlive, type Service, wantedRevision } from './state.js'

/** The numbers of one moment of a rolling update. `wanted` counts tasks of the revision that the service moves to. */
export interface Census {
  readonly desired: number
  /** `minimumHealthyPercent` rounds up, `maximumPercent` down. */
  readonly lower: number
  readonly upper: number
  readonly wanted: number
  readonly others: number
  readonly wantedServing: number
  readonly othersServing: number
  /** Of the wanted ones: they run on, and are to be replaced. */
  readonly sick?: number
  /** The machine has no room for a new task beside those that there are. */
  readonly inOwnWay?: boolean
}

/** As many as `maximumPercent` lets run at a time. */
export const mostTasks = ({ desiredCount, settings }: Service): number =>
  Math.floor((desiredCount * settings.maximumPercent) / 100)

const bounds = (service: Service, control?: Control): { readonly lower: number; readonly upper: number } =>
  control === 'stop-first'
    ? { lower: 0, upper: service.desiredCount }
    : {
        lower: Math.ceil((service.desiredCount * service.settings.minimumHealthyPercent) / 100),
        upper: mostTasks(service),
      }

export const census = (service: Service, seen: Observation, control?: Control): Census => {
  const revision = wantedRevision(service)
  const alive = service.tasks.filter(isAlive)
  const wanted = alive.filter((task) => task.revision === revision)
  const others = alive.filter((task) => task.revision !== revision)
  return {
    desired: service.desiredCount,
    ...bounds(service, control),
    wanted: wanted.length,
    others: others.length,
    wantedServing: wanted.filter((task) => isSteady(task, seen)).length,
    othersServing: others.filter((task) => isSteady(task, seen)).length,
    sick: wanted.filter(isSick).length,
    inOwnWay: isInOwnWay(service, revision, seen),
  }
}

/** How many tasks of the wanted revision to start: what is missing or sick, as far as `maximumPercent` has room. */
export const toStart = ({ desired, upper, wanted, others, sick = 0 }: Census): number =>
  Math.max(0, Math.min(desired + sick - wanted, upper - wanted - others))

/**
 * How many serving tasks of other revisions may go: those that new ones replaced, or, where `maximumPercent` or the
 * machine leaves no room to start, as many as are missing; never more than `minimumHealthyPercent` can spare.
 */
export const toRetire = (numbers: Census): number => {
  const { desired, lower, upper, wanted, others, wantedServing, othersServing, inOwnWay = false } = numbers
  const spare = wantedServing + othersServing - lower
  const replaced = wantedServing + others - desired
  const blocked = inOwnWay || upper - wanted - others <= 0 ? desired - wanted : 0
  return Math.max(0, Math.min(othersServing, spare, Math.max(replaced, blocked)))
}

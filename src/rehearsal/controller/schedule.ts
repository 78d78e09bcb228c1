import { createHash } from 'node:crypto'
import type { Instant } from '../../words.js'
import type { Control } from '../control.js'
import { isIdle, isSteady } from './absorb.js'
import type { Moment } from './guards.js'
import type { Observation } from './observation.js'
import { roomFor, tellNoRoom } from './ports.js'
import { census, mostTasks, toRetire, toStart } from './rolling.js'
import { mayLeave } from './sets.js'
import { dismissSick, isSick, relieveSick } from './sick.js'
import { isAlive, type Service, type Task, wantedRevision } from './state.js'
import { retire, scaling } from './stop.js'
import { newest } from './turn.js'
import { type Wanted, wantedSets } from './wanted.js'

const FIRST_FAILURES = 3
const MOST_WAIT = 15_000

/**
 * ECS starts tasks that keep failing ever more slowly. Inferred: AWS gives no numbers; these stay within what a
 * person waits for at a rehearsal.
 */
const mayStart = (service: Service, now: Instant): boolean => {
  const { failures, rollbackFailures, rollback, lastFailureAt } = newest(service)
  const many = rollback ? rollbackFailures : failures
  const wait = many === 0 ? 0 : Math.min(MOST_WAIT, 1000 * 2 ** Math.max(0, many - FIRST_FAILURES))
  return lastFailureAt === undefined || now - lastFailureAt >= wait
}

/** After a deployment that failed for good ECS starts no more tasks and leaves those that run. */
const isGivenUp = (service: Service): boolean =>
  ['STOPPED', 'ROLLBACK_FAILED'].includes(newest(service).status)

/** Made from what it stands for, so that a step repeated after a crash starts the same task and not another. */
const taskId = (service: Service, revision: string, number: number): string =>
  createHash('sha256')
    .update(`${service.arn} ${service.createdAt} ${revision} ${number}`)
    .digest('hex')
    .slice(0, 32)

const born = (service: Service, revision: string, number: number, now: Instant): Task => ({
  id: taskId(service, revision, number),
  revision,
  phase: 'pending',
  createdAt: now,
  healthy: false,
})

const begin = (service: Service, revision: string, many: number, now: Instant): Service => ({
  ...service,
  begun: service.begun + many,
  tasks: [
    ...service.tasks,
    ...Array.from({ length: many }, (_, index) => born(service, revision, service.begun + index, now)),
  ],
})

const start = (service: Service, revision: string, many: number, { seen, now }: Moment): Service => {
  const placed = Math.min(many, roomFor(service, revision, seen))
  const begun = begin(service, revision, placed, now)
  return placed < many ? tellNoRoom(begun, revision, now) : begun
}

const letGo = (service: Service, gone: readonly Task[], now: Instant, control?: Control): Service => {
  const ids = new Set(gone.map(({ id }) => id))
  const why = scaling(wantedRevision(service))
  return {
    ...service,
    tasks: service.tasks.map((task) => (ids.has(task.id) ? retire(task, why, now, control) : task)),
  }
}

const aliveOf = (service: Service, revision: string): readonly Task[] =>
  service.tasks.filter((task) => isAlive(task) && task.revision === revision)

const othersOf = (service: Service): readonly Task[] =>
  service.tasks.filter((task) => isAlive(task) && task.revision !== wantedRevision(service))

/** What does not serve yet costs nobody a request when it goes; what serves, though not for long, may be all there is. */
const retireIdle = (service: Service, moment: Moment): Service =>
  letGo(
    service,
    othersOf(service).filter((task) => isIdle(task, moment.seen)),
    moment.now,
  )

const retireReplaced = (service: Service, moment: Moment, control?: Control): Service =>
  letGo(
    service,
    othersOf(service).slice(0, toRetire(census(service, moment.seen, control))),
    moment.now,
    control,
  )

/** After a smaller `desiredCount`: first what does not serve, then the youngest. */
const trim = (service: Service, revision: string, seen: Observation, now: Instant): Service => {
  const alive = aliveOf(service, revision).filter((task) => !isSick(task))
  const order = alive.toReversed().toSorted((a, b) => Number(isSteady(a, seen)) - Number(isSteady(b, seen)))
  return letGo(service, order.slice(0, Math.max(0, alive.length - service.desiredCount)), now)
}

const startMissing = (service: Service, moment: Moment, control?: Control): Service => {
  const many = mayStart(service, moment.now) ? toStart(census(service, moment.seen, control)) : 0
  return start(service, wantedRevision(service), many, moment)
}

const relieve = (service: Service, moment: Moment, control?: Control): Service => {
  const revision = wantedRevision(service)
  const { upper, wanted, others } = census(service, moment.seen, control)
  const hasRoom = upper > wanted + others && roomFor(service, revision, moment.seen) > 0
  return relieveSick(service, revision, hasRoom, moment)
}

const roll = (service: Service, moment: Moment, control?: Control): Service =>
  [retireIdle, retireReplaced, relieve, startMissing].reduce(
    (before, pass) => pass(before, moment, control),
    service,
  )

const empty = (service: Service, revision: string, moment: Moment, control?: Control): Service =>
  mayLeave(service, revision, wantedRevision(service), moment)
    ? letGo(service, aliveOf(service, revision), moment.now, control)
    : service

const fill = (service: Service, revision: string, moment: Moment): Service => {
  const { seen, now } = moment
  const trimmed = trim(service, revision, seen, now)
  const most = Math.max(service.desiredCount, mostTasks(service))
  const free = (one: Service): number => most - aliveOf(one, revision).length
  const hasRoom = free(trimmed) > 0 && roomFor(trimmed, revision, seen) > 0
  const relieved = relieveSick(trimmed, revision, hasRoom, moment)
  const fit = aliveOf(relieved, revision).filter((task) => !isSick(task))
  const missing = Math.min(service.desiredCount - fit.length, free(relieved))
  const waits = revision === wantedRevision(service) && !mayStart(service, now)
  return start(relieved, revision, waits ? 0 : Math.max(0, missing), moment)
}

const keepSets = (service: Service, { whole, none }: Wanted, moment: Moment, control?: Control): Service => {
  const emptied = none.reduce((left, revision) => empty(left, revision, moment, control), service)
  return whole.reduce((left, revision) => fill(left, revision, moment), emptied)
}

/** One pass of the scheduler: who goes, who comes. */
export const schedule = (service: Service, moment: Moment, control?: Control): Service => {
  const [sets, wanted, givenUp] = [wantedSets(service), wantedRevision(service), isGivenUp(service)]
  const kept = sets?.whole ?? (givenUp ? [] : [wanted])
  const relieved = dismissSick(service, kept, moment.now)
  if (sets) return keepSets(relieved, sets, moment, control)
  const trimmed = trim(relieved, wanted, moment.seen, moment.now)
  return givenUp ? trimmed : roll(trimmed, moment, control)
}

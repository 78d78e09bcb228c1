import { createHash } from 'node:crypto'
import type { Instant } from '../../words.js'
import type { Control } from '../control.js'
import { isSteady } from './absorb.js'
import { newest } from './breaker.js'
import type { Observation } from './observation.js'
import { census, toRetire, toStart } from './rolling.js'
import { isAlive, type Service, type Task, wantedRevision } from './state.js'
import { retire, scaling } from './stop.js'

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

const taskId = (service: Service, number: number): string =>
  createHash('sha256').update(`${service.arn} ${service.createdAt} ${number}`).digest('hex').slice(0, 32)

const born = (service: Service, number: number, now: Instant): Task => ({
  id: taskId(service, number),
  revision: wantedRevision(service),
  phase: 'pending',
  createdAt: now,
  healthy: false,
})

const letGo = (service: Service, gone: readonly Task[], now: Instant, control?: Control): Service => {
  const ids = new Set(gone.map(({ id }) => id))
  const why = scaling(wantedRevision(service))
  return {
    ...service,
    tasks: service.tasks.map((task) => (ids.has(task.id) ? retire(task, why, now, control) : task)),
  }
}

const othersOf = (service: Service): readonly Task[] =>
  service.tasks.filter((task) => isAlive(task) && task.revision !== wantedRevision(service))

/** What does not serve yet costs nobody a request when it goes. */
const retireIdle = (service: Service, seen: Observation, now: Instant): Service =>
  letGo(
    service,
    othersOf(service).filter((task) => !isSteady(task, seen)),
    now,
  )

const retireReplaced = (service: Service, seen: Observation, now: Instant, control?: Control): Service =>
  letGo(service, othersOf(service).slice(0, toRetire(census(service, seen, control))), now, control)

/** After a smaller `desiredCount`: first what does not serve, then the youngest. */
const retireSurplus = (service: Service, seen: Observation, now: Instant): Service => {
  const wanted = service.tasks.filter((task) => isAlive(task) && task.revision === wantedRevision(service))
  const order = wanted.toReversed().toSorted((a, b) => Number(isSteady(a, seen)) - Number(isSteady(b, seen)))
  return letGo(service, order.slice(0, Math.max(0, wanted.length - service.desiredCount)), now)
}

const startMissing = (service: Service, seen: Observation, now: Instant, control?: Control): Service => {
  const many = mayStart(service, now) ? toStart(census(service, seen, control)) : 0
  const tasks = Array.from({ length: many }, (_, index) => born(service, service.begun + index, now))
  return { ...service, begun: service.begun + many, tasks: [...service.tasks, ...tasks] }
}

/** One pass of the scheduler: who goes, who comes. */
export const schedule = (service: Service, seen: Observation, now: Instant, control?: Control): Service => {
  const trimmed = retireSurplus(service, seen, now)
  if (isGivenUp(service)) return trimmed
  const replaced = retireReplaced(retireIdle(trimmed, seen, now), seen, now, control)
  return startMissing(replaced, seen, now, control)
}

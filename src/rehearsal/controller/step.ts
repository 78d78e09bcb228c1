import type { Instant } from '../../words.js'
import type { Control } from '../control.js'
import { absorb, sickness } from './absorb.js'
import { count, trip } from './breaker.js'
import { settle, takeUp } from './deployment.js'
import { type Effect, effectsOf } from './effects.js'
import { tell } from './events.js'
import type { Observation } from './observation.js'
import { schedule } from './schedule.js'
import { type Service, type Task, wantedRevision } from './state.js'
import { retire } from './stop.js'

export interface Step {
  readonly service: Service
  readonly effects: readonly Effect[]
}

const HOUR = 3_600_000

const dismissSick = (service: Service, seen: Observation, now: Instant): Service => ({
  ...service,
  tasks: service.tasks.map((task) => {
    const sight = seen.tasks.get(task.id)
    const why = sight && sickness(service, task, sight, now)
    return why ? retire(task, why, now) : task
  }),
})

/** Failed just now: nobody told it to go, and it has gone or has to go. */
const failed = (before: Service, after: Service): readonly Task[] =>
  after.tasks.filter(
    (task, index) => task.revision === wantedRevision(after) && task.why && !before.tasks[index]?.why,
  )

const recovered = (before: Service, after: Service): boolean =>
  after.tasks.some(
    (task, index) => task.revision === wantedRevision(after) && task.healthy && !before.tasks[index]?.healthy,
  )

const deliver = (before: Service, seen: Observation, now: Instant, control?: Control): Service => {
  const ready = takeUp(before, now)
  const judged = dismissSick(absorb(ready, seen, now), seen, now)
  const counted = count(judged, failed(ready, judged), recovered(ready, judged), now)
  const scheduled = schedule(trip(counted, now), seen, now, control)
  return tell(before, settle(scheduled, seen, now), now)
}

/** A deleted service: its tasks leave in the same order, and nothing comes. */
const windDown = (service: Service, seen: Observation, now: Instant): Service => {
  const absorbed = absorb(service, seen, now)
  const leaving = absorbed.tasks.map((task) =>
    task.phase === 'pending' || task.phase === 'running' ? retire(task, DELETED, now) : task,
  )
  const done = leaving.every(({ phase }) => phase === 'stopped')
  return { ...absorbed, tasks: leaving, status: done ? 'INACTIVE' : 'DRAINING' }
}

const DELETED = { code: 'ServiceSchedulerInitiated', reason: 'Service was deleted' } as const

const forget = (service: Service, now: Instant): Service => ({
  ...service,
  tasks: service.tasks.filter(({ stoppedAt }) => stoppedAt === undefined || now - stoppedAt < HOUR),
})

/**
 * The controller of ROLLING deployments: pure. Each step looks at what is, decides, and says what is to be done.
 * The order of a replacement is: register → healthy → in rotation → drain → stop.
 */
export const step = (service: Service, seen: Observation, now: Instant, control?: Control): Step => {
  const next =
    service.status === 'ACTIVE' ? deliver(service, seen, now, control) : windDown(service, seen, now)
  return { service: forget(next, now), effects: effectsOf(next, seen) }
}

import type { Instant } from '../../words.js'
import type { Control } from '../control.js'
import { absorb } from './absorb.js'
import { advance } from './advance.js'
import { heed } from './alarms.js'
import { count, trip } from './breaker.js'
import { takeUp } from './deployment.js'
import { type Effect, effectsOf } from './effects.js'
import { tell } from './events.js'
import { GUARDS, type Guards, type Moment } from './guards.js'
import type { Observation } from './observation.js'
import { schedule } from './schedule.js'
import { markSick } from './sick.js'
import { type Service, type Task, wantedRevision } from './state.js'
import { retire } from './stop.js'

export interface Step {
  readonly service: Service
  readonly effects: readonly Effect[]
}

const HOUR = 3_600_000

const isFailing = (task: Task | undefined): boolean => task?.why !== undefined || task?.sick !== undefined

/** Failed just now: nobody told it to go, and it has gone or has to go. */
const failed = (before: Service, after: Service): readonly Task[] =>
  after.tasks.filter(
    (task, index) =>
      task.revision === wantedRevision(after) && isFailing(task) && !isFailing(before.tasks[index]),
  )

const recovered = (before: Service, after: Service): boolean =>
  after.tasks.some(
    (task, index) => task.revision === wantedRevision(after) && task.healthy && !before.tasks[index]?.healthy,
  )

const judge = (before: Service, { seen, now, ...rest }: Moment): Service => {
  const judged = markSick(absorb(before, { seen, now, ...rest }), seen, now)
  return count(judged, failed(before, judged), recovered(before, judged), now)
}

const deliver = (before: Service, moment: Moment, control?: Control): Service => {
  const { seen, now } = moment
  const judged = judge(takeUp(before, moment), moment)
  const advanced = advance(heed(trip(judged, now), seen, now), moment)
  return tell(before, schedule(advanced, moment, control), now)
}

/** A deleted service: its tasks leave in the same order, and nothing comes. */
const windDown = (service: Service, moment: Moment): Service => {
  const absorbed = absorb(service, moment)
  const leaving = absorbed.tasks.map((task) =>
    task.phase === 'pending' || task.phase === 'running' ? retire(task, DELETED, moment.now) : task,
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
 * The controller: pure. Each step looks at what is, decides, and says what is to be done.
 * The order of every replacement is: register → healthy → weight → seen to have moved → drain → stop.
 */
export const step = (
  service: Service,
  seen: Observation,
  now: Instant,
  control?: Control,
  guards: Guards = GUARDS,
): Step => {
  const moment = { seen, now, guards }
  const next = service.status === 'ACTIVE' ? deliver(service, moment, control) : windDown(service, moment)
  return { service: forget(next, now), effects: effectsOf(next, moment) }
}

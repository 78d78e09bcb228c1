import { type Call, callsOf } from './calls.js'
import type { Moment } from './guards.js'
import type { SeenTarget, SeenTask, Weights } from './observation.js'
import { readiness } from './sets.js'
import { revisionOf, type Service, type Task } from './state.js'
import { isFresh, seenShare, type Weighing, weighings } from './weights.js'

/**
 * What is to be done. Effects follow from the state and what was seen, on every step, until the world shows them
 * done: carrying one out twice must do nothing the second time. So a restart in the middle repeats nothing and loses nothing;
 * only a function whose answer it lost is called again.
 */
export type Effect =
  | { readonly kind: 'start'; readonly task: string; readonly taskDefinition: string }
  | { readonly kind: 'register'; readonly task: string; readonly targetGroup: string; readonly port: number }
  | { readonly kind: 'deregister'; readonly task: string; readonly targetGroup: string }
  | { readonly kind: 'stop'; readonly task: string }
  | { readonly kind: 'weigh'; readonly rule: string; readonly weights: Weights }
  | ({ readonly kind: 'call' } & Call)

const inRotation = ({ state }: SeenTarget): boolean => state !== 'unused' && state !== 'draining'

const registrations = (service: Service, task: Task, seen: SeenTask): readonly Effect[] =>
  revisionOf(service, task.revision)
    .targets.filter(
      ({ targetGroup }) =>
        seen.targets.find((target) => target.targetGroup === targetGroup)?.state === 'unused',
    )
    .map(({ targetGroup, containerPort }) => ({
      kind: 'register',
      task: task.id,
      targetGroup,
      port: containerPort,
    }))

const deregistrations = (task: Task, seen: SeenTask | undefined): readonly Effect[] =>
  (seen?.targets ?? [])
    .filter(inRotation)
    .map(({ targetGroup }) => ({ kind: 'deregister', task: task.id, targetGroup }))

const effectsOfTask = (service: Service, task: Task, seen: SeenTask | undefined): readonly Effect[] => {
  switch (task.phase) {
    case 'pending':
      return seen
        ? []
        : [
            {
              kind: 'start',
              task: task.id,
              taskDefinition: revisionOf(service, task.revision).taskDefinition,
            },
          ]
    case 'running':
      return seen ? registrations(service, task, seen) : []
    case 'stopping':
      return [{ kind: 'stop', task: task.id }]
    case 'draining':
    case 'stopped':
      return deregistrations(task, seen)
  }
}

/** Whether everyone who may get more than now can bear it. Too soon after the asking a sight does not tell who that is. */
const isBearable = (
  service: Service,
  weighing: Weighing,
  share: number,
  { seen, now, guards }: Moment,
): boolean => {
  const mine = guards.mayTakeOver(readiness(service, seen, weighing, 'up'))
  const theirs = guards.mayTakeBack(readiness(service, seen, weighing, 'down'))
  if (!isFresh(service, now)) return mine && theirs
  return weighing.asked > share ? mine : theirs
}

/** Weights go up only where somebody serves; until then a rule keeps what it has. */
const weigh = (service: Service, weighing: Weighing, moment: Moment): readonly Effect[] => {
  const { rule, group, other, asked } = weighing
  const share = seenShare(moment.seen, weighing)
  if (share === undefined || share === asked) return []
  if (!isBearable(service, weighing, share, moment)) return []
  const [mine, theirs] = moment.guards.weights(asked)
  return [{ kind: 'weigh', rule, weights: { [group]: mine, [other]: theirs } }]
}

export const effectsOf = (service: Service, moment: Moment): readonly Effect[] => [
  ...service.tasks.flatMap((task) => effectsOfTask(service, task, moment.seen.tasks.get(task.id))),
  ...weighings(service).flatMap((weighing) => weigh(service, weighing, moment)),
  ...callsOf(service, moment).map((call) => ({ kind: 'call' as const, ...call })),
]

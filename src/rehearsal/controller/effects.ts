import type { Observation, SeenTarget, SeenTask } from './observation.js'
import { revisionOf, type Service, type Task } from './state.js'

/**
 * What is to be done. Effects follow from the state and what was seen, on every step, until the world shows them
 * done: carrying one out twice must do nothing the second time. So a restart in the middle repeats nothing and loses nothing.
 */
export type Effect =
  | { readonly kind: 'start'; readonly task: string; readonly taskDefinition: string }
  | { readonly kind: 'register'; readonly task: string; readonly targetGroup: string; readonly port: number }
  | { readonly kind: 'deregister'; readonly task: string; readonly targetGroup: string }
  | { readonly kind: 'stop'; readonly task: string }

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

export const effectsOf = (service: Service, observation: Observation): readonly Effect[] =>
  service.tasks.flatMap((task) => effectsOfTask(service, task, observation.tasks.get(task.id)))

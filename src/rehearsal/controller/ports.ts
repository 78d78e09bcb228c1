import type { Instant } from '../../words.js'
import { containerInstanceId } from '../instance.js'
import type { Observation } from './observation.js'
import { isAlive, revisionOf, type Service, type Task } from './state.js'

const portsOf = (service: Service, revision: string): readonly string[] =>
  revisionOf(service, revision).hostPorts ?? []

/** The service's own tasks that have, or still have, a port which the revision wants. */
const holders = (service: Service, revision: string): readonly Task[] => {
  const wanted = portsOf(service, revision)
  if (wanted.length === 0) return []
  return service.tasks.filter(
    (task) =>
      task.phase !== 'stopped' && portsOf(service, task.revision).some((port) => wanted.includes(port)),
  )
}

const isTaken = (service: Service, revision: string, { takenPorts }: Observation): boolean =>
  portsOf(service, revision).some((port) => takenPorts?.has(port))

/** How many more tasks of a revision the machine has room for: a fixed port can be had once. */
export const roomFor = (service: Service, revision: string, seen: Observation): number => {
  if (portsOf(service, revision).length === 0) return Number.POSITIVE_INFINITY
  return isTaken(service, revision, seen) || holders(service, revision).length > 0 ? 0 : 1
}

/** Nobody but the service's own tasks has the ports: were they to go, there would be room. */
export const isInOwnWay = (service: Service, revision: string, seen: Observation): boolean =>
  !isTaken(service, revision, seen) && holders(service, revision).length > 0

const KEPT = 100

/** What ECS tells where it finds no room; nothing while whoever is in the way is leaving, and nothing twice. */
export const tellNoRoom = (service: Service, revision: string, at: Instant): Service => {
  const instance = containerInstanceId(service.cluster)
  const message = `(service ${service.name}) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance ${instance}) is already using a port required by your task. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`
  const isLeaving = holders(service, revision).some((task) => !isAlive(task))
  if (isLeaving || service.events.slice(0, 2).some((event) => event.message === message)) return service
  return { ...service, events: [{ at, message }, ...service.events].slice(0, KEPT) }
}

import { isSteady } from './absorb.js'
import { ALL } from './course.js'
import type { Moment, Readiness } from './guards.js'
import type { Observation } from './observation.js'
import { isAlive, revisionOf, type Service, type Task, tasksOf } from './state.js'
import { isFresh, seenShare, type Weighing, weighings } from './weights.js'

/** The tasks of one revision that serve and have done so for long enough. */
export const serving = (service: Service, revision: string | undefined, seen: Observation): number =>
  revision === undefined
    ? 0
    : tasksOf(service, revision).filter((task) => isAlive(task) && isSteady(task, seen)).length

export const isWhole = (service: Service, revision: string, seen: Observation): boolean =>
  serving(service, revision, seen) >= service.desiredCount

const isPresent = ({ phase }: Task): boolean => phase !== 'stopped'

/** The revisions besides `kept` that still have tasks, even draining ones. */
export const leftovers = (service: Service, ...kept: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(
    service.tasks
      .filter((task) => isPresent(task) && !kept.includes(task.revision))
      .map(({ revision }) => revision),
  ),
]

const groupsOf = (service: Service, revision: string): readonly string[] =>
  revisionOf(service, revision).targets.map(({ targetGroup }) => targetGroup)

const servingIn = (service: Service, group: string, seen: Observation): number =>
  service.tasks.filter(
    (task) => isAlive(task) && isSteady(task, seen) && groupsOf(service, task.revision).includes(group),
  ).length

/** Who could serve what a rule is asked for: `up`, the new revision's group gets more; `down`, the other does. */
export const readiness = (
  service: Service,
  seen: Observation,
  { group, other, asked }: Weighing,
  direction: 'up' | 'down',
): Readiness => {
  const [mine, theirs] = [servingIn(service, group, seen), servingIn(service, other, seen)]
  const desired = service.desiredCount
  return direction === 'up'
    ? { rising: mine, falling: theirs, desired, share: asked }
    : { rising: theirs, falling: mine, desired, share: ALL - asked }
}

/** What a rule is asked to give, and is seen to give, to a group that it names. */
const shareFor = (group: string, weighing: Weighing, seenNow: number): readonly [number, number] =>
  group === weighing.group ? [weighing.asked, seenNow] : [ALL - weighing.asked, ALL - seenNow]

const isUnweighted = (service: Service, group: string, { seen, now, guards }: Moment): boolean =>
  weighings(service)
    .filter((weighing) => weighing.group === group || weighing.other === group)
    .every((weighing) => {
      const [asked, share] = shareFor(group, weighing, seenShare(seen, weighing) ?? ALL)
      return guards.mayLeave(asked === 0 && isFresh(service, now) ? share : ALL)
    })

/** Whether a revision's tasks may go: its groups get no traffic, or a whole set of `heir` serves in the same groups. */
export const mayLeave = (service: Service, revision: string, heir: string, moment: Moment): boolean => {
  const inherited = isWhole(service, heir, moment.seen) ? groupsOf(service, heir) : []
  return groupsOf(service, revision).every(
    (group) => inherited.includes(group) || isUnweighted(service, group, moment),
  )
}

const sharesGroups = (service: Service, one: string, another: string): boolean =>
  groupsOf(service, one).every((group) => groupsOf(service, another).includes(group))

/** The revisions with tasks in other groups than those of `revision`: what ROLLING cannot replace one by one. */
export const foreign = (service: Service, revision: string): readonly string[] =>
  leftovers(service, revision).filter((other) => !sharesGroups(service, other, revision))

import type { Ecs } from '../../platform/aws/ecs.js'
import type { Progress } from '../../platform/progress.js'
import { paceLine } from '../../report/rollout.js'

/** What one of the services decided: where it registers a new task definition; null where it registers none. */
export type Decided = (registers: Ecs | null) => void

/** Shorter than this nobody wonders, in milliseconds. */
const LONG = 10_000

/**
 * Says once, as soon as all have decided, how long AWS's rates make what they decided last: nothing else tells that the
 * last of many services waits for the first.
 */
export const tellPace = (progress: Progress, services: number): (() => Decided) => {
  const registering = new Map<Ecs, number>()
  let left = services
  const decided: Decided = (ecs) => {
    left -= 1
    if (ecs) registering.set(ecs, (registering.get(ecs) ?? 0) + 1)
    if (left === 0) tell(progress, registering)
  }
  return () => onlyFirst(decided)
}

/** Who decided, and failed then, has decided. */
const onlyFirst = (decided: Decided): Decided => {
  let isOver = false
  return (registers) => {
    if (!isOver) decided(registers)
    isOver = true
  }
}

const tell = ({ say }: Progress, registering: ReadonlyMap<Ecs, number>): void => {
  const longest = Math.max(0, ...[...registering].map(([ecs, many]) => ecs.registrationsLast(many)))
  const all = [...registering.values()].reduce((sum, many) => sum + many, 0)
  if (longest > LONG) say(paceLine(all, longest))
}

import { bucketsOf, orderOf } from '../bucket.js'
import { eligible } from '../group.js'
import type { Door, DoorRule } from '../router.js'
import type { Target } from '../target.js'
import type { Weights } from '../weighted.js'
import { type Slot, slotOf } from './paper.js'

export const nameOf = ({ address, port }: Pick<Door, 'address' | 'port'>): string => `${address}:${port}`

export const defaultRule = ({ rules }: Door): DoorRule => rules().at(-1) ?? { weights: {} }

export const isLeaving = ({ health }: Target): boolean => health.state === 'draining'

export interface Share {
  readonly door: string
  readonly rule: DoorRule
  readonly weights: Weights
  readonly buckets: number
}

/** What is to be shown: looked at in one moment, so that a share is never shown before those who are to bear it. */
export interface Plan {
  readonly slots: readonly Slot[]
  readonly shares: readonly Share[]
}

const shareOf = (door: Door): Share => {
  const rule = defaultRule(door)
  return { door: nameOf(door), rule, weights: rule.weights, buckets: bucketsOf(rule.weights) }
}

/**
 * Who stands behind a slot. Where nobody is left in rotation, and no share leads there any more, those who leave still
 * answer what was sent on its way before the share went.
 */
const standing = (targets: readonly Target[], hasShare: boolean): readonly Target[] => {
  const open = eligible(targets)
  return open.length > 0 || hasShare ? open : targets.filter(isLeaving)
}

export const groupsIn = (doors: Iterable<Door>): ReadonlyMap<string, Door> =>
  new Map(
    [...doors].flatMap((door) => orderOf(defaultRule(door).weights).map((group) => [group, door] as const)),
  )

export const targetsIn = (doors: Iterable<Door>): readonly Target[] =>
  [...groupsIn(doors)].flatMap(([group, door]) => door.group(group)?.targets() ?? [])

export const planOf = (doors: readonly Door[]): Plan => {
  const shares = doors.map(shareOf)
  const slots = [...groupsIn(doors)].map(([group, door]) => ({
    name: slotOf(group),
    targets: standing(
      door.group(group)?.targets() ?? [],
      shares.some(({ weights }) => (weights[group] ?? 0) > 0),
    ),
  }))
  return { slots, shares }
}

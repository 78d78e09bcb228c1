import type { Strategy } from './stages.js'
import type { Revision, TargetBinding } from './state.js'

/** A load balancer entry as declared: with `traffic`, ECS chooses between the two groups for each revision. */
export type DeclaredBinding = TargetBinding

const swapped = (binding: TargetBinding): TargetBinding =>
  binding.traffic
    ? {
        ...binding,
        targetGroup: binding.traffic.other,
        traffic: { ...binding.traffic, other: binding.targetGroup },
      }
    : binding

/**
 * The group that a new revision's tasks register in. Where traffic is shifted, it is the one that the revision which
 * serves does not use; ROLLING stays in the group that serves. Inferred: AWS names the group in the revision only.
 */
export const bind = (
  declared: DeclaredBinding,
  strategy: Strategy,
  serving: Revision | undefined,
): TargetBinding => {
  const groups = [declared.targetGroup, declared.traffic?.other]
  const live = serving?.targets.find(({ targetGroup }) => groups.includes(targetGroup))?.targetGroup
  if (live === undefined) return declared
  const stays = strategy === 'ROLLING'
  return (live === declared.targetGroup) === stays ? declared : swapped(declared)
}

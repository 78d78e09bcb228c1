import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2'
import { refuse } from '../api/fault.js'
import type { Weights } from '../router/weighted.js'
import type { ListenerRule, World } from '../world.js'
import { groupAt } from './groups.js'

const MOST_WEIGHT = 999
const MOST_GROUPS = 5

const forwardOf = (actions: readonly Action[]): Action => {
  const [action, ...others] = actions
  return action?.Type === 'forward' && others.length === 0
    ? action
    : refuse('ValidationError', 'The rehearsal cluster plays listeners with one action of the Type forward')
}

const checkWeight = (weight: number): number =>
  Number.isInteger(weight) && weight >= 0 && weight <= MOST_WEIGHT
    ? weight
    : refuse('ValidationError', `Weight '${weight}' must be a whole number from 0 to ${MOST_WEIGHT}`)

/** The weights that an action declares: of one target group, or of up to five. */
export const weightsOf = (world: World, actions: readonly Action[]): Weights => {
  const { TargetGroupArn, ForwardConfig } = forwardOf(actions)
  const tuples = ForwardConfig?.TargetGroups ?? [{ TargetGroupArn, Weight: 1 }]
  if (tuples.length === 0 || tuples.length > MOST_GROUPS)
    refuse('ValidationError', `A forward action must have from 1 to ${MOST_GROUPS} target groups`)
  return Object.fromEntries(
    tuples.map((tuple) => [
      groupAt(world, tuple.TargetGroupArn).shape.TargetGroupArn,
      checkWeight(tuple.Weight ?? 1),
    ]),
  )
}

/** Whether a user stays with the group that answered first, or moves on to the one whose share grows. */
export const stickyOf = (actions: readonly Action[]): boolean =>
  forwardOf(actions).ForwardConfig?.TargetGroupStickinessConfig?.Enabled === true

/** The weights as an action; with a single target group also in the short form, as AWS answers it. */
export const actionsOf = ({
  weights,
  sticky = false,
}: Pick<ListenerRule, 'weights' | 'sticky'>): Action[] => {
  const TargetGroups = Object.entries(weights).map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight }))
  const [only, ...others] = TargetGroups
  return [
    {
      Type: 'forward',
      ...(only && others.length === 0 ? { TargetGroupArn: only.TargetGroupArn } : {}),
      ForwardConfig: { TargetGroups, TargetGroupStickinessConfig: { Enabled: sticky } },
    },
  ]
}

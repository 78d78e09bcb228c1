import type { Instant } from '../../words.js'
import { ALL } from './course.js'
import { type Observation, STALE_MILLISECONDS, type Weights } from './observation.js'
import { isUnderWay, revisionOf, type Service, type TargetBinding } from './state.js'
import { newest } from './turn.js'

/**
 * The weights of the new revision's group and of the other: percents where that is exact, else tenths of a percent.
 * Elastic Load Balancing takes whole numbers up to 999, so all of the traffic is 100 and never 1000.
 */
export const weightsOf = (tenths: number): readonly [number, number] =>
  tenths % 10 === 0 ? [tenths / 10, 100 - tenths / 10] : [tenths, ALL - tenths]

/** A listener rule, and the share that the new revision's group is to have on it. */
export interface Weighing {
  readonly rule: string
  readonly group: string
  readonly other: string
  readonly asked: number
}

const weighingsOf = (
  { targetGroup, traffic }: TargetBinding,
  production: number,
  test: number,
): readonly Weighing[] => {
  if (!traffic) return []
  const groups = { group: targetGroup, other: traffic.other }
  const testing = traffic.testRule ? [{ rule: traffic.testRule, ...groups, asked: test }] : []
  return [{ rule: traffic.productionRule, ...groups, asked: production }, ...testing]
}

/** What the deployment under way wants on every rule. Without one nobody touches the weights. */
export const weighings = (service: Service): readonly Weighing[] => {
  const deployment = newest(service)
  if (!isUnderWay(deployment)) return []
  const { production, test } = deployment.course.asked
  return revisionOf(service, deployment.target).targets.flatMap((binding) =>
    weighingsOf(binding, production, test),
  )
}

/** The share of the new revision's group on a rule, in tenths of a percent, as seen; undefined where the rule was not. */
export const seenShare = (seen: Observation, { rule, group, other }: Weighing): number | undefined => {
  const weights = seen.rules.get(rule)
  if (!weights) return undefined
  const [mine, theirs] = [weights[group] ?? 0, weights[other] ?? 0]
  return mine === 0 ? 0 : Math.max(1, Math.round((ALL * mine) / (mine + theirs)))
}

/** A sight from before what was asked last says nothing about it. */
export const isFresh = (service: Service, now: Instant): boolean =>
  now - newest(service).course.asked.since >= STALE_MILLISECONDS

/** Every rule was seen to have the weights that were asked for. */
export const hasArrived = (service: Service, seen: Observation, now: Instant): boolean => {
  const all = weighings(service)
  if (all.length === 0) return true
  return isFresh(service, now) && all.every((weighing) => seenShare(seen, weighing) === weighing.asked)
}

const lacks = (weights: Weights | undefined, { group, other }: Weighing): boolean =>
  weights !== undefined && !(Object.hasOwn(weights, group) && Object.hasOwn(weights, other))

/** A rule that does not name both groups cannot be weighed. */
export const isUnweighable = (service: Service, seen: Observation): boolean =>
  weighings(service).some((weighing) => lacks(seen.rules.get(weighing.rule), weighing))

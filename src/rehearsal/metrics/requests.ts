import type { MetricStore } from './store.js'

/** One request that came to an end, as the router saw it. */
export interface Answered {
  readonly loadBalancer: string
  readonly targetGroup: string
  /** The target's own status; undefined where the load balancer answered in its place. */
  readonly status: number | undefined
  readonly ownStatus: number
  /** The task that had it; undefined where nobody knows. */
  readonly task?: string
  readonly seconds: number
}

const NAMESPACE = 'AWS/ApplicationELB'

/** `…:loadbalancer/app/demo/1` → `app/demo/1`, `…:targetgroup/cart/1` → `targetgroup/cart/1`: as the dimensions have it. */
const balancerName = (arn: string): string =>
  arn.slice(arn.indexOf(':loadbalancer/') + ':loadbalancer/'.length)
const groupName = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1)

const named = ({ status, ownStatus, seconds }: Answered): readonly (readonly [string, number])[] =>
  status === undefined
    ? [[`HTTPCode_ELB_${Math.floor(ownStatus / 100)}XX_Count`, 1]]
    : [
        [`HTTPCode_Target_${Math.floor(status / 100)}XX_Count`, 1],
        ['TargetResponseTime', seconds],
      ]

/**
 * Writes a request down under the names of an application load balancer's metrics. As there, a count that would be 0 is
 * not written at all: `treatMissingData` is about exactly that.
 */
export const noteRequest = (store: MetricStore, answered: Answered, at: number): void => {
  const LoadBalancer = balancerName(answered.loadBalancer)
  const TargetGroup = groupName(answered.targetGroup)
  for (const [name, value] of [['RequestCount', 1] as const, ...named(answered)])
    for (const dimensions of [{ LoadBalancer }, { LoadBalancer, TargetGroup }])
      store.note({ namespace: NAMESPACE, name, dimensions }, value, at)
}

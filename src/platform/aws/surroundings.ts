import type { Action, TargetGroup, TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { Answer } from './ecs.js'

/** Where a listener sends requests: what a rule, or the listener of an NLB, says. */
export interface Forwarding {
  readonly arn: string
  readonly actions: readonly Action[]
}

/** How far a service may be scaled by itself, and whether it is suspended. */
export interface Scaling {
  readonly least: number
  readonly most: number
  /** Scaling in and out; a schedule is apart. */
  readonly suspended: boolean
}

/** What stands around a service: its load balancers, its alarms, its scaling. */
export interface Surroundings {
  /** The rules of ALBs, by their ARNs; those that are not there are left out. */
  describeRules(arns: readonly string[]): Promise<Answer<readonly Forwarding[]>>
  /** The listeners of NLBs, by their ARNs. */
  describeListeners(arns: readonly string[]): Promise<Answer<readonly Forwarding[]>>
  describeTargetGroups(arns: readonly string[]): Promise<Answer<readonly TargetGroup[]>>
  describeTargetHealth(arn: string): Promise<Answer<readonly TargetHealthDescription[]>>
  /** Of these alarms, those that are in ALARM, and those that are there at all. */
  describeAlarms(names: readonly string[]): Promise<Answer<readonly AlarmState[]>>
  /** Null where the service is not scaled by Application Auto Scaling. */
  describeScaling(cluster: string, service: string): Promise<Answer<Scaling | null>>
  suspendScaling(cluster: string, service: string, suspended: boolean): Promise<Answer<null>>
}

export interface AlarmState {
  readonly name: string
  /** `OK`, `ALARM`, `INSUFFICIENT_DATA` */
  readonly state: string
}

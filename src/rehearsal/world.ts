import type { ScalableTarget, ScalingPolicy } from '@aws-sdk/client-application-auto-scaling'
import type {
  DeploymentConfiguration,
  LoadBalancer,
  NetworkConfiguration,
  Tag,
  TaskDefinition,
} from '@aws-sdk/client-ecs'
import type {
  Listener as ListenerShape,
  LoadBalancer as LoadBalancerShape,
  RuleCondition,
  TargetGroup as TargetGroupShape,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { Clock } from './clock/clock.js'
import { type CodeDeploy, createCodeDeploy } from './codedeploy/state.js'
import type { Service } from './controller/state.js'
import type { Functions } from './lambda/functions.js'
import type { LogStore } from './logs/store.js'
import { createLogStore } from './logs/store.js'
import type { Alarm } from './metrics/alarms.js'
import { createMetricStore, type MetricStore } from './metrics/store.js'
import type { Addresses } from './router/addresses.js'
import type { Group } from './router/group.js'
import type { Listener } from './router/listener.js'
import { createMeasured, type Measured } from './router/measured.js'
import type { Router } from './router/router.js'
import type { Weights } from './router/weighted.js'
import type { Versions } from './secrets/parameters.js'
import type { Secret } from './secrets/secrets.js'
import type { Driver } from './tasks/driver.js'
import type { LoneTask } from './tasks/lone.js'

/** Everything that exists in the rehearsal: what was declared over the API, and the parts that carry it out. */
export interface World {
  readonly clusters: Map<string, Cluster>
  readonly definitions: Map<string, Definition>
  /** By ARN. A service's controller state is replaced, its declaration too. */
  readonly services: Map<string, ServiceRecord>
  readonly loadBalancers: Map<string, LoadBalancerShape & { readonly DNSName: string }>
  readonly targetGroups: Map<string, TargetGroup>
  readonly listeners: Map<string, OpenListener>
  readonly logs: LogStore
  readonly metrics: MetricStore
  /** By name. */
  readonly alarms: Map<string, Alarm>
  /** By id: the tasks of no service. */
  readonly tasks: Map<string, LoneTask>
  readonly scaling: Scaling
  readonly codedeploy: CodeDeploy
  /** By name: SSM's parameters, all of their versions. */
  readonly parameters: Map<string, Versions>
  /** By name: those of Secrets Manager. */
  readonly secrets: Map<string, Secret>
  readonly measured: Measured
  readonly router: Router
  readonly clock: Clock
  readonly addresses: Addresses
  readonly driver: Driver
  readonly functions: Functions
  /** Asks the loop to look now instead of at its next turn. */
  nudge(): void
}

/** What scales services, as it was declared: here nothing acts on it. */
export interface Scaling {
  /** By resource: `service/CLUSTER/NAME`. */
  readonly targets: Map<string, ScalableTarget>
  readonly policies: Map<string, ScalingPolicy>
}

export interface Cluster {
  readonly arn: string
  readonly name: string
  readonly tags: readonly Tag[]
  readonly status: 'ACTIVE' | 'INACTIVE'
}

export interface Definition {
  readonly definition: TaskDefinition & {
    readonly taskDefinitionArn: string
    readonly family: string
    readonly revision: number
  }
  readonly tags: readonly Tag[]
}

/** What was declared and the controller does not read; answered as it came. */
export interface Declared {
  readonly controller: 'ECS' | 'CODE_DEPLOY'
  readonly launchType?: string
  readonly platformVersion?: string
  readonly networkConfiguration?: NetworkConfiguration
  readonly loadBalancers: readonly LoadBalancer[]
  readonly deploymentConfiguration: DeploymentConfiguration
  readonly healthCheckGracePeriodSeconds: number
  readonly enableExecuteCommand: boolean
  readonly enableECSManagedTags: boolean
  readonly propagateTags?: string
  readonly tags: readonly Tag[]
}

export interface ServiceRecord {
  readonly service: Service
  readonly declared: Declared
  /** What each revision was declared with. */
  readonly snapshots: ReadonlyMap<string, Declared>
}

export interface TargetGroup {
  shape: TargetGroupShape & { readonly TargetGroupArn: string }
  readonly attributes: Map<string, string>
  readonly group: Group
}

export interface OpenListener {
  readonly shape: ListenerShape & { readonly ListenerArn: string; readonly LoadBalancerArn: string }
  /** In the order in which they are tried; the default one is the last. Replaced and never changed. */
  rules: readonly ListenerRule[]
  readonly open: Listener
}

export interface ListenerRule {
  readonly arn: string
  /** Undefined for the default rule. */
  readonly priority?: number
  readonly conditions: readonly RuleCondition[]
  /** Replaced and never changed: by the API, and by the controller while it moves traffic. */
  weights: Weights
  /** Users stay with a group, or move on with the share that grows. */
  sticky?: boolean
}

export const createWorld = (
  parts: Pick<World, 'addresses' | 'driver' | 'functions' | 'nudge' | 'clock' | 'router'>,
): World => {
  const metrics = createMetricStore()
  return {
    clusters: new Map(),
    definitions: new Map(),
    services: new Map(),
    loadBalancers: new Map(),
    targetGroups: new Map(),
    listeners: new Map(),
    logs: createLogStore(),
    metrics,
    measured: createMeasured(metrics, parts.clock.now),
    alarms: new Map(),
    tasks: new Map(),
    codedeploy: createCodeDeploy(),
    scaling: { targets: new Map(), policies: new Map() },
    parameters: new Map(),
    secrets: new Map(),
    ...parts,
  }
}

import type {
  CreateServiceRequest,
  DeploymentConfiguration,
  LoadBalancer,
  UpdateServiceRequest,
} from '@aws-sdk/client-ecs'
import type { Instant } from '../../words.js'
import { deploymentArn, newRevisionId, revisionArn } from '../arns.js'
import { bind } from '../controller/binding.js'
import { begin } from '../controller/deployment.js'
import {
  lastCompleted,
  type Revision,
  revisionOf,
  type Service,
  type TargetBinding,
} from '../controller/state.js'
import { fixedPorts } from '../tasks/ports.js'
import type { Declared, Definition, ServiceRecord } from '../world.js'
import { settingsOf } from './settings.js'

/** What AWS fills in; a bake time of 0 it fills in for ROLLING only: BLUE_GREEN must be given one. */
const DEFAULTS: DeploymentConfiguration = {
  strategy: 'ROLLING',
  deploymentCircuitBreaker: { enable: false, rollback: false },
  maximumPercent: 200,
  minimumHealthyPercent: 100,
}

/** The settings of another strategy end with it. Inferred: no request could take them away. */
const withoutOther = (before: DeploymentConfiguration, strategy: string): DeploymentConfiguration => {
  const { canaryConfiguration, linearConfiguration, ...rest } = before
  return {
    ...rest,
    ...(strategy === 'CANARY' && canaryConfiguration ? { canaryConfiguration } : {}),
    ...(strategy === 'LINEAR' && linearConfiguration ? { linearConfiguration } : {}),
  }
}

/** Only what is given changes; each of its members is one value. */
export const merge = (
  before: DeploymentConfiguration,
  given: DeploymentConfiguration = {},
): DeploymentConfiguration => {
  const strategy = given.strategy ?? before.strategy ?? 'ROLLING'
  const bake = strategy === 'ROLLING' ? { bakeTimeInMinutes: 0 } : {}
  return { ...bake, ...withoutOther(before, strategy), ...given }
}

/** A request's members are optional as `undefined`; a declaration's are there or not. */
const present = <Shape extends object>(shape: Shape): Shape =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Shape

export const declare = (input: CreateServiceRequest): Declared =>
  present({
    controller: input.deploymentController?.type ?? 'ECS',
    launchType: input.launchType ?? 'EC2',
    platformVersion: input.platformVersion ?? (input.launchType === 'FARGATE' ? 'LATEST' : undefined),
    networkConfiguration: input.networkConfiguration,
    loadBalancers: input.loadBalancers ?? [],
    deploymentConfiguration: merge(DEFAULTS, input.deploymentConfiguration),
    healthCheckGracePeriodSeconds: input.healthCheckGracePeriodSeconds ?? 0,
    enableExecuteCommand: input.enableExecuteCommand ?? false,
    enableECSManagedTags: input.enableECSManagedTags ?? false,
    propagateTags: input.propagateTags,
    tags: input.tags ?? [],
  }) as Declared

export const redeclare = (before: Declared, input: UpdateServiceRequest): Declared => ({
  ...before,
  ...(present({
    platformVersion: input.platformVersion,
    networkConfiguration: input.networkConfiguration,
    loadBalancers: input.loadBalancers,
    healthCheckGracePeriodSeconds: input.healthCheckGracePeriodSeconds,
    enableExecuteCommand: input.enableExecuteCommand,
    enableECSManagedTags: input.enableECSManagedTags,
    propagateTags: input.propagateTags,
  }) as Partial<Declared>),
  deploymentConfiguration: merge(before.deploymentConfiguration, input.deploymentConfiguration),
})

const trafficOf = ({ advancedConfiguration: advanced }: LoadBalancer): Pick<TargetBinding, 'traffic'> =>
  advanced?.alternateTargetGroupArn && advanced.productionListenerRule
    ? {
        traffic: {
          other: advanced.alternateTargetGroupArn,
          productionRule: advanced.productionListenerRule,
          ...(advanced.testListenerRule ? { testRule: advanced.testListenerRule } : {}),
        },
      }
    : {}

const bindingOf = (balancer: LoadBalancer): TargetBinding => ({
  targetGroup: balancer.targetGroupArn ?? '',
  containerName: balancer.containerName ?? '',
  containerPort: balancer.containerPort ?? 0,
  ...trafficOf(balancer),
})

/** The revision that serves: what a new one must keep out of the way of. */
const servingIn = (service: Service): Revision | undefined => {
  const completed = lastCompleted(service)
  return completed === undefined ? undefined : revisionOf(service, completed)
}

const revise = (service: Service, definition: Definition, declared: Declared, now: Instant): Revision => {
  const id = newRevisionId()
  const hostPorts = fixedPorts(definition.definition)
  const serving = servingIn(service)
  return {
    id,
    arn: revisionArn(service.arn, id),
    taskDefinition: definition.definition.taskDefinitionArn,
    targets: declared.loadBalancers.map((balancer) =>
      bind(bindingOf(balancer), service.settings.plan.strategy, serving),
    ),
    ...(hostPorts.length > 0 ? { hostPorts } : {}),
    createdAt: now,
  }
}

/** The record with a new deployment of `definition` as declared now. */
export const deploy = (record: ServiceRecord, definition: Definition, now: Instant): ServiceRecord => {
  const { service, declared, snapshots } = record
  const revision = revise(service, definition, declared, now)
  return {
    declared,
    service: begin(service, revision, deploymentArn(service.arn), now),
    snapshots: new Map([...snapshots, [revision.id, declared]]),
  }
}

export const newService = (
  identity: Pick<Service, 'arn' | 'name' | 'cluster'>,
  desiredCount: number,
  declared: Declared,
  now: Instant,
): Service => ({
  ...identity,
  status: 'ACTIVE',
  createdAt: now,
  desiredCount,
  settings: settingsOf(declared),
  revisions: [],
  deployments: [],
  tasks: [],
  begun: 0,
  events: [],
})

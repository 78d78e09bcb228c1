import type { CreateServiceRequest, DeploymentConfiguration, UpdateServiceRequest } from '@aws-sdk/client-ecs'
import type { Instant } from '../../words.js'
import { deploymentArn, newRevisionId, revisionArn } from '../arns.js'
import { begin } from '../controller/deployment.js'
import type { Revision, Service } from '../controller/state.js'
import type { Declared, Definition, ServiceRecord } from '../world.js'
import { settingsOf } from './settings.js'

const DEFAULTS: DeploymentConfiguration = {
  strategy: 'ROLLING',
  deploymentCircuitBreaker: { enable: false, rollback: false },
  maximumPercent: 200,
  minimumHealthyPercent: 100,
  bakeTimeInMinutes: 0,
}

/** Only what is given changes; the circuit breaker is one value. */
export const merge = (
  before: DeploymentConfiguration,
  given: DeploymentConfiguration = {},
): DeploymentConfiguration => ({ ...before, ...given })

/** A request's members are optional as `undefined`; a declaration's are there or not. */
const present = <Shape extends object>(shape: Shape): Shape =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Shape

export const declare = (input: CreateServiceRequest): Declared =>
  present({
    launchType: input.launchType ?? 'FARGATE',
    platformVersion: input.platformVersion ?? 'LATEST',
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

const revise = (service: string, definition: Definition, declared: Declared, now: Instant): Revision => {
  const id = newRevisionId()
  return {
    id,
    arn: revisionArn(service, id),
    taskDefinition: definition.definition.taskDefinitionArn,
    targets: declared.loadBalancers.map(({ targetGroupArn, containerName, containerPort }) => ({
      targetGroup: targetGroupArn ?? '',
      containerName: containerName ?? '',
      containerPort: containerPort ?? 0,
    })),
    createdAt: now,
  }
}

/** The record with a new deployment of `definition` as declared now. */
export const deploy = (record: ServiceRecord, definition: Definition, now: Instant): ServiceRecord => {
  const { service, declared, snapshots } = record
  const revision = revise(service.arn, definition, declared, now)
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

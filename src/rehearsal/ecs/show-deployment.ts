import type {
  ServiceDeployment,
  ServiceDeploymentBrief,
  ServiceRevision,
  ServiceRevisionSummary,
} from '@aws-sdk/client-ecs'
import { thresholdOf } from '../controller/breaker.js'
import { shownStage } from '../controller/stages.js'
import {
  type Deployment,
  isAlive,
  isUnderWay,
  type Revision,
  revisionOf,
  type Service,
  tasksOf,
  wantedRevision,
} from '../controller/state.js'
import { wantedSets } from '../controller/wanted.js'
import type { ServiceRecord, World } from '../world.js'
import { pending, running } from './show-service.js'
import { alarmsOf, hooksOf, resolved, sharesOf } from './show-traffic.js'

const date = (at: number | undefined): Date | undefined => (at === undefined ? undefined : new Date(at))

const requested = (service: Service, revision: string): number =>
  wantedSets(service)?.whole.includes(revision) || revision === wantedRevision(service)
    ? service.desiredCount
    : tasksOf(service, revision).filter(isAlive).length

const summary = (service: Service, deployment: Deployment, revision: string): ServiceRevisionSummary => ({
  arn: revisionOf(service, revision).arn,
  requestedTaskCount: requested(service, revision),
  runningTaskCount: running(tasksOf(service, revision)),
  pendingTaskCount: pending(tasksOf(service, revision)),
  ...sharesOf(deployment, revision),
})

/** One that has not started has no stage yet; afterwards the last one is told. */
const stageOf = ({ course, startedAt }: Deployment): ServiceDeployment['lifecycleStage'] =>
  startedAt === undefined
    ? undefined
    : (shownStage(course.strategy, course.stage) as ServiceDeployment['lifecycleStage'])

const breakerStatus = ({ settings }: Service, deployment: Deployment) => {
  if (!settings.breaker.enable) return 'DISABLED'
  const tripped = deployment.reason?.includes('circuit breaker') || deployment.status === 'ROLLBACK_FAILED'
  if (tripped) return 'TRIGGERED'
  return isUnderWay(deployment) ? 'MONITORING' : 'MONITORING_COMPLETE'
}

const rollbackOf = (service: Service, { rollback }: Deployment): ServiceDeployment['rollback'] =>
  rollback && {
    reason: rollback.reason,
    startedAt: new Date(rollback.startedAt),
    serviceRevisionArn: revisionOf(service, rollback.revision).arn,
  }

export const showBrief = (service: Service, deployment: Deployment): ServiceDeploymentBrief => ({
  serviceDeploymentArn: deployment.arn,
  serviceArn: service.arn,
  clusterArn: service.cluster,
  createdAt: new Date(deployment.createdAt),
  startedAt: date(deployment.startedAt),
  finishedAt: date(deployment.finishedAt),
  targetServiceRevisionArn: revisionOf(service, deployment.target).arn,
  status: deployment.status,
  statusReason: deployment.reason,
})

export const showDeployment = (record: ServiceRecord, deployment: Deployment): ServiceDeployment => {
  const { service, declared } = record
  const stopped = deployment.status === 'STOPPED'
  return {
    serviceDeploymentArn: deployment.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster,
    createdAt: new Date(deployment.createdAt),
    startedAt: date(deployment.startedAt),
    finishedAt: stopped ? undefined : date(deployment.finishedAt),
    stoppedAt: stopped ? date(deployment.finishedAt) : undefined,
    updatedAt: new Date(deployment.updatedAt),
    sourceServiceRevisions: deployment.sources.map((id) => summary(service, deployment, id)),
    targetServiceRevision: summary(service, deployment, deployment.target),
    lifecycleStage: stageOf(deployment),
    lifecycleHookDetails: hooksOf(deployment),
    alarms: alarmsOf(service, deployment),
    status: deployment.status,
    statusReason: deployment.reason,
    deploymentConfiguration: declared.deploymentConfiguration,
    rollback: rollbackOf(service, deployment),
    deploymentCircuitBreaker: {
      status: breakerStatus(service, deployment),
      failureCount: deployment.failures,
      threshold: thresholdOf(service.settings.breaker, service.desiredCount),
    },
  }
}

const imagesOf = (world: World, revision: Revision): ServiceRevision['containerImages'] =>
  (world.definitions.get(revision.taskDefinition)?.definition.containerDefinitions ?? []).map(
    ({ name, image }) => ({
      containerName: name,
      image,
      imageDigest: image?.includes('@') ? image.slice(image.indexOf('@') + 1) : undefined,
    }),
  )

export const showRevision = (world: World, record: ServiceRecord, revision: Revision): ServiceRevision => {
  const { service, snapshots } = record
  const declared = snapshots.get(revision.id)
  return {
    serviceRevisionArn: revision.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster,
    taskDefinition: revision.taskDefinition,
    launchType: declared?.launchType as ServiceRevision['launchType'],
    platformVersion: declared?.platformVersion,
    platformFamily: declared?.launchType === 'FARGATE' ? 'Linux' : undefined,
    loadBalancers: [...(declared?.loadBalancers ?? [])],
    networkConfiguration: declared?.networkConfiguration,
    containerImages: imagesOf(world, revision),
    resolvedConfiguration: { loadBalancers: resolved(revision) },
    createdAt: new Date(revision.createdAt),
  }
}

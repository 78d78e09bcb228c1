import type { Deployment as DeploymentShape, Service as ServiceShape } from '@aws-sdk/client-ecs'
import {
  type Deployment,
  isAlive,
  isUnderWay,
  revisionOf,
  type Service,
  type Task,
  tasksOf,
  wantedRevision,
} from '../controller/state.js'
import type { Declared, ServiceRecord } from '../world.js'
import { taskSetsOf } from './show-task-sets.js'

export const running = (tasks: readonly Task[]): number =>
  tasks.filter(({ phase }) => phase === 'running').length
export const pending = (tasks: readonly Task[]): number =>
  tasks.filter(({ phase }) => phase === 'pending').length

/** The deployment that first brought a revision: what `ecs-svc/…` stands for. */
const bringerOf = (service: Service, revision: string): Deployment => {
  const found = service.deployments.find(({ target }) => target === revision)
  if (!found) throw new Error(`${service.arn} has no deployment of ${revision}`)
  return found
}

type Rollout = Pick<DeploymentShape, 'rolloutState' | 'rolloutStateReason'>

const primaryRollout = (service: Service, newest: Deployment): Rollout => {
  const id = `ecs-svc/${wantedRevision(service)}`
  if (newest.rollback && isUnderWay(newest)) {
    const who = newest.course.strategy === 'ROLLING' ? 'ECS deployment circuit breaker' : 'ECS deployment'
    return { rolloutState: 'IN_PROGRESS', rolloutStateReason: `${who}: rolling back to deploymentId ${id}.` }
  }
  if (isUnderWay(newest))
    return { rolloutState: 'IN_PROGRESS', rolloutStateReason: `ECS deployment ${id} in progress.` }
  return newest.status === 'SUCCESSFUL' || newest.status === 'ROLLBACK_SUCCESSFUL'
    ? { rolloutState: 'COMPLETED', rolloutStateReason: `ECS deployment ${id} completed.` }
    : { rolloutState: 'FAILED', rolloutStateReason: newest.reason }
}

const otherRollout = (bringer: Deployment): Rollout =>
  bringer.status === 'SUCCESSFUL'
    ? {
        rolloutState: 'COMPLETED',
        rolloutStateReason: `ECS deployment ecs-svc/${bringer.target} completed.`,
      }
    : { rolloutState: 'FAILED', rolloutStateReason: bringer.reason }

const showDeployment = (
  service: Service,
  revision: string,
  declared: Declared | undefined,
): DeploymentShape => {
  const tasks = tasksOf(service, revision)
  const bringer = bringerOf(service, revision)
  const primary = revision === wantedRevision(service)
  const newest = service.deployments[0] ?? bringer
  return {
    id: `ecs-svc/${revision}`,
    status: primary ? 'PRIMARY' : 'ACTIVE',
    taskDefinition: revisionOf(service, revision).taskDefinition,
    desiredCount: primary ? service.desiredCount : tasks.filter(isAlive).length,
    pendingCount: pending(tasks),
    runningCount: running(tasks),
    failedTasks: bringer.failures,
    createdAt: new Date(bringer.createdAt),
    updatedAt: new Date(bringer.updatedAt),
    launchType: declared?.launchType as DeploymentShape['launchType'],
    platformVersion: declared?.platformVersion,
    networkConfiguration: declared?.networkConfiguration,
    ...(primary ? primaryRollout(service, newest) : otherRollout(bringer)),
  }
}

/** The wanted revision first, then every other that still has tasks. */
const revisionsShown = (service: Service): readonly string[] => {
  const others = service.tasks.filter(({ phase }) => phase !== 'stopped').map(({ revision }) => revision)
  return [...new Set([wantedRevision(service), ...others.toReversed()])]
}

const currentRevisions = (service: Service) =>
  revisionsShown(service).map((revision) => ({
    arn: revisionOf(service, revision).arn,
    requestedTaskCount: tasksOf(service, revision).filter(isAlive).length,
    runningTaskCount: running(tasksOf(service, revision)),
    pendingTaskCount: pending(tasksOf(service, revision)),
  }))

const controllerView = (service: Service, snapshots: ServiceRecord['snapshots']): ServiceShape => ({
  serviceArn: service.arn,
  serviceName: service.name,
  clusterArn: service.cluster,
  status: service.status,
  desiredCount: service.desiredCount,
  runningCount: running(service.tasks),
  pendingCount: pending(service.tasks),
  taskDefinition: revisionOf(service, wantedRevision(service)).taskDefinition,
  deployments: revisionsShown(service).map((id) => showDeployment(service, id, snapshots.get(id))),
  events: service.events.map(({ at, message }, index) => ({
    id: `${service.createdAt}-${service.events.length - index}`,
    createdAt: new Date(at),
    message,
  })),
  createdAt: new Date(service.createdAt),
  currentServiceDeployment: service.deployments[0]?.arn,
  currentServiceRevisions: currentRevisions(service),
})

const countsIn =
  (service: Service) =>
  (revision: string): { runningCount: number; pendingCount: number } => ({
    runningCount: running(tasksOf(service, revision)),
    pendingCount: pending(tasksOf(service, revision)),
  })

export const showService = (record: ServiceRecord, tags: boolean): ServiceShape => ({
  ...controllerView(record.service, record.snapshots),
  ...taskSetsOf(record, countsIn(record.service)),
  ...declaredView(record, tags),
})

const declaredView = ({ declared }: ServiceRecord, tags: boolean): ServiceShape => ({
  launchType: declared.launchType as ServiceShape['launchType'],
  platformVersion: declared.platformVersion,
  platformFamily: declared.launchType === 'FARGATE' ? 'Linux' : undefined,
  loadBalancers: [...declared.loadBalancers],
  serviceRegistries: [],
  deploymentConfiguration: declared.deploymentConfiguration,
  networkConfiguration: declared.networkConfiguration,
  healthCheckGracePeriodSeconds: declared.healthCheckGracePeriodSeconds,
  placementConstraints: [],
  placementStrategy: [],
  schedulingStrategy: 'REPLICA',
  deploymentController: { type: declared.controller },
  createdBy: 'arn:aws:iam::000000000000:user/rehearsal',
  enableECSManagedTags: declared.enableECSManagedTags,
  propagateTags: (declared.propagateTags ?? 'NONE') as ServiceShape['propagateTags'],
  enableExecuteCommand: declared.enableExecuteCommand,
  ...(tags ? { tags: [...declared.tags] } : {}),
})

import type {
  DeploymentInfo,
  DeploymentStatus,
  ECSTarget,
  ECSTaskSet,
  ErrorInformation,
  LifecycleEvent,
} from '@aws-sdk/client-codedeploy'
import type { Stage } from '../controller/stages.js'
import { isUnderWay, revisionOf, tasksOf } from '../controller/state.js'
import { pending, running } from '../ecs/show-service.js'
import { sharesOf } from '../ecs/show-traffic.js'
import type { World } from '../world.js'
import { type Carried, carrierOf, type Deployment } from './state.js'

/** CodeDeploy's events, and the stage of the deployment that each stands for. */
const EVENTS: readonly (readonly [event: string, stage: Stage])[] = [
  ['BeforeInstall', 'PRE_SCALE_UP'],
  ['Install', 'SCALE_UP'],
  ['AfterInstall', 'POST_SCALE_UP'],
  ['AllowTestTraffic', 'TEST_TRAFFIC_SHIFT'],
  ['AfterAllowTestTraffic', 'POST_TEST_TRAFFIC_SHIFT'],
  ['BeforeAllowTraffic', 'PRE_PRODUCTION_TRAFFIC_SHIFT'],
  ['AllowTraffic', 'PRODUCTION_TRAFFIC_SHIFT'],
  ['AfterAllowTraffic', 'POST_PRODUCTION_TRAFFIC_SHIFT'],
]

const awaits = ({ deployment }: Carried): boolean =>
  deployment.course.waits.some(({ status }) => status === 'AWAITING_ACTION')

export const statusOf = (
  carried: Carried,
  { stopAsked }: Pick<Deployment, 'stopAsked'>,
): DeploymentStatus => {
  const { status, startedAt } = carried.deployment
  if (status === 'SUCCESSFUL') return 'Succeeded'
  if (status === 'ROLLBACK_FAILED') return 'Failed'
  if (stopAsked || status === 'STOPPED') return 'Stopped'
  if (status === 'ROLLBACK_SUCCESSFUL') return 'Failed'
  if (startedAt === undefined) return 'Created'
  return awaits(carried) ? 'Ready' : 'InProgress'
}

const errorOf = ({ deployment }: Carried): ErrorInformation | undefined => {
  if (deployment.triggeredAlarms.length > 0)
    return {
      code: 'ALARM_ACTIVE',
      message: `One or more alarms have been activated: ${deployment.triggeredAlarms.join(', ')}`,
    }
  return deployment.rollback && deployment.reason
    ? {
        code: deployment.reason.includes('timed out') ? 'TIMEOUT' : 'ECS_UPDATE_ERROR',
        message: deployment.reason,
      }
    : undefined
}

export const showDeployment = (world: World, deployment: Deployment): DeploymentInfo => {
  const carried = carrierOf(world, deployment)
  const { startedAt, finishedAt, course } = carried.deployment
  const status = statusOf(carried, deployment)
  const { group } = deployment
  return {
    applicationName: group.applicationName,
    deploymentGroupName: group.deploymentGroupName,
    deploymentConfigName: deployment.config,
    deploymentId: deployment.id,
    revision: deployment.revision,
    status,
    errorInformation: status === 'Failed' || status === 'Stopped' ? errorOf(carried) : undefined,
    createTime: new Date(deployment.createdAt),
    startTime: startedAt === undefined ? undefined : new Date(startedAt),
    completeTime: finishedAt === undefined ? undefined : new Date(finishedAt),
    description: deployment.description,
    creator: 'user',
    autoRollbackConfiguration: group.autoRollbackConfiguration,
    deploymentStyle: group.deploymentStyle,
    instanceTerminationWaitTimeStarted: course.stage === 'BAKE_TIME' || course.stage === 'CLEAN_UP',
    blueGreenDeploymentConfiguration: group.blueGreenDeploymentConfiguration,
    loadBalancerInfo: group.loadBalancerInfo,
    computePlatform: 'ECS',
  }
}

const ORDER: readonly string[] = [...EVENTS.map(([, stage]) => stage), 'BAKE_TIME', 'CLEAN_UP']

/** Events are told up to the one that the deployment is at. One that was turned around skips the rest. */
const eventsOf = (carried: Carried, hasTest: boolean): LifecycleEvent[] => {
  const { course, status, rollback } = carried.deployment
  const at = status === 'SUCCESSFUL' ? ORDER.length : ORDER.indexOf(course.stage)
  return EVENTS.filter(([event]) => hasTest || !event.includes('TestTraffic')).map(([event, stage]) => {
    const place = ORDER.indexOf(stage)
    if (rollback || status === 'STOPPED') return { lifecycleEventName: event, status: 'Skipped' }
    const now = place === at && isUnderWay(carried.deployment)
    return { lifecycleEventName: event, status: place < at ? 'Succeeded' : now ? 'InProgress' : 'Pending' }
  })
}

const nameOf = (arn: string | undefined): string | undefined => arn?.split('/')[1]

const taskSet = ({ record, deployment }: Carried, revision: string): ECSTaskSet => {
  const { service } = record
  const tasks = tasksOf(service, revision)
  const green = revision === deployment.target
  return {
    identifer: `ecs-svc/${revision}`,
    desiredCount: service.desiredCount,
    pendingCount: pending(tasks),
    runningCount: running(tasks),
    status: green === deployment.course.asked.production > 0 ? 'PRIMARY' : 'ACTIVE',
    trafficWeight: sharesOf(deployment, revision).requestedProductionTrafficWeight,
    targetGroup: { name: nameOf(revisionOf(service, revision).targets[0]?.targetGroup) },
    taskSetLabel: green ? 'Green' : 'Blue',
  }
}

const TARGET: Readonly<Partial<Record<DeploymentStatus, ECSTarget['status']>>> = {
  Created: 'Pending',
  InProgress: 'InProgress',
  Ready: 'Ready',
  Succeeded: 'Succeeded',
  Failed: 'Failed',
  Stopped: 'Failed',
}

/** A target of CodeDeploy's is named `CLUSTER:SERVICE`. */
export const targetIdOf = (world: World, deployment: Deployment): string => {
  const { service } = carrierOf(world, deployment).record
  return `${nameOf(service.cluster)}:${service.name}`
}

export const showTarget = (world: World, deployment: Deployment): ECSTarget => {
  const carried = carrierOf(world, deployment)
  const { target, sources, updatedAt } = carried.deployment
  const hasTest =
    deployment.group.loadBalancerInfo?.targetGroupPairInfoList?.[0]?.testTrafficRoute !== undefined
  return {
    deploymentId: deployment.id,
    targetId: targetIdOf(world, deployment),
    targetArn: carried.record.service.arn,
    lastUpdatedAt: new Date(updatedAt),
    lifecycleEvents: eventsOf(carried, hasTest),
    status: TARGET[statusOf(carried, deployment)] ?? 'Unknown',
    taskSetsInfo: [...new Set([...sources, target])].map((revision) => taskSet(carried, revision)),
  }
}

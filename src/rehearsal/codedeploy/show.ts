import type {
  DeploymentInfo,
  DeploymentStatus,
  ECSTarget,
  ECSTaskSet,
  ErrorInformation,
  LifecycleEvent,
} from '@aws-sdk/client-codedeploy'
import { INVALID } from '../controller/hooks.js'
import { isUnderWay, revisionOf, tasksOf } from '../controller/state.js'
import { pending, running } from '../ecs/show-service.js'
import { sharesOf } from '../ecs/show-traffic.js'
import type { World } from '../world.js'
import { EVENTS } from './events.js'
import { isRolledBack, rollbackOf } from './rollback.js'
import { type Carried, carrierOf, type Deployment } from './state.js'

/** A person, once all functions have reported. */
const awaits = ({ deployment: { course } }: Carried): boolean =>
  course.waits.some(({ status }) => status === 'AWAITING_ACTION') &&
  !course.waits.some(({ status }) => status === 'IN_PROGRESS')

/** An alarm and a wait that is over stop a deployment; all else fails it. */
const isStopped = ({ triggeredAlarms, reason }: Carried['deployment']): boolean =>
  triggeredAlarms.length > 0 || /pause hook timed out/.test(reason ?? '')

export const statusOf = (world: World, deployment: Deployment): DeploymentStatus => {
  const carried = carrierOf(world, deployment)
  const { status, startedAt } = carried.deployment
  if (status === 'SUCCESSFUL') return 'Succeeded'
  if (deployment.stopAsked || status === 'STOPPED') return 'Stopped'
  if (!isUnderWay(carried.deployment) || isRolledBack(world, deployment))
    return isStopped(carried.deployment) ? 'Stopped' : 'Failed'
  if (startedAt === undefined) return 'Created'
  return awaits(carried) ? 'Ready' : 'InProgress'
}

const codeOf = (reason: string): ErrorInformation['code'] => {
  if (reason.startsWith(INVALID)) return 'HOOK_EXECUTION_FAILURE'
  return reason.includes('timed out') ? 'TIMEOUT' : 'ECS_UPDATE_ERROR'
}

const errorOf = ({ deployment }: Carried): ErrorInformation | undefined => {
  if (deployment.triggeredAlarms.length > 0)
    return {
      code: 'ALARM_ACTIVE',
      message: `One or more alarms have been activated: ${deployment.triggeredAlarms.join(', ')}`,
    }
  return deployment.rollback && deployment.reason
    ? {
        code: codeOf(deployment.reason),
        message: deployment.reason,
      }
    : undefined
}

export const showDeployment = (world: World, deployment: Deployment): DeploymentInfo => {
  const carried = carrierOf(world, deployment)
  const { startedAt, finishedAt, course, rollback } = carried.deployment
  const status = statusOf(world, deployment)
  const ended = isRolledBack(world, deployment) ? rollback?.startedAt : finishedAt
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
    completeTime: ended === undefined ? undefined : new Date(ended),
    description: deployment.description,
    creator: 'user',
    autoRollbackConfiguration: deployment.autoRollback,
    rollbackInfo: rollbackOf(world, deployment),
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
  const at = status === 'SUCCESSFUL' ? ORDER.length : ORDER.indexOf(rollback?.from ?? course.stage)
  return EVENTS.filter(([event]) => hasTest || !event.includes('TestTraffic')).map(([event, stage]) => {
    const place = ORDER.indexOf(stage)
    if (place < at) return { lifecycleEventName: event, status: 'Succeeded' }
    if (rollback || status === 'STOPPED')
      return { lifecycleEventName: event, ...brokenOff(carried, place === at) }
    const now = place === at && isUnderWay(carried.deployment)
    return { lifecycleEventName: event, status: now ? 'InProgress' : 'Pending' }
  })
}

const FAILED = /timed out while waiting|validation functions failed/

/** Where it was, it failed, unless somebody stopped it there; what would have come is skipped. */
const brokenOff = (
  { deployment }: Carried,
  isHere: boolean,
): Pick<LifecycleEvent, 'status' | 'diagnostics'> =>
  isHere && FAILED.test(deployment.reason ?? '')
    ? { status: 'Failed', diagnostics: { errorCode: 'UnknownError', message: deployment.reason } }
    : { status: 'Skipped' }

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
    status: TARGET[statusOf(world, deployment)] ?? 'Unknown',
    taskSetsInfo: [...new Set([...sources, target])].map((revision) => taskSet(carried, revision)),
  }
}

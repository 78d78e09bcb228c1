import type {
  AutoRollbackEvent,
  DeploymentInfo,
  DeploymentStatus,
  RollbackInfo,
} from '@aws-sdk/client-codedeploy'
import type { World } from '../world.js'
import { type Carried, carrierOf, type Deployment } from './state.js'

/** What a deployment went back for, in CodeDeploy's words. */
const eventOf = ({ deployment }: Carried, { stopAsked }: Deployment): AutoRollbackEvent => {
  if (stopAsked) return 'DEPLOYMENT_STOP_ON_REQUEST'
  return deployment.triggeredAlarms.length > 0 ? 'DEPLOYMENT_STOP_ON_ALARM' : 'DEPLOYMENT_FAILURE'
}

/** Rolled back by a deployment of its own. Traffic goes back in any case: that is this cluster's, and not asked for. */
export const isRolledBack = (world: World, deployment: Deployment): boolean => {
  const carried = carrierOf(world, deployment)
  const { enabled, events = [] } = deployment.autoRollback
  return (
    carried.deployment.rollback !== undefined &&
    enabled === true &&
    events.includes(eventOf(carried, deployment))
  )
}

export const rollbackOf = (world: World, deployment: Deployment): RollbackInfo | undefined => {
  if (isRolledBack(world, deployment)) return { rollbackDeploymentId: deployment.rollbackId }
  const { status, rollback } = carrierOf(world, deployment).deployment
  return status === 'ROLLBACK_FAILED' && !rollback
    ? { rollbackMessage: 'The deployment cannot be rolled back: there is no deployment to go back to.' }
    : undefined
}

const STATUS: Readonly<Record<string, DeploymentStatus>> = {
  ROLLBACK_SUCCESSFUL: 'Succeeded',
  ROLLBACK_FAILED: 'Failed',
}

/** The deployment that rolls another one back; undefined where nothing of this id does. */
export const showRollback = (world: World, id: string): DeploymentInfo | undefined => {
  const of = [...world.codedeploy.deployments.values()].find(({ rollbackId }) => rollbackId === id)
  if (!of || !isRolledBack(world, of)) return undefined
  const { status, rollback, finishedAt } = carrierOf(world, of).deployment
  return {
    applicationName: of.group.applicationName,
    deploymentGroupName: of.group.deploymentGroupName,
    deploymentConfigName: of.config,
    deploymentId: id,
    status: STATUS[status] ?? 'InProgress',
    createTime: new Date(rollback?.startedAt ?? of.createdAt),
    completeTime: finishedAt === undefined ? undefined : new Date(finishedAt),
    creator: 'codeDeployRollback',
    rollbackInfo: { rollbackTriggeringDeploymentId: of.id },
    computePlatform: 'ECS',
  }
}

/** Newest first: the deployments as they were begun, each with the one that rolls it back. */
export const idsOf = (world: World, deployment: Deployment): readonly string[] =>
  isRolledBack(world, deployment) ? [deployment.rollbackId, deployment.id] : [deployment.id]

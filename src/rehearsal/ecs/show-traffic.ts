import type {
  DeploymentLifecycleHookDetail,
  ServiceDeploymentAlarms,
  ServiceRevisionLoadBalancer,
  ServiceRevisionSummary,
} from '@aws-sdk/client-ecs'
import { ALL, type Wait } from '../controller/course.js'
import { type Deployment, isUnderWay, type Revision, type Service } from '../controller/state.js'

type Shares = Pick<ServiceRevisionSummary, 'requestedProductionTrafficWeight' | 'requestedTestTrafficWeight'>

const percent = (tenths: number): number => tenths / 10

/** What share of the traffic a deployment asked for each of its revisions; ROLLING asks for none. */
export const sharesOf = ({ course, target }: Deployment, revision: string): Shares => {
  if (course.strategy === 'ROLLING') return {}
  const { production, test } = course.asked
  const mine = revision === target
  const alone = course.blue !== undefined && course.blue !== revision
  const of = (tenths: number): number => percent(mine ? tenths : alone ? 0 : ALL - tenths)
  return { requestedProductionTrafficWeight: of(production), requestedTestTrafficWeight: of(test) }
}

const showHook = ({ hookId, status, expiresAt, action, asks }: Wait): DeploymentLifecycleHookDetail => ({
  hookId,
  targetType: asks ? 'AWS_LAMBDA' : 'PAUSE',
  targetArn: asks?.target,
  status,
  expiresAt: new Date(expiresAt),
  timeoutAction: action,
})

/** Only of the stage that the deployment is in. */
export const hooksOf = ({ course }: Deployment): DeploymentLifecycleHookDetail[] => course.waits.map(showHook)

export const alarmsOf = ({ settings }: Service, deployment: Deployment): ServiceDeploymentAlarms => {
  const { enable, names } = settings.alarms
  if (!enable) return { status: 'DISABLED', alarmNames: [], triggeredAlarmNames: [] }
  const triggeredAlarmNames = [...deployment.triggeredAlarms]
  const watching = isUnderWay(deployment) ? 'MONITORING' : 'MONITORING_COMPLETE'
  const status = triggeredAlarmNames.length > 0 ? 'TRIGGERED' : watching
  return { status, alarmNames: [...names], triggeredAlarmNames }
}

/** The target group that a revision really uses: which of the two that is changes from deployment to deployment. */
export const resolved = ({ targets }: Revision): ServiceRevisionLoadBalancer[] =>
  targets.map(({ targetGroup, traffic }) => ({
    targetGroupArn: targetGroup,
    ...(traffic ? { productionListenerRule: traffic.productionRule } : {}),
  }))

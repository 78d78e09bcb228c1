import type {
  DeploymentLifecycleHookDetail,
  Service,
  ServiceDeployment,
  ServiceRevision,
  ServiceRevisionSummary,
  TaskDefinition,
} from '@aws-sdk/client-ecs'
import { tenthsOf } from '../environment/ranges.js'
import type { DeploymentSight, Pause, ServiceSight, Tasks, Traffic } from '../rollout/sight.js'
import { type Digest, type Instant, isDigest } from '../words.js'

const PRIMARY_ID = /^ecs-svc\/(\d+)$/

export const primaryOf = (service: Service) => service.deployments?.find(({ status }) => status === 'PRIMARY')

/** The `N` of `ecs-svc/N`, by which a deployment, its service revision and its tasks are one and the same. */
export const revisionOf = (id: string | undefined): string | null => PRIMARY_ID.exec(id ?? '')?.[1] ?? null

export const serviceSight = (service: Service): ServiceSight => ({
  active: service.status === undefined || service.status === 'ACTIVE',
  primary: revisionOf(primaryOf(service)?.id),
})

export const deploymentSight = (deployment: ServiceDeployment): DeploymentSight => {
  const { targetServiceRevision: target, rollback } = deployment
  return {
    arn: deployment.serviceDeploymentArn ?? '',
    status: deployment.status ?? '',
    createdAt: (deployment.createdAt?.getTime() ?? 0) as Instant,
    target: target?.arn ?? null,
    sources: (deployment.sourceServiceRevisions ?? []).flatMap(({ arn }) => arn ?? []),
    tasks: tasksOf(deployment),
    stage: deployment.lifecycleStage ?? null,
    traffic: trafficOf(target),
    alarms: deployment.alarms?.triggeredAlarmNames ?? [],
    pauses: (deployment.lifecycleHookDetails ?? []).flatMap(pauseOf),
    hooks: (deployment.lifecycleHookDetails ?? []).flatMap(functionOf),
    reason: deployment.statusReason ?? null,
    rollback: rollback ? (rollback.reason ?? deployment.statusReason ?? 'ECS rolls back') : null,
  }
}

const tasksOf = ({
  targetServiceRevision: target,
  deploymentCircuitBreaker: breaker,
}: ServiceDeployment): Tasks => ({
  requested: target?.requestedTaskCount ?? 0,
  running: target?.runningTaskCount ?? 0,
  pending: target?.pendingTaskCount ?? 0,
  failed: breaker?.failureCount ?? null,
  threshold: breaker?.threshold ?? null,
})

const trafficOf = (target: ServiceRevisionSummary | undefined): Traffic | null => {
  const production = target?.requestedProductionTrafficWeight
  if (production === undefined) return null
  return { production: tenthsOf(production), test: tenthsOf(target?.requestedTestTrafficWeight ?? 0) }
}

const pauseOf = (detail: DeploymentLifecycleHookDetail): readonly Pause[] => {
  const { hookId, status, expiresAt, timeoutAction } = detail
  if (status !== 'AWAITING_ACTION' || hookId === undefined) return []
  const otherwise = timeoutAction === 'CONTINUE' ? 'CONTINUE' : 'ROLLBACK'
  return [{ hook: hookId, expiresAt: (expiresAt?.getTime() ?? null) as Instant | null, otherwise }]
}

const functionOf = ({ targetType, targetArn, status }: DeploymentLifecycleHookDetail): readonly string[] =>
  targetType === 'AWS_LAMBDA' && status === 'IN_PROGRESS' && targetArn !== undefined
    ? [/:function:(.+)$/.exec(targetArn)?.[1] ?? targetArn]
    : []

/** The newest first: AWS says nothing of the order in which it lists them. */
export const newestFirst = <One extends { readonly createdAt?: Date | undefined }>(
  deployments: readonly One[],
): readonly One[] =>
  [...deployments].sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0))

/** The images that a task definition names. */
export const imagesIn = ({ containerDefinitions = [] }: TaskDefinition): readonly string[] =>
  containerDefinitions.flatMap(({ image }) => image ?? [])

/** The first digest by which one of them is named. */
export const digestIn = (names: readonly string[]): Digest | null =>
  names.map((name) => name.slice(name.lastIndexOf('@') + 1)).find(isDigest) ?? null

/** Every name under which the revisions' images are known, digests among them. */
export const images = (revisions: readonly ServiceRevision[]): readonly string[] =>
  revisions.flatMap(({ containerImages = [] }) =>
    containerImages.flatMap(({ image, imageDigest }) =>
      [image, imageDigest].filter((one) => one !== undefined),
    ),
  )

import type { Service, ServiceDeployment, ServiceRevision } from '@aws-sdk/client-ecs'
import type { DeploymentSight, ServiceSight } from '../rollout/sight.js'
import type { Instant } from '../words.js'

const PRIMARY_ID = /^ecs-svc\/(\d+)$/

export const primaryOf = (service: Service) => service.deployments?.find(({ status }) => status === 'PRIMARY')

/** The `N` of `ecs-svc/N`, by which a deployment, its service revision and its tasks are one and the same. */
export const revisionOf = (id: string | undefined): string | null => PRIMARY_ID.exec(id ?? '')?.[1] ?? null

export const serviceSight = (service: Service): ServiceSight => ({
  active: service.status === undefined || service.status === 'ACTIVE',
  primary: revisionOf(primaryOf(service)?.id),
})

export const deploymentSight = (deployment: ServiceDeployment): DeploymentSight => {
  const { targetServiceRevision: target, deploymentCircuitBreaker: breaker, rollback } = deployment
  return {
    arn: deployment.serviceDeploymentArn ?? '',
    status: deployment.status ?? '',
    createdAt: (deployment.createdAt?.getTime() ?? 0) as Instant,
    target: target?.arn ?? null,
    sources: (deployment.sourceServiceRevisions ?? []).flatMap(({ arn }) => arn ?? []),
    tasks: {
      requested: target?.requestedTaskCount ?? 0,
      running: target?.runningTaskCount ?? 0,
      pending: target?.pendingTaskCount ?? 0,
      failed: breaker?.failureCount ?? null,
      threshold: breaker?.threshold ?? null,
    },
    reason: deployment.statusReason ?? null,
    rollback: rollback ? (rollback.reason ?? deployment.statusReason ?? 'ECS rolls back') : null,
  }
}

/** Every name under which the revisions' images are known, digests among them. */
export const images = (revisions: readonly ServiceRevision[]): readonly string[] =>
  revisions.flatMap(({ containerImages = [] }) =>
    containerImages.flatMap(({ image, imageDigest }) =>
      [image, imageDigest].filter((one) => one !== undefined),
    ),
  )

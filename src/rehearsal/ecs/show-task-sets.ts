import type { Service as ServiceShape, TaskSet } from '@aws-sdk/client-ecs'
import { revisionOf, type Service, wantedRevision } from '../controller/state.js'
import type { ServiceRecord } from '../world.js'

/** A revision of a service that CodeDeploy deploys is a task set; ECS tells no deployments of such a service. */
const showTaskSet = (
  service: Service,
  revision: string,
  counts: (revision: string) => Pick<TaskSet, 'runningCount' | 'pendingCount'>,
  launchType: TaskSet['launchType'],
): TaskSet => {
  const { taskDefinition, createdAt, targets, externalId } = revisionOf(service, revision)
  const { runningCount = 0, pendingCount = 0 } = counts(revision)
  return {
    id: `ecs-svc/${revision}`,
    taskSetArn: `${service.arn.replace(':service/', ':task-set/')}/ecs-svc/${revision}`,
    serviceArn: service.arn,
    clusterArn: service.cluster,
    startedBy: 'CODE_DEPLOY',
    ...(externalId === undefined ? {} : { externalId }),
    status: revision === wantedRevision(service) ? 'PRIMARY' : 'ACTIVE',
    taskDefinition,
    computedDesiredCount: service.desiredCount,
    runningCount,
    pendingCount,
    createdAt: new Date(createdAt),
    launchType,
    loadBalancers: targets.map(({ targetGroup, containerName, containerPort }) => ({
      targetGroupArn: targetGroup,
      containerName,
      containerPort,
    })),
    scale: { unit: 'PERCENT', value: 100 },
    stabilityStatus:
      runningCount === service.desiredCount && pendingCount === 0 ? 'STEADY_STATE' : 'STABILIZING',
  }
}

export const taskSetsOf = (
  { service, declared }: ServiceRecord,
  counts: Parameters<typeof showTaskSet>[2],
): Partial<ServiceShape> => {
  if (declared.controller !== 'CODE_DEPLOY') return {}
  const alive = service.tasks.filter(({ phase }) => phase !== 'stopped').map(({ revision }) => revision)
  const shown = [...new Set([wantedRevision(service), ...alive])]
  return {
    deployments: [],
    taskSets: shown.map((revision) =>
      showTaskSet(service, revision, counts, declared.launchType as TaskSet['launchType']),
    ),
    currentServiceDeployment: undefined,
    currentServiceRevisions: undefined,
  }
}

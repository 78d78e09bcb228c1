import type {
  DescribeServiceDeploymentsRequest,
  DescribeServiceDeploymentsResponse,
  DescribeServiceRevisionsRequest,
  DescribeServiceRevisionsResponse,
  Failure,
  ListServiceDeploymentsRequest,
  ListServiceDeploymentsResponse,
  StopServiceDeploymentRequest,
  StopServiceDeploymentResponse,
} from '@aws-sdk/client-ecs'
import type { Instant } from '../../words.js'
import { refuse } from '../api/fault.js'
import { withNewest } from '../controller/breaker.js'
import { type Deployment, isUnderWay, type Revision } from '../controller/state.js'
import type { ServiceRecord, World } from '../world.js'
import { clusterAt } from './clusters.js'
import { page } from './page.js'
import { serviceAt } from './services.js'
import { showBrief, showDeployment, showRevision } from './show-deployment.js'

const MOST_DESCRIBED = 20
const DEFAULT_LISTED = 20

type Found<Item> = readonly [ServiceRecord, Item]

const deploymentAt = (world: World, arn: string | undefined): Found<Deployment> | undefined => {
  for (const record of world.services.values()) {
    const found = record.service.deployments.find((deployment) => deployment.arn === arn)
    if (found) return [record, found]
  }
  return undefined
}

const revisionAt = (world: World, arn: string): Found<Revision> | undefined => {
  for (const record of world.services.values()) {
    const found = record.service.revisions.find((revision) => revision.arn === arn)
    if (found) return [record, found]
  }
  return undefined
}

const atMost = (arns: readonly string[]): readonly string[] => {
  if (arns.length === 0 || arns.length > MOST_DESCRIBED)
    refuse('InvalidParameterException', `From 1 to ${MOST_DESCRIBED} ARNs can be described at a time.`)
  return arns
}

const missing = (arns: readonly string[]): Failure[] => arns.map((arn) => ({ arn, reason: 'MISSING' }))

const within = (at: Instant, range: { after?: Date | undefined; before?: Date | undefined } = {}): boolean =>
  (range.after === undefined || at > range.after.getTime()) &&
  (range.before === undefined || at < range.before.getTime())

const checkStop = (deployment: Deployment, stopType = 'ROLLBACK'): void => {
  if (stopType !== 'ROLLBACK')
    refuse('InvalidParameterException', `The stopType ${stopType} is not valid: it must be ROLLBACK.`)
  if (!isUnderWay(deployment))
    refuse(
      'ConflictException',
      `The service deployment cannot be stopped because it is in the ${deployment.status} state.`,
    )
}

const requestRollback = (world: World, record: ServiceRecord): void => {
  const now = Date.now() as Instant
  const service = withNewest(record.service, { status: 'ROLLBACK_REQUESTED' }, now)
  world.services.set(service.arn, { ...record, service })
  world.nudge()
}

export const deploymentOperations = (world: World) => ({
  ListServiceDeployments(input: ListServiceDeploymentsRequest): ListServiceDeploymentsResponse {
    const { service } = serviceAt(world, clusterAt(world, input.cluster), input.service)
    const found = service.deployments.filter(
      ({ status, createdAt }) =>
        (input.status?.includes(status) ?? true) && within(createdAt, input.createdAt),
    )
    const [brief, nextToken] = page(found, { maxResults: DEFAULT_LISTED, ...input })
    return { serviceDeployments: brief.map((deployment) => showBrief(service, deployment)), nextToken }
  },
  DescribeServiceDeployments(input: DescribeServiceDeploymentsRequest): DescribeServiceDeploymentsResponse {
    const arns = atMost(input.serviceDeploymentArns ?? [])
    return {
      serviceDeployments: arns
        .flatMap((arn) => [deploymentAt(world, arn) ?? []].filter((found) => found.length === 2))
        .map(([record, deployment]) => showDeployment(record, deployment)),
      failures: missing(arns.filter((arn) => !deploymentAt(world, arn))),
    }
  },
  DescribeServiceRevisions(input: DescribeServiceRevisionsRequest): DescribeServiceRevisionsResponse {
    const arns = atMost(input.serviceRevisionArns ?? [])
    return {
      serviceRevisions: arns
        .flatMap((arn) => [revisionAt(world, arn) ?? []].filter((found) => found.length === 2))
        .map(([record, revision]) => showRevision(world, record, revision)),
      failures: missing(arns.filter((arn) => !revisionAt(world, arn))),
    }
  },
  StopServiceDeployment(input: StopServiceDeploymentRequest): StopServiceDeploymentResponse {
    const [record, deployment] =
      deploymentAt(world, input.serviceDeploymentArn) ??
      refuse('ServiceDeploymentNotFoundException', 'The service deployment was not found.')
    checkStop(deployment, input.stopType)
    if (!deployment.rollback) requestRollback(world, record)
    return { serviceDeploymentArn: deployment.arn }
  },
})

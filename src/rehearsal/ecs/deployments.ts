import type {
  ContinueServiceDeploymentRequest,
  ContinueServiceDeploymentResponse,
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
import { type Answer, continueDeployment, stopDeployment } from '../controller/requests.js'
import type { Deployment, Revision } from '../controller/state.js'
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

const named = (world: World, arn: string | undefined): Found<Deployment> =>
  deploymentAt(world, arn) ??
  refuse('ServiceDeploymentNotFoundException', 'The service deployment was not found.')

/** What the controller answers: kept, or refused as it says. */
const keep = (world: World, record: ServiceRecord, answer: Answer): void => {
  const service = answer.kind === 'done' ? answer.service : refuse(answer.error, answer.message)
  world.services.set(service.arn, { ...record, service })
  world.nudge()
}

export const deploymentOperations = (world: World) => ({
  ListServiceDeployments(input: ListServiceDeploymentsRequest): ListServiceDeploymentsResponse {
    const { service, declared } = serviceAt(world, clusterAt(world, input.cluster), input.service)
    const told = declared.controller === 'ECS' ? service.deployments : []
    const found = told.filter(
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
    const [record, deployment] = named(world, input.serviceDeploymentArn)
    keep(
      world,
      record,
      stopDeployment(record.service, deployment, input.stopType ?? 'ROLLBACK', world.clock.now()),
    )
    return { serviceDeploymentArn: deployment.arn }
  },
  ContinueServiceDeployment(input: ContinueServiceDeploymentRequest): ContinueServiceDeploymentResponse {
    const [record, deployment] = named(world, input.serviceDeploymentArn)
    const { hookId = '', action = 'CONTINUE' } = input
    keep(world, record, continueDeployment(record.service, deployment, hookId, action, world.clock.now()))
    return { serviceDeploymentArn: deployment.arn }
  },
})

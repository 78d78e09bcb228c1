import type * as Sdk from '@aws-sdk/client-ecs'
import { answer } from './answer.js'
import { batched } from './batch.js'
import type { Answer, Ecs, ServiceName } from './ecs.js'
import type { Asked } from './error-rules.js'

type Ask = (action: string, subject: string) => Asked

/** AWS's own limits. */
const MOST_SERVICES = 10
const MOST_DEPLOYMENTS = 20
const MOST_REVISIONS = 20
/** In milliseconds: nothing beside the seconds between two looks. */
const TOGETHER = 20

export const subjectOf = ({ cluster, service }: ServiceName) => `service ${service} in cluster ${cluster}`

const isNamed = ({ serviceName, serviceArn }: Sdk.Service, name: string): boolean =>
  serviceName === name || serviceArn === name

type OneService = (service: string) => Promise<Answer<Sdk.Service | null>>

/** Looks at services of one cluster, up to ten a call. */
const inCluster = (sdk: typeof Sdk, reads: Sdk.ECSClient, ask: Ask, cluster: string): OneService =>
  batched(MOST_SERVICES, TOGETHER, async (names) => {
    const subject = subjectOf({ cluster, service: names.join(', ') })
    const request = reads.send(new sdk.DescribeServicesCommand({ cluster, services: [...names] }))
    const { now, value } = await answer(
      ask('ecs:DescribeServices', subject),
      request,
      ({ services }) => services ?? [],
    )
    return (name) => ({ now, value: value.find((one) => isNamed(one, name)) ?? null })
  })

export const servicesTogether = (sdk: typeof Sdk, reads: Sdk.ECSClient, ask: Ask): Ecs['describeService'] => {
  const clusters = new Map<string, OneService>()
  return ({ cluster, service }) => {
    const look = clusters.get(cluster) ?? inCluster(sdk, reads, ask, cluster)
    clusters.set(cluster, look)
    return look(service)
  }
}

/** Looks at deployments of any service, up to twenty a call. */
export const deploymentsTogether = (
  sdk: typeof Sdk,
  reads: Sdk.ECSClient,
  ask: Ask,
): Ecs['describeServiceDeployments'] => {
  const look = batched(MOST_DEPLOYMENTS, TOGETHER, async (arns) => {
    const asked = ask('ecs:DescribeServiceDeployments', arns.join(', '))
    const request = reads.send(
      new sdk.DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [...arns] }),
    )
    const { now, value } = await answer(asked, request, ({ serviceDeployments }) => serviceDeployments ?? [])
    return (arn) => ({ now, value: value.filter((one) => one.serviceDeploymentArn === arn) })
  })
  return (arns) => allOf(arns.map(look))
}

/** Looks at revisions of any service, up to twenty a call. */
export const revisionsTogether = (
  sdk: typeof Sdk,
  reads: Sdk.ECSClient,
  ask: Ask,
): Ecs['describeServiceRevisions'] => {
  const look = batched(MOST_REVISIONS, TOGETHER, async (arns) => {
    const asked = ask('ecs:DescribeServiceRevisions', arns.join(', '))
    const request = reads.send(new sdk.DescribeServiceRevisionsCommand({ serviceRevisionArns: [...arns] }))
    const { now, value } = await answer(asked, request, ({ serviceRevisions }) => serviceRevisions ?? [])
    return (arn) => ({ now, value: value.filter((one) => one.serviceRevisionArn === arn) })
  })
  return (arns) => allOf(arns.map(look))
}

/** By the clock of the first. */
export const allOf = async <T>(
  asked: readonly Promise<Answer<readonly T[]>>[],
): Promise<Answer<readonly T[]>> => {
  const told = await Promise.all(asked)
  const [first] = told
  if (!first) throw new Error('nothing was asked for')
  return { now: first.now, value: told.flatMap(({ value }) => value) }
}

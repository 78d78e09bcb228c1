import type { ECSClient, Service } from '@aws-sdk/client-ecs'
import { inParallel } from '../registry/parallel.js'
import type { Place } from './ecs.js'
import { translate } from './errors.js'
import { ecsClients } from './sdk-clients.js'

/** The images of every container that the services of a cluster run, as their task definitions say. */
export type ImagesInUse = (place: Place, cluster: string) => Promise<readonly string[]>

/** As many as one call describes. */
const BATCH = 10
const AT_ONCE = 8

type Sdk = typeof import('@aws-sdk/client-ecs')

export const ecsImagesInUse: ImagesInUse = async (place, cluster) => {
  const [sdk, { reads }] = await Promise.all([import('@aws-sdk/client-ecs'), ecsClients(place)])
  const told = <T>(action: string, asked: Promise<T>): Promise<T> =>
    asked.catch((error) => {
      const where = place.endpoint ?? `ECS in ${place.region ?? 'the default region'}`
      throw translate(error, { action, subject: `cluster ${cluster}`, place: where })
    })
  const services = await told('ecs:ListServices', listServices(sdk, reads, cluster))
  const batches = chunks(services)
  const described = await inParallel(
    batches,
    (batch) => told('ecs:DescribeServices', describe(sdk, reads, cluster, batch)),
    AT_ONCE,
  )
  const definitions = [...new Set(described.flat().flatMap(definitionsOf))]
  const images = await inParallel(
    definitions,
    (arn) => told('ecs:DescribeTaskDefinition', imagesOf(sdk, reads, arn)),
    AT_ONCE,
  )
  return [...new Set(images.flat())]
}

const listServices = async (sdk: Sdk, client: ECSClient, cluster: string): Promise<readonly string[]> => {
  const arns: string[] = []
  for await (const { serviceArns } of sdk.paginateListServices({ client, pageSize: 100 }, { cluster }))
    arns.push(...(serviceArns ?? []))
  return arns
}

const chunks = (items: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) =>
    items.slice(at * BATCH, (at + 1) * BATCH),
  )

/** One that cannot be described leaves nobody knowing what it runs: an error, not a gap. */
const describe = async (
  sdk: Sdk,
  client: ECSClient,
  cluster: string,
  services: readonly string[],
): Promise<readonly Service[]> => {
  const command = new sdk.DescribeServicesCommand({ cluster, services: [...services] })
  const { services: found = [], failures = [] } = await client.send(command)
  const [failed] = failures.filter(({ reason }) => reason !== 'MISSING')
  if (failed)
    throw Object.assign(new Error(`${failed.arn}: ${failed.reason}`), { name: 'Failure', $metadata: {} })
  return found
}

/** Of a rollout both sides run, and a rollback goes back to the old one. */
const definitionsOf = ({ taskDefinition, deployments = [], taskSets = [] }: Service): readonly string[] =>
  [taskDefinition, ...[...deployments, ...taskSets].map((one) => one.taskDefinition)].flatMap(
    (arn) => arn ?? [],
  )

const imagesOf = async (sdk: Sdk, client: ECSClient, taskDefinition: string): Promise<readonly string[]> => {
  const answer = await client.send(new sdk.DescribeTaskDefinitionCommand({ taskDefinition }))
  return (answer.taskDefinition?.containerDefinitions ?? []).flatMap(({ image }) => image ?? [])
}

import type {
  CreateClusterRequest,
  CreateClusterResponse,
  DeleteClusterRequest,
  DeleteClusterResponse,
  DescribeClustersRequest,
  DescribeClustersResponse,
  ListClustersRequest,
  ListClustersResponse,
  Cluster as Shape,
} from '@aws-sdk/client-ecs'
import { refuse } from '../api/fault.js'
import { clusterArn, nameIn } from '../arns.js'
import type { Service } from '../controller/state.js'
import type { Cluster, World } from '../world.js'
import { page } from './page.js'
import { tasksIn } from './told-task.js'

const find = (world: World, arnOrName = 'default'): Cluster | undefined =>
  world.clusters.get(nameIn(arnOrName))

export const clusterAt = (world: World, arnOrName: string | undefined): Cluster => {
  const cluster = find(world, arnOrName)
  return cluster?.status === 'ACTIVE' ? cluster : refuse('ClusterNotFoundException', 'Cluster not found.')
}

export const servicesIn = (world: World, cluster: Cluster): readonly Service[] =>
  [...world.services.values()].map(({ service }) => service).filter(({ cluster: arn }) => arn === cluster.arn)

const describe = (world: World, cluster: Cluster): Shape => {
  const services = servicesIn(world, cluster)
  const tasks = tasksIn(world, cluster)
  return {
    clusterArn: cluster.arn,
    clusterName: cluster.name,
    status: cluster.status,
    registeredContainerInstancesCount: 1,
    runningTasksCount: tasks.filter(({ phase }) => phase === 'running').length,
    pendingTasksCount: tasks.filter(({ phase }) => phase === 'pending').length,
    activeServicesCount: services.filter(({ status }) => status === 'ACTIVE').length,
    statistics: [],
    tags: [...cluster.tags],
    settings: [{ name: 'containerInsights', value: 'disabled' }],
    capacityProviders: [],
    defaultCapacityProviderStrategy: [],
  }
}

const checkName = (name: string): void => {
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(name))
    refuse(
      'InvalidParameterException',
      `Cluster name '${name}' is invalid: up to 255 letters, numbers, underscores and hyphens are allowed.`,
    )
}

const checkEmpty = (world: World, cluster: Cluster): void => {
  const services = servicesIn(world, cluster)
  if (services.some(({ status }) => status === 'ACTIVE'))
    refuse('ClusterContainsServicesException', 'The Cluster cannot be deleted while Services are active.')
  if (tasksIn(world, cluster).some(({ phase }) => phase !== 'stopped'))
    refuse('ClusterContainsTasksException', 'The Cluster cannot be deleted while Tasks are active.')
}

export const clusterOperations = (world: World) => ({
  /** Making what is there already answers with what is there. */
  CreateCluster(input: CreateClusterRequest, region: string): CreateClusterResponse {
    const name = input.clusterName ?? 'default'
    checkName(name)
    const there = find(world, name)
    if (there?.status === 'ACTIVE') return { cluster: describe(world, there) }
    const cluster = { arn: clusterArn(region, name), name, tags: input.tags ?? [], status: 'ACTIVE' } as const
    world.clusters.set(name, cluster)
    return { cluster: describe(world, cluster) }
  },
  DescribeClusters(input: DescribeClustersRequest, region: string): DescribeClustersResponse {
    const asked = input.clusters ?? ['default']
    const missing = asked.filter((name) => !find(world, name))
    return {
      clusters: asked.flatMap((name) => find(world, name) ?? []).map((cluster) => describe(world, cluster)),
      failures: missing.map((name) => ({
        arn: clusterArn(region, nameIn(name)),
        reason: 'MISSING',
      })),
    }
  },
  ListClusters(input: ListClustersRequest): ListClustersResponse {
    const active = [...world.clusters.values()].filter(({ status }) => status === 'ACTIVE')
    const [clusterArns, nextToken] = page(
      active.map(({ arn }) => arn),
      input,
    )
    return { clusterArns, nextToken }
  },
  DeleteCluster(input: DeleteClusterRequest): DeleteClusterResponse {
    const cluster = clusterAt(world, input.cluster)
    checkEmpty(world, cluster)
    const gone = { ...cluster, status: 'INACTIVE' } as const
    world.clusters.set(cluster.name, gone)
    return { cluster: describe(world, gone) }
  },
})

import type {
  CreateServiceRequest,
  CreateServiceResponse,
  DeleteServiceRequest,
  DeleteServiceResponse,
  DescribeServicesRequest,
  DescribeServicesResponse,
  ListServicesRequest,
  ListServicesResponse,
  UpdateServiceRequest,
  UpdateServiceResponse,
} from '@aws-sdk/client-ecs'
import { refuse } from '../api/fault.js'
import { nameIn, serviceArn } from '../arns.js'
import { revisionOf, type Service, wantedRevision } from '../controller/state.js'
import type { Cluster, Declared, Definition, ServiceRecord, World } from '../world.js'
import { clusterAt, servicesIn } from './clusters.js'
import { checkDeclaration } from './configuration/check.js'
import { declare, deploy, newService, redeclare } from './declare.js'
import { page } from './page.js'
import {
  checkBindings,
  checkController,
  checkCount,
  checkCreation,
  checkNetwork,
  checkPlayed,
  existingDefinition,
} from './service-rules.js'
import { settingsOf } from './settings.js'
import { showService } from './show-service.js'

const MOST_DESCRIBED = 10

const regionIn = (arn: string): string => arn.split(':')[3] ?? ''

const find = (world: World, cluster: Cluster, arnOrName: string): ServiceRecord | undefined =>
  world.services.get(serviceArn(regionIn(cluster.arn), cluster.name, nameIn(arnOrName)))

export const serviceAt = (world: World, cluster: Cluster, arnOrName: string | undefined): ServiceRecord =>
  find(world, cluster, arnOrName ?? '') ?? refuse('ServiceNotFoundException', 'Service not found.')

const activeAt = (world: World, cluster: Cluster, arnOrName: string | undefined): ServiceRecord => {
  const record = serviceAt(world, cluster, arnOrName)
  return record.service.status === 'ACTIVE'
    ? record
    : refuse('ServiceNotActiveException', 'Service was not ACTIVE.')
}

const keep = (world: World, record: ServiceRecord): ServiceRecord => {
  world.services.set(record.service.arn, record)
  world.nudge()
  return record
}

const checkDeployments = ({ functions }: World, { deploymentConfiguration, loadBalancers }: Declared): void =>
  checkDeclaration({
    configuration: deploymentConfiguration,
    loadBalancers,
    callable: functions.knows,
  })

const create = (world: World, input: CreateServiceRequest): ServiceRecord => {
  const cluster = clusterAt(world, input.cluster)
  const name = input.serviceName ?? ''
  const there = find(world, cluster, name)
  if (there && there.service.status !== 'INACTIVE')
    refuse('InvalidParameterException', 'Creation of service was not idempotent.')
  const definition = existingDefinition(world, input.taskDefinition)
  const declared = declare(input)
  checkDeployments(world, declared)
  checkNetwork(definition, declared)
  checkBindings(world, definition, declared.loadBalancers)
  const identity = { arn: serviceArn(regionIn(cluster.arn), cluster.name, name), name, cluster: cluster.arn }
  const service = newService(identity, input.desiredCount ?? 0, declared, world.clock.now())
  return deploy({ service, declared, snapshots: new Map() }, definition, world.clock.now())
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What makes a revision; a change of anything else starts no deployment. */
const revisionPart = ({ loadBalancers, networkConfiguration, platformVersion }: Declared): unknown => [
  loadBalancers,
  networkConfiguration,
  platformVersion,
]

const needsDeployment = (
  record: ServiceRecord,
  declared: Declared,
  definition: Definition,
  input: UpdateServiceRequest,
): boolean => {
  const wanted = wantedRevision(record.service)
  const current = revisionOf(record.service, wanted).taskDefinition
  const before = record.snapshots.get(wanted) ?? record.declared
  return (
    input.forceNewDeployment === true ||
    current !== definition.definition.taskDefinitionArn ||
    !same(revisionPart(before), revisionPart(declared))
  )
}

/** What a service has already may have been deregistered since. */
const definitionFor = (
  world: World,
  service: Service,
  { taskDefinition }: UpdateServiceRequest,
): Definition => {
  const kept = world.definitions.get(revisionOf(service, wantedRevision(service)).taskDefinition)
  return taskDefinition === undefined && kept ? kept : existingDefinition(world, taskDefinition)
}

const update = (world: World, input: UpdateServiceRequest): ServiceRecord => {
  const record = activeAt(world, clusterAt(world, input.cluster), input.service)
  const { service } = record
  checkController(record.declared, input)
  const definition = definitionFor(world, service, input)
  const declared = redeclare(record.declared, input)
  checkDeployments(world, declared)
  checkNetwork(definition, declared)
  checkBindings(world, definition, declared.loadBalancers)
  const desiredCount = input.desiredCount ?? service.desiredCount
  const changed = {
    ...record,
    declared,
    service: { ...service, desiredCount, settings: settingsOf(declared) },
  }
  return needsDeployment(record, declared, definition, input)
    ? deploy(changed, definition, world.clock.now())
    : changed
}

const remove = (world: World, input: DeleteServiceRequest): ServiceRecord => {
  const record = activeAt(world, clusterAt(world, input.cluster), input.service)
  if (record.service.desiredCount > 0 && input.force !== true)
    refuse('InvalidParameterException', 'The service cannot be stopped while it is scaled above 0.')
  return { ...record, service: { ...record.service, status: 'DRAINING', desiredCount: 0 } }
}

export const serviceOperations = (world: World) => ({
  CreateService(input: CreateServiceRequest): CreateServiceResponse {
    checkPlayed(input)
    checkCreation(input)
    return { service: showService(keep(world, create(world, input)), true) }
  },
  UpdateService(input: UpdateServiceRequest): UpdateServiceResponse {
    checkPlayed(input)
    checkCount(input.desiredCount)
    return { service: showService(keep(world, update(world, input)), false) }
  },
  DescribeServices(input: DescribeServicesRequest): DescribeServicesResponse {
    const cluster = clusterAt(world, input.cluster)
    const asked = input.services ?? []
    if (asked.length === 0) refuse('InvalidParameterException', 'Services cannot be empty.')
    if (asked.length > MOST_DESCRIBED)
      refuse('InvalidParameterException', 'A maximum of 10 services can be described at a time.')
    const tags = input.include?.includes('TAGS') ?? false
    return {
      services: asked
        .flatMap((name) => find(world, cluster, name) ?? [])
        .map((record) => showService(record, tags)),
      failures: asked
        .filter((name) => !find(world, cluster, name))
        .map((name) => ({
          arn: serviceArn(regionIn(cluster.arn), cluster.name, nameIn(name)),
          reason: 'MISSING',
        })),
    }
  },
  ListServices(input: ListServicesRequest): ListServicesResponse {
    const services = servicesIn(world, clusterAt(world, input.cluster))
    const arns = services.filter(({ status }) => status !== 'INACTIVE').map(({ arn }) => arn)
    const [serviceArns, nextToken] = page(arns, { maxResults: 10, ...input })
    return { serviceArns, nextToken }
  },
  DeleteService(input: DeleteServiceRequest): DeleteServiceResponse {
    return { service: showService(keep(world, remove(world, input)), false) }
  },
})

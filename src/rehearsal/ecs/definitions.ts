import type {
  Compatibility,
  DeregisterTaskDefinitionRequest,
  DeregisterTaskDefinitionResponse,
  DescribeTaskDefinitionRequest,
  DescribeTaskDefinitionResponse,
  ListTaskDefinitionFamiliesRequest,
  ListTaskDefinitionFamiliesResponse,
  ListTaskDefinitionsRequest,
  ListTaskDefinitionsResponse,
  RegisterTaskDefinitionRequest,
  RegisterTaskDefinitionResponse,
} from '@aws-sdk/client-ecs'
import { refuse } from '../api/fault.js'
import { nameIn, taskDefinitionArn } from '../arns.js'
import type { Definition, World } from '../world.js'
import { checkDefinition } from './definition-rules.js'
import { page } from './page.js'

const revisionsOf = (world: World, family: string): readonly Definition[] =>
  [...world.definitions.values()].filter(({ definition }) => definition.family === family)

const isActive = ({ definition }: Definition): boolean => definition.status === 'ACTIVE'

/** By ARN, `family:revision`, or `family` for its newest that is active. */
export const definitionAt = (world: World, reference: string | undefined): Definition | undefined => {
  const [family = '', revision] = nameIn(reference ?? '').split(':')
  const revisions = revisionsOf(world, family)
  return revision === undefined
    ? revisions.findLast(isActive)
    : revisions.find(({ definition }) => String(definition.revision) === revision)
}

const register = (world: World, input: RegisterTaskDefinitionRequest, region: string): Definition => {
  const { tags = [], ...given } = input
  const family = input.family ?? ''
  const revision = (revisionsOf(world, family).at(-1)?.definition.revision ?? 0) + 1
  const { networkMode = 'bridge' } = input
  const hasAddress = networkMode === 'awsvpc'
  const definition = {
    ...given,
    networkMode,
    family,
    revision,
    taskDefinitionArn: taskDefinitionArn(region, family, revision),
    containerDefinitions: (input.containerDefinitions ?? []).map((container) =>
      withDefaults(container, hasAddress),
    ),
    volumes: input.volumes ?? [],
    placementConstraints: input.placementConstraints ?? [],
    status: 'ACTIVE' as const,
    compatibilities: compatibilities(hasAddress),
    registeredAt: new Date(world.clock.now()),
    registeredBy: 'arn:aws:iam::000000000000:user/rehearsal',
  }
  return { definition, tags }
}

type Container = NonNullable<RegisterTaskDefinitionRequest['containerDefinitions']>[number]

/** Where tasks may run, by whether they have an address of their own: Fargate gives them nothing else. */
const compatibilities = (hasAddress: boolean): Compatibility[] =>
  hasAddress ? ['EC2', 'FARGATE'] : ['EXTERNAL', 'EC2']

/** What AWS fills in: a port's host side and protocol, and the lists that were left out. */
const withDefaults = (container: Container, hasAddress: boolean): Container => ({
  ...container,
  cpu: container.cpu ?? 0,
  essential: container.essential ?? true,
  environment: container.environment ?? [],
  mountPoints: container.mountPoints ?? [],
  volumesFrom: container.volumesFrom ?? [],
  systemControls: container.systemControls ?? [],
  portMappings: (container.portMappings ?? []).map((mapping) => ({
    ...mapping,
    hostPort: mapping.hostPort ?? (hasAddress ? mapping.containerPort : 0),
    protocol: mapping.protocol ?? 'tcp',
  })),
})

const date = (world: World): Date => new Date(world.clock.now())

export const definitionOperations = (world: World) => ({
  RegisterTaskDefinition(
    input: RegisterTaskDefinitionRequest,
    region: string,
  ): RegisterTaskDefinitionResponse {
    checkDefinition(input)
    const made = register(world, input, region)
    world.definitions.set(made.definition.taskDefinitionArn, made)
    return { taskDefinition: made.definition, ...(made.tags.length > 0 ? { tags: [...made.tags] } : {}) }
  },
  DescribeTaskDefinition(input: DescribeTaskDefinitionRequest): DescribeTaskDefinitionResponse {
    const found =
      definitionAt(world, input.taskDefinition) ??
      refuse('ClientException', 'Unable to describe task definition.')
    const tags = input.include?.includes('TAGS') ? { tags: [...found.tags] } : {}
    return { taskDefinition: found.definition, ...tags }
  },
  /** Tasks that run keep running, and services that have it still replace their tasks by it; nothing new is made of it. */
  DeregisterTaskDefinition(input: DeregisterTaskDefinitionRequest): DeregisterTaskDefinitionResponse {
    const reference = input.taskDefinition ?? ''
    if (!/:\d+$/.test(reference)) refuse('InvalidParameterException', 'TaskDefinition must have a revision.')
    const { definition, tags } =
      definitionAt(world, reference) ??
      refuse('ClientException', 'The specified task definition does not exist.')
    const taskDefinition = { ...definition, status: 'INACTIVE' as const, deregisteredAt: date(world) }
    world.definitions.set(definition.taskDefinitionArn, { definition: taskDefinition, tags })
    return { taskDefinition }
  },
  ListTaskDefinitionFamilies(input: ListTaskDefinitionFamiliesRequest): ListTaskDefinitionFamiliesResponse {
    const { status = 'ALL', familyPrefix = '' } = input
    const all = [...world.definitions.values()]
    const active = new Set(all.filter(isActive).map(({ definition }) => definition.family))
    const families = [...new Set(all.map(({ definition }) => definition.family))]
      .filter((family) => family.startsWith(familyPrefix))
      .filter((family) => status === 'ALL' || (status === 'ACTIVE') === active.has(family))
    const [shown, nextToken] = page(families.toSorted(), input)
    return { families: shown, nextToken }
  },
  ListTaskDefinitions(input: ListTaskDefinitionsRequest): ListTaskDefinitionsResponse {
    const arns = [...world.definitions.values()]
      .filter(({ definition }) => (input.familyPrefix ?? definition.family) === definition.family)
      .filter(({ definition }) => (input.status ?? 'ACTIVE') === definition.status)
      .map(({ definition }) => definition.taskDefinitionArn)
    const [taskDefinitionArns, nextToken] = page(input.sort === 'DESC' ? arns.toReversed() : arns, input)
    return { taskDefinitionArns, nextToken }
  },
})

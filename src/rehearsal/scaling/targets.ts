import type {
  DeregisterScalableTargetRequest,
  DescribeScalableTargetsRequest,
  DescribeScalableTargetsResponse,
  RegisterScalableTargetRequest,
  RegisterScalableTargetResponse,
  ScalableTarget,
  SuspendedState,
} from '@aws-sdk/client-application-auto-scaling'
import { refuse } from '../api/fault.js'
import { ACCOUNT, scalableTargetArn, serviceArn } from '../arns.js'
import { tokenPage } from '../metrics/page.js'
import type { World } from '../world.js'

export interface Scaled {
  readonly ServiceNamespace?: string | undefined
  readonly ResourceId?: string | undefined
  readonly ScalableDimension?: string | undefined
}

export const invalid = (message: string): never => refuse('ValidationException', message)

const ROLE = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService`

export const checkNamespace = ({ ServiceNamespace }: Scaled): void => {
  if (ServiceNamespace !== 'ecs')
    invalid(`The rehearsal cluster plays the service namespace ecs only, not '${ServiceNamespace}'.`)
}

/** `service/CLUSTER/NAME`, of a service that is there. */
const checkResource = (
  world: World,
  { ResourceId = '', ScalableDimension }: Scaled,
  region: string,
): void => {
  const [kind, cluster = '', name = '', ...rest] = ResourceId.split('/')
  if (kind !== 'service' || name === '' || rest.length > 0)
    invalid(
      `Unsupported service namespace, resource type or scalable dimension: '${ResourceId}' must be service/CLUSTER/NAME.`,
    )
  if (ScalableDimension !== 'ecs:service:DesiredCount')
    invalid(`The scalable dimension '${ScalableDimension}' must be ecs:service:DesiredCount.`)
  if (world.services.get(serviceArn(region, cluster, name))?.service.status !== 'ACTIVE')
    invalid(`ECS service doesn't exist: ${ResourceId}`)
}

const FLAGS = [
  'DynamicScalingInSuspended',
  'DynamicScalingOutSuspended',
  'ScheduledScalingSuspended',
] as const

/** What is not said stays as it was. */
const suspended = (before: SuspendedState | undefined, given: SuspendedState | undefined): SuspendedState =>
  Object.fromEntries(FLAGS.map((flag) => [flag, given?.[flag] ?? before?.[flag] ?? false]))

const checkCapacity = (low: number | undefined, high: number | undefined): void => {
  if (low === undefined || high === undefined)
    invalid('MinCapacity and MaxCapacity are required for a new scalable target.')
  for (const [name, value] of [
    ['MinCapacity', low],
    ['MaxCapacity', high],
  ] as const)
    if (!Number.isInteger(value) || (value ?? 0) < 0)
      invalid(`${name} ${value} must be a whole number from 0.`)
  if ((low ?? 0) > (high ?? 0)) invalid('Maximum capacity cannot be less than minimum capacity')
}

const merged = (
  before: ScalableTarget | undefined,
  input: RegisterScalableTargetRequest,
  region: string,
  now: number,
): ScalableTarget => ({
  ServiceNamespace: input.ServiceNamespace,
  ResourceId: input.ResourceId,
  ScalableDimension: input.ScalableDimension,
  MinCapacity: input.MinCapacity ?? before?.MinCapacity,
  MaxCapacity: input.MaxCapacity ?? before?.MaxCapacity,
  RoleARN: input.RoleARN ?? before?.RoleARN ?? ROLE,
  CreationTime: before?.CreationTime ?? new Date(now),
  SuspendedState: suspended(before?.SuspendedState, input.SuspendedState),
  ScalableTargetARN: before?.ScalableTargetARN ?? scalableTargetArn(region),
})

export const targetAt = (world: World, { ResourceId = '' }: Scaled): ScalableTarget =>
  world.scaling.targets.get(ResourceId) ??
  refuse(
    'ObjectNotFoundException',
    `No scalable target found for service namespace: ecs, resource ID: ${ResourceId}, scalable dimension: ecs:service:DesiredCount`,
  )

export const targetOperations = (world: World) => ({
  RegisterScalableTarget(
    input: RegisterScalableTargetRequest,
    region: string,
  ): RegisterScalableTargetResponse {
    checkNamespace(input)
    checkResource(world, input, region)
    const target = merged(world.scaling.targets.get(input.ResourceId ?? ''), input, region, world.clock.now())
    checkCapacity(target.MinCapacity, target.MaxCapacity)
    world.scaling.targets.set(input.ResourceId ?? '', target)
    return { ScalableTargetARN: target.ScalableTargetARN }
  },
  DescribeScalableTargets(input: DescribeScalableTargetsRequest): DescribeScalableTargetsResponse {
    checkNamespace(input)
    const found = [...world.scaling.targets.values()].filter(
      ({ ResourceId = '' }) => input.ResourceIds?.includes(ResourceId) ?? true,
    )
    const [ScalableTargets, NextToken] = tokenPage(found, input.NextToken, input.MaxResults ?? 50, 50)
    return { ScalableTargets, NextToken }
  },
  /** Its policies go with it. */
  DeregisterScalableTarget(input: DeregisterScalableTargetRequest): void {
    checkNamespace(input)
    const { ResourceId = '' } = targetAt(world, input)
    world.scaling.targets.delete(ResourceId)
    for (const [name, policy] of world.scaling.policies)
      if (policy.ResourceId === ResourceId) world.scaling.policies.delete(name)
  },
})

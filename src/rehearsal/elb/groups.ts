import type {
  CreateTargetGroupInput,
  CreateTargetGroupOutput,
  DescribeTargetGroupAttributesInput,
  DescribeTargetGroupAttributesOutput,
  DescribeTargetGroupsInput,
  DescribeTargetGroupsOutput,
  DescribeTargetHealthInput,
  DescribeTargetHealthOutput,
  ModifyTargetGroupAttributesInput,
  ModifyTargetGroupAttributesOutput,
  TargetGroup as Shape,
  TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { refuse } from '../api/fault.js'
import { targetGroupArn } from '../arns.js'
import { createGroup } from '../router/group.js'
import type { HealthCheck } from '../router/health.js'
import type { Target } from '../router/target.js'
import type { TargetGroup, World } from '../world.js'
import { checkAttribute, DEFAULT_ATTRIBUTES, DEREGISTRATION_DELAY } from './attributes.js'

export const groupAt = (world: World, arn: string | undefined): TargetGroup =>
  world.targetGroups.get(arn ?? '') ??
  refuse('TargetGroupNotFoundException', `One or more target groups not found`)

const inRange = (name: string, value: number, low: number, high: number): void => {
  if (!Number.isInteger(value) || value < low || value > high)
    refuse('ValidationError', `${name} '${value}' must be a whole number from ${low} to ${high}`)
}

const checkName = (world: World, name: string): void => {
  if (!/^(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/.test(name))
    refuse(
      'ValidationError',
      `Target group name '${name}' can only contain characters that are alphanumeric characters and hyphens(-), at most 32, and cannot begin or end with a hyphen`,
    )
  if ([...world.targetGroups.values()].some(({ shape }) => shape.TargetGroupName === name))
    refuse(
      'DuplicateTargetGroupNameException',
      `A target group with the same name '${name}' exists, but with different settings`,
    )
}

const checkPlayed = (input: CreateTargetGroupInput): void => {
  if (input.Protocol !== 'HTTP')
    refuse('ValidationError', `The rehearsal cluster plays Protocol HTTP only, not '${input.Protocol}'`)
  if (input.TargetType !== 'ip')
    refuse(
      'ValidationError',
      `The rehearsal cluster plays TargetType ip only, not '${input.TargetType ?? 'instance'}'`,
    )
  if (input.VpcId === undefined) refuse('ValidationError', 'A VPC ID must be specified')
  if (input.HealthCheckEnabled === false)
    refuse(
      'InvalidConfigurationRequestException',
      'Health check enabled must be true for target groups with target type ip',
    )
  inRange('Port', input.Port ?? 0, 1, 65535)
}

const checkHealthCheck = (shape: Shape): void => {
  inRange('Health check interval', shape.HealthCheckIntervalSeconds ?? 0, 5, 300)
  inRange('Health check timeout', shape.HealthCheckTimeoutSeconds ?? 0, 2, 120)
  inRange('Healthy threshold', shape.HealthyThresholdCount ?? 0, 2, 10)
  inRange('Unhealthy threshold', shape.UnhealthyThresholdCount ?? 0, 2, 10)
  if ((shape.HealthCheckTimeoutSeconds ?? 0) >= (shape.HealthCheckIntervalSeconds ?? 0))
    refuse('ValidationError', 'Health check timeout must be smaller than the interval')
  if (!/^\d{3}(-\d{3})?(,\d{3}(-\d{3})?)*$/.test(shape.Matcher?.HttpCode ?? ''))
    refuse(
      'ValidationError',
      `Health check matcher HTTP code '${shape.Matcher?.HttpCode}' must be within '200-499'`,
    )
}

const describe = (input: CreateTargetGroupInput, region: string): TargetGroup['shape'] => ({
  TargetGroupArn: targetGroupArn(region, input.Name ?? ''),
  TargetGroupName: input.Name,
  Protocol: input.Protocol,
  ProtocolVersion: input.ProtocolVersion ?? 'HTTP1',
  Port: input.Port,
  VpcId: input.VpcId,
  TargetType: input.TargetType,
  IpAddressType: input.IpAddressType ?? 'ipv4',
  HealthCheckEnabled: true,
  HealthCheckProtocol: input.HealthCheckProtocol ?? 'HTTP',
  HealthCheckPort: input.HealthCheckPort ?? 'traffic-port',
  HealthCheckPath: input.HealthCheckPath ?? '/',
  HealthCheckIntervalSeconds: input.HealthCheckIntervalSeconds ?? 30,
  HealthCheckTimeoutSeconds: input.HealthCheckTimeoutSeconds ?? 5,
  HealthyThresholdCount: input.HealthyThresholdCount ?? 5,
  UnhealthyThresholdCount: input.UnhealthyThresholdCount ?? 2,
  Matcher: { HttpCode: input.Matcher?.HttpCode ?? '200' },
  LoadBalancerArns: [],
})

const healthCheckOf = (shape: Shape): HealthCheck => ({
  path: shape.HealthCheckPath ?? '/',
  intervalSeconds: shape.HealthCheckIntervalSeconds ?? 30,
  timeoutSeconds: shape.HealthCheckTimeoutSeconds ?? 5,
  healthyThreshold: shape.HealthyThresholdCount ?? 5,
  unhealthyThreshold: shape.UnhealthyThresholdCount ?? 2,
  matcher: shape.Matcher?.HttpCode ?? '200',
})

const open = (shape: TargetGroup['shape']): TargetGroup => {
  const attributes = new Map(Object.entries(DEFAULT_ATTRIBUTES))
  const group = createGroup({
    check: () => healthCheckOf(shape),
    deregistrationDelaySeconds: () => Number(attributes.get(DEREGISTRATION_DELAY)),
  })
  return { shape, attributes, group }
}

const balancersOf = (world: World, arn: string): string[] => [
  ...new Set(
    [...world.listeners.values()]
      .filter(({ shape }) => shape.DefaultActions?.some((action) => action.TargetGroupArn === arn))
      .map(({ shape }) => shape.LoadBalancerArn),
  ),
]

export const isInUse = (world: World, arn: string): boolean => balancersOf(world, arn).length > 0

const show = (world: World, { shape }: TargetGroup): Shape => ({
  ...shape,
  LoadBalancerArns: balancersOf(world, shape.TargetGroupArn),
})

const listAttributes = ({ attributes }: TargetGroup): { Key: string; Value: string }[] =>
  [...attributes].map(([Key, Value]) => ({ Key, Value }))

const find = (world: World, input: DescribeTargetGroupsInput): readonly TargetGroup[] => {
  if (input.TargetGroupArns) return input.TargetGroupArns.map((arn) => groupAt(world, arn))
  const all = [...world.targetGroups.values()]
  if (input.Names)
    return input.Names.map(
      (name) => all.find(({ shape }) => shape.TargetGroupName === name) ?? groupAt(world, undefined),
    )
  const balancer = input.LoadBalancerArn
  return balancer === undefined
    ? all
    : all.filter(({ shape }) => balancersOf(world, shape.TargetGroupArn).includes(balancer))
}

const describeHealth = (target: Target, used: boolean): TargetHealthDescription => {
  const { state, reason, description } = target.health
  return {
    Target: { Id: target.address, Port: target.port, AvailabilityZone: 'local' },
    HealthCheckPort: String(target.port),
    TargetHealth: used
      ? { State: state, Reason: reason, Description: description }
      : {
          State: 'unused',
          Reason: 'Target.NotInUse',
          Description: 'Target group is not configured to receive traffic from the load balancer',
        },
  }
}

const unregistered = (Id: string | undefined, Port: number | undefined): TargetHealthDescription => ({
  Target: { Id, Port },
  TargetHealth: {
    State: 'unused',
    Reason: 'Target.NotRegistered',
    Description: 'Target is not registered to the target group',
  },
})

export const groupOperations = (world: World) => ({
  CreateTargetGroup(input: CreateTargetGroupInput, region: string): CreateTargetGroupOutput {
    checkName(world, input.Name ?? '')
    checkPlayed(input)
    const shape = describe(input, region)
    checkHealthCheck(shape)
    const group = open(shape)
    world.targetGroups.set(shape.TargetGroupArn, group)
    return { TargetGroups: [show(world, group)] }
  },
  DescribeTargetGroups: (input: DescribeTargetGroupsInput): DescribeTargetGroupsOutput => ({
    TargetGroups: find(world, input).map((group) => show(world, group)),
  }),
  ModifyTargetGroupAttributes(input: ModifyTargetGroupAttributesInput): ModifyTargetGroupAttributesOutput {
    const group = groupAt(world, input.TargetGroupArn)
    for (const { Key = '', Value = '' } of input.Attributes ?? []) checkAttribute(Key, Value)
    for (const { Key = '', Value = '' } of input.Attributes ?? []) group.attributes.set(Key, Value)
    return { Attributes: listAttributes(group) }
  },
  DescribeTargetGroupAttributes: (
    input: DescribeTargetGroupAttributesInput,
  ): DescribeTargetGroupAttributesOutput => ({
    Attributes: listAttributes(groupAt(world, input.TargetGroupArn)),
  }),
  DescribeTargetHealth(input: DescribeTargetHealthInput): DescribeTargetHealthOutput {
    const { group, shape } = groupAt(world, input.TargetGroupArn)
    const used = isInUse(world, shape.TargetGroupArn)
    const asked = input.Targets
    if (!asked)
      return { TargetHealthDescriptions: group.targets().map((target) => describeHealth(target, used)) }
    return {
      TargetHealthDescriptions: asked.map(({ Id, Port }) => {
        const target = group.find(Id ?? '', Port ?? shape.Port ?? 0)
        return target ? describeHealth(target, used) : unregistered(Id, Port)
      }),
    }
  },
})

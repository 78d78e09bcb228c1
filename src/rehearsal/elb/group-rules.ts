import type { CreateTargetGroupInput, TargetGroup as Shape } from '@aws-sdk/client-elastic-load-balancing-v2'
import { refuse } from '../api/fault.js'
import type { World } from '../world.js'

const inRange = (name: string, value: number, low: number, high: number): void => {
  if (!Number.isInteger(value) || value < low || value > high)
    refuse('ValidationError', `${name} '${value}' must be a whole number from ${low} to ${high}`)
}

export const checkName = (world: World, name: string): void => {
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

export const checkPlayed = (input: CreateTargetGroupInput): void => {
  if (input.Protocol !== 'HTTP')
    refuse('ValidationError', `The rehearsal cluster plays Protocol HTTP only, not '${input.Protocol}'`)
  const type = input.TargetType ?? 'instance'
  if (type !== 'ip' && type !== 'instance')
    refuse('ValidationError', `The rehearsal cluster plays TargetType ip and instance only, not '${type}'`)
  if (input.VpcId === undefined) refuse('ValidationError', 'A VPC ID must be specified')
  if (input.HealthCheckEnabled === false)
    refuse(
      'InvalidConfigurationRequestException',
      `Health check enabled must be true for target groups with target type ${type}`,
    )
  inRange('Port', input.Port ?? 0, 1, 65535)
}

export const checkHealthCheck = (shape: Shape): void => {
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

import type {
  CreateTargetGroupInput,
  TargetGroup as Shape,
  TargetDescription,
  TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { targetGroupArn } from '../arns.js'
import { INSTANCE_ID } from '../instance.js'
import type { HealthCheck } from '../router/health.js'
import type { Target } from '../router/target.js'
import { LOOPBACK } from '../tasks/ports.js'
import type { TargetGroup } from '../world.js'

export const describe = (input: CreateTargetGroupInput, region: string): TargetGroup['shape'] => ({
  TargetGroupArn: targetGroupArn(region, input.Name ?? ''),
  TargetGroupName: input.Name,
  Protocol: input.Protocol,
  ProtocolVersion: input.ProtocolVersion ?? 'HTTP1',
  Port: input.Port,
  VpcId: input.VpcId,
  TargetType: input.TargetType ?? 'instance',
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

export const healthCheckOf = (shape: Shape): HealthCheck => ({
  path: shape.HealthCheckPath ?? '/',
  intervalSeconds: shape.HealthCheckIntervalSeconds ?? 30,
  timeoutSeconds: shape.HealthCheckTimeoutSeconds ?? 5,
  healthyThreshold: shape.HealthyThresholdCount ?? 5,
  unhealthyThreshold: shape.UnhealthyThresholdCount ?? 2,
  matcher: shape.Matcher?.HttpCode ?? '200',
})

/** By which address a target is found: the machine's ports are all on one. */
export const addressOf = ({ TargetType }: Shape, id: string): string => {
  if (TargetType !== 'instance') return id
  return id === INSTANCE_ID ? LOOPBACK : ''
}

const identify = ({ TargetType }: Shape, { address, port }: Target): TargetDescription =>
  TargetType === 'instance'
    ? { Id: INSTANCE_ID, Port: port }
    : { Id: address, Port: port, AvailabilityZone: 'local' }

export const describeHealth = (shape: Shape, target: Target, used: boolean): TargetHealthDescription => {
  const { state, reason, description } = target.health
  return {
    Target: identify(shape, target),
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

export const unregistered = (Id: string | undefined, Port: number | undefined): TargetHealthDescription => ({
  Target: { Id, Port },
  TargetHealth: {
    State: 'unused',
    Reason: 'Target.NotRegistered',
    Description: 'Target is not registered to the target group',
  },
})

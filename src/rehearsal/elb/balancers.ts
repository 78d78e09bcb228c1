import type {
  CreateLoadBalancerInput,
  CreateLoadBalancerOutput,
  DeleteLoadBalancerInput,
  DeleteLoadBalancerOutput,
  DescribeLoadBalancersInput,
  DescribeLoadBalancersOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { refuse } from '../api/fault.js'
import { loadBalancerArn } from '../arns.js'
import type { World } from '../world.js'
import { page } from './page.js'

type Shape = World['loadBalancers'] extends Map<string, infer Value> ? Value : never

export const balancerAt = (world: World, arn: string | undefined): Shape =>
  world.loadBalancers.get(arn ?? '') ??
  refuse('LoadBalancerNotFoundException', `Load balancers '[${arn}]' not found`)

const named = (world: World, name: string): Shape =>
  [...world.loadBalancers.values()].find(({ LoadBalancerName }) => LoadBalancerName === name) ??
  refuse('LoadBalancerNotFoundException', `Load balancers '[${name}]' not found`)

const subnetsOf = (input: CreateLoadBalancerInput): readonly string[] =>
  input.Subnets ?? (input.SubnetMappings ?? []).flatMap(({ SubnetId }) => SubnetId ?? [])

const check = (world: World, input: CreateLoadBalancerInput): void => {
  const name = input.Name ?? ''
  if (!/^(?!-)(?!internal-)[A-Za-z0-9-]{1,32}(?<!-)$/.test(name))
    refuse(
      'ValidationError',
      `The load balancer name '${name}' can only contain characters that are alphanumeric characters and hyphens(-), at most 32, and cannot begin or end with a hyphen or begin with internal-`,
    )
  if (input.Type !== undefined && input.Type !== 'application')
    refuse(
      'ValidationError',
      `The rehearsal cluster plays application load balancers only, not '${input.Type}'`,
    )
  if (subnetsOf(input).length < 2)
    refuse('ValidationError', 'At least two subnets in two different Availability Zones must be specified')
  if ([...world.loadBalancers.values()].some(({ LoadBalancerName }) => LoadBalancerName === name))
    refuse(
      'DuplicateLoadBalancerNameException',
      `A load balancer with the same name '${name}' exists, but with different settings`,
    )
}

const describe = (world: World, input: CreateLoadBalancerInput, region: string): Shape => ({
  LoadBalancerArn: loadBalancerArn(region, input.Name ?? ''),
  LoadBalancerName: input.Name,
  DNSName: world.addresses.balancer(),
  CanonicalHostedZoneId: 'Z00000000LOCAL',
  CreatedTime: new Date(world.clock.now()),
  Scheme: input.Scheme ?? 'internet-facing',
  Type: 'application',
  VpcId: 'vpc-00000000',
  IpAddressType: input.IpAddressType ?? 'ipv4',
  SecurityGroups: input.SecurityGroups ?? [],
  State: { Code: 'active' },
  AvailabilityZones: subnetsOf(input).map((SubnetId) => ({ SubnetId, ZoneName: `${region}a` })),
})

const find = (world: World, input: DescribeLoadBalancersInput): readonly Shape[] => {
  if (input.LoadBalancerArns) return input.LoadBalancerArns.map((arn) => balancerAt(world, arn))
  return input.Names ? input.Names.map((name) => named(world, name)) : [...world.loadBalancers.values()]
}

const closeListeners = async (world: World, balancer: string): Promise<void> => {
  const mine = [...world.listeners].filter(([, { shape }]) => shape.LoadBalancerArn === balancer)
  for (const [arn, { open }] of mine) {
    world.listeners.delete(arn)
    await open.close()
  }
}

export const balancerOperations = (world: World) => ({
  CreateLoadBalancer(input: CreateLoadBalancerInput, region: string): CreateLoadBalancerOutput {
    check(world, input)
    const balancer = describe(world, input, region)
    world.loadBalancers.set(balancer.LoadBalancerArn ?? '', balancer)
    return { LoadBalancers: [{ ...balancer, State: { Code: 'provisioning' } }] }
  },
  DescribeLoadBalancers(input: DescribeLoadBalancersInput): DescribeLoadBalancersOutput {
    const [LoadBalancers, NextMarker] = page(find(world, input), input)
    return { LoadBalancers, NextMarker }
  },
  /** One that is not there is deleted already: the call succeeds, as documented. */
  async DeleteLoadBalancer(input: DeleteLoadBalancerInput): Promise<DeleteLoadBalancerOutput> {
    const arn = input.LoadBalancerArn ?? ''
    await closeListeners(world, arn)
    world.loadBalancers.delete(arn)
    return {}
  },
})

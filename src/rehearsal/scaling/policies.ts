import { randomUUID } from 'node:crypto'
import type {
  DeleteScalingPolicyRequest,
  DescribeScalingPoliciesRequest,
  DescribeScalingPoliciesResponse,
  PutScalingPolicyRequest,
  PutScalingPolicyResponse,
  ScalingPolicy,
} from '@aws-sdk/client-application-auto-scaling'
import { refuse } from '../api/fault.js'
import { scalingPolicyArn } from '../arns.js'
import { tokenPage } from '../metrics/page.js'
import type { World } from '../world.js'
import { checkNamespace, invalid, type Scaled, targetAt } from './targets.js'

const keyOf = ({ ResourceId = '', PolicyName = '' }: Scaled & { PolicyName?: string | undefined }): string =>
  `${ResourceId}:${PolicyName}`

const checkPolicy = (input: PutScalingPolicyRequest): void => {
  const target = input.TargetTrackingScalingPolicyConfiguration
  const step = input.StepScalingPolicyConfiguration
  if (input.PolicyType === 'PredictiveScaling')
    invalid('The rehearsal cluster does not play the policy type PredictiveScaling.')
  if (input.PolicyType === 'TargetTrackingScaling' && (!target || step))
    invalid(
      'A policy of the type TargetTrackingScaling needs TargetTrackingScalingPolicyConfiguration, and no other.',
    )
  if (input.PolicyType !== 'TargetTrackingScaling' && (!step || target))
    invalid('A policy of the type StepScaling needs StepScalingPolicyConfiguration, and no other.')
}

const policyOf = (
  before: ScalingPolicy | undefined,
  input: PutScalingPolicyRequest,
  region: string,
  now: number,
): ScalingPolicy => ({
  PolicyName: input.PolicyName,
  ServiceNamespace: input.ServiceNamespace,
  ResourceId: input.ResourceId,
  ScalableDimension: input.ScalableDimension,
  PolicyType: input.PolicyType ?? 'StepScaling',
  PolicyARN:
    before?.PolicyARN ??
    scalingPolicyArn(region, randomUUID(), input.ResourceId ?? '', input.PolicyName ?? ''),
  StepScalingPolicyConfiguration: input.StepScalingPolicyConfiguration,
  TargetTrackingScalingPolicyConfiguration: input.TargetTrackingScalingPolicyConfiguration,
  CreationTime: before?.CreationTime ?? new Date(now),
  Alarms: [],
})

/** Policies are kept and answered; nothing here scales by them. */
export const policyOperations = (world: World) => ({
  PutScalingPolicy(input: PutScalingPolicyRequest, region: string): PutScalingPolicyResponse {
    checkNamespace(input)
    targetAt(world, input)
    checkPolicy(input)
    const policy = policyOf(world.scaling.policies.get(keyOf(input)), input, region, world.clock.now())
    world.scaling.policies.set(keyOf(input), policy)
    return { PolicyARN: policy.PolicyARN, Alarms: [] }
  },
  DescribeScalingPolicies(input: DescribeScalingPoliciesRequest): DescribeScalingPoliciesResponse {
    checkNamespace(input)
    const found = [...world.scaling.policies.values()].filter(
      ({ PolicyName = '', ResourceId }) =>
        (input.PolicyNames?.includes(PolicyName) ?? true) && (input.ResourceId ?? ResourceId) === ResourceId,
    )
    const [ScalingPolicies, NextToken] = tokenPage(found, input.NextToken, input.MaxResults ?? 10, 10)
    return { ScalingPolicies, NextToken }
  },
  DeleteScalingPolicy(input: DeleteScalingPolicyRequest): void {
    checkNamespace(input)
    if (!world.scaling.policies.delete(keyOf(input)))
      refuse('ObjectNotFoundException', `No scaling policy found with the name ${input.PolicyName}`)
  },
})

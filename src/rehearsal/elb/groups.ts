import type {
  CreateTargetGroupInput,
  CreateTargetGroupOutput,
  DeleteTargetGroupInput,
  DescribeTargetGroupAttributesInput,
  DescribeTargetGroupAttributesOutput,
  DescribeTargetGroupsInput,
  DescribeTargetGroupsOutput,
  DescribeTargetHealthInput,
  DescribeTargetHealthOutput,
  ModifyTargetGroupAttributesInput,
  ModifyTargetGroupAttributesOutput,
  TargetGroup as Shape,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { refuse } from '../api/fault.js'
import { createGroup } from '../router/group.js'
import type { TargetGroup, World } from '../world.js'
import { checkAttribute, DEFAULT_ATTRIBUTES, DEREGISTRATION_DELAY } from './attributes.js'
import { checkHealthCheck, checkName, checkPlayed } from './group-rules.js'
import { addressOf, describe, describeHealth, healthCheckOf, unregistered } from './group-shape.js'
import { page } from './page.js'
import { balancersOf, isInUse } from './usage.js'

export const groupAt = (world: World, arn: string | undefined): TargetGroup =>
  world.targetGroups.get(arn ?? '') ??
  refuse('TargetGroupNotFoundException', `One or more target groups not found`)

export const openGroup = (
  shape: TargetGroup['shape'],
  attributes: TargetGroup['attributes'] = new Map(Object.entries(DEFAULT_ATTRIBUTES)),
): TargetGroup => {
  const group = createGroup({
    check: () => healthCheckOf(shape),
    deregistrationDelaySeconds: () => Number(attributes.get(DEREGISTRATION_DELAY)),
  })
  return { shape, attributes, group }
}

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

export const groupOperations = (world: World) => ({
  CreateTargetGroup(input: CreateTargetGroupInput, region: string): CreateTargetGroupOutput {
    checkName(world, input.Name ?? '')
    checkPlayed(input)
    const shape = describe(input, region)
    checkHealthCheck(shape)
    const group = openGroup(shape)
    world.targetGroups.set(shape.TargetGroupArn, group)
    return { TargetGroups: [show(world, group)] }
  },
  DescribeTargetGroups(input: DescribeTargetGroupsInput): DescribeTargetGroupsOutput {
    const [groups, NextMarker] = page(find(world, input), input)
    return { TargetGroups: groups.map((group) => show(world, group)), NextMarker }
  },
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
  DeleteTargetGroup({ TargetGroupArn = '' }: DeleteTargetGroupInput): void {
    if (isInUse(world, TargetGroupArn))
      refuse(
        'ResourceInUseException',
        `Target group '${TargetGroupArn}' is currently in use by a listener or a rule`,
      )
    world.targetGroups.get(TargetGroupArn)?.group.close()
    world.targetGroups.delete(TargetGroupArn)
  },
  DescribeTargetHealth(input: DescribeTargetHealthInput): DescribeTargetHealthOutput {
    const { group, shape } = groupAt(world, input.TargetGroupArn)
    const used = isInUse(world, shape.TargetGroupArn)
    const asked = input.Targets
    if (!asked)
      return {
        TargetHealthDescriptions: group.targets().map((target) => describeHealth(shape, target, used)),
      }
    return {
      TargetHealthDescriptions: asked.map(({ Id, Port }) => {
        const target = group.find(addressOf(shape, Id ?? ''), Port ?? shape.Port ?? 0)
        return target ? describeHealth(shape, target, used) : unregistered(Id, Port)
      }),
    }
  },
})

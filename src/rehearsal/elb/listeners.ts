import type {
  CreateListenerInput,
  CreateListenerOutput,
  DescribeListenersInput,
  DescribeListenersOutput,
  DescribeRulesInput,
  DescribeRulesOutput,
  Listener as ListenerShape,
  ModifyListenerInput,
  ModifyListenerOutput,
  Rule,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { refuse } from '../api/fault.js'
import { listenerArn, ruleArn } from '../arns.js'
import { listen } from '../router/listener.js'
import { createTurns } from '../router/weighted.js'
import type { ListenerRule, OpenListener, World } from '../world.js'
import { actionsOf, weightsOf } from './actions.js'
import { balancerAt } from './balancers.js'

const checkPort = (world: World, input: CreateListenerInput, port: number): void => {
  if (input.Protocol !== 'HTTP')
    refuse('ValidationError', `The rehearsal cluster plays Protocol HTTP only, not '${input.Protocol}'`)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    refuse('ValidationError', `Port '${port}' must be a number from 1 to 65535`)
  const taken = [...world.listeners.values()].some(
    ({ shape }) => shape.LoadBalancerArn === input.LoadBalancerArn && shape.Port === port,
  )
  if (taken)
    refuse('DuplicateListenerException', 'A listener already exists on this port for this load balancer')
}

const show = ({ shape, rule }: OpenListener): ListenerShape => ({
  ...shape,
  DefaultActions: actionsOf(rule.weights),
})

const showRule = ({ rule }: OpenListener): Rule => ({
  RuleArn: rule.arn,
  Priority: 'default',
  Conditions: [],
  Actions: actionsOf(rule.weights),
  IsDefault: true,
})

/** A door that asks the rule, request by request, which target group is next. */
const openDoor = (
  world: World,
  address: string,
  port: number,
  rule: ListenerRule,
): Promise<OpenListener['open']> => {
  const turns = createTurns()
  return listen(address, port, () => world.targetGroups.get(turns(rule.weights) ?? '')?.group)
}

const at = (world: World, arn: string | undefined): OpenListener =>
  world.listeners.get(arn ?? '') ??
  refuse('ListenerNotFoundException', `One or more listeners not found: '[${arn}]'`)

const ruleAt = (world: World, arn: string): OpenListener =>
  [...world.listeners.values()].find(({ rule }) => rule.arn === arn) ??
  refuse('RuleNotFoundException', `One or more rules not found: '[${arn}]'`)

const find = (world: World, input: DescribeListenersInput): readonly OpenListener[] => {
  if (input.ListenerArns) return input.ListenerArns.map((arn) => at(world, arn))
  balancerAt(world, input.LoadBalancerArn)
  return [...world.listeners.values()].filter(({ shape }) => shape.LoadBalancerArn === input.LoadBalancerArn)
}

const create = async (world: World, input: CreateListenerInput, region: string): Promise<OpenListener> => {
  const balancer = balancerAt(world, input.LoadBalancerArn)
  const port = input.Port ?? 0
  checkPort(world, input, port)
  const ListenerArn = listenerArn(balancer.LoadBalancerArn ?? '')
  const rule = { arn: ruleArn(ListenerArn), weights: weightsOf(world, input.DefaultActions ?? []) }
  const open = await openDoor(world, balancer.DNSName, port, rule).catch((error: Error) =>
    refuse(
      'ValidationError',
      `Port ${port} of ${balancer.DNSName} in ${region} cannot be opened here: ${error.message}`,
    ),
  )
  const LoadBalancerArn = balancer.LoadBalancerArn ?? ''
  return { shape: { ListenerArn, LoadBalancerArn, Port: port, Protocol: input.Protocol }, rule, open }
}

export const listenerOperations = (world: World) => ({
  async CreateListener(input: CreateListenerInput, region: string): Promise<CreateListenerOutput> {
    const listener = await create(world, input, region)
    world.listeners.set(listener.shape.ListenerArn, listener)
    return { Listeners: [show(listener)] }
  },
  DescribeListeners: (input: DescribeListenersInput): DescribeListenersOutput => ({
    Listeners: find(world, input).map(show),
  }),
  /** Of a listener only where it forwards to can be changed: what people do who move weights by hand. */
  ModifyListener(input: ModifyListenerInput): ModifyListenerOutput {
    const listener = at(world, input.ListenerArn)
    const changed = Object.keys(input).find((name) => name !== 'ListenerArn' && name !== 'DefaultActions')
    if (changed) refuse('ValidationError', `The rehearsal cluster does not play a change of ${changed} yet`)
    if (input.DefaultActions) listener.rule.weights = weightsOf(world, input.DefaultActions)
    return { Listeners: [show(listener)] }
  },
  DescribeRules(input: DescribeRulesInput): DescribeRulesOutput {
    const listeners = input.RuleArns
      ? input.RuleArns.map((arn) => ruleAt(world, arn))
      : [at(world, input.ListenerArn)]
    return { Rules: listeners.map(showRule) }
  },
})

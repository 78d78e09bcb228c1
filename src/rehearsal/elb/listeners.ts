import type {
  CreateListenerInput,
  CreateListenerOutput,
  DeleteListenerInput,
  DescribeListenersInput,
  DescribeListenersOutput,
  Listener as ListenerShape,
  ModifyListenerInput,
  ModifyListenerOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { refuse } from '../api/fault.js'
import { listenerArn, ruleArn } from '../arns.js'
import type { ListenerRule, OpenListener, World } from '../world.js'
import { actionsOf, stickyOf, weightsOf } from './actions.js'
import { balancerAt } from './balancers.js'
import { openDoor } from './doors.js'
import { page } from './page.js'

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

const defaultRule = ({ rules }: OpenListener): ListenerRule => rules.at(-1) as ListenerRule

const show = (listener: OpenListener): ListenerShape => ({
  ...listener.shape,
  DefaultActions: actionsOf(defaultRule(listener)),
})

export const listenerAt = (world: World, arn: string | undefined): OpenListener =>
  world.listeners.get(arn ?? '') ??
  refuse('ListenerNotFoundException', `One or more listeners not found: '[${arn}]'`)

const find = (world: World, input: DescribeListenersInput): readonly OpenListener[] => {
  if (input.ListenerArns) return input.ListenerArns.map((arn) => listenerAt(world, arn))
  balancerAt(world, input.LoadBalancerArn)
  return [...world.listeners.values()].filter(({ shape }) => shape.LoadBalancerArn === input.LoadBalancerArn)
}

const create = async (world: World, input: CreateListenerInput, region: string): Promise<OpenListener> => {
  const balancer = balancerAt(world, input.LoadBalancerArn)
  const port = input.Port ?? 0
  checkPort(world, input, port)
  const LoadBalancerArn = balancer.LoadBalancerArn ?? ''
  const ListenerArn = listenerArn(LoadBalancerArn)
  const weights = weightsOf(world, input.DefaultActions ?? [])
  const sticky = stickyOf(input.DefaultActions ?? [])
  const rules = (): readonly ListenerRule[] => world.listeners.get(ListenerArn)?.rules ?? []
  const open = await openDoor(world, LoadBalancerArn, balancer.DNSName, port, rules).catch((error: Error) =>
    refuse(
      'ValidationError',
      `Port ${port} of ${balancer.DNSName} in ${region} cannot be opened here: ${error.message}`,
    ),
  )
  const shape = { ListenerArn, LoadBalancerArn, Port: port, Protocol: input.Protocol }
  return { shape, rules: [{ arn: ruleArn(ListenerArn), weights, sticky, conditions: [] }], open }
}

export const listenerOperations = (world: World) => ({
  async CreateListener(input: CreateListenerInput, region: string): Promise<CreateListenerOutput> {
    const listener = await create(world, input, region)
    world.listeners.set(listener.shape.ListenerArn, listener)
    return { Listeners: [show(listener)] }
  },
  DescribeListeners(input: DescribeListenersInput): DescribeListenersOutput {
    const [listeners, NextMarker] = page(find(world, input), input)
    return { Listeners: listeners.map(show), NextMarker }
  },
  /** Of a listener only where it forwards to can be changed: what people do who move weights by hand. */
  ModifyListener(input: ModifyListenerInput): ModifyListenerOutput {
    const listener = listenerAt(world, input.ListenerArn)
    const changed = Object.keys(input).find((name) => name !== 'ListenerArn' && name !== 'DefaultActions')
    if (changed) refuse('ValidationError', `The rehearsal cluster does not play a change of ${changed} yet`)
    if (input.DefaultActions) {
      defaultRule(listener).weights = weightsOf(world, input.DefaultActions)
      defaultRule(listener).sticky = stickyOf(input.DefaultActions)
    }
    return { Listeners: [show(listener)] }
  },
  async DeleteListener(input: DeleteListenerInput): Promise<void> {
    const { shape, open } = listenerAt(world, input.ListenerArn)
    world.listeners.delete(shape.ListenerArn)
    await open.close()
  },
})

import type {
  Action,
  CreateListenerInput,
  CreateListenerOutput,
  DescribeListenersInput,
  DescribeListenersOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { refuse } from '../api/fault.js'
import { listenerArn } from '../arns.js'
import { listen } from '../router/listener.js'
import type { OpenListener, World } from '../world.js'
import { balancerAt } from './balancers.js'
import { groupAt } from './groups.js'

const targetOf = (action: Action): string | undefined => {
  const tuples = action.ForwardConfig?.TargetGroups ?? []
  if (tuples.length > 1)
    refuse(
      'ValidationError',
      'The rehearsal cluster does not play more than one target group on a listener yet',
    )
  return action.TargetGroupArn ?? tuples[0]?.TargetGroupArn
}

const checkActions = (world: World, actions: readonly Action[]): string => {
  const [action, ...others] = actions
  if (action?.Type !== 'forward' || others.length > 0)
    refuse('ValidationError', 'The rehearsal cluster plays listeners with one action of the Type forward')
  const arn = action && targetOf(action)
  groupAt(world, arn)
  return arn ?? ''
}

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

const forwardTo = (TargetGroupArn: string): Action => ({
  Type: 'forward',
  TargetGroupArn,
  ForwardConfig: {
    TargetGroups: [{ TargetGroupArn, Weight: 1 }],
    TargetGroupStickinessConfig: { Enabled: false },
  },
})

const find = (world: World, input: DescribeListenersInput): readonly OpenListener[] => {
  if (input.ListenerArns)
    return input.ListenerArns.map(
      (arn) =>
        world.listeners.get(arn) ??
        refuse('ListenerNotFoundException', `One or more listeners not found: '[${arn}]'`),
    )
  balancerAt(world, input.LoadBalancerArn)
  return [...world.listeners.values()].filter(({ shape }) => shape.LoadBalancerArn === input.LoadBalancerArn)
}

export const listenerOperations = (world: World) => ({
  async CreateListener(input: CreateListenerInput, region: string): Promise<CreateListenerOutput> {
    const balancer = balancerAt(world, input.LoadBalancerArn)
    const port = input.Port ?? 0
    checkPort(world, input, port)
    const group = checkActions(world, input.DefaultActions ?? [])
    const open = await listen(balancer.DNSName, port, () => world.targetGroups.get(group)?.group).catch(
      (error: Error) =>
        refuse(
          'ValidationError',
          `Port ${port} of ${balancer.DNSName} in ${region} cannot be opened here: ${error.message}`,
        ),
    )
    const shape = {
      ListenerArn: listenerArn(balancer.LoadBalancerArn ?? ''),
      LoadBalancerArn: balancer.LoadBalancerArn ?? '',
      Port: port,
      Protocol: input.Protocol,
      DefaultActions: [forwardTo(group)],
    }
    world.listeners.set(shape.ListenerArn, { shape, open })
    return { Listeners: [shape] }
  },
  DescribeListeners: (input: DescribeListenersInput): DescribeListenersOutput => ({
    Listeners: find(world, input).map(({ shape }) => shape),
  }),
})

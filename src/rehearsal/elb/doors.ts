import type { IncomingMessage } from 'node:http'
import type { Ending } from '../router/listener.js'
import type { ListenerRule, OpenListener, World } from '../world.js'
import { type Facts, matches } from './conditions.js'

const factsOf = ({ headers, url = '/', method = 'GET' }: IncomingMessage): Facts => {
  const [path = '/'] = url.split('?', 1)
  return {
    host: (headers.host ?? '').replace(/:\d+$/, ''),
    path,
    method,
    header: (name) => headers[name.toLowerCase()]?.toString(),
  }
}

/** Which task had a request: it leaves its group only once it was told of all of them. */
const takerOf = (world: World, targetGroup: string, { target = '' }: Ending): { readonly task?: string } => {
  const [address = '', port] = target.split(':')
  const task = world.targetGroups.get(targetGroup)?.group.find(address, Number(port))?.task
  return task === undefined ? {} : { task }
}

/** A door that asks the rules, request by request, which target group is next, and writes down how it went. */
export const openDoor = (
  world: World,
  loadBalancer: string,
  address: string,
  port: number,
  rules: () => readonly ListenerRule[],
): Promise<OpenListener['open']> =>
  world.router.open<ListenerRule>({
    address,
    port,
    rules,
    fits: ({ conditions }, request) => matches(conditions, factsOf(request)),
    group: (targetGroup) => world.targetGroups.get(targetGroup)?.group,
    ended: (targetGroup, ending) =>
      world.measured.ended({ loadBalancer, targetGroup, ...ending, ...takerOf(world, targetGroup, ending) }),
  })

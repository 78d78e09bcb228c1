import type { IncomingMessage } from 'node:http'
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
    ended: (targetGroup, ending) => world.measured.ended({ loadBalancer, targetGroup, ...ending }),
  })

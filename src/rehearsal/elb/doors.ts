import type { IncomingMessage } from 'node:http'
import { listen, type Route } from '../router/listener.js'
import { createTurns } from '../router/weighted.js'
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

/** The first rule, by priority, whose conditions hold; the default one comes last and has none. */
const ruleFor = (rules: readonly ListenerRule[], request: IncomingMessage): ListenerRule | undefined => {
  if (rules.length === 1) return rules[0]
  const facts = factsOf(request)
  return rules.find(({ conditions }) => matches(conditions, facts))
}

type Turns = ReturnType<typeof createTurns>

/** A door that asks the rules, request by request, which target group is next, and writes down how it went. */
export const openDoor = (
  world: World,
  loadBalancer: string,
  address: string,
  port: number,
  rules: () => readonly ListenerRule[],
): Promise<OpenListener['open']> => {
  const turns = new WeakMap<ListenerRule, Turns>()
  const turnOf = (rule: ListenerRule): string | undefined => {
    const turn = turns.get(rule) ?? createTurns()
    turns.set(rule, turn)
    return turn(rule.weights)
  }
  const route: Route = (request) => {
    const rule = ruleFor(rules(), request)
    const targetGroup = rule ? (turnOf(rule) ?? '') : ''
    return {
      group: world.targetGroups.get(targetGroup)?.group,
      ended: (ending) => world.measured.ended({ loadBalancer, targetGroup, ...ending }),
    }
  }
  return listen(address, port, route)
}

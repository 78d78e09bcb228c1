import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { COOKIE, groupOf } from './bucket.js'
import { listen, type Route } from './listener.js'
import type { Door, DoorRule, Router } from './router.js'
import { createTurns } from './weighted.js'

type Turns = ReturnType<typeof createTurns>

const userIn = ({ headers }: IncomingMessage): string | undefined =>
  new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(headers.cookie ?? '')?.[1]

/** The first rule whose conditions hold; the default one comes last and has none. */
const ruleFor = <Rule extends DoorRule>(
  { rules, fits }: Door<Rule>,
  request: IncomingMessage,
): Rule | undefined => {
  const all = rules()
  return all.length === 1 ? all[0] : all.find((rule) => fits(rule, request))
}

const routeOf = <Rule extends DoorRule>(door: Door<Rule>): Route => {
  const turns = new WeakMap<DoorRule, Turns>()
  const turnOf = (rule: DoorRule): string | undefined => {
    const turn = turns.get(rule) ?? createTurns()
    turns.set(rule, turn)
    return turn(rule.weights)
  }
  return (request) => {
    const rule = ruleFor(door, request)
    const known = rule?.sticky ? userIn(request) : undefined
    const user = rule?.sticky ? (known ?? randomUUID()) : undefined
    const targetGroup = (rule && (user ? groupOf(rule.weights, user) : turnOf(rule))) ?? ''
    return {
      group: door.group(targetGroup),
      ended: (ending) => door.ended(targetGroup, ending),
      ...(user && !known ? { cookie: `${COOKIE}=${user}; Path=/` } : {}),
    }
  }
}

/** A router in this process: shares are exact to the request, and it ends with the process. */
export const createInProcessRouter = (): Router => ({
  open: (door) => listen(door.address, door.port, routeOf(door)),
  shown: ({ weights }) => weights,
  close: async () => {},
})

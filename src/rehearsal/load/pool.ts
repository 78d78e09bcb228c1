import { type Connection, openConnection } from './connection.js'
import { type LoadPlan, MOST_IN_FLIGHT } from './options.js'
import type { Tally } from './tally.js'

export interface Pool {
  /** Sends one request now, whatever became of those before it. `due` is when it should have been sent. */
  send(id: string, due: number): void
  /** Resolves when every request has ended, and closes the connections. */
  close(): Promise<void>
}

/** Why a request that was due was not sent at all. */
export const UNSENT = 'too many in flight'

/** One connection in so many rests between two requests, as that of a user who reads does. */
const ONE_RESTS_IN = 16
const RESTS_MILLISECONDS = 5000

/**
 * Connections in turn, the longest idle first: so each of them idles between two requests, as a browser's
 * would, which is where a careless shutdown is caught. Where all are busy one more is opened, as one more
 * user would: a slow server does not slow the load down. Those that rest are idle also where a busy machine leaves no
 * other idle: whoever cuts idle connections always meets some.
 */
export const openPool = (plan: LoadPlan, tally: Tally, now: () => number): Pool => {
  const open = new Set<Connection>()
  const idle: Connection[] = []
  const inFlight = new Set<Promise<void>>()
  const resting = new Set<NodeJS.Timeout>()

  const take = (): Connection => {
    const used = open.size < plan.connections ? undefined : idle.shift()
    const connection = used ?? openConnection(plan, tally.cutIdle)
    open.add(connection)
    return connection
  }
  const rest = (connection: Connection): void => {
    const timer = setTimeout(() => {
      resting.delete(timer)
      idle.push(connection)
    }, RESTS_MILLISECONDS)
    resting.add(timer)
  }
  const giveBack = (connection: Connection): void => {
    if (resting.size < Math.floor(plan.connections / ONE_RESTS_IN)) rest(connection)
    else if (open.size <= plan.connections) idle.push(connection)
    else {
      open.delete(connection)
      connection.close()
    }
  }
  const post = async (id: string, due: number): Promise<void> => {
    const connection = take()
    const answer = await connection.post(id)
    tally.ended(answer, now() - due)
    giveBack(connection)
  }
  return {
    send: (id, due) => {
      tally.sent(now() - due)
      if (inFlight.size >= MOST_IN_FLIGHT) {
        tally.ended({ kind: 'failure', reason: UNSENT, broke: false }, 0)
        return
      }
      const posted = post(id, due).finally(() => inFlight.delete(posted))
      inFlight.add(posted)
    },
    close: async () => {
      await Promise.all(inFlight)
      for (const timer of resting) clearTimeout(timer)
      for (const connection of open) connection.close()
    },
  }
}

import { openConnection } from './connection.js'
import type { LoadPlan } from './options.js'
import type { Side } from './side.js'
import type { Tally } from './tally.js'

/** Within what a load balancer allows: an ALB takes a connection away that was idle for 60 seconds. */
const USED_EVERY_MILLISECONDS = 40_000

/**
 * Connections that are used once, then left alone, and used again at the end: whoever takes one away meanwhile, as the
 * targets behind it come and go, takes it from under a request.
 */
export const holdIdle = (plan: LoadPlan, tally: Tally, run: string): Side => {
  const connections = Array.from({ length: plan.idle }, () => openConnection(plan, tally.cutIdle))
  let times = 0
  const useAll = async (): Promise<void> => {
    times += 1
    await Promise.all(
      connections.map(async (connection, index) => {
        tally.sent(0)
        tally.ended(await connection.post(`${run}-idle-${index}-${times}`))
      }),
    )
  }
  let used = useAll()
  const use = (): Promise<void> => {
    used = used.then(useAll)
    return used
  }
  const timer = setInterval(use, USED_EVERY_MILLISECONDS)
  return {
    stop: async () => {
      clearInterval(timer)
      await use()
      for (const connection of connections) connection.close()
    },
  }
}

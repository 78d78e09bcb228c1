import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { type LoadOptions, planLoad } from './options.js'
import { openPool } from './pool.js'
import type { LoadReport } from './report.js'
import { runSchedule } from './schedule.js'
import { startSides } from './sides.js'
import { createTally } from './tally.js'

export interface Load {
  /** Sends nothing more, waits for the answers that are under way, and reports. */
  stop(): Promise<LoadReport>
  /** The same report, also where the load came to its end by itself. */
  readonly ended: Promise<LoadReport>
}

/** Posts at a constant rate over keep-alive connections, and never sends anything twice. */
export const startLoad = (options: LoadOptions): Load => {
  const plan = planLoad(options)
  const now = () => performance.now()
  const tally = createTally()
  const pool = openPool(plan, tally, now)
  const run = randomUUID()
  const schedule = runSchedule(plan.rate, plan.seconds, now, (shot, due) => pool.send(`${run}-${shot}`, due))
  const sides = startSides(plan, tally, now, run)
  const ended = schedule.ended.then(async (sent) => {
    await Promise.all([pool.close(), ...sides.map((side) => side.stop())])
    return tally.report(sent / plan.rate, plan.rate)
  })
  const stop = () => {
    schedule.stop()
    return ended
  }
  if (options.signal?.aborted) schedule.stop()
  else options.signal?.addEventListener('abort', schedule.stop, { once: true })
  return { stop, ended }
}

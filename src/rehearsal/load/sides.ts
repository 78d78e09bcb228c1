import { holdIdle } from './idle.js'
import type { LoadPlan } from './options.js'
import { openPool } from './pool.js'
import { runSchedule } from './schedule.js'
import type { Side } from './side.js'
import { ofKind, type Tally } from './tally.js'

/** Requests that a target answers in its own time: after so many milliseconds, or in pieces for so long. */
interface Kind {
  readonly name: string
  readonly rate: number
  readonly query: 'takes' | 'trickles'
  readonly milliseconds: number
}

/** Longer than a step of a rollout takes: whenever a task is told to go, some of these are with it. */
const SLOW_MILLISECONDS = 4000

const kindsOf = ({ slow, stream }: LoadPlan): readonly Kind[] => {
  const kinds: readonly Kind[] = [
    { name: 'slow', rate: slow, query: 'takes', milliseconds: SLOW_MILLISECONDS },
    // One after the other: there is always one.
    { name: 'stream', rate: stream > 0 ? 1 / stream : 0, query: 'trickles', milliseconds: stream * 1000 },
  ]
  return kinds.filter(({ rate }) => rate > 0)
}

const send = (plan: LoadPlan, kind: Kind, tally: Tally, now: () => number, run: string): Side => {
  const { name, rate, query, milliseconds } = kind
  const url = new URL(plan.url)
  url.searchParams.set(query, String(milliseconds))
  const connections = Math.ceil((rate * milliseconds) / 1000) + 1
  const timeout = plan.timeout + milliseconds
  const pool = openPool({ ...plan, url, connections, timeout }, ofKind(tally, name), now)
  const schedule = runSchedule(rate, plan.seconds, now, (shot, due) =>
    pool.send(`${run}-${name}-${shot}`, due),
  )
  return {
    stop: async () => {
      schedule.stop()
      await pool.close()
    },
  }
}

export const startSides = (plan: LoadPlan, tally: Tally, now: () => number, run: string): readonly Side[] => [
  ...kindsOf(plan).map((kind) => send(plan, kind, tally, now, run)),
  ...(plan.idle > 0 ? [holdIdle(plan, ofKind(tally, 'idle'), run)] : []),
]

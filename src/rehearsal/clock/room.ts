import * as v from 'valibot'
import type { Room } from '../backstage/door.js'
import type { Clock } from './clock.js'
import type { Pacer } from './pacer.js'
import { type Pace, REAL } from './skip.js'

const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** `90s`, `10m`, `24h`, `7d`, in milliseconds. */
const duration = v.pipe(
  v.string(),
  v.regex(/^\d+(\.\d+)?[smhd]$/, 'must be a number with a unit, such as 90s, 10m, 24h or 7d'),
  v.transform((text) => Number(text.slice(0, -1)) * UNITS[text.at(-1) as keyof typeof UNITS]),
)

const instant = v.pipe(v.string(), v.isoTimestamp(), v.transform(Date.parse))

/** `hand`, or a number of times as fast, from 1. */
export const readPace = (text: string): Pace | undefined => {
  if (text === 'hand') return { kind: 'hand' }
  const times = Number(text)
  if (text.trim() === '' || !Number.isFinite(times) || times < 1 || times > 100_000) return undefined
  return times === 1 ? REAL : { kind: 'speed', times }
}

const pace = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((given) => readPace(String(given))),
  v.custom<Pace>((read) => read !== undefined, 'must be "hand" or a number from 1 to 100000'),
)

const wish = v.pipe(
  v.strictObject({
    advance: v.optional(duration),
    set: v.optional(instant),
    speed: v.optional(pace),
  }),
  v.check((given) => Object.keys(given).length === 1, 'must be one of advance, set and speed'),
)

const shown = (one: Pace): string | number => (one.kind === 'hand' ? 'hand' : one.times)

/** The clock backstage: how late it is, how fast idle time passes, and what is still to be skipped. */
export const clockRoom = (clock: Clock, pacer: Pacer): Room => {
  const show = () => ({
    now: new Date(clock.now()).toISOString(),
    speed: shown(pacer.pace),
    owedSeconds: pacer.owed() / 1000,
  })
  const setTo = (at: number): void => {
    const ahead = at - clock.now() - pacer.owed()
    if (ahead < 0) throw new Error('the clock never goes back')
    pacer.advance(ahead)
  }
  return {
    show,
    ask: (given) => {
      const wished = v.parse(wish, given)
      if (wished.advance !== undefined) pacer.advance(wished.advance)
      if (wished.set !== undefined) setTo(wished.set)
      if (wished.speed !== undefined) pacer.pace = wished.speed
      return show()
    },
  }
}

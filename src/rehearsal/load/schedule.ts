export interface Schedule {
  /** Ends with the period that runs: all that was due until now has then been fired. */
  stop(): void
  /** How many were fired, once it has ended. */
  readonly ended: Promise<number>
}

/**
 * An open loop: shot number k is due at k / rate seconds after the start, whether or not those before it
 * have landed. After a stall everything that is due goes out at once, so the count is always rate × time.
 */
export const runSchedule = (
  rate: number,
  seconds: number,
  now: () => number,
  fire: (shot: number, due: number) => void,
): Schedule => {
  const start = now()
  let end: (fired: number) => void
  const ended = new Promise<number>((resolve) => {
    end = resolve
  })
  let last = Math.round(rate * seconds)
  let fired = 0
  let timer: NodeJS.Timeout | undefined

  const due = (shot: number): number => start + (shot * 1000) / rate
  const tick = (): void => {
    while (fired < last && due(fired) <= now()) {
      fire(fired, due(fired))
      fired += 1
    }
    if (fired >= last) end(fired)
    else timer = setTimeout(tick, Math.max(0, due(fired) - now()))
  }
  tick()
  return {
    ended,
    stop: () => {
      clearTimeout(timer)
      last = Math.min(last, Math.ceil(((now() - start) * rate) / 1000))
      tick()
    },
  }
}

import { setTimeout as wait } from 'node:timers/promises'

/** Looks again and again, one look at a time. */
export interface Turns {
  /** Resolves after a look that begins from now on. */
  next(): Promise<void>
  /** Resolves after whatever is under way. */
  under(): Promise<void>
  stop(): Promise<void>
}

export const createTurns = (
  look: () => Promise<void>,
  { every, bug }: { readonly every: number; readonly bug: (error: unknown) => void },
): Turns => {
  let last: Promise<void> = Promise.resolve()
  let stopped = false
  const next = (): Promise<void> => {
    last = last.then(look).catch(bug)
    return last
  }
  const run = async (): Promise<void> => {
    while (!stopped) {
      await next()
      await wait(every, undefined, { ref: false })
    }
  }
  const running = run()
  return {
    next,
    under: () => last,
    async stop() {
      stopped = true
      await running
    },
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const underWay = new Set<AbortController>()

const stopAll = (): void => {
  for (const controller of underWay) controller.abort()
}

/**
 * Runs `body` with a signal that aborts on Ctrl-C, when a job is cancelled or a terminal closes; the body then ends
 * by itself. Whoever is impatient and asks again must not stop it from cleaning up; nor, once it has ended, from telling
 * what it came to, for which nobody else is there: what listens to the process stays.
 */
export const untilStopped = async <T>(body: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  for (const name of SIGNALS) if (!process.listeners(name).includes(stopAll)) process.on(name, stopAll)
  const controller = new AbortController()
  underWay.add(controller)
  try {
    return await body(controller.signal)
  } finally {
    underWay.delete(controller)
  }
}

/** Runs `body`, and on Ctrl-C ends the process the orderly way, so that what must be taken away at its end is. */
export const exitingWhenStopped = async <T>(body: () => Promise<T>): Promise<T> => {
  const handlers = SIGNALS.map((name) => [name, () => process.exit(128 + SIGNAL_NUMBERS[name])] as const)
  for (const [name, stop] of handlers) process.once(name, stop)
  try {
    return await body()
  } finally {
    for (const [name, stop] of handlers) process.off(name, stop)
  }
}

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }

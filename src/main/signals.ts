const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs `body` with a signal that aborts on Ctrl-C, when a job is cancelled or a terminal closes; the body then ends
 * by itself. Whoever is impatient and asks again must not stop it from cleaning up; nor, once it has ended, from telling
 * what it came to: nobody else would.
 */
export const untilStopped = <T>(body: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController()
  for (const name of SIGNALS) process.on(name, () => controller.abort())
  return body(controller.signal)
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

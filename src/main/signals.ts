const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Runs `body` with a signal that aborts on Ctrl-C or when a job is cancelled; the body then ends by itself. */
export const untilStopped = async <T>(body: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController()
  const stop = () => controller.abort()
  for (const name of SIGNALS) process.once(name, stop)
  try {
    return await body(controller.signal)
  } finally {
    for (const name of SIGNALS) process.off(name, stop)
  }
}

import { setTimeout as wait } from 'node:timers/promises'
import { StaggerError } from '../../words.js'

interface Waiting<T> {
  readonly key: string
  readonly resolve: (value: T) => void
  readonly reject: (reason: unknown) => void
}

/** Parts that are asked for at once. While they wait for their turn the next ones grow, instead of queueing up behind. */
const AT_ONCE = 2

/**
 * Questions about one thing each, asked at about the same time, become questions about many: AWS counts requests, not
 * what they ask for. Each asker gets the answer about his own, or the error of all.
 */
export const batched = <T>(
  most: number,
  milliseconds: number,
  ask: (keys: readonly string[]) => Promise<(key: string) => T>,
): ((key: string) => Promise<T>) => {
  const waiting: Waiting<T>[] = []
  let asking = 0
  const send = (): void => {
    if (waiting.length === 0 || asking >= AT_ONCE) return
    asking += 1
    void settle(takeFor(waiting, most), ask).finally(() => {
      asking -= 1
      send()
    })
    send()
  }
  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject })
      if (waiting.length === 1) void wait(milliseconds).then(send)
    })
}

/** Takes those out who ask for the first so many keys. */
const takeFor = <T>(waiting: Waiting<T>[], most: number): readonly Waiting<T>[] => {
  const keys = [...new Set(waiting.map(({ key }) => key))].slice(0, most)
  const taken = waiting.filter(({ key }) => keys.includes(key))
  waiting.splice(0, waiting.length, ...waiting.filter(({ key }) => !keys.includes(key)))
  return taken
}

/** Who may see one and not the other is told about the one. */
const isDenied = (error: unknown): boolean =>
  error instanceof StaggerError && error.problems.some(({ code }) => code === 'access-denied')

const settle = async <T>(
  askers: readonly Waiting<T>[],
  ask: (keys: readonly string[]) => Promise<(key: string) => T>,
): Promise<void> => {
  const keys = [...new Set(askers.map(({ key }) => key))]
  try {
    const told = await ask(keys)
    for (const { key, resolve } of askers) resolve(told(key))
  } catch (error) {
    if (keys.length > 1 && isDenied(error))
      await Promise.all(
        keys.map((key) =>
          settle(
            askers.filter((one) => one.key === key),
            ask,
          ),
        ),
      )
    else for (const { reject } of askers) reject(error)
  }
}

import { setTimeout as wait } from 'node:timers/promises'
import { StaggerError } from '../../words.js'

interface Waiting<T> {
  readonly key: string
  readonly resolve: (value: T) => void
  readonly reject: (reason: unknown) => void
}

/**
 * Questions about one thing each, asked at about the same time, become questions about many: AWS counts requests, not
 * what they ask for. Each asker gets the answer about his own, or the error of all.
 */
export const batched = <T>(
  most: number,
  milliseconds: number,
  ask: (keys: readonly string[]) => Promise<(key: string) => T>,
): ((key: string) => Promise<T>) => {
  let waiting: Waiting<T>[] = []
  const send = async (): Promise<void> => {
    const all = waiting
    waiting = []
    const keys = [...new Set(all.map(({ key }) => key))]
    const parts = Array.from({ length: Math.ceil(keys.length / most) }, (_, at) =>
      keys.slice(at * most, (at + 1) * most),
    )
    await Promise.all(parts.map((part) => settle(part, all, ask)))
  }
  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject })
      if (waiting.length === 1) void wait(milliseconds).then(send)
    })
}

/** Who may see one and not the other is told about the one. */
const isDenied = (error: unknown): boolean =>
  error instanceof StaggerError && error.problems.some(({ code }) => code === 'access-denied')

const settle = async <T>(
  part: readonly string[],
  all: readonly Waiting<T>[],
  ask: (keys: readonly string[]) => Promise<(key: string) => T>,
): Promise<void> => {
  const askers = all.filter(({ key }) => part.includes(key))
  try {
    const told = await ask(part)
    for (const { key, resolve } of askers) resolve(told(key))
  } catch (error) {
    if (part.length > 1 && isDenied(error)) await Promise.all(part.map((key) => settle([key], all, ask)))
    else for (const { reject } of askers) reject(error)
  }
}

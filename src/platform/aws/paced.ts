import { setTimeout as wait } from 'node:timers/promises'
import type { Turns } from './turns.js'

interface Client {
  readonly middlewareStack: { addRelativeTo(middleware: never, options: never): void }
}

type Next = (args: unknown) => Promise<unknown>

/** `UpdateServiceCommand` asks for `UpdateService`. */
const actionOf = ({ commandName = '' }: { readonly commandName?: string }): string =>
  commandName.replace(/Command$/, '')

const isThrottled = (error: unknown): boolean => error instanceof Error && /Throttl/.test(error.name)

/**
 * Lets each attempt of a client wait for its turn, also one that is repeated. Throttling is cheaper avoided than
 * outlived: hundreds of requests that are refused and repeated at once use up their attempts.
 */
export const paced = <C extends Client>(client: C, turns: Turns): C => {
  const middleware = (next: Next, context: { readonly commandName?: string }) => async (args: unknown) => {
    const action = actionOf(context)
    const pause = turns.take(action)
    if (pause > 0) await wait(pause)
    try {
      return await next(args)
    } catch (error) {
      if (isThrottled(error)) turns.throttled(action)
      throw error
    }
  }
  const options = { relation: 'after', toMiddleware: 'retryMiddleware', name: 'paced' }
  client.middlewareStack.addRelativeTo(middleware as never, options as never)
  return client
}

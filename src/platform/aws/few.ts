import pLimit from 'p-limit'

interface Client {
  readonly middlewareStack: { add(middleware: never, options: never): void }
}

type Next = (args: unknown) => Promise<unknown>

const AT_ONCE = 8

/**
 * Where AWS documents no rate nothing can be paced: what is throttled is repeated, and more slowly. With few requests
 * under way at once no hundreds are refused together, which would use up what the SDK keeps for repeating.
 */
export const fewAtOnce = <C extends Client>(client: C): C => {
  const turn = pLimit(AT_ONCE)
  const middleware = (next: Next) => (args: unknown) => turn(() => next(args))
  const options = { step: 'initialize', priority: 'high', name: 'fewAtOnce' }
  client.middlewareStack.add(middleware as never, options as never)
  return client
}

import type { MetadataBearer } from '@smithy/types'
import type { Instant } from '../../words.js'
import type { Answer } from './ecs.js'
import type { Asked } from './error-rules.js'
import { translate } from './errors.js'

interface Heard {
  readonly response?: { readonly headers?: Record<string, string> }
  readonly output: { readonly $metadata: { date?: string } }
}

interface Client {
  readonly middlewareStack: { add(middleware: never, options: never): void }
}

/** Lets a client keep each answer's `Date`: a limit of time is counted by one clock, and it is the server's. */
export const keepServerTime = <C extends Client>(client: C): C => {
  const listen = (next: (args: unknown) => Promise<Heard>) => async (args: unknown) => {
    const heard = await next(args)
    const date = heard.response?.headers?.date
    if (date) heard.output.$metadata.date = date
    return heard
  }
  client.middlewareStack.add(listen as never, { step: 'initialize', name: 'keepServerTime' } as never)
  return client
}

/** What AWS answered, or its error as people read it. */
export const answer = async <Output extends MetadataBearer, T>(
  asked: Asked,
  request: Promise<Output>,
  pick: (output: Output) => T,
): Promise<Answer<T>> => {
  try {
    const output = await request
    return { now: instant((output.$metadata as { date?: string }).date), value: pick(output) }
  } catch (error) {
    throw translate(error, asked)
  }
}

const instant = (date: string | undefined): Instant => {
  const told = date === undefined ? Number.NaN : Date.parse(date)
  return (Number.isNaN(told) ? Date.now() : told) as Instant
}

import { isDeepStrictEqual } from 'node:util'

interface Stack {
  add(middleware: never, options: never): void
}

interface Call {
  readonly input: unknown
  readonly request: { body?: unknown }
}

interface Heard {
  readonly response: { body?: unknown }
  readonly output: object
}

type Middleware<In, Out> = (
  next: (args: In) => Promise<Out>,
  context: { readonly commandName?: string },
) => (args: In) => Promise<Out>

/**
 * The SDK drops every field that it does not know, both ways and without a word. A task definition is somebody's work,
 * and AWS adds fields to it: what is newer than the SDK passes as it stands.
 */
export const verbatim = <C extends { readonly middlewareStack: Stack }>(client: C): C => {
  add(client, heard, { step: 'deserialize', priority: 'low', name: 'hearVerbatim' })
  add(client, understood, { step: 'deserialize', priority: 'high', name: 'tellVerbatim' })
  add(client, sent, { step: 'serialize', priority: 'low', name: 'sendVerbatim' })
  return client
}

const add = (
  { middlewareStack }: { readonly middlewareStack: Stack },
  middleware: unknown,
  options: object,
) => middlewareStack.add(middleware as never, options as never)

const READS = 'DescribeTaskDefinitionCommand'
const WRITES = 'RegisterTaskDefinitionCommand'
const bodies = new WeakMap<object, string>()

/** Below the deserializer: keeps the answer's own text, which can be read once. */
const heard: Middleware<unknown, Heard> = (next, context) => async (args) => {
  const answer = await next(args)
  if (context.commandName !== READS) return answer
  const bytes = await bytesOf(answer.response.body)
  answer.response.body = bytes
  bodies.set(answer.response, new TextDecoder().decode(bytes))
  return answer
}

/** Above it: what it left out is put back. */
const understood: Middleware<unknown, Heard> = (next, context) => async (args) => {
  const answer = await next(args)
  const text = context.commandName === READS ? bodies.get(answer.response) : undefined
  return text === undefined ? answer : { ...answer, output: complete(answer.output, JSON.parse(text)) }
}

const sent: Middleware<Call, unknown> = (next, context) => async (args) => {
  if (context.commandName === WRITES) {
    const { request, input } = args
    const known: unknown = JSON.parse(textOf(request.body))
    const all = complete(known, input)
    if (!isDeepStrictEqual(known, all)) request.body = JSON.stringify(all)
  }
  return next(args)
}

const textOf = (body: unknown): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body)

const bytesOf = async (body: unknown): Promise<Uint8Array> => {
  if (body instanceof Uint8Array) return body
  const chunks: Uint8Array[] = []
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

type Tree = Readonly<Record<string, unknown>>

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** `known`, with everything of `all` that it lacks. */
const complete = <T>(known: T, all: unknown): T => {
  if (Array.isArray(known) && Array.isArray(all))
    return known.map((item, at) => complete(item, all[at])) as unknown as T
  if (!isTree(known) || !isTree(all)) return known
  const lacking = Object.entries(all).filter(([key, value]) => !(key in known) && value != null)
  const inner = Object.entries(known).map(([key, value]) => [key, complete(value, all[key])] as const)
  return Object.fromEntries([...inner, ...lacking]) as T
}

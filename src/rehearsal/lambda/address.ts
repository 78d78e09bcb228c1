import { StaggerError } from '../../words.js'
import { isLoopback } from '../load/options.js'

/** Where functions answer: one by its name, the others all at one place, if at all. */
export interface Addresses {
  readonly named: readonly (readonly [name: string, address: string])[]
  readonly others?: string
}

export const NO_ADDRESSES: Addresses = { named: [] }

const unusable = (given: string, why: string): StaggerError =>
  new StaggerError({
    code: 'lambda-address',
    fault: 'caller',
    problem: `functions cannot be called at ${JSON.stringify(given)}`,
    why,
    fix: 'stagger rehearse serve --lambda http://127.0.0.1:3001, or --lambda NAME=http://127.0.0.1:9000/2015-03-31/functions/function/invocations for one function',
  })

const checked = (text: string, given: string): string => {
  if (!URL.canParse(text)) throw unusable(given, 'it is no address')
  const url = new URL(text)
  if (!isLoopback(url))
    throw unusable(given, 'the rehearsal calls functions over plain HTTP on this machine only')
  return url.href
}

const NAMED = /^([\w-]+)=(.*)$/

const readOne = (text: string): readonly [name: string | undefined, address: string] => {
  const [, name, address = text] = NAMED.exec(text) ?? []
  return [name, checked(address, text)]
}

/** `ADDRESS`, or `FUNCTION=ADDRESS`; of two for the same the last counts. */
export const readAddresses = (given: readonly string[]): Addresses => {
  const read = given.map(readOne)
  const others = read.findLast(([name]) => name === undefined)?.[1]
  const named = read.flatMap(([name, address]) => (name === undefined ? [] : [[name, address] as const]))
  return { named, ...(others === undefined ? {} : { others }) }
}

/** `arn:aws:lambda:REGION:ACCOUNT:function:NAME`, with a version or an alias behind it or not. */
export const functionIn = (arn: string): string => /:function:([^:]+)/.exec(arn)?.[1] ?? arn

/** An address with a path is called as it is; else the path is that of Lambda's own Invoke. */
export const addressOf = ({ named, others }: Addresses, arn: string): URL | undefined => {
  const name = functionIn(arn)
  const address = named.findLast(([one]) => one === name)?.[1] ?? others
  if (address === undefined) return undefined
  const url = new URL(address)
  const invoke = `/2015-03-31/functions/${encodeURIComponent(name)}/invocations`
  return url.pathname === '/' ? new URL(invoke, url) : url
}

import { StaggerError } from '../../words.js'
import { isLoopback } from '../load/options.js'

/** Where functions answer: one by its name, the others all at one place, if at all. */
export interface Addresses {
  readonly named: ReadonlyMap<string, URL>
  readonly others?: URL
}

export const NO_ADDRESSES: Addresses = { named: new Map() }

const unusable = (given: string, why: string): StaggerError =>
  new StaggerError({
    code: 'lambda-address',
    fault: 'caller',
    problem: `functions cannot be called at ${JSON.stringify(given)}`,
    why,
    fix: 'stagger rehearse serve --lambda http://127.0.0.1:3001, or --lambda NAME=http://127.0.0.1:9000/2015-03-31/functions/function/invocations for one function',
  })

const urlIn = (text: string, given: string): URL => {
  if (!URL.canParse(text)) throw unusable(given, 'it is no address')
  const url = new URL(text)
  if (!isLoopback(url))
    throw unusable(given, 'the rehearsal calls functions over plain HTTP on this machine only')
  return url
}

const NAMED = /^([\w-]+)=(.*)$/

const readOne = (text: string): readonly [name: string | undefined, url: URL] => {
  const [, name, address = text] = NAMED.exec(text) ?? []
  return [name, urlIn(address, text)]
}

/** `ADDRESS`, or `FUNCTION=ADDRESS`; of two for the same the last counts. */
export const readAddresses = (given: readonly string[]): Addresses => {
  const read = given.map(readOne)
  const others = read.findLast(([name]) => name === undefined)?.[1]
  const named = read.flatMap(([name, url]) => (name === undefined ? [] : [[name, url] as const]))
  return { named: new Map(named), ...(others ? { others } : {}) }
}

/** `arn:aws:lambda:REGION:ACCOUNT:function:NAME`, with a version or an alias behind it or not. */
export const functionIn = (arn: string): string => /:function:([^:]+)/.exec(arn)?.[1] ?? arn

/** An address with a path is called as it is; else the path is that of Lambda's own Invoke. */
export const addressOf = ({ named, others }: Addresses, arn: string): URL | undefined => {
  const name = functionIn(arn)
  const base = named.get(name) ?? others
  if (base === undefined || base.pathname !== '/') return base
  return new URL(`/2015-03-31/functions/${encodeURIComponent(name)}/invocations`, base)
}

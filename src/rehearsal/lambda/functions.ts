import type { Call } from '../controller/calls.js'
import type { Verdict } from '../controller/observation.js'
import { type Addresses, addressOf, functionIn } from './address.js'
import { invoke, type Reply } from './invoke.js'
import { calledBy, cryOf, verdictOf } from './verdict.js'

/** As long as Lambda lets a function run at most. */
export const LONGEST_SECONDS = 900

/** The functions that deployments ask, and what they answered. */
export interface Functions {
  /** Whether there is an address for it. */
  knows(arn: string): boolean
  /** Calls a function. Under a name that is known already it does nothing. */
  call(name: string, target: string, event: Call['event']): void
  answers(): ReadonlyMap<string, Verdict>
  /** Forgets all other calls; nobody waits for them any more. */
  keep(names: ReadonlySet<string>): void
}

export interface FunctionsOptions {
  readonly addresses: Addresses
  readonly seconds: number
  readonly warn: (line: string) => void
  readonly answered: () => void
}

const ask = async (
  url: URL | undefined,
  event: Call['event'],
  calledOff: AbortSignal,
  seconds: number,
): Promise<Reply> => {
  // Taken up again without the option that it was declared with.
  if (!url) return { kind: 'unreachable', why: 'there is no address for it: give `--lambda`' }
  const late = AbortSignal.timeout(seconds * 1000)
  const reply = await invoke(url, event, AbortSignal.any([calledOff, late]))
  return late.aborted ? { kind: 'silent', why: `nothing for ${seconds} seconds` } : reply
}

export const createFunctions = ({ addresses, seconds, warn, answered }: FunctionsOptions): Functions => {
  const underWay = new Map<string, AbortController>()
  const answers = new Map<string, Verdict>()

  const take = (name: string, target: string, reply: Reply, reports: boolean): void => {
    underWay.delete(name)
    const verdict = reports ? calledBy(target, reply) : verdictOf(target, reply)
    const cry = cryOf(reply, verdict)
    if (cry !== undefined) warn(`rehearsal: the function ${functionIn(target)} said: ${cry}`)
    answers.set(name, verdict)
    answered()
  }
  const begin = async (name: string, target: string, event: Call['event']): Promise<void> => {
    const calledOff = new AbortController()
    underWay.set(name, calledOff)
    const reply = await ask(addressOf(addresses, target), event, calledOff.signal, seconds)
    // Nobody waits for a call that was called off.
    if (underWay.get(name) === calledOff) take(name, target, reply, 'DeploymentId' in event)
  }
  return {
    knows: (arn) => addressOf(addresses, arn) !== undefined,
    call: (name, target, event) => {
      if (!underWay.has(name) && !answers.has(name)) void begin(name, target, event)
    },
    answers: () => answers,
    keep: (names) => {
      for (const [name, calledOff] of underWay)
        if (!names.has(name)) {
          underWay.delete(name)
          calledOff.abort()
        }
      for (const name of answers.keys()) if (!names.has(name)) answers.delete(name)
    },
  }
}

import { type Problem, StaggerError } from '../../words.js'

export interface LoadOptions {
  /** Where to send to: plain HTTP on a loopback address. */
  readonly url: string
  /** Requests a second. */
  readonly rate: number
  /** Connections that are kept alive. More are opened, up to `MOST_IN_FLIGHT`, where answers are slow. */
  readonly connections: number
  /** The JSON that is posted. */
  readonly body?: string
  /** Ends the load after so long, if nothing else did. */
  readonly seconds?: number
  /** Requests a second, beside the others, that ask for an answer only after 4 seconds: `?takes=4000`. */
  readonly slow?: number
  /** Connections, beside the others, that are used at the beginning and at the end, and idle in between. */
  readonly idle?: number
  /** How many seconds a stream lasts; there is one after the other, beside the rest: `?trickles=10000`. */
  readonly stream?: number
  /** How long a request may take before it counts as failed, in milliseconds. */
  readonly timeout?: number
  readonly signal?: AbortSignal
}

export type LoadPlan = Required<Omit<LoadOptions, 'signal' | 'url'>> & { readonly url: URL }

export const DEFAULT_RATE = 300
export const DEFAULT_CONNECTIONS = 64
/** No load runs longer: one whose parent was lost must come to an end. */
export const LONGEST_SECONDS = 600
export const MOST_IN_FLIGHT = 2_000

const DEFAULT_TIMEOUT = 10_000
/** Within the deregistration delay, 300 seconds by default: after that a load balancer may cut it. */
const LONGEST_STREAM = 60

/** All that is wrong with the options at once, or the plan that they make. */
export const planLoad = (options: LoadOptions): LoadPlan => {
  const { rate, connections, body = '{}', seconds = LONGEST_SECONDS, timeout = DEFAULT_TIMEOUT } = options
  const { slow = 0, idle = 0, stream = 0 } = options
  const problems = [
    ...outside('rate', rate, 0.1, 10_000),
    ...outside('connections', connections, 1, 1_000),
    ...outside('seconds', seconds, 0.1, LONGEST_SECONDS),
    ...outside('timeout', timeout, 1, 60_000),
    ...outside('slow', slow, 0, 100),
    ...outside('idle', idle, 0, 1_000),
    ...outside('stream', stream, 0, LONGEST_STREAM),
    ...notLoopback(options.url),
  ]
  const [first, ...rest] = problems
  if (first) throw new StaggerError(first, ...rest)
  return { url: new URL(options.url), rate, connections, body, seconds, timeout, slow, idle, stream }
}

const outside = (name: string, value: number, least: number, most: number): readonly Problem[] =>
  value >= least && value <= most
    ? []
    : [
        {
          code: 'load-option',
          fault: 'caller',
          problem: `cannot load with --${name} ${value}`,
          why: `${name} is a number from ${least} to ${most}`,
          fix: `give --${name} a number from ${least} to ${most}`,
        },
      ]

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

export const isLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && LOOPBACK.test(hostname)

const notLoopback = (text: string): readonly Problem[] => {
  if (URL.canParse(text) && isLoopback(new URL(text))) return []
  return [
    {
      code: 'load-not-loopback',
      fault: 'caller',
      problem: `will not send load to ${text}`,
      why: 'the rehearsal loads only plain HTTP servers on this machine',
      fix: 'give --url an address such as http://127.0.0.1:8080/search',
    },
  ]
}

import type { IncomingMessage } from 'node:http'
import type { Group } from './group.js'
import type { Ending, Listener } from './listener.js'
import type { Weights } from './weighted.js'

/** What a door goes by, request by request; replaced and never changed, but for its weights. */
export interface DoorRule {
  readonly weights: Weights
  /** A user who has met a group stays with it, or moves on to the next; nobody goes back while the next one grows. */
  readonly sticky?: boolean
}

/** A listener of a load balancer, as a router needs it. */
export interface Door<Rule extends DoorRule = DoorRule> {
  readonly address: string
  readonly port: number
  /** In the order in which they are tried; the last one has no conditions. */
  rules(): readonly Rule[]
  /** Whether a request is for a rule. */
  fits(rule: Rule, request: IncomingMessage): boolean
  group(targetGroup: string): Group | undefined
  ended(targetGroup: string, ending: Ending): void
}

/** What sends requests to tasks, by weight: one contract, in this process or as nginx. */
export interface Router {
  open<Rule extends DoorRule>(door: Door<Rule>): Promise<Listener>
  /** The weights that requests go by now, which may be those that a rule had a moment ago. */
  shown(rule: DoorRule): Weights
  close(): Promise<void>
}

export const ROUTERS = ['in-process', 'nginx'] as const
export type RouterName = (typeof ROUTERS)[number]
export const isRouter = (text: string): text is RouterName => (ROUTERS as readonly string[]).includes(text)

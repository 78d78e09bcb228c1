import type { Details } from '../controller/course.js'
import type { Verdict } from '../controller/observation.js'
import type { Reply } from './invoke.js'

const DEFAULT_DELAY = 30

type Tree = Readonly<Record<string, unknown>>

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const treeIn = (body: string): Tree => {
  try {
    const read: unknown = JSON.parse(body)
    return isTree(read) ? read : {}
  } catch {
    return {}
  }
}

const unreadable = (target: string, why: string): Verdict => ({
  kind: 'failed',
  why: `ECS was unable to parse the response from ${target} due to: ${why}.`,
})

/** A delay that is none is the usual one. */
const delayOf = ({ callBackDelay: delay }: Tree): number =>
  typeof delay === 'number' && Number.isFinite(delay) && delay >= 0 ? delay : DEFAULT_DELAY

const askAgain = (answer: Tree): Verdict => ({
  kind: 'in-progress',
  delaySeconds: delayOf(answer),
  ...(isTree(answer.hookDetails) ? { details: answer.hookDetails as Details } : {}),
})

const readAnswer = (target: string, answer: Tree): Verdict => {
  switch (answer.hookStatus) {
    case 'SUCCEEDED':
      return { kind: 'succeeded' }
    case 'FAILED':
      return { kind: 'failed', why: `Lifecycle hook target ${target} returned FAILED status.` }
    case 'IN_PROGRESS':
      return askAgain(answer)
    case undefined:
    case null:
      return unreadable(target, 'HookStatus must not be null')
    default:
      return unreadable(target, `HookStatus ${JSON.stringify(answer.hookStatus)} is not valid`)
  }
}

const hasFailed = ({ errorType }: Tree): boolean => typeof errorType === 'string'

/** AWS's errors have a Message; where there is none, the status has to do. */
const refusal = (status: number, { Message, message = Message }: Tree): string =>
  typeof message === 'string' ? `${message} (HTTP ${status})` : `HTTP ${status}`

const uninvoked = (target: string, why: string): Verdict => ({
  kind: 'failed',
  why: `ECS was unable to invoke hook target ${target} due to ${why}`,
})

const isDone = (status: number): boolean => status >= 200 && status < 300

/** A function that failed was invoked: emulators give some of its failures a status of their own. */
const hasRun = (status: number, answer: Tree): boolean => isDone(status) || hasFailed(answer)

const read = (target: string, status: number, body: string): Verdict => {
  const answer = treeIn(body)
  if (isDone(status)) return readAnswer(target, answer)
  return hasRun(status, answer)
    ? unreadable(target, 'HookStatus must not be null')
    : uninvoked(target, refusal(status, answer))
}

/** What a reply means, in AWS's words: of a function that failed or was too slow they say no more than that. */
export const verdictOf = (target: string, reply: Reply): Verdict => {
  switch (reply.kind) {
    case 'silent':
      return unreadable(target, 'HookStatus must not be null')
    case 'unreachable':
      return uninvoked(target, reply.why)
    case 'answered':
      return read(target, reply.status, reply.body)
  }
}

/** Of a function that reports by itself: it could be called, or could not. */
export const calledBy = (target: string, reply: Reply): Verdict => {
  const verdict = verdictOf(target, reply)
  const unread =
    reply.kind === 'silent' || (reply.kind === 'answered' && hasRun(reply.status, treeIn(reply.body)))
  return unread ? { kind: 'called' } : verdict
}

const MOST_TOLD = 500

/** What only the function's own log tells at AWS: why a call that failed did. */
export const cryOf = (reply: Reply, verdict: Verdict): string | undefined => {
  const failed = reply.kind !== 'answered' || hasFailed(treeIn(reply.body))
  if (verdict.kind !== 'failed' && !failed) return undefined
  return reply.kind === 'answered' ? reply.body.slice(0, MOST_TOLD) : reply.why
}

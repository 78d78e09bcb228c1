import { StaggerError } from '../../words.js'
import type { Clock } from '../clock.js'
import { unreachable } from '../registry-problems.js'
import { retrying } from '../retry.js'

/** A request to a registry, or to where it sends for a token: with patience, and again where that may help. */
export type Send = (url: string, init: RequestInit) => Promise<Response>

const PATIENCE = 30_000

type Answered = { readonly answer: Response } | { readonly lost: Error }

/**
 * A registry of files fails now and then when two push the same layer, and an answer may be lost on its way; every
 * request here may be made twice.
 */
const isPassing = (answered: Answered): boolean =>
  'lost' in answered || answered.answer.status >= 500 || answered.answer.status === 429

/** A stream runs once: whoever sends one begins again himself, and says how long he waits. */
export const sending =
  (request: typeof fetch, clock: Clock): Send =>
  async (url, init) => {
    const once = (): Promise<Answered> =>
      request(url, { signal: AbortSignal.timeout(PATIENCE), ...init }).then(
        (answer) => ({ answer }),
        (lost: Error) => ({ lost }),
      )
    const isStream = init.body instanceof ReadableStream
    const answered = await (isStream ? once() : retrying(once, isPassing, clock))
    if ('lost' in answered) throw new StaggerError(unreachable(url, answered.lost))
    return answered.answer
  }

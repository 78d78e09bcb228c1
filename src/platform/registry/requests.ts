import { StaggerError } from '../../words.js'
import type { Clock } from '../clock.js'
import { unreachable } from '../registry-problems.js'
import { retrying } from '../retry.js'

/** A request to a registry, or to where it sends for a token: with patience, and again where that may help. */
export type Send = (url: string, init: RequestInit) => Promise<Response>

const PATIENCE = 30_000

/** A registry of files fails now and then when two push the same layer; every request here may be made twice. */
const isPassing = ({ status }: Response): boolean => status >= 500 || status === 429

export const sending =
  (request: typeof fetch, clock: Clock): Send =>
  (url, init) => {
    const once = () =>
      request(url, { ...init, signal: AbortSignal.timeout(PATIENCE) }).catch((error: Error) => {
        throw new StaggerError(unreachable(url, error))
      })
    return retrying(once, isPassing, clock)
  }

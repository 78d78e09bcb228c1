import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, systemClock } from './clock.js'
import type { Progress } from './progress.js'

/** Keys that are there or not, kept from one run to the next. */
export interface Marks {
  has(key: string): Promise<boolean>
  put(key: string): Promise<void>
}

type ActionsCache = Pick<typeof import('@actions/cache'), 'isFeatureAvailable' | 'restoreCache' | 'saveCache'>

export interface CacheWorld {
  readonly progress: Pick<Progress, 'warn'>
  readonly clock?: Pick<Clock, 'sleep'>
  /** Loaded on demand: most runs do not need it. */
  readonly load?: () => Promise<ActionsCache>
}

/** How long an answer is waited for. Whoever asks for each of many services must not wait for each. */
const PATIENCE = 20_000
const LONGEST_KEY = 512

/** On the cache of GitHub's runners. Null where this is no runner with a cache. */
export const openRunnerMarks = async ({
  progress,
  clock = systemClock,
  load = () => import('@actions/cache'),
}: CacheWorld): Promise<Marks | null> => {
  const cache = await load()
  return cache.isFeatureAvailable() ? markCache(cache, { progress, clock }) : null
}

/** What a key's file holds is never read. Its path goes into the key's version: it must be the same in every run. */
const FILE = join(tmpdir(), 'stagger-mark', 'mark')

const markCache = (cache: ActionsCache, { progress, clock }: Required<Omit<CacheWorld, 'load'>>): Marks => {
  let silent = false
  const asked = async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
    if (silent) return undefined
    const answered = new AbortController()
    const late = clock.sleep(PATIENCE, answered.signal).then(
      () => LATE,
      () => LATE,
    )
    const answer = await Promise.race([attempt(progress, ask), late])
    answered.abort()
    if (typeof answer !== 'symbol') return answer as T | undefined
    silent = true
    progress.warn('the cache of verdicts does not answer, and is done without')
    return undefined
  }
  return {
    has: async (key) =>
      (await asked(() => cache.restoreCache([FILE], checked(key), [], { lookupOnly: true }))) === key,
    put: async (key) => {
      await asked(async () => {
        await mkdir(join(FILE, '..'), { recursive: true })
        await writeFile(FILE, 'passed\n')
        return cache.saveCache([FILE], checked(key))
      })
    },
  }
}

const LATE = Symbol('late')

const attempt = async <T>(
  progress: CacheWorld['progress'],
  ask: () => Promise<T>,
): Promise<T | undefined> => {
  try {
    return await ask()
  } catch (error) {
    progress.warn(`the cache cannot be used: ${(error as Error).message}`)
    return undefined
  }
}

/** What no key can be is a fault of ours. */
const checked = (key: string): string => {
  if (key.length > LONGEST_KEY || key.includes(',')) throw new Error(`not a key: ${key}`)
  return key
}

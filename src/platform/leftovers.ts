import { spawnSync } from 'node:child_process'

/** A program that takes something away, from its argument array. */
export interface TakeAway {
  readonly argv: readonly [string, ...string[]]
  readonly environment: Readonly<Record<string, string>>
}

/** What stands in an engine for the time of a test. A program that is told to end runs no `finally`, but it does this. */
const standing = new Set<TakeAway>()
process.once('exit', () => {
  for (const { argv, environment } of standing) {
    const [program, ...args] = argv
    spawnSync(program, args, { env: { ...process.env, ...environment }, stdio: 'ignore', timeout: PATIENCE })
  }
})

const PATIENCE = 30_000

/** Runs `body`, and sees to it that what it leaves is taken away also where this process ends in the middle. */
export const withLeftovers = async <T>(
  away: TakeAway,
  remove: () => Promise<unknown>,
  body: () => Promise<T>,
): Promise<T> => {
  standing.add(away)
  try {
    return await body()
  } finally {
    await remove()
    standing.delete(away)
  }
}

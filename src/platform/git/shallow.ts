import { readFile } from 'node:fs/promises'
import { isOid, type Oid } from '../../words.js'
import type { GitProgram } from './run.js'

/** The commits at which the history of a shallow repository was cut: what lies behind them is not here. */
export const cutsOf = async (git: Pick<GitProgram, 'must'>): Promise<ReadonlySet<Oid>> => {
  const path = await git.must(['rev-parse', '--path-format=absolute', '--git-path', 'shallow'])
  const text = await readFile(path, 'utf8').catch(() => '')
  return new Set(text.split('\n').filter(isOid))
}

/**
 * One commit without its history, where the clone is shallow anyway. A whole clone must not become shallow:
 * there the rest of its history comes along.
 */
export const withoutHistory = async (git: Pick<GitProgram, 'must'>): Promise<readonly string[]> =>
  (await cutsOf(git)).size > 0 ? ['--depth=1'] : []

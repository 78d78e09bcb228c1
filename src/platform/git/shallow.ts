import { readFile } from 'node:fs/promises'
import { isOid, type Oid } from '../../words.js'
import type { GitProgram } from './run.js'

type Program = Pick<GitProgram, 'run' | 'must'>

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
export const withoutHistory = async (git: Program): Promise<readonly string[]> =>
  (await cutsOf(git)).size > 0 ? ['--depth=1', ...(await whatIsHere(git))] : []

/** A job's clone may have nothing but a detached HEAD: unless told of it, the remote sends all of its files again. */
const whatIsHere = async (git: Program): Promise<readonly string[]> => {
  const { code } = await git.run(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}'])
  return code === 0 ? ['--negotiation-tip=HEAD', '--negotiation-tip=refs/*'] : []
}

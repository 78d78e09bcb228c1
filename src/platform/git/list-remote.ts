import { isOid, type Oid } from '../../words.js'
import { IMPATIENT, unreachable } from './fetch.js'
import type { GitProgram } from './run.js'

/**
 * The refs of `origin` that match, with what they point at; after an annotated tag another row for the commit it stands
 * on: `REF^{}`. Nothing is fetched. `what` is for people, when the remote does not answer: throws `remote-unreachable`.
 */
export const listRemote = async (
  git: Pick<GitProgram, 'run'>,
  what: string,
  refs: readonly string[],
): Promise<readonly (readonly [Oid, string])[]> => {
  const { code, stdout, stderr } = await git.run(['ls-remote', 'origin', ...refs], { env: IMPATIENT })
  if (code !== 0) throw unreachable(what, stderr)
  return rowsIn(stdout)
}

/** A row `OID REF` each, apart by a tab. */
export const rowsIn = (listed: string): readonly (readonly [Oid, string])[] =>
  listed
    .split('\n')
    .map((line) => line.split('\t'))
    .flatMap(([oid = '', ref]) => (ref !== undefined && isOid(oid) ? [[oid, ref] as const] : []))

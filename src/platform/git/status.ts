import type { Run } from '../process.js'
import { decodePath } from './paths.js'
import { type GitProgram, gitFailed } from './run.js'

/** A pattern, and everything below the folders that it names. */
const included = (pattern: string): string[] => {
  const folder = pattern.replace(/\/+$/, '')
  if (folder === '.' || folder === '') return [':(top,glob)**']
  return [`:(top,glob)${folder}`, `:(top,glob)${folder}/**`]
}

/** Paths of the work tree under these patterns that are not as in the commit that is checked out. */
export const changedPaths = async (
  git: GitProgram,
  patterns: readonly string[],
  except: readonly string[],
): Promise<readonly string[]> => {
  const pathspecs = [...patterns.flatMap(included), ...except.map((path) => `:(top,literal,exclude)${path}`)]
  const args = [...STATUS, '--untracked-files=all', '--ignore-submodules=none', '--']
  const run = await status(git, args, pathspecs)
  if (run.code !== 0) throw gitFailed(args, run)
  return pathsIn(run)
}

/** Tracked files that are not as in that commit; none where nothing is checked out. */
export const editedPaths = async (git: GitProgram): Promise<readonly string[]> =>
  pathsIn(await status(git, [...STATUS, '--untracked-files=no', '--ignore-submodules=all'], []))

const STATUS = ['status', '--porcelain=v2', '-z', '--no-renames']

/** Reading must not write the index anew. */
const status = (git: GitProgram, args: readonly string[], pathspecs: readonly string[]): Promise<Run> =>
  git.run(['--no-optional-locks', ...args, ...pathspecs], { encoding: 'latin1', env: PLAIN })

const pathsIn = ({ stdout }: Run): readonly string[] =>
  stdout.split('\0').flatMap((record) => pathOf(record) ?? [])

const PLAIN = {
  GIT_LITERAL_PATHSPECS: '0',
  GIT_GLOB_PATHSPECS: '0',
  GIT_NOGLOB_PATHSPECS: '0',
  GIT_ICASE_PATHSPECS: '0',
}

/** How many fields stand before the path: of what changed, of what is not merged, of what is not tracked. */
const BEFORE: Readonly<Record<string, number>> = { '1': 8, u: 10, '?': 1 }

const pathOf = (record: string): string | null => {
  const before = BEFORE[record[0] ?? '']
  if (before === undefined) return null
  const path = record.split(' ').slice(before).join(' ')
  return decodePath(Buffer.from(path, 'latin1'))
}

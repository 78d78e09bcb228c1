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
  const args = [
    'status',
    '--porcelain=v2',
    '-z',
    '--untracked-files=all',
    '--no-renames',
    '--ignore-submodules=none',
    '--',
  ]
  // Reading must not write the index anew.
  const run = await git.run(['--no-optional-locks', ...args, ...pathspecs], {
    encoding: 'latin1',
    env: PLAIN,
  })
  if (run.code !== 0) throw gitFailed(args, run)
  return run.stdout.split('\0').flatMap((record) => pathOf(record) ?? [])
}

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

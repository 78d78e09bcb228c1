import { BAKE_FILES } from '../catalog/bake/files.js'
import { COMPOSE_FILES, isVariant } from '../catalog/compose/discover.js'
import type { Git } from '../platform/git/git.js'
import type { Progress } from '../platform/progress.js'
import type { WorkTree } from '../platform/worktree.js'
import { printable } from '../report/table.js'
import { CONFIGURATION_FILES } from './configuration.js'

export interface UncommittedWorld {
  readonly git: Git
  readonly progress: Pick<Progress, 'warn'>
  readonly workTree: Pick<WorkTree, 'edited' | 'stands'>
}

/** Where services are described, at the root; Dockerfiles are, wherever they stand. */
const DESCRIBING = [...CONFIGURATION_FILES, ...COMPOSE_FILES, ...BAKE_FILES, '.env']

const describes = (path: string): boolean => DESCRIBING.includes(path) || isVariant(path)

const isDockerfile = (path: string): boolean => /dockerfile[^/]*$/i.test(path)

/**
 * Reads what is committed, and warns where files that count are edited and were not committed: who tries something out
 * would wonder why it does nothing. Also where reading fails, for the correction may be one of them. git is asked once,
 * meanwhile. `inputs`: the files and folders that count; null where nobody can say: then those that describe services do.
 */
export const tellingUncommitted = async <T>(
  world: UncommittedWorld,
  read: () => Promise<T>,
  inputs: (found: T) => readonly string[] | null,
): Promise<T> => {
  // A warning that cannot be had keeps nobody from anything.
  const looked = edited(world).catch(() => NOTHING)
  const found = await read().catch(async (error) => {
    tell(world, await looked, null)
    throw error
  })
  tell(world, await looked, inputs(found))
  return found
}

interface Edited {
  readonly paths: readonly string[]
  /** Not even tracked. */
  readonly fresh: readonly string[]
}

const NOTHING: Edited = { paths: [], fresh: [] }

const edited = async ({ git, workTree }: UncommittedWorld): Promise<Edited> => {
  const paths = await workTree.edited()
  const held = await rootNames(git)
  if (held.some((name) => CONFIGURATION_FILES.includes(name))) return { paths, fresh: [] }
  const there = await Promise.all(
    CONFIGURATION_FILES.map(async (name) => ((await workTree.stands(name)) ? [name] : [])),
  )
  const fresh = there.flat()
  return { paths: paths.filter((path) => !fresh.includes(path)), fresh }
}

const rootNames = async (git: Git): Promise<readonly string[]> =>
  (await git.tree(await git.treeOf(await git.commit('HEAD')))).map(({ name }) => name)

/** The path, and the folders above it. */
const upwards = (path: string): readonly string[] =>
  path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))

const counts = (path: string, inputs: ReadonlySet<string> | null): boolean =>
  describes(path) ||
  (inputs ? inputs.has('.') || upwards(path).some((part) => inputs.has(part)) : isDockerfile(path))

const MOST = 5

const tell = (
  { progress }: UncommittedWorld,
  { paths, fresh }: Edited,
  inputs: readonly string[] | null,
): void => {
  if (paths.length === 0 && fresh.length === 0) return
  const known = inputs && new Set(inputs)
  const counting = paths.filter((path) => counts(path, known))
  if (counting.length > 0)
    progress.warn(
      `${listed(counting)} ${counting.length === 1 ? 'has' : 'have'} changes that are not committed: what the commit holds is used`,
    )
  for (const path of fresh)
    progress.warn(`${path} is not committed, and so not used: git add ${path} && git commit`)
}

const listed = (paths: readonly string[]): string => {
  const names = paths.slice(0, MOST).map(printable)
  return [...names, ...(paths.length > MOST ? [`${paths.length - MOST} more`] : [])]
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1')
}

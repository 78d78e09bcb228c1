import type { FileMode, Objects, Oid, PathEntry } from '../../words.js'
import { decodePath, encodePath } from './paths.js'
import { gitFailed } from './run.js'
import type { LocalGit, Store } from './store.js'

/** What is called so below one tree. Keys are paths, a character for each byte: so sorted, they are in git's order. */
interface Listing {
  readonly tree: Oid
  readonly files: ReadonlyMap<string, { readonly mode: FileMode; readonly oid: Oid }>
}

/** Git knows these without having them. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904' as Oid
const EMPTY_TREE_SHA256 = '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321' as Oid

const nothing = ({ length }: Oid): Listing => ({
  tree: length === EMPTY_TREE.length ? EMPTY_TREE : EMPTY_TREE_SHA256,
  files: new Map(),
})

/**
 * Git walks all trees of a commit in a fraction of the time that it takes to hand them out. The commits of one
 * command are much alike: from the second on, only what differs from the one before is walked.
 */
export const finderIn = (store: Pick<Store, 'local'>): NonNullable<Objects['find']> => {
  const latest = new Map<string, Promise<Listing>>()
  return async (root, text) => {
    const before = latest.get(text) ?? Promise.resolve(nothing(root))
    const listing = before.then(async (known) => listed(await store.local(), known, root, text))
    const unlessItFailed = listing.then(
      (now) => now ?? before,
      () => before,
    )
    latest.set(text, unlessItFailed)
    return entriesOf(await listing)
  }
}

/** Null where a partial clone lacks some of the trees: they come when somebody reads them one by one. */
const listed = async (git: LocalGit, known: Listing, tree: Oid, text: string): Promise<Listing | null> => {
  if (tree === known.tree) return known
  const trees = ['diff-tree', '-r', known.tree, tree]
  const run = await git.run([...trees, ...OUTPUT, '--', pathspec(text)], { encoding: 'latin1', env: PLAIN })
  if (run.code === 0) return { tree, files: changed(known.files, run.stdout, lowerCase(latin1(text))) }
  if (git.whole) throw gitFailed(trees, run)
  return null
}

/** Nothing of this may hang on what somebody has configured. */
const OUTPUT = ['--raw', '-z', '--no-abbrev', '--no-renames', '--ignore-submodules=none']
const PLAIN = {
  GIT_LITERAL_PATHSPECS: '0',
  GIT_GLOB_PATHSPECS: '0',
  GIT_NOGLOB_PATHSPECS: '0',
  GIT_ICASE_PATHSPECS: '0',
}

/** Git's `*` matches slashes too, so it names files in a folder called so as well: more than is asked for, never less. */
const pathspec = (text: string): string => `:(top,icase)*${text.replace(/[^a-z0-9._-]+/gi, '*')}*`

/** Pairs of `:MODE MODE ID ID STATUS`, each time before and after, and the path. */
const changed = (before: Listing['files'], output: string, text: string): Listing['files'] => {
  const files = new Map(before)
  const fields = output.split('\0')
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, mode, , oid, status] = (fields[at] as string).split(' ')
    const path = fields[at + 1] as string
    if (status === 'D') files.delete(path)
    else if (lowerCase(nameOf(path)).includes(text))
      files.set(path, { mode: mode as FileMode, oid: oid as Oid })
  }
  return files
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const latin1 = (text: string): string => encodePath(text).toString('latin1')
const lowerCase = (bytes: string): string => bytes.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

const entriesOf = (listing: Listing | null): readonly PathEntry[] | null =>
  listing &&
  [...listing.files]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, entry]) => ({ ...entry, path: decodePath(Buffer.from(path, 'latin1')) }))

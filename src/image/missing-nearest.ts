import { posix } from 'node:path'
import { distance } from 'fastest-levenshtein'
import type { Objects, Oid } from '../words.js'

/** Enough to find a slip in; a context of more is seldom copied by name. */
const MOST = 20_000

/** Paths of files and folders below a tree, without what is below other people's. */
export const pathsBelow = async (objects: Objects, tree: Oid): Promise<readonly string[]> => {
  const paths: string[] = []
  const waiting = [{ oid: tree, path: '' }]
  for (let at = waiting.shift(); at && paths.length < MOST; at = waiting.shift())
    for (const { mode, oid, name } of await objects.tree(at.oid)) {
      const path = posix.join(at.path, name)
      paths.push(path)
      if (mode === '040000' && name !== 'node_modules' && name !== 'vendor') waiting.push({ oid, path })
    }
  return paths
}

/** What somebody may have meant by a path that is not there: another case, another folder, a slip of a finger. */
export const nearestPath = (path: string, paths: readonly string[]): string | null => {
  const lower = path.toLowerCase()
  const found =
    paths.find((one) => one.toLowerCase() === lower) ??
    shortest(paths.filter((one) => `/${one}`.endsWith(`/${path}`) || `/${path}`.endsWith(`/${one}`))) ??
    only(paths.filter((one) => posix.basename(one).toLowerCase() === posix.basename(lower)))
  return found ?? slip(path, paths)
}

const only = (paths: readonly string[]): string | undefined => (paths.length === 1 ? paths[0] : undefined)

const shortest = (paths: readonly string[]): string | undefined =>
  [...paths].sort((a, b) => b.length - a.length).at(-1)

/** One letter in five may be wrong. */
const slip = (path: string, paths: readonly string[]): string | null => {
  const ranked = paths
    .map((one) => ({ one, far: distance(path, one) }))
    .filter(({ far }) => far <= Math.max(1, Math.floor(path.length / 5)))
    .sort((a, b) => a.far - b.far)
  return ranked[0]?.one ?? null
}

import { posix } from 'node:path'
import type { Objects, Oid } from '../words.js'
import { readIgnoreFile } from './ignore.js'
import { type Picked, pick } from './pick.js'
import { children, FOLDER, type Found } from './tree.js'

export { type Found, textAt } from './tree.js'

/** A build context as BuildKit sees it: one folder of a commit, less what its ignore file leaves out. Paths are the repository's. */
export interface Context {
  /** Everything that is not ignored. */
  all(): Promise<readonly Found[]>
  /** What a COPY source names: a path or a pattern, relative to the context, clamped to it. */
  pick(source: string): Promise<Picked>
}

export const openContext = (
  objects: Objects,
  folder: string,
  tree: Oid,
  ignoreFile: string | null,
): Context => {
  const ignores = ignoreFile === null ? null : readIgnoreFile(ignoreFile)
  const walked = new Map<string, Promise<readonly Found[]>>()
  const placed = (found: Found): Found => ({ ...found, path: posix.join(folder, found.path) })

  const walk = (node: Found): Promise<readonly Found[]> => {
    const known = walked.get(node.path)
    if (known) return known
    const result = expandNode(node)
    walked.set(node.path, result)
    return result
  }
  const expandNode = async (node: Found): Promise<readonly Found[]> => {
    if (!ignores) return [placed(node)]
    if (node.mode !== FOLDER) return ignores(node.path) ? [] : [placed(node)]
    return walkAll(await children(objects, node))
  }
  const walkAll = async (nodes: readonly Found[]) => (await Promise.all(nodes.map(walk))).flat()

  const root: Found = { mode: FOLDER, oid: tree, path: '.' }
  return {
    all: () => walk(root),
    pick: async (source) => {
      const picked = await pick(objects, root, source)
      if (picked.kind === 'lost') return { kind: 'lost', path: posix.join(folder, picked.path) }
      return { kind: 'found', found: await walkAll(picked.found), links: await walkAll(picked.links) }
    },
  }
}

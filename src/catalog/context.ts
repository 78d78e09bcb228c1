import { posix } from 'node:path'
import type { FileMode, Objects, Oid, TreeEntry } from '../words.js'
import { readIgnoreFile } from './ignore.js'
import { isPattern, segmentPattern } from './match.js'

/** A file, or a folder with everything below it; `path` is relative to the repository's root, `.` for the root itself. */
export interface Found {
  readonly path: string
  readonly mode: FileMode
  readonly oid: Oid
}

export type Picked =
  | { readonly kind: 'found'; readonly found: readonly Found[] }
  /** A symbolic link stands on the way; BuildKit follows it, we do not yet. */
  | { readonly kind: 'link'; readonly path: string }

/** A build context as BuildKit sees it: one folder of a commit, less what its ignore file leaves out. */
export interface Context {
  /** Everything that is not ignored. */
  all(): Promise<readonly Found[]>
  /** What a COPY source names: a path or a pattern, relative to the context, clamped to it. */
  pick(source: string): Promise<Picked>
}

interface Node {
  readonly mode: FileMode
  readonly oid: Oid
  /** Relative to the context; empty for the context itself. */
  readonly path: string
}

const FOLDER: FileMode = '040000'
const LINK: FileMode = '120000'

export const under = (folder: string, path: string): string => posix.join(folder, path)

/** `./a/../b/` as `b`; what climbs out of the context is clamped to its root, as BuildKit does. */
const segmentsOf = (source: string): string[] =>
  posix
    .normalize(`/${source}`)
    .split('/')
    .filter((segment) => segment !== '')

export const openContext = (
  objects: Objects,
  folder: string,
  tree: Oid,
  ignoreFile: string | null,
): Context => {
  const ignores = ignoreFile === null ? null : readIgnoreFile(ignoreFile)
  const walked = new Map<string, Promise<readonly Found[]>>()
  const found = ({ mode, oid, path }: Node): Found => ({ mode, oid, path: under(folder, path) })

  const walk = (node: Node): Promise<readonly Found[]> => {
    const known = walked.get(node.path)
    if (known) return known
    const result = expandNode(node)
    walked.set(node.path, result)
    return result
  }
  const expandNode = async (node: Node): Promise<readonly Found[]> => {
    if (!ignores) return [found(node)]
    if (node.mode !== FOLDER) return ignores(node.path) ? [] : [found(node)]
    return (await Promise.all((await children(objects, node)).map(walk))).flat()
  }

  const root: Node = { mode: FOLDER, oid: tree, path: '' }
  const all = () => walk(root)
  return {
    all,
    pick: async (source) => {
      const end = await descend(objects, root, segmentsOf(source))
      if (end.kind === 'link') return { kind: 'link', path: under(folder, end.path) }
      return { kind: 'found', found: (await Promise.all(end.nodes.map(walk))).flat() }
    },
  }
}

const children = async (objects: Objects, { oid, path }: Node): Promise<Node[]> =>
  (await objects.tree(oid)).map((entry) => ({
    mode: entry.mode,
    oid: entry.oid,
    path: posix.join(path, entry.name),
  }))

type Descent =
  | { readonly kind: 'nodes'; readonly nodes: readonly Node[] }
  | { readonly kind: 'link'; readonly path: string }

/** Follows a source segment by segment; a pattern may open several ways. */
const descend = async (objects: Objects, root: Node, segments: readonly string[]): Promise<Descent> => {
  let nodes: readonly Node[] = [root]
  for (const segment of segments) {
    const folders = nodes.filter(({ mode }) => mode === FOLDER)
    nodes = (await Promise.all(folders.map((node) => matching(objects, node, segment)))).flat()
    const link = nodes.find(({ mode }) => mode === LINK)
    if (link) return { kind: 'link', path: link.path }
  }
  return { kind: 'nodes', nodes }
}

const matching = async (objects: Objects, node: Node, segment: string): Promise<Node[]> => {
  const test = isPattern(segment) ? segmentPattern(segment) : null
  const hit = ({ name }: TreeEntry) => (test ? test.test(name) : name === segment)
  return (await objects.tree(node.oid))
    .filter(hit)
    .map((entry) => ({ mode: entry.mode, oid: entry.oid, path: posix.join(node.path, entry.name) }))
}

/** The entry at a path of a commit's tree; null where there is none. `.` names the tree itself. */
export const entryAt = async (objects: Objects, root: Oid, path: string): Promise<Found | null> => {
  let at: Node = { mode: FOLDER, oid: root, path: '' }
  for (const segment of segmentsOf(path)) {
    if (at.mode !== FOLDER) return null
    const next = (await children(objects, at)).find((child) => child.path === posix.join(at.path, segment))
    if (!next) return null
    at = next
  }
  return { mode: at.mode, oid: at.oid, path: at.path || '.' }
}

export const textAt = async (objects: Objects, root: Oid, path: string): Promise<string | null> => {
  const entry = await entryAt(objects, root, path)
  if (!entry || entry.mode === FOLDER) return null
  return new TextDecoder().decode(await objects.blob(entry.oid))
}

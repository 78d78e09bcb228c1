import type { Because, Input } from '../catalog/inputs.js'
import { type PathTree, pathTree } from '../catalog/path-tree.js'
import type { FileMode, Objects } from '../words.js'
import type { InputChange } from './planned.js'

type Leaf = Omit<Input, 'path'>
type Node = PathTree<Leaf>

const FOLDER: FileMode = '040000'

/**
 * How the inputs differ, file by file, but for no more than `most`. Whether a folder is an input itself or all that is
 * in it makes no difference; one that is the same in both is not read.
 */
export const changedInputs = async (
  objects: Objects,
  before: readonly Input[],
  after: readonly Input[],
  most: number,
): Promise<InputChange[]> => {
  const changes: InputChange[] = []
  const compare = async (path: string, old: Node | undefined, now: Node | undefined): Promise<void> => {
    if (changes.length >= most || isSame(old, now)) return
    const entries = await bothEntries(objects, old, now)
    if (!entries) changes.push(change(path, old, now))
    for (const [name, one, other] of entries ?? [])
      await compare(path === '.' ? name : `${path}/${name}`, one, other)
  }
  await compare('.', pathTree('.', before), pathTree('.', after))
  return changes
}

const isSame = (old: Node | undefined, now: Node | undefined): boolean =>
  old === now || (isLeaf(old) && isLeaf(now) && old.oid === now.oid && old.mode === now.mode)

const isLeaf = (node: Node | undefined): node is Leaf => node !== undefined && !(node instanceof Map)

/** Null where a file is told as one, or a folder that came or went as a whole. */
const bothEntries = async (
  objects: Objects,
  old: Node | undefined,
  now: Node | undefined,
): Promise<[string, Node | undefined, Node | undefined][] | null> => {
  if ((old === undefined && isLeaf(now)) || (now === undefined && isLeaf(old))) return null
  const [one, other] = await Promise.all([entriesOf(objects, old), entriesOf(objects, now)])
  if (!one || !other) return null
  const names = [...new Set([...one.keys(), ...other.keys()])].sort()
  return names.map((name) => [name, one.get(name), other.get(name)])
}

/** Null for a file. */
const entriesOf = async (objects: Objects, node: Node | undefined): Promise<Map<string, Node> | null> => {
  if (!isLeaf(node)) return node ?? new Map()
  if (node.mode !== FOLDER) return null
  const { because } = node
  return new Map((await objects.tree(node.oid)).map(({ name, mode, oid }) => [name, { mode, oid, because }]))
}

const change = (path: string, old: Node | undefined, now: Node | undefined): InputChange => ({
  path,
  change: kindOf(old, now),
  ...(becauseOf(now) ?? (becauseOf(old) as Because)),
})

export const kindOf = (old: unknown, now: unknown): InputChange['change'] => {
  if (!old) return 'added'
  return now ? 'modified' : 'removed'
}

const becauseOf = (node: Node | undefined): Because | undefined =>
  node instanceof Map ? becauseOf(node.values().next().value) : node?.because

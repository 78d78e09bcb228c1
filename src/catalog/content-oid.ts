import { createHash } from 'node:crypto'
import type { Oid } from '../words.js'
import type { Input } from './inputs.js'
import { type PathTree, pathTree } from './path-tree.js'
import { FOLDER } from './tree.js'

type Content = Pick<Input, 'path' | 'mode' | 'oid'>

/**
 * The id of the git tree that holds exactly these inputs. So it makes no difference whether a folder is told as one, or by
 * all that is in it; nor what else the repository has beside them: files that an ignore file leaves out come and go unseen.
 */
export const contentOid = (folder: string, inputs: readonly Content[]): Oid =>
  nodeOid(pathTree(folder, inputs), hashOf(inputs))

type Node = PathTree<Content>
type Hash = 'sha1' | 'sha256'

/** A repository's ids tell which hash it counts with. */
const hashOf = ([first]: readonly Content[]): Hash => (first?.oid.length === 64 ? 'sha256' : 'sha1')

const nodeOid = (node: Node, hash: Hash): Oid => (node instanceof Map ? treeOid(node, hash) : node.oid)

/** As git writes a tree: sorted by bytes, a folder as if its name ended in `/`. */
const treeOid = (folder: ReadonlyMap<string, Node>, hash: Hash): Oid => {
  const entries = [...folder].map(([name, node]) => entryOf(name, node, hash))
  entries.sort((a, b) => Buffer.compare(a.order, b.order))
  const body = Buffer.concat(entries.map(({ bytes }) => bytes))
  return createHash(hash).update(`tree ${body.length}\0`).update(body).digest('hex') as Oid
}

const entryOf = (name: string, node: Node, hash: Hash): { order: Buffer; bytes: Buffer } => {
  const mode = node instanceof Map ? FOLDER : node.mode
  const encoded = bytesOf(name)
  const head = Buffer.concat([Buffer.from(`${mode.replace(/^0/, '')} `), encoded, Buffer.of(0)])
  return {
    order: mode === FOLDER ? Buffer.concat([encoded, Buffer.from('/')]) : encoded,
    bytes: Buffer.concat([head, Buffer.from(nodeOid(node, hash), 'hex')]),
  }
}

/** A lone surrogate U+DC80…U+DCFF stands for one byte that is no UTF-8. */
const bytesOf = (name: string): Buffer =>
  name.isWellFormed()
    ? Buffer.from(name)
    : Buffer.concat(
        [...name].map((ch) => {
          const code = ch.codePointAt(0) as number
          return code >= 0xdc80 && code <= 0xdcff ? Buffer.of(code - 0xdc00) : Buffer.from(ch)
        }),
      )

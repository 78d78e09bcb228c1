import type { FileMode, Oid, TreeEntry } from '../../words.js'
import { decodePath } from './paths.js'

const MODES: ReadonlyMap<number, FileMode> = new Map([
  [0o40000, '040000'],
  [0o100644, '100644'],
  [0o100664, '100644'], // written by very old versions of git, which read it as 100644
  [0o100755, '100755'],
  [0o120000, '120000'],
  [0o160000, '160000'],
])

const [SPACE, ZERO] = [32, 48]

/**
 * The entries of a raw git tree: `MODE NAME\0ID` again and again; the id has half the length of its hex form. Trees are what
 * planning reads most of: texts are cut out of two that hold the whole tree, instead of being made one by one.
 */
export const parseTree = (body: Buffer, idLength: number): TreeEntry[] => {
  const entries: TreeEntry[] = []
  const [text, ids] = [body.toString('latin1'), body.toString('hex')]
  for (let at = 0; at < body.length; at += idLength) {
    let digits = 0
    for (; at < body.length && body[at] !== SPACE; at++) digits = digits * 8 + (body[at] as number) - ZERO
    const mode = MODES.get(digits)
    if (!mode) throw new Error(`unknown mode in a git tree: ${digits.toString(8)}`)
    const start = ++at
    let bits = 0
    for (; at < body.length && body[at] !== 0; at++) bits |= body[at] as number
    const name = bits < 128 ? text.slice(start, at) : decodePath(body.subarray(start, at))
    at++
    entries.push({ mode, name, oid: ids.slice(2 * at, 2 * (at + idLength)) as Oid })
  }
  return entries
}

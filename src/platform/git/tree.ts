import type { FileMode, Oid, TreeEntry } from '../../words.js'
import { decodePath } from './paths.js'

const MODES: Readonly<Record<string, FileMode>> = {
  '40000': '040000',
  '100644': '100644',
  '100664': '100644', // written by very old versions of git, which read it as 100644
  '100755': '100755',
  '120000': '120000',
  '160000': '160000',
}

/** The entries of a raw git tree: `MODE NAME\0ID` again and again; the id has half the length of its hex form. */
export const parseTree = (body: Buffer, idLength: number): TreeEntry[] => {
  const entries: TreeEntry[] = []
  for (let at = 0; at < body.length; ) {
    const space = body.indexOf(32, at)
    const end = body.indexOf(0, space)
    const mode = MODES[body.toString('latin1', at, space)]
    if (!mode) throw new Error(`unknown mode in a git tree: ${body.toString('latin1', at, space)}`)
    entries.push({
      mode,
      name: decodePath(body.subarray(space + 1, end)),
      oid: body.toString('hex', end + 1, end + 1 + idLength) as Oid,
    })
    at = end + 1 + idLength
  }
  return entries
}

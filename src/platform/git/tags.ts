import { isOid, type Oid } from '../../words.js'
import type { Tag } from './git.js'

/** One row a tag, its fields apart by NUL, its end marked: a message may hold anything else. */
export const TAG_FORMAT = '%(refname:strip=2)%00%(objectname)%00%(*objectname)%00%(contents)%01'

/** Reads what `git for-each-ref --format=TAG_FORMAT` printed. */
export const parseTags = (output: string): Tag[] =>
  output
    .split('\x01')
    .map((row) => row.replace(/^\n/, '').split('\0'))
    .filter((cells) => cells.length === 4)
    .map(([name = '', object = '', peeled = '', contents = '']) => ({
      name,
      commit: (isOid(peeled) ? peeled : object) as Oid,
      message: isOid(peeled) ? contents.trim() : '',
    }))

import type { Oid } from '../../words.js'
import type { LoggedCommit } from './git.js'
import { decodePath } from './paths.js'

/** One commit is `ID NUL PARENTS NUL MESSAGE NUL NUL`, then a pair `:MODE MODE ID ID STATUS NUL PATH NUL` for each path. */
export const LOG_FORMAT = '--format=%H%x00%P%x00%B%x00'

/** Nothing of this may hang on what somebody has configured. A merge by itself changes nothing: what it merges does. */
export const LOG_OPTIONS = [
  LOG_FORMAT,
  '-z',
  '--raw',
  '--topo-order',
  '--root',
  '--no-renames',
  '--no-relative',
  '--no-diff-merges',
  '--no-show-signature',
  '--ignore-submodules=none',
  '--encoding=UTF-8',
]

/** Reads what `git log` printed, each byte as one character: neither a message nor a path can hold the NUL between them. */
export const parseLog = (output: string): LoggedCommit[] => {
  const fields = output.split('\0')
  const commits: LoggedCommit[] = []
  for (let at = 0; at + 3 < fields.length; ) {
    const [oid = '', parents = '', message = ''] = fields.slice(at, at + 3)
    const paths: string[] = []
    for (at += 4; isChange(fields[at]); at += 2) paths.push(pathOf(fields[at + 1] ?? ''))
    commits.push({
      oid: oid as Oid,
      parents: parents.split(' ').filter((parent) => parent !== '') as Oid[],
      message: Buffer.from(message, 'latin1').toString(),
      paths,
    })
  }
  return commits
}

/** The first one stands on a line of its own. */
const isChange = (field: string | undefined): boolean => /^\n?:/.test(field ?? '')

const pathOf = (bytes: string): string => decodePath(Buffer.from(bytes, 'latin1'))

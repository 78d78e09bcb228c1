import type { Oid } from '../../words.js'
import type { CommitFacts } from './git.js'

/** Reads a raw commit. What it says of its parents holds in a shallow clone too, where `git log` hides them. */
export const parseCommit = (body: Buffer): CommitFacts => {
  const [header = ''] = body.toString('latin1').split('\n\n', 1)
  const lines = header.split('\n')
  const values = (name: string) =>
    lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1))
  return {
    tree: values('tree')[0] as Oid,
    parents: values('parent') as Oid[],
    time: Number(/ (\d+) [+-]\d+$/.exec(values('committer')[0] ?? '')?.[1] ?? 0),
  }
}

import type { Oid } from '../words.js'

/** A step of the history, with the paths that it changed: of a merge none. */
export interface Commit {
  readonly oid: Oid
  readonly parents: readonly Oid[]
  readonly message: string
  readonly paths: readonly string[]
}

export const headerOf = ({ message }: Pick<Commit, 'message'>): string =>
  message.trimStart().split('\n', 1)[0]?.trim() || '(no message)'

/** Of what was read, the commits that one commit has and another does not, in the order in which they were read. */
export const between = (log: readonly Commit[], base: Oid | null, head: Oid): readonly Commit[] => {
  const parents = new Map(log.map((commit) => [commit.oid, commit.parents]))
  const [old, now] = [reachable(parents, base), reachable(parents, head)]
  return log.filter(({ oid }) => now.has(oid) && !old.has(oid))
}

const reachable = (parents: ReadonlyMap<Oid, readonly Oid[]>, from: Oid | null): ReadonlySet<Oid> => {
  const seen = new Set<Oid>()
  const open = from === null ? [] : [from]
  for (let oid = open.pop(); oid !== undefined; oid = open.pop()) {
    if (seen.has(oid)) continue
    seen.add(oid)
    open.push(...(parents.get(oid) ?? []))
  }
  return seen
}

const REVERTS = /^This reverts commit ([0-9a-f]{7,64})\b/m

/** What was taken back in the meantime, and the commit that took it back, come to nothing. Newest first. */
export const withoutReverted = (commits: readonly Commit[]): readonly Commit[] => {
  const gone = new Set<Oid>()
  for (const commit of commits) {
    const reverted = gone.has(commit.oid) ? undefined : REVERTS.exec(commit.message)?.[1]
    const target = reverted && commits.find(({ oid }) => oid.startsWith(reverted))
    if (!target || target.oid === commit.oid || gone.has(target.oid)) continue
    gone.add(commit.oid)
    gone.add(target.oid)
  }
  return commits.filter(({ oid }) => !gone.has(oid))
}

import { nullIfRefused } from '../../catalog/refusals.js'
import type { Known, Snapshot } from '../../changes/affected.js'
import type { ImageEntry } from '../../ledger/entries.js'
import type { Ledger } from '../../ledger/read.js'
import type { Git } from '../../platform/git/git.js'
import type { Oid } from '../../words.js'
import type { CommitView } from '../commit-view.js'
import { comesAfter } from '../revisions.js'
import { distance, type Memory, snapshotOrWhy } from './memory.js'

export type View = (commit: Oid) => Promise<CommitView>

/** The ledger as it is read for one plan. Old commits are looked into only where there is something to explain. */
export const memoryOfLedger = async (
  git: Git,
  { images }: Ledger,
  snapshots: readonly Snapshot[],
  view: View,
): Promise<Memory> => {
  const before = await viewsOf(git, commitsToExplain(snapshots, images), view)
  return {
    names: new Map([...images].map(([name, { fingerprint }]) => [name, fingerprint])),
    known: async (now) => {
      const entry = images.get(now.service.name)
      return entry ? knownFrom(entry, before.get(entry.commit)) : null
    },
  }
}

const commitsToExplain = (snapshots: readonly Snapshot[], images: Ledger['images']): readonly Oid[] => {
  const entries = snapshots.flatMap((now) => {
    const entry = images.get(now.service.name)
    return entry && distance(now, factsOf(entry)) > 0 ? [entry.commit] : []
  })
  return [...new Set(entries)]
}

const factsOf = ({ commit, fingerprint, testFingerprint }: ImageEntry): Known => ({
  commit,
  fingerprint,
  testFingerprint,
  snapshot: { missing: `the commit ${commit.slice(0, 7)} of the last good image is not in this clone` },
})

/** All at once, and only to say why: what cannot be had is done without. */
const viewsOf = async (
  git: Git,
  commits: readonly Oid[],
  view: View,
): Promise<ReadonlyMap<Oid, CommitView>> => {
  const here = (await git.bring(commits).catch(nullIfRefused)) ?? new Set()
  const views = commits
    .filter((commit) => here.has(commit))
    .map(async (one) => [one, await view(one)] as const)
  return new Map(await Promise.all(views))
}

const knownFrom = async (entry: ImageEntry, then: CommitView | undefined): Promise<Known> => {
  const known = factsOf(entry)
  return then ? { ...known, snapshot: await snapshotOrWhy(then, entry.service) } : known
}

interface Compared {
  readonly name: string
  /** The commit of the ledger's entry. */
  readonly since: Oid
}

/** For whoever plans an old commit once more: what is built of it is not what the next run will compare with. */
export const warnOfNewer = async (
  git: Git,
  head: Oid,
  compared: readonly Compared[],
): Promise<readonly string[]> => {
  const commits = [...new Set(compared.map(({ since }) => since))]
  const after = await Promise.all(commits.map((commit) => isNewer(git, commit, head)))
  const newer = new Set(commits.filter((_, at) => after[at]))
  const names = compared.filter(({ since }) => newer.has(since)).map(({ name }) => name)
  if (names.length === 0) return []
  return [
    `the ledger holds images of newer commits: ${names.join(', ')}; what is built here will not replace them`,
  ]
}

/** A commit that was made earlier is not looked at further: clocks may differ, and this is but a warning. */
const isNewer = async (git: Git, commit: Oid, head: Oid): Promise<boolean> => {
  const [one, other] = await Promise.all([git.facts(commit).catch(nullIfRefused), git.facts(head)])
  return one !== null && one.time >= other.time && comesAfter(git, commit, head)
}

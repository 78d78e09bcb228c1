import { nullIfRefused } from '../catalog/refusals.js'
import { type Comparison, LEDGER, type Place } from '../changes/event.js'
import type { Git } from '../platform/git/git.js'
import { isOid, type Oid, StaggerError } from '../words.js'

export interface RevisionRequest {
  /** The revision to plan; by default what is checked out, or what the event is about. */
  readonly head: string | null
  /** Stands in for the ledger, and for what the event asks for. */
  readonly base: string | null
  /** What the event asks for. */
  readonly comparison?: Comparison
}

/** The commit to plan, and what it is compared with. */
export type Revisions =
  | { readonly kind: 'ledger'; readonly head: Oid }
  | {
      readonly kind: 'bases'
      readonly head: Oid
      /** None: it has nothing in common with what it is compared with. */
      readonly bases: readonly Oid[]
      readonly warnings: readonly string[]
    }
  | { readonly kind: 'nothing'; readonly head: Oid; readonly why: string }

/** Finds the commits that a request means, and brings those that are not in this clone. */
export const revisionsOf = async (git: Git, request: RevisionRequest): Promise<Revisions> => {
  const { comparison = LEDGER, base } = request
  if (base !== null) return onBases(await headOf(git, request, comparison), [await named(git, base)])
  switch (comparison.kind) {
    case 'ledger':
      return { kind: 'ledger', head: await headOf(git, request, comparison) }
    case 'commit':
      return onBases(await headOf(git, request, comparison), [await broughtFrom(git, comparison.against)])
    case 'merge-base':
      return ofChange(git, await headOf(git, request, comparison), comparison)
    case 'nothing':
      if (request.head !== null) return { kind: 'ledger', head: await named(git, request.head) }
      return { kind: 'nothing', head: await anyHead(git), why: comparison.why }
  }
}

const onBases = (head: Oid, bases: readonly Oid[], warnings: readonly string[] = []): Revisions => ({
  kind: 'bases',
  head,
  bases,
  warnings,
})

const headOf = async (git: Git, { head }: RevisionRequest, comparison: Comparison): Promise<Oid> => {
  if (head !== null) return named(git, head)
  const checkedOut = await git.commit('HEAD')
  if (comparison.kind !== 'merge-base' || comparison.planned === 'checked-out') return checkedOut
  const { change } = comparison
  const isIt = checkedOut === change.commit || (await merged(git, checkedOut, change.commit)) !== null
  return isIt ? checkedOut : broughtFrom(git, change)
}

/** A commit's own name may be that of one which this clone does not hold yet. */
const named = async (git: Git, revision: string): Promise<Oid> => {
  if (isOid(revision)) await git.bring([revision])
  return git.commit(revision)
}

type Change = Extract<Comparison, { kind: 'merge-base' }>

/** What a change does to the branch that it will be merged into, and nothing that happened there meanwhile. */
const ofChange = async (git: Git, head: Oid, { change, against }: Change): Promise<Revisions> => {
  const other = await merged(git, head, change.commit)
  if (other !== null) return onBases(head, [await broughtFrom(git, { commit: other, ref: against.ref })])
  const bases = await git.mergeBases(head, against.commit)
  for (const base of bases) await broughtFrom(git, { commit: base, ref: against.ref })
  return onBases(head, bases, cautions(head, against, bases))
}

/** What a commit merges the change into: the other one of its two parents. Null where it is no such merge. */
const merged = async (git: Git, commit: Oid, change: Oid): Promise<Oid | null> => {
  const { parents } = await git.facts(commit)
  const [other, ...more] = parents.filter((parent) => parent !== change)
  return parents.length === 2 && more.length === 0 && other !== undefined ? other : null
}

const cautions = (head: Oid, { ref }: Place, bases: readonly Oid[]): readonly string[] => {
  if (bases.length === 1) return []
  const short = head.slice(0, 7)
  if (bases.length === 0)
    return [`${short} and ${ref} have no commit in common: every service counts as affected`]
  const names = bases.map((base) => base.slice(0, 7)).join(', ')
  return [
    `${short} and ${ref} have merged each other and meet at ${names}: what differs from any of them counts as affected`,
  ]
}

const broughtFrom = async (git: Git, { commit, ref }: Place): Promise<Oid> => {
  if ((await git.bring([commit], ref)).has(commit)) return commit
  throw new StaggerError({
    code: 'commit-gone',
    fault: 'world',
    problem: `the commit ${commit.slice(0, 12)} that this run is about is not to be had`,
    why: `neither this clone nor its remote 'origin' holds it, also not at ${ref}: that was pushed over since`,
    fix: 'look at the run of the newest commit; or name the revision to compare with: --base REV',
  })
}

/** Of a plan for nothing: what happens to be checked out, or no commit, as git writes it. */
const anyHead = async (git: Git): Promise<Oid> =>
  (await git.commit('HEAD').catch(nullIfRefused)) ?? ('0'.repeat(40) as Oid)

/**
 * Whether one commit comes after another. Where nobody can say (its history was pushed over, the remote does not
 * answer) it does not: an entry of the ledger that is replaced by mistake costs its service one look-up and is put
 * right by the next run, one that is never replaced again would leave its service affected for ever.
 */
export const comesAfter = async (git: Git, later: Oid, earlier: Oid): Promise<boolean> => {
  if (later === earlier) return false
  const bases = await git.mergeBases(earlier, later).catch(nullIfRefused)
  return bases?.includes(earlier) ?? false
}

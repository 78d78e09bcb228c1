import * as v from 'valibot'
import { isOid, type Oid, StaggerError } from '../words.js'

/** A commit, and the ref of the remote that brings it. */
export interface Place {
  readonly commit: Oid
  readonly ref: string
}

/** What a commit is compared with, and which commit that is, where the event decides it. */
export type Comparison =
  /** What is known to be good. Never what a branch was `before`: a cancelled run would lose its changes. */
  | { readonly kind: 'ledger' }
  /** A commit that the planned one stands on. */
  | { readonly kind: 'commit'; readonly against: Place }
  /** What a pull request does to the branch that it will be merged into. */
  | {
      readonly kind: 'merge-base'
      readonly change: Place
      readonly against: Place
      /** `change`: what is checked out is the branch's own commit, and says nothing of the pull request. */
      readonly planned: 'checked-out' | 'change'
    }
  /** There is no commit to plan. */
  | { readonly kind: 'nothing'; readonly why: string }

export const LEDGER: Comparison = { kind: 'ledger' }

/**
 * The right thing to compare with, for every event of GitHub's. What is not a proposal to change a branch is
 * compared with the ledger, also events that nobody has heard of yet: content decides, whatever happened.
 */
export const comparisonOf = (event: string, payload: unknown): Comparison => {
  if (event === 'push') return ofPush(payload)
  if (event === 'delete') return ofDeletion(payload)
  if (event === 'merge_group') return ofMergeGroup(payload)
  return event.startsWith('pull_request') ? ofPullRequest(event, payload) : LEDGER
}

const commit = v.pipe(v.string(), v.check(isOid, 'no commit id')) as unknown as v.GenericSchema<Oid>
const name = v.pipe(v.string(), v.minLength(1, 'empty'))
const fullRef = v.pipe(v.string(), v.startsWith('refs/'))

const push = v.object({ deleted: v.optional(v.boolean()), ref: v.optional(name) })

const ofPush = (payload: unknown): Comparison => {
  const { deleted, ref = 'the ref' } = checked('push', push, payload)
  return deleted ? { kind: 'nothing', why: `${ref} was deleted` } : LEDGER
}

const deletion = v.object({ ref: name, ref_type: name })

const ofDeletion = (payload: unknown): Comparison => {
  const { ref, ref_type: type } = checked('delete', deletion, payload)
  return { kind: 'nothing', why: `the ${type} ${ref} was deleted` }
}

const mergeGroup = v.object({ merge_group: v.object({ base_sha: commit, base_ref: fullRef }) })

/** The group stands on its base, so all of its pull requests count, however many they are. */
const ofMergeGroup = (payload: unknown): Comparison => {
  const { base_sha, base_ref } = checked('merge_group', mergeGroup, payload).merge_group
  return { kind: 'commit', against: { commit: base_sha, ref: base_ref } }
}

const pullRequest = v.object({
  pull_request: v.object({
    number: v.pipe(v.number(), v.integer(), v.minValue(1)),
    head: v.object({ sha: commit }),
    base: v.object({ sha: commit, ref: name }),
  }),
})

/** The ref `refs/pull/N/head` stands in the repository itself, also where the branch is a fork's. */
const ofPullRequest = (event: string, payload: unknown): Comparison => {
  const { number, head, base } = checked(event, pullRequest, payload).pull_request
  return {
    kind: 'merge-base',
    change: { commit: head.sha, ref: `refs/pull/${number}/head` },
    against: { commit: base.sha, ref: `refs/heads/${base.ref}` },
    planned: event === 'pull_request_target' ? 'change' : 'checked-out',
  }
}

/** Guessing what to compare with would hide changes: a payload that does not say it is refused. */
const checked = <T>(event: string, schema: v.GenericSchema<unknown, T>, payload: unknown): T => {
  const result = v.safeParse(schema, payload)
  if (result.success) return result.output
  throw new StaggerError({
    code: 'event-payload',
    fault: 'caller',
    problem: `the payload of the event ${event} does not say what to compare with`,
    why: result.issues.map((issue) => `${v.getDotPath(issue) ?? 'all of it'}: ${issue.message}`).join('\n'),
    fix: 'look at the file that GITHUB_EVENT_PATH names; or say it yourself: --base REV --head REV, or the inputs `base` and `head`',
  })
}

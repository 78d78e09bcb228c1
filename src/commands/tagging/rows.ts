import { newestStable } from '../../version/next.js'
import { WAITS } from '../../version/reason.js'
import type { TaggedService } from '../../version/result.js'
import type { Unit } from '../../version/unit.js'
import type { Problem } from '../../words.js'
import type { Numbered, Prepared } from './number.js'

const NOTHING = {
  version: null,
  previous: null,
  bump: null,
  digest: null,
  because: null,
  changelog: null,
  release: null,
} as const

/** A version is for all services of a unit, and so is what stands in its way. */
export const failedRows = ({ members, group }: Unit, problem: Problem): readonly TaggedService[] =>
  members.map(({ service: { name }, image: { fingerprint } }) => ({
    ...NOTHING,
    name,
    group,
    fingerprint,
    outcome: 'failed',
    reason: problem.problem,
    problem,
  }))

/** Its image is the main branch's, which gives it a version: nothing is wrong where nobody asked for one by name. */
export const waitingRows = ({
  unit: { members, group },
  found,
  releases,
}: Prepared): readonly TaggedService[] =>
  members.map(({ service: { name }, image: { fingerprint } }) => ({
    ...NOTHING,
    name,
    group,
    fingerprint,
    previous: newestStable(releases)?.version ?? null,
    digest: found.get(name)?.digest ?? null,
    outcome: 'waiting',
    reason: WAITS,
    problem: null,
  }))

/** `release` is where GitHub has it, why it has not, or null where nobody wants one. */
export const rowsOf = (
  { members, group }: Unit,
  numbered: Numbered,
  dryRun: boolean,
  release: string | { readonly problem: Problem } | null,
): readonly TaggedService[] =>
  members.map(({ service: { name }, image: { fingerprint } }) => ({
    name,
    group,
    version: numbered.version,
    previous: numbered.previous,
    bump: numbered.bump,
    digest: numbered.images.get(name)?.digest ?? null,
    fingerprint,
    outcome: numbered.kind === 'kept' ? 'kept' : dryRun ? 'planned' : 'created',
    reason: numbered.reason,
    because: numbered.because,
    changelog: numbered.changelog || null,
    release: typeof release === 'string' ? release : null,
    problem: typeof release === 'string' ? null : (release?.problem ?? null),
  }))

import type { StoredRepository, Verdict } from '../../image/retention.js'
import type { KeptOrGone, SweptRepository } from '../../image/retention-result.js'

/** A repository, and what is to become of each of its images. */
export interface Decided {
  readonly stored: StoredRepository
  readonly verdicts: readonly Verdict[]
}

/** For a dry run. */
export const previewOf = ({ stored: { repository, service }, verdicts }: Decided): SweptRepository => ({
  repository,
  service,
  images: verdicts.map(
    ({ image: { digest, names, pushed }, decision, why, names: namesRemoved }): KeptOrGone => ({
      digest,
      names,
      pushed,
      outcome: decision === 'keep' ? 'kept' : 'planned',
      why,
      namesRemoved,
      problem: null,
    }),
  ),
})

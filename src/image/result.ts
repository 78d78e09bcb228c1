import type { Digest, Fingerprint, Problem, ServiceName, Version } from '../words.js'
import type { Findings } from './sarif.js'
import type { TestVerdict } from './testing/verdict.js'

/** `planned`: a dry run, which changed nothing. */
export type BuildOutcome = 'built' | 'reused' | 'failed' | 'planned'

export interface BuiltService {
  readonly name: ServiceName
  readonly fingerprint: Fingerprint | null
  /** Null where no registry knows the image: in the local engine only, or nowhere. */
  readonly digest: Digest | null
  readonly outcome: BuildOutcome
  /** Whether its tests are known to have passed, in this run or an earlier one; false where it has none. */
  readonly tested: boolean
  /** Where it is, with its host; null where it is nowhere. */
  readonly repository: string | null
  /** Of an image for several platforms, those that are there. Its own digest is null until all are. */
  readonly platforms: readonly { readonly platform: string; readonly digest: Digest | null }[]
  /** What each way of testing it came to in this run. */
  readonly verdicts: readonly TestVerdict[]
  /** What a scan has found; null where none ran, or it tells by its exit code alone. */
  readonly findings: Findings | null
  /** Whether its tests ran in this run. */
  readonly testsRan: boolean
  /** The names that its repository holds for it. */
  readonly tags: readonly string[]
  readonly version: Version | null
  readonly seconds: number
  /** Why it failed, or, in a dry run, would. */
  readonly problem: Problem | null
  /** What a dry run would do, in words. */
  readonly plan: readonly string[]
}

/** What was not built because it did not change, or was there. */
export interface Saved {
  readonly services: number
  /** How long their last builds took, where the ledger knows it. */
  readonly seconds: number
}

export interface BuildResult {
  readonly schema: 1
  readonly services: readonly BuiltService[]
  readonly saved: Saved
}

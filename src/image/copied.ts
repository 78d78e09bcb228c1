import type { Digest, Problem, ServiceName, Version } from '../words.js'

/** `there`: nothing was left to copy. `planned`: a dry run, which copied nothing. */
export type CopyOutcome = 'planned' | 'copied' | 'there' | 'failed'

export interface CopiedService {
  readonly name: ServiceName
  readonly version: Version | null
  readonly digest: Digest | null
  /** The repositories, from one to the other; null where it is in none. */
  readonly from: string | null
  readonly to: string
  /** What it is called there, or is to be. */
  readonly names: readonly string[]
  /** Names that are another image's there, which stays. */
  readonly taken: readonly string[]
  /** Signatures and attestations that refer to it. */
  readonly beside: number
  /** What was not there yet. */
  readonly manifests: number
  readonly blobs: number
  readonly outcome: CopyOutcome
  readonly problem: Problem | null
}

export interface CopyResult {
  readonly schema: 1
  readonly dryRun: boolean
  readonly services: readonly CopiedService[]
}

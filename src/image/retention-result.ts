import type { Digest, Instant, Problem, ServiceName } from '../words.js'

/** `planned`: a dry run, which removed nothing. */
export type ImageOutcome = 'kept' | 'planned' | 'removed' | 'failed'

export interface KeptOrGone {
  readonly digest: Digest
  readonly names: readonly string[]
  readonly pushed: Instant | null
  readonly outcome: ImageOutcome
  readonly why: string
  /** Of its names, those that go, or went, alone. */
  readonly namesRemoved: readonly string[]
  readonly problem: Problem | null
}

export interface SweptRepository {
  readonly repository: string
  readonly service: ServiceName
  readonly images: readonly KeptOrGone[]
}

export interface SweepResult {
  readonly schema: 1
  readonly dryRun: boolean
  readonly now: Instant
  readonly repositories: readonly SweptRepository[]
}

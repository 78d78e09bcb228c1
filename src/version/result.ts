import type { Digest, Fingerprint, Problem, ServiceName, Version } from '../words.js'

/** `kept`: it had this version already. `planned`: a dry run, which made nothing. */
export type TagOutcome = 'created' | 'kept' | 'planned' | 'failed'

export interface TaggedService {
  readonly name: ServiceName
  readonly version: Version | null
  readonly previous: Version | null
  readonly digest: Digest | null
  readonly fingerprint: Fingerprint | null
  readonly outcome: TagOutcome
  /** Why it has this version, or none. */
  readonly reason: string
  readonly problem: Problem | null
}

export interface TagResult {
  readonly schema: 1
  readonly services: readonly TaggedService[]
}

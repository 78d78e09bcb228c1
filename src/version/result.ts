import type { Digest, Fingerprint, Oid, Problem, ServiceName, Version } from '../words.js'
import type { Bump } from './bump.js'

/**
 * `kept`: it had this version already. `planned`: a dry run, which made nothing. `waiting`: a branch's run leaves it to
 * the main branch, whose image it has.
 */
export type TagOutcome = 'created' | 'kept' | 'planned' | 'waiting' | 'failed'

/** The commit that decided a version. */
export interface Because {
  readonly commit: Oid
  /** The first line of its message. */
  readonly header: string
  readonly path: string
  /** The services through which it came; empty where the path is an input of its own. */
  readonly through: readonly ServiceName[]
}

export interface TaggedService {
  readonly name: ServiceName
  /** The services that it is released with, by their one name. */
  readonly group: string | null
  readonly version: Version | null
  readonly previous: Version | null
  /** What counted up; null where nothing did. */
  readonly bump: Bump | null
  readonly digest: Digest | null
  readonly fingerprint: Fingerprint | null
  readonly outcome: TagOutcome
  /** Why it has this version, or none. */
  readonly reason: string
  readonly because: Because | null
  /** Markdown; null where nothing is new. */
  readonly changelog: string | null
  /** The address of its release on GitHub. */
  readonly release: string | null
  readonly problem: Problem | null
}

export interface TagResult {
  readonly schema: 1
  readonly services: readonly TaggedService[]
}

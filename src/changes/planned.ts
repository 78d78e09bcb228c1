import type { EdgeFingerprints, StageInputs, TestInputs } from '../catalog/inputs.js'
import type { Service } from '../catalog/service.js'
import type { Fingerprint, Oid, ServiceName } from '../words.js'

/** In the order in which they are met. */
export const NEEDS = ['build', 'test', 'deploy'] as const

/** What one service still needs before it is as good as the ledger's. */
export type Need = (typeof NEEDS)[number]
export type Change = 'added' | 'modified' | 'unchanged'

/** Inputs together with their digest; null where an untracked artifact leaves them undecided. */
export interface Fingerprinted {
  readonly fingerprint: Fingerprint | null
  readonly inputs: StageInputs
  /** What the images were made of that these start or copy from. */
  readonly edges: EdgeFingerprints
}

/** The same of the tests: one verdict for all the ways in which a service is tested. */
export interface FingerprintedTests extends Fingerprinted {
  readonly kinds: readonly TestInputs[]
}

export interface InputChange {
  readonly path: string
  /** The Dockerfile's instruction that reads it, and its line. */
  readonly instruction: string
  readonly line: number
  readonly change: 'added' | 'modified' | 'removed'
}

/** Why a service is affected. */
export type Reason =
  | ({ readonly kind: 'input' } & InputChange)
  /** A file that only its tests read. */
  | ({ readonly kind: 'tests' } & InputChange)
  /** More inputs changed than are listed. */
  | { readonly kind: 'more' }
  | { readonly kind: 'instructions'; readonly detail: string }
  | { readonly kind: 'argument'; readonly name: string }
  | { readonly kind: 'platforms'; readonly detail: string }
  /** Nothing is known of it: a new service, or no ledger. */
  | { readonly kind: 'unknown-before' }
  /** Its fingerprint differs, but what it was made from is not here to compare with. */
  | { readonly kind: 'not-comparable'; readonly detail: string }
  /** A source that git does not track: nobody can say whether it changed. */
  | { readonly kind: 'untracked'; readonly path: string; readonly line: number }
  /** It takes from the image of another service of this repository, and that one changed, or nobody can say. */
  | {
      readonly kind: 'service'
      readonly service: ServiceName
      readonly instruction: string
      readonly line: number
      readonly change: InputChange['change'] | 'undecided'
      /** From that service on to the one whose own inputs changed. */
      readonly path: readonly ServiceName[]
    }
  /** It has no tests, and the configuration requires them. */
  | { readonly kind: 'no-tests' }
  | { readonly kind: 'never-deployed' }
  | { readonly kind: 'other-image-deployed' }
  | { readonly kind: 'configuration' }

export interface PlannedService {
  readonly service: Service
  readonly image: Fingerprinted
  readonly test: FingerprintedTests | null
  /** The configuration's fingerprint in the environment that was asked for. */
  readonly configuration: Fingerprint | null
  readonly affected: boolean
  readonly needs: readonly Need[]
  readonly change: Change
  /** The image's fingerprint that the ledger, or the base, holds. */
  readonly previous: Fingerprint | null
  /** The commit that was compared with: the ledger's of its last good image, or the base. */
  readonly since: Oid | null
  readonly reasons: readonly Reason[]
}

/** A service that the ledger or the base knows and this commit does not have. */
export interface RemovedService {
  readonly name: ServiceName
  readonly previous: Fingerprint | null
}

export interface Plan {
  /** The commit that stood in for the ledger; null where the ledger itself was compared with. */
  readonly base: Oid | null
  readonly head: Oid
  /** In the order of the compose file, else by name. */
  readonly services: readonly PlannedService[]
  readonly removed: readonly RemovedService[]
  readonly warnings: readonly string[]
  /** Why there was no commit to plan: what was pushed was deleted. */
  readonly nothing?: string
}

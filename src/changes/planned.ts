import type { StageInputs } from '../catalog/inputs.js'
import type { Service } from '../catalog/service.js'
import type { Digest, Fingerprint, Oid } from '../words.js'

/** What one service still needs before it is as good as the ledger's. */
export type Need = 'build' | 'test' | 'deploy'
export type Change = 'added' | 'modified' | 'unchanged' | 'removed'

/** Inputs together with their digest; null where an untracked artifact leaves them undecided. */
export interface Fingerprinted {
  readonly fingerprint: Fingerprint | null
  readonly inputs: StageInputs
}

/** Why a service is affected. */
export type Reason =
  | {
      readonly kind: 'input'
      readonly path: string
      readonly instruction: string
      readonly line: number
      readonly change: 'added' | 'modified' | 'removed'
    }
  | { readonly kind: 'instructions'; readonly detail: string }
  | { readonly kind: 'argument'; readonly name: string }
  | { readonly kind: 'no-ledger-entry' }
  | { readonly kind: 'not-comparable'; readonly detail: string }
  | { readonly kind: 'untracked'; readonly path: string; readonly instruction: string; readonly line: number }
  | { readonly kind: 'never-deployed' }
  | { readonly kind: 'image'; readonly deployed: Digest; readonly built: Digest | null }
  | { readonly kind: 'configuration' }
  | {
      readonly kind: 'tests'
      readonly path: string
      readonly instruction: string
      readonly line: number
      readonly change: 'added' | 'modified' | 'removed'
    }

export interface PlannedService {
  readonly service: Service
  readonly image: Fingerprinted
  readonly test: Fingerprinted | null
  readonly configuration: Fingerprint | null
  readonly affected: boolean
  readonly needs: readonly Need[]
  readonly change: Change
  /** The fingerprint that the ledger, or the base, holds. */
  readonly previous: Fingerprint | null
  readonly reasons: readonly Reason[]
}

export interface Plan {
  readonly base: Oid | null
  readonly head: Oid
  readonly services: readonly PlannedService[]
  readonly warnings: readonly string[]
}

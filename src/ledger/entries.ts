import type { Digest, EnvironmentName, Fingerprint, Oid, Outcome, ServiceName, Version } from '../words.js'

export const LEDGER_REF = 'refs/stagger/ledger'

/** A built and tested image, at `images/SERVICE.json`. */
export interface ImageEntry {
  readonly schema: 1
  readonly service: ServiceName
  readonly fingerprint: Fingerprint
  /** The test fingerprint that passed; null where the service has no test stage. */
  readonly testFingerprint: Fingerprint | null
  /** The repository without a tag, e.g. `127.0.0.1:5000/shop/cart`. */
  readonly repository: string
  readonly digest: Digest
  readonly version: Version | null
  readonly commit: Oid
  /** The workflow run that wrote it, or null on a laptop. */
  readonly run: string | null
  /** ISO 8601, UTC. */
  readonly time: string
}

/** What an environment was last told to run, at `environments/ENVIRONMENT/SERVICE.json`. */
export interface DeploymentEntry {
  readonly schema: 1
  readonly service: ServiceName
  readonly environment: EnvironmentName
  readonly fingerprint: Fingerprint | null
  readonly configuration: Fingerprint
  readonly digest: Digest
  readonly version: Version | null
  readonly commit: Oid
  readonly run: string | null
  readonly outcome: Outcome
  readonly time: string
}

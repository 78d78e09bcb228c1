import * as v from 'valibot'
import {
  type Digest,
  type EnvironmentName,
  type Fingerprint,
  isDigest,
  isEnvironmentName,
  isFingerprint,
  isOid,
  isServiceName,
  type Oid,
  type Outcome,
  type ServiceName,
  type Version,
} from '../words.js'

export const LEDGER_REF = 'refs/stagger/ledger'

const text = <T extends string>(is: (value: string) => value is T) =>
  v.pipe(v.string(), v.check(is)) as unknown as v.GenericSchema<T>
const OUTCOMES = [
  'successful',
  'unchanged',
  'paused',
  'rolled-back',
  'rollback-failed',
  'stopped',
  'superseded',
  'timed-out',
] as const satisfies readonly Outcome[]

const version = v.nullable(v.string() as unknown as v.GenericSchema<Version>)
const common = {
  schema: v.literal(1),
  service: text<ServiceName>(isServiceName),
  digest: text<Digest>(isDigest),
  version,
  commit: text<Oid>(isOid),
  /** The workflow run that wrote it, or null on a laptop. */
  run: v.nullable(v.string()),
  /** ISO 8601, UTC. */
  time: v.string(),
}

const imageEntry = v.object({
  ...common,
  fingerprint: text<Fingerprint>(isFingerprint),
  /** The test fingerprint that passed; null where the service has no test stage. */
  testFingerprint: v.nullable(text<Fingerprint>(isFingerprint)),
  /** Without a tag, e.g. `127.0.0.1:5000/shop/cart`. */
  repository: v.string(),
  /** How long its last build took, for who wants to know what is saved by not building it; null where nobody measured. */
  seconds: v.optional(v.nullable(v.number())),
})

const deploymentEntry = v.object({
  ...common,
  environment: text<EnvironmentName>(isEnvironmentName),
  fingerprint: v.nullable(text<Fingerprint>(isFingerprint)),
  configuration: text<Fingerprint>(isFingerprint),
  outcome: v.picklist(OUTCOMES),
  /**
   * Where its image runs in several ECS services: what each of them runs, null where nobody saw. The rest of the entry is
   * what they ran last all together.
   */
  ecs: v.optional(
    v.record(
      v.string(),
      v.object({
        digest: v.nullable(text<Digest>(isDigest)),
        configuration: v.nullable(text<Fingerprint>(isFingerprint)),
        version,
        outcome: v.nullable(v.picklist(OUTCOMES)),
        time: v.string(),
      }),
    ),
  ),
})

const releaseEntry = v.object({
  ...common,
  version: v.string() as unknown as v.GenericSchema<Version>,
  /** The services that it was released with, under their one name; null where it was released alone. */
  group: v.nullable(v.string()),
  /** Without a tag, e.g. `127.0.0.1:5000/shop/cart`. */
  repository: v.string(),
  fingerprint: text<Fingerprint>(isFingerprint),
})

/** A built and tested image, at `images/SERVICE.json`. */
export type ImageEntry = Readonly<v.InferOutput<typeof imageEntry>>
/** What an environment was last told to run, at `environments/ENVIRONMENT/SERVICE.json`. */
export type DeploymentEntry = Readonly<v.InferOutput<typeof deploymentEntry>>
/** What a version is a label on, at `releases/SERVICE/VERSION.json`. It never changes. */
export type ReleaseEntry = Readonly<v.InferOutput<typeof releaseEntry>>

export const imagePath = (service: ServiceName): string => `images/${service}.json`
export const deploymentPath = (environment: EnvironmentName, service: ServiceName): string =>
  `environments/${environment}/${service}.json`
export const releasePath = (service: ServiceName, version: Version): string =>
  `releases/${service}/${version}.json`

export const writeEntry = (entry: ImageEntry | DeploymentEntry | ReleaseEntry): string =>
  `${JSON.stringify(entry, null, 2)}\n`

/** Null for what is no entry of this version: what cannot be read counts as not known, which is the safe side. */
export const readImage = (json: string): ImageEntry | null => parsed(imageEntry, json)
export const readDeployment = (json: string): DeploymentEntry | null => parsed(deploymentEntry, json)
export const readRelease = (json: string): ReleaseEntry | null => parsed(releaseEntry, json)

const parsed = <T>(schema: v.GenericSchema<unknown, T>, json: string): T | null => {
  try {
    const result = v.safeParse(schema, JSON.parse(json))
    return result.success ? result.output : null
  } catch {
    return null
  }
}

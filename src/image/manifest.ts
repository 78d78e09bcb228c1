import * as v from 'valibot'
import {
  type Digest,
  type Fingerprint,
  isDigest,
  isFingerprint,
  isServiceName,
  type Problem,
  type ServiceName,
  StaggerError,
  type Version,
} from '../words.js'
import { manifestIssue } from './manifest-issue.js'

const told = v.description
const text = <T extends string>(is: (value: string) => value is T, form: string) =>
  v.pipe(v.string(), v.regex(new RegExp(form)), v.check(is)) as unknown as v.GenericSchema<T>
const NAME = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/
const SHA256 = '^sha256:[0-9a-f]{64}$'
const digest = text<Digest>(isDigest, SHA256)

const entry = v.strictObject({
  repository: v.pipe(v.string(), told('Where it is, without the registry’s host, e.g. `shop/cart`.')),
  digest: v.pipe(digest, told('The image.')),
  fingerprint: v.pipe(text<Fingerprint>(isFingerprint, SHA256), told('What it was made of.')),
  tags: v.pipe(v.array(v.string()), told('The names that its repository holds for it.')),
  version: v.pipe(
    v.nullable(v.string() as unknown as v.GenericSchema<Version>),
    told('Its version, where it has one.'),
  ),
})

/** What a run has made and found, for whoever deploys it. */
export const manifestSchema = v.strictObject({
  $schema: v.optional(v.string()),
  schema: v.literal(1),
  registry: v.pipe(
    v.nullable(v.string()),
    told('The registry’s host, apart from all else: a runner empties an output that holds a masked text.'),
  ),
  services: v.pipe(
    v.record(v.pipe(v.string(), v.regex(NAME), v.check(isServiceName)), entry),
    told('The images by the names of their services.'),
  ),
})

export type ReleaseManifest = Readonly<v.InferOutput<typeof manifestSchema>>
export type ManifestEntry = Readonly<v.InferOutput<typeof entry>>

export interface ManifestResult {
  readonly manifest: ReleaseManifest
  /** Services of the commit that no image is known of. */
  readonly missing: readonly string[]
}

/** An image that a registry holds, as builds, tags and the ledger know it. */
export interface Held {
  readonly name: ServiceName
  /** With its host. */
  readonly repository: string | null
  readonly digest: Digest | null
  readonly fingerprint: Fingerprint | null
  readonly tags: readonly string[]
  readonly version: Version | null
}

/** What no registry holds is no part of a release. */
export const manifestOf = (images: readonly Held[]): ReleaseManifest => {
  const held = images.flatMap(({ name, repository, digest: image, fingerprint, tags, version }) => {
    if (repository === null || image === null || fingerprint === null) return []
    const [host, path] = cutHost(repository)
    return [{ host, name, entry: { repository: path, digest: image, fingerprint, tags: [...tags], version } }]
  })
  const sorted = held.sort((a, b) => (a.name < b.name ? -1 : 1))
  return {
    schema: 1,
    registry: held[0]?.host ?? null,
    services: Object.fromEntries(sorted.map((one) => [one.name, one.entry])),
  }
}

const cutHost = (repository: string): readonly [string, string] => {
  const slash = repository.indexOf('/')
  return [repository.slice(0, slash), repository.slice(slash + 1)]
}

/** One manifest of many: of a matrix's jobs. Two that say different things of one service cannot both be right. */
export const mergeManifests = (manifests: readonly ReleaseManifest[]): ReleaseManifest => {
  const registries = [...new Set(manifests.flatMap(({ registry }) => registry ?? []))]
  const services = new Map<string, ManifestEntry>()
  const problems: Problem[] = []
  if (registries.length > 1) problems.push(twoRegistries(registries))
  for (const [name, one] of manifests.flatMap((manifest) => Object.entries(manifest.services))) {
    const before = services.get(name)
    if (before && before.digest !== one.digest) problems.push(twoImages(name, before, one))
    services.set(name, before ? together(before, one) : one)
  }
  if (problems.length > 0) throw new StaggerError(...(problems as [Problem]))
  const sorted = [...services].sort(([a], [b]) => (a < b ? -1 : 1))
  return { schema: 1, registry: registries[0] ?? null, services: Object.fromEntries(sorted) }
}

/** A build says its names, a tag says the version: both are true. */
const together = (one: ManifestEntry, other: ManifestEntry): ManifestEntry => ({
  ...one,
  ...other,
  tags: [...new Set([...one.tags, ...other.tags])].sort(),
  version: other.version ?? one.version,
})

/** Throws `bad-manifest` with what is wrong. */
export const readManifest = (json: string, file: string): ReleaseManifest => {
  const parsed = v.safeParse(manifestSchema, parse(json, file))
  if (parsed.success) return parsed.output
  throw badManifest(file, manifestIssue(parsed.issues[0]))
}

const parse = (json: string, file: string): unknown => {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw badManifest(file, (error as Error).message)
  }
}

const badManifest = (file: string, why: string): StaggerError =>
  new StaggerError({
    code: 'bad-manifest',
    fault: 'caller',
    problem: `${file} is no release manifest`,
    why,
    fix: 'give the files that stagger build --manifest FILE, or the action build, has written',
  })

const twoRegistries = (registries: readonly string[]): Problem => ({
  code: 'two-registries',
  fault: 'caller',
  problem: `the manifests are of different registries: ${registries.join(', ')}`,
  why: 'a release is in one registry',
  fix: 'build all services with the same --registry, or merge what belongs together',
})

const twoImages = (name: string, one: ManifestEntry, other: ManifestEntry): Problem => ({
  code: 'two-images',
  fault: 'caller',
  problem: `two manifests say different things of ${name}`,
  why: `one says ${one.digest}, the other ${other.digest}`,
  fix: 'merge the manifests of one run; each service has one image in it',
})

import semver from 'semver'
import {
  type Digest,
  type Fingerprint,
  isDigest,
  isFingerprint,
  isOid,
  type Oid,
  type ServiceName,
  type Version,
} from '../words.js'

/** One version of a service, as its git tag holds it. */
export interface Release {
  readonly version: Version
  /** Null where somebody made the tag by hand: the version is taken, and nobody knows by what. */
  readonly image: Labelled | null
}

/** What a version is a label on. */
export interface Labelled {
  readonly digest: Digest
  readonly fingerprint: Fingerprint
  readonly commit: Oid
}

export const tagName = (service: ServiceName, version: Version): string => `${service}/v${version}`
export const tagPattern = (service: ServiceName): string => `${service}/v*`

/** The annotation: for people, and read back by the next run. */
export const annotation = (
  service: ServiceName,
  version: Version,
  { digest, fingerprint, commit }: Labelled,
): string =>
  [
    `${service} ${version}`,
    '',
    `digest: ${digest}`,
    `fingerprint: ${fingerprint}`,
    `commit: ${commit}`,
    '',
  ].join('\n')

/** The releases among a service's tags; a tag whose name is no version is none. */
export const releasesOf = (
  service: ServiceName,
  tags: readonly { readonly name: string; readonly message: string }[],
): readonly Release[] =>
  tags.flatMap(({ name, message }) => {
    const version = name.startsWith(`${service}/v`) ? semver.valid(name.slice(service.length + 2)) : null
    return version === null ? [] : [{ version: version as Version, image: labelled(message) }]
  })

const labelled = (message: string): Labelled | null => {
  const field = (name: string) => new RegExp(`^${name}: (\\S+)$`, 'm').exec(message)?.[1] ?? ''
  const [digest, fingerprint, commit] = [field('digest'), field('fingerprint'), field('commit')]
  return isDigest(digest) && isFingerprint(fingerprint) && isOid(commit)
    ? { digest, fingerprint, commit }
    : null
}

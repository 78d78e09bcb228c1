import semver from 'semver'
import type { ReleaseEntry } from '../ledger/entries.js'
import {
  type Digest,
  type Fingerprint,
  isDigest,
  isFingerprint,
  isOid,
  isServiceName,
  type Oid,
  type ServiceName,
  type Version,
} from '../words.js'

export interface Image {
  readonly digest: Digest
  readonly fingerprint: Fingerprint
  /** Where it is, if that is not where everybody looks: the image of a pre-release is the pull requests'. */
  readonly repository?: string
}

/** What a version is a label on: the image of a service, or one of each member of a group. */
export type Images = ReadonlyMap<ServiceName, Image>

/** One version of a service or a group, as its git tag holds it. */
export interface Release {
  readonly version: Version
  /** Null where somebody made the tag by hand, or it is another unit's: the version is taken. */
  readonly images: Images | null
  readonly commit: Oid
  readonly changelog: string
}

/** What an annotation says. */
export interface Label {
  /** A service, or a group. */
  readonly name: ServiceName
  readonly version: Version
  readonly images: Images
  readonly commit: Oid
  readonly changelog?: string
}

export const tagName = (unit: ServiceName, version: Version): string => `${unit}/v${version}`
export const tagPattern = (unit: ServiceName): string => `${unit}/v*`

/** The annotation: for people, and read back by the next run. The changelog stands below, and is not read for facts. */
export const annotation = ({ name, version, images, commit, changelog = '' }: Label): string =>
  [
    `${name} ${version}`,
    '',
    ...[...images].flatMap(([service, image]) => imageLines(name, service, image)),
    `commit: ${commit}`,
    '',
    ...(changelog === '' ? [] : [changelog.trimEnd(), '']),
  ].join('\n')

/** A group says whose they are. */
const imageLines = (unit: ServiceName, service: ServiceName, image: Image): string[] => {
  const of = service === unit ? '' : ` of ${service}`
  return [
    `digest${of}: ${image.digest}`,
    `fingerprint${of}: ${image.fingerprint}`,
    ...(image.repository === undefined ? [] : [`repository${of}: ${image.repository}`]),
  ]
}

interface Tag {
  readonly name: string
  readonly commit: Oid
  readonly message: string
}

/** The releases among a unit's tags; a tag whose name is no version is none. */
export const releasesOf = (unit: ServiceName, tags: readonly Tag[]): readonly Release[] =>
  tags.flatMap(({ name, commit, message }) => {
    const version = name.startsWith(`${unit}/v`) ? semver.valid(name.slice(unit.length + 2)) : null
    return version === null ? [] : [{ version: version as Version, ...labelled(unit, message, commit) }]
  })

const labelled = (unit: ServiceName, message: string, at: Oid): Omit<Release, 'version'> => {
  const [, facts = '', ...rest] = message.split('\n\n')
  const images = imagesIn(unit, facts)
  const commit = /^commit: (\S+)$/m.exec(facts)?.[1] ?? ''
  return images.size > 0 && isOid(commit)
    ? { images, commit, changelog: rest.join('\n\n').trim() }
    : { images: null, commit: at, changelog: '' }
}

const FACT = /^(digest|fingerprint|repository)(?: of (\S+))?: (\S+)$/gm

const imagesIn = (unit: ServiceName, facts: string): Images => {
  const found = new Map<string, Partial<Record<string, string>>>()
  for (const [, kind = '', service = unit, value = ''] of facts.matchAll(FACT))
    found.set(service, { ...found.get(service), [kind]: value })
  return new Map(
    [...found].flatMap(([service, { digest = '', fingerprint = '', repository }]) =>
      isServiceName(service) && isDigest(digest) && isFingerprint(fingerprint)
        ? [[service, { digest, fingerprint, ...(repository ? { repository } : {}) }] as const]
        : [],
    ),
  )
}

/** Versions that a service has by another unit's tags: from before it joined a group, or left one. */
export const releasedAs = ({ service, version, digest, fingerprint, commit }: ReleaseEntry): Release => ({
  version,
  images: new Map([[service, { digest, fingerprint }]]),
  commit,
  changelog: '',
})

export const isStable = ({ version }: Pick<Release, 'version'>): boolean =>
  semver.prerelease(version) === null

/** Newest first. */
export const newestFirst = <One extends Pick<Release, 'version'>>(releases: readonly One[]): readonly One[] =>
  releases.toSorted((a, b) => semver.rcompare(a.version, b.version))

/** Of several that one image has: the newest that is no pre-release, else the newest. */
export const nameAmong = (releases: readonly Pick<Release, 'version'>[]): Version | null => {
  const sorted = newestFirst(releases)
  return (sorted.find(isStable) ?? sorted[0])?.version ?? null
}

import semver from 'semver'

/** What a name in a repository is for. */
export type NameKind =
  /** Carries a push, and is no name: nothing looks it up. */
  | 'staging'
  /** Finds the image of these inputs, or of one platform of it. */
  | 'inputs'
  /** The verdict of these tests. */
  | 'tested'
  /** A signature or another note about an image, as tools name it where a registry keeps no referrers. */
  | 'note'
  | 'version'
  /** Somebody else gave it, and knows what for. */
  | 'foreign'

const KINDS: readonly (readonly [NameKind, RegExp])[] = [
  ['staging', /^staging-/],
  ['inputs', /^in-[0-9a-f]{64}(?:\.[\w.-]+)?$/],
  ['tested', /^tested-[0-9a-f]{64}(?:\.[\w.-]+)?$/],
  ['note', /^sha256-[0-9a-f]{64}(?:\.\w+)?$/],
]

export const kindOf = (name: string): NameKind => {
  const known = KINDS.find(([, form]) => form.test(name))?.[0]
  return known ?? (semver.valid(name) === null ? 'foreign' : 'version')
}

/** The name without the platform: `in-….linux-arm64` goes with `in-…`. */
export const wholeName = (name: string): string =>
  /^(?:in|tested)-/.test(name) ? (name.split('.')[0] as string) : name

/** The image that a note of that name is about. */
export const subjectIn = (name: string): string | null => {
  const digits = /^sha256-([0-9a-f]{64})/.exec(name)?.[1]
  return digits === undefined ? null : `sha256:${digits}`
}

import type { Ability } from './builder.js'

/** Where layers are kept between builds: beside a service's images, in GitHub's cache, or nowhere. */
export type CacheKind = 'registry' | 'gha' | 'none'

export interface CachePlace {
  /** What was asked for; null where nobody said anything. */
  readonly asked: CacheKind | null
  /** Whether there is a registry: a fork's pull request has none that it may push to. */
  readonly registry: boolean
  readonly abilities: ReadonlySet<Ability>
  /** The builder's, for people. */
  readonly title: string
  /** Of the process that will call the builder. */
  readonly environment: Readonly<Record<string, string | undefined>>
}

export interface CacheChoice {
  readonly kind: CacheKind
  /** Why it is not what was asked for. A build goes on without: it only takes longer. */
  readonly warning: string | null
}

/** Which cache a run can use, decided once. */
export const chooseCache = ({ asked, registry, abilities, title, environment }: CachePlace): CacheChoice => {
  const without = (why: string): CacheChoice => ({
    kind: 'none',
    warning: asked === null ? null : `builds go without a cache: ${why}`,
  })
  if (asked === 'none') return NONE
  if (!abilities.has('cache-export')) return without(`${title} cannot export one; ${OWN_BUILDKIT}`)
  const kind = asked ?? (registry ? 'registry' : 'gha')
  if (kind === 'registry') return registry ? { kind, warning: null } : NONE
  const missing = GITHUB_GIVES.filter((name) => !environment[name])
  if (missing.length > 0) return without(`${missing.join(' and ')} not set; ${ONLY_ACTIONS}`)
  return { kind, warning: null }
}

const NONE: CacheChoice = { kind: 'none', warning: null }

const OWN_BUILDKIT = 'use a builder with a BuildKit of its own (docker/setup-buildx-action)'
/** buildx finds them in its environment by itself, so that the token stands on no command line. */
const GITHUB_GIVES = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL']
const ONLY_ACTIONS =
  'GitHub gives them to actions and not to `run:` steps: use the action build, or write cache: registry'

/**
 * Whether GitHub keeps what this run writes into its cache from all runs but those of the same pull request. Not on
 * `pull_request_target`, which stands on the default branch and may have checked out whatever was proposed.
 */
export const hasCacheOfItsOwn = ({ GITHUB_REF = '' }: CachePlace['environment']): boolean =>
  GITHUB_REF.startsWith('refs/pull/')

/** What one build reads and writes. */
export interface CacheUse {
  readonly kind: CacheKind
  /** The default branch's, also in a pull request's builds: it reads that, and writes nothing. */
  readonly repository: string
  /** The service, where a cache is shared by all. */
  readonly service: string
  /** An export replaces the one before it, and holds what its own build came by: so each stage has its own. */
  readonly stage: 'image' | 'test'
  /** Of several platforms the one that is built; else null. */
  readonly platform: string | null
  readonly read: boolean
  readonly write: boolean
}

/** The arguments of a build. A cache that is not there, or cannot be read or written, lets no build fail. */
export const cacheArguments = (use: CacheUse): readonly string[] => {
  switch (use.kind) {
    case 'none':
      return []
    case 'registry':
      return fromAndTo(use, `type=registry,ref=${use.repository}:${cacheName(use)}`, TO_REGISTRY)
    case 'gha':
      // Where GitHub's cache asks for patience, BuildKit would have it for ten minutes.
      return fromAndTo(use, `type=gha,version=2,timeout=2m,scope=${scopeOf(use)}`, TO_ALL)
  }
}

const fromAndTo = ({ read, write }: CacheUse, place: string, how: string): readonly string[] => [
  ...(read ? [`--cache-from=${place}`] : []),
  ...(write ? [`--cache-to=${place},${how}`] : []),
]

/** All stages, not the last alone; and a refused export is told in the build's lines, and no more. */
const TO_ALL = 'mode=max,ignore-error=true'
/** As a manifest that every registry takes: some refuse an index of layers. */
const TO_REGISTRY = `image-manifest=true,oci-mediatypes=true,${TO_ALL}`

/** What the registry calls it: `cache`, `cache-test`, `cache-linux-arm64`. */
export const cacheName = ({ stage, platform }: Pick<CacheUse, 'stage' | 'platform'>): string =>
  ['cache', ...(stage === 'test' ? ['test'] : []), ...(platform?.split('/') ?? [])].join('-')

const scopeOf = (use: CacheUse): string => [use.service, cacheName(use)].join('-')

/**
 * Whether a build failed at a layer that its cache promises and does not have, as BuildKit ends it: the one thing about
 * a cache that it does not forgive. Then build again with `read: false`; what that exports is whole again.
 */
export const lostCache = (lines: readonly string[]): boolean => lines.some((line) => LOST.test(line))

const LOST = /^ERROR: .*(?:failed to copy: |httpReadSeeker: |could not fetch content descriptor)/

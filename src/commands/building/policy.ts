import { attestationArguments } from '../../image/attestations.js'
import type { Builder, Output } from '../../image/build.js'
import { type CacheKind, type CacheUse, cacheArguments, chooseCache } from '../../image/cache.js'
import { repositoryOf } from '../../image/names.js'
import type { BuildSettings } from '../../image/settings.js'
import type { Place } from '../../image/unable.js'
import type { ServiceName } from '../../words.js'

/** How images are built beyond what they are made of. */
export interface Policy {
  readonly settings: BuildSettings
  readonly cache: CacheKind
  /** Of the default branch, whose cache everybody reads; null where there is no registry. */
  readonly prefix: string | null
  /** Whether this run may write what others read. */
  readonly writes: boolean
  /** The workflow's run, which attests. */
  readonly run: string | null
}

interface Asked {
  readonly settings: BuildSettings
  readonly prefix: string | null
  readonly writes: boolean
  readonly run: string | null
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Decided once for a run. `warn` is told what is left out of what was asked for. */
export const policyOf = (asked: Asked, { builder, title }: Place, warn: (line: string) => void): Policy => {
  const { settings, prefix, writes, run, environment } = asked
  const { abilities } = builder
  const at = { registry: prefix !== null, abilities, title, environment }
  const { kind: cache, warning } = chooseCache({ asked: settings.cache ?? null, ...at })
  if (warning !== null) warn(warning)
  return { settings, cache, prefix, writes, run }
}

/** The arguments of one build: its cache, and what it attests where it is pushed. */
export const furtherArguments = (
  { settings, cache, prefix, writes, run }: Policy,
  { abilities }: Builder,
  build: Pick<CacheUse, 'stage' | 'platform' | 'read'> & { readonly service: ServiceName },
  output: Output,
): readonly string[] => [
  ...cacheArguments({
    ...build,
    kind: cache,
    repository: prefix === null ? '' : repositoryOf(prefix, build.service, false),
    write: writes,
  }),
  ...(output.kind === 'registry' ? attestationArguments(settings, abilities, run) : []),
]

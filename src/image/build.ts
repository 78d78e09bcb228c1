import type { SecretSource } from '../catalog/service.js'
import type { Ability, BuilderFacts } from './builder.js'

/** Where on this machine a build finds what it reads. */
export interface Workspace {
  readonly context: string
  readonly dockerfile: string
}

/** What is built. */
export interface Stage {
  /** By its name, as BuildKit wants it; null for the last one, which may have none. */
  readonly target: string | null
  readonly args: Readonly<Record<string, string>>
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
  readonly secrets?: Readonly<Record<string, SecretSource>>
  readonly ssh?: readonly string[]
  /** E.g. `linux/arm64`; null for the builder's own. */
  readonly platform?: string | null
  /** What stands behind names beside the main context: a folder, or `docker-image://…`. */
  readonly contexts?: Readonly<Record<string, string>>
}

/** Where what was built goes. */
export type Output =
  /** Into the engine, under a name. */
  | { readonly kind: 'engine'; readonly tag: string }
  /** Into a registry, under no name but its digest. */
  | { readonly kind: 'registry'; readonly repository: string }
  /** All files of the stage, into a folder. */
  | { readonly kind: 'folder'; readonly path: string }
  /** Nowhere: only whether it can be built. */
  | { readonly kind: 'nowhere' }

export interface Builder extends Pick<BuilderFacts, 'kind' | 'name' | 'driver'> {
  readonly abilities: ReadonlySet<Ability>
}

/**
 * When everything in an image is said to have been made, in seconds since 1970: 2000-01-01, for a zip archive knows no
 * time before 1980. A constant, so that the same inputs make the same image.
 */
export const EPOCH = 946_684_800

/**
 * The arguments of `docker` for one stage. No time and no version goes in: the same inputs must make the same image, and
 * a version is given afterwards, by name. buildx would attest by itself when and where it built, in an index around the
 * image. `further` are those of caches and attestations; they come last, for the last of two holds.
 */
export const buildArguments = (
  builder: Builder,
  stage: Stage,
  { context, dockerfile }: Workspace,
  output: Output,
  further: readonly string[] = [],
): readonly string[] => [
  ...commandOf(builder),
  '--progress=plain',
  `--file=${dockerfile}`,
  ...(stage.target === null ? [] : [`--target=${stage.target}`]),
  ...(stage.platform ? [`--platform=${stage.platform}`] : []),
  ...pairs('build-arg', withEpoch(builder, stage)),
  ...pairs('label', stage.labels ?? {}),
  ...pairs('annotation', stage.annotations ?? {}),
  ...pairs('build-context', stage.contexts ?? {}),
  ...Object.entries(stage.secrets ?? {}).map(([id, source]) => `--secret=id=${id},${secretArgument(source)}`),
  ...(stage.ssh ?? []).map((agent) => `--ssh=${agent}`),
  ...(builder.kind === 'engine' ? [] : ['--provenance=false']),
  ...further,
  ...outputArguments(builder, output),
  context,
]

const commandOf = ({ kind, name }: Builder): readonly string[] =>
  kind === 'engine' ? ['build'] : ['buildx', 'build', ...(name === null ? [] : [`--builder=${name}`])]

const pairs = (option: string, values: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(values)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `--${option}=${name}=${value}`)

/** An engine that knows no constant times would only complain that nothing reads the argument. */
const withEpoch = ({ abilities }: Builder, { args }: Stage): Readonly<Record<string, string>> =>
  abilities.has('timestamps') ? { SOURCE_DATE_EPOCH: String(EPOCH), ...args } : args

const secretArgument = (source: SecretSource): string =>
  source.kind === 'environment' ? `env=${source.name}` : `src=${source.path}`

const outputArguments = (builder: Builder, output: Output): readonly string[] => {
  switch (output.kind) {
    case 'engine':
      return intoEngine(builder, output.tag)
    case 'registry':
      return [
        `--output=type=image,name=${output.repository},push-by-digest=true,name-canonical=true,push=true,oci-mediatypes=true,rewrite-timestamp=true`,
      ]
    case 'folder':
      return [`--output=type=local,dest=${output.path}`]
    case 'nowhere':
      return builder.kind === 'engine' ? [] : ['--output=type=cacheonly']
  }
}

/** A builder outside of the engine has to hand the image over. */
const intoEngine = ({ kind, driver, abilities }: Builder, tag: string): readonly string[] =>
  kind === 'engine' || (driver === 'docker' && !abilities.has('timestamps'))
    ? [`--tag=${tag}`]
    : [`--output=type=docker,name=${tag},rewrite-timestamp=true`]

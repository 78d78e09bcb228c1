/** What was found out about the program that will build, before anything is built. */
export interface BuilderFacts {
  /** `docker build` with the engine's own BuildKit, or `docker buildx build`. */
  readonly kind: 'engine' | 'buildx'
  /** The builder that buildx uses; null for the engine itself. */
  readonly name: string | null
  /** buildx's word: `docker`, `docker-container`, `kubernetes`, `remote`. */
  readonly driver: string
  /** The version of its BuildKit, e.g. `0.33.1`; null where it is not told. */
  readonly buildkit: string | null
  /** The engine's version; null where the builder runs without one. */
  readonly engine: string | null
  /** Whether the engine keeps its images in containerd's store, which knows indexes. */
  readonly containerd: boolean
  /** What it can run, its own platform first. */
  readonly platforms: readonly string[]
}

/** What not every builder can do. */
export type Ability =
  /** Push an image that has no name yet. */
  | 'push-by-digest'
  /** Folders and images beside the main context, under names. */
  | 'named-contexts'
  /** Write its cache to a registry or to GitHub. */
  | 'cache-export'
  /** Provenance and bills of materials. */
  | 'attestations'
  | 'annotations'
  /** Build for other platforms than its own. */
  | 'platforms'
  /** Give every file of a layer a constant time. */
  | 'timestamps'

const ALL: readonly Ability[] = [
  'push-by-digest',
  'named-contexts',
  'cache-export',
  'attestations',
  'annotations',
  'platforms',
  'timestamps',
]

/** The first BuildKit whose Dockerfile front end knows `--build-context`; engines have it from 23.0 on. */
const NAMED_CONTEXTS = { buildkit: [0, 10], engine: [23, 0] } as const

/** A BuildKit of its own can do all. In an engine it can, where containerd's store keeps the images; else it can do little. */
export const abilitiesOf = (facts: BuilderFacts): ReadonlySet<Ability> => {
  if (facts.kind === 'engine') return new Set()
  if (facts.driver !== 'docker' || facts.containerd) return new Set(ALL)
  const recent =
    isFrom(facts.engine, NAMED_CONTEXTS.engine) || isFrom(facts.buildkit, NAMED_CONTEXTS.buildkit)
  return new Set(recent ? ['named-contexts'] : [])
}

const isFrom = (version: string | null, [major, minor]: readonly [number, number]): boolean => {
  const [, a = '', b = ''] = /(\d+)\.(\d+)/.exec(version ?? '') ?? []
  return a !== '' && (Number(a) > major || (Number(a) === major && Number(b) >= minor))
}

/** For people, e.g. `the builder ci (remote, BuildKit 0.33.1)`. */
export const builderTitle = ({ kind, name, driver, buildkit, engine }: BuilderFacts): string => {
  if (kind === 'engine') return `the Docker engine ${engine}'s own BuildKit`
  const version = driver === 'docker' ? `engine ${engine}` : `BuildKit ${buildkit ?? 'of unknown version'}`
  return `the builder ${name} (${driver}, ${version})`
}

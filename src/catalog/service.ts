import type { ServiceName } from '../words.js'
import type { TestKind } from './tests/kinds.js'

/** One deployable unit as the repository describes it. All paths are relative to the repository's root, with `/`. */
export interface Service {
  readonly name: ServiceName
  /** The folder that people think of as the service's own; `.` for the root. */
  readonly path: string
  /** Where its Dockerfile stands; where `inline` is not null, the file that holds it. */
  readonly dockerfile: string
  /** The Dockerfile's text where it is written into a compose or bake file. */
  readonly inline: string | null
  /** The build context's folder; `.` for the root. */
  readonly context: string
  /** The stage to build; null for the last one. */
  readonly target: string | null
  /** Build arguments, as the compose file or the configuration sets them. */
  readonly args: Readonly<Record<string, string>>
  /** Named contexts: what `FROM name` and `--from=name` stand for instead of a stage or an image. */
  readonly contexts: Readonly<Record<string, NamedContext>>
  /** Labels and annotations of its image. Never a time or a version: equal inputs make equal images. */
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  /** By the id that `RUN --mount=type=secret` says. Where they come from, never what they are. */
  readonly secrets: Readonly<Record<string, SecretSource>>
  /** SSH agents that `RUN --mount=type=ssh` may use, by id: `default`. */
  readonly ssh: readonly string[]
  /** E.g. `linux/arm64`; empty for the builder's own. */
  readonly platforms: readonly string[]
  /** Paths and patterns, from the repository's root, of files that decide its image though no instruction names them. */
  readonly inputs: readonly string[]
  readonly artifacts: readonly Artifact[]
  /** Services whose images decide this one's, though no instruction names them. */
  readonly dependsOn: readonly ServiceName[]
  /** How it is tested. Empty: not at all, on purpose; null: nobody said, and a stage named `test` is it. */
  readonly tests: readonly TestKind[] | null
  /** Services of one group are released together. */
  readonly group: string | null
  /** By the image's familiar name, which service of this repository builds it: itself as well. */
  readonly imagesBuiltHere: Readonly<Record<string, ServiceName>>
}

/** What stands behind a name beside the main context (`docker build --build-context NAME=…`). */
export type NamedContext =
  | { readonly kind: 'folder'; readonly path: string }
  /** The image of another service of this repository. */
  | { readonly kind: 'service'; readonly service: ServiceName }
  /** `docker-image://…`, or anything else from outside: its content counts as written. */
  | { readonly kind: 'remote'; readonly address: string }

/** Where a build finds a secret: a variable of its environment, or a file of the machine it runs on. */
export type SecretSource =
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }

/** A source that git does not track, made outside of the image from what git does track. */
export interface Artifact {
  /** From the repository's root: a file, or a folder with everything below it. */
  readonly path: string
  /** Paths and patterns, from the repository's root, of what it is made from. */
  readonly from: readonly string[]
}

/** What a service has that nobody said anything about. */
export const PLAIN: Omit<Service, 'name' | 'path' | 'dockerfile' | 'context'> = {
  inline: null,
  target: null,
  args: {},
  contexts: {},
  labels: {},
  annotations: {},
  secrets: {},
  ssh: [],
  platforms: [],
  inputs: [],
  artifacts: [],
  dependsOn: [],
  tests: null,
  group: null,
  imagesBuiltHere: {},
}

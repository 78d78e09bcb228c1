import type { ServiceName } from '../words.js'

/** One deployable unit as the repository describes it. All paths are relative to the repository's root, with `/`. */
export interface Service {
  readonly name: ServiceName
  /** The folder that people think of as the service's own; `.` for the root. */
  readonly path: string
  readonly dockerfile: string
  /** The build context's folder; `.` for the root. */
  readonly context: string
  /** The stage to build; null for the last one. */
  readonly target: string | null
  /** Build arguments, as the compose file or the configuration sets them. */
  readonly args: Readonly<Record<string, string>>
  /** The images that other services of the same compose files build, and which one does. */
  readonly imagesBuiltHere?: Readonly<Record<string, string>>
}

import type { ComposeTestInputs } from '../../catalog/inputs.js'
import type { ServiceName } from '../../words.js'
import { takeReports } from './run.js'

/** The arguments of `docker compose`, or of `docker-compose`, step by step; `take` those of `docker`. */
export interface ComposeSteps {
  /** Starts the service after what it depends on, in the order and under the conditions that the file says. */
  readonly up: readonly string[]
  /** Tells the containers of all, and of the service alone. */
  readonly containers: readonly string[]
  readonly tested: readonly string[]
  readonly logs: readonly string[]
  readonly down: readonly string[]
  readonly take: (container: string) => readonly string[] | null
  readonly env: Readonly<Record<string, string>>
}

export interface ComposeRequest {
  /** One that no other project has. */
  readonly project: string
  readonly test: ComposeTestInputs
  /** A folder of this machine that holds its files, by their paths in the repository. */
  readonly folder: string
  /** The file on top, with the images: `composeOverride`. */
  readonly override: string
  /** The image under test. */
  readonly image: string
  /** A folder of this machine for the reports. */
  readonly into: string
}

/**
 * Not `up --exit-code-from`: it ends everything as soon as any container ends, also one that prepares a database and is
 * done. So the service is started after the others, waited for, and a neighbour that fails meanwhile ends it.
 */
export const composeSteps = (request: ComposeRequest): ComposeSteps => {
  const { project, test, folder, override, image, into } = request
  const base = ['--project-name', project, '--file', `${folder}/${test.file}`, '--file', override]
  return {
    up: [...base, 'up', '--detach', test.service],
    containers: [...base, 'ps', '--all', '--quiet'],
    tested: [...base, 'ps', '--all', '--quiet', test.service],
    logs: [...base, 'logs', '--no-color'],
    down: [...base, 'down', '--volumes', '--remove-orphans', '--timeout', '5'],
    take: (container) => takeReports(container, test.reports, into),
    env: { STAGGER_IMAGE: image, COMPOSE_PROFILES: '', COMPOSE_ANSI: 'never', COMPOSE_PROGRESS: 'plain' },
  }
}

/**
 * A compose file that gives the services of this repository the images that were built of them. JSON is YAML. Older
 * programs refuse two files that do not say the same version, so it says the other one's.
 */
export const composeOverride = (
  { version, images }: Pick<ComposeTestInputs, 'version' | 'images'>,
  imageOf: (service: ServiceName) => string,
): string => {
  const services = Object.entries(images).map(([name, service]) => [name, { image: imageOf(service) }])
  return `${JSON.stringify({ ...(version === null ? {} : { version }), services: Object.fromEntries(services) })}\n`
}

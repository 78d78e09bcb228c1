import type { CommandTestInputs } from '../../catalog/inputs.js'

/** Where a container finds the files of its tests, by their paths in this repository. */
export const TESTS_FOLDER = '/stagger/tests'
/** The same below a folder of this machine. */
export const testsPath = (path: string): string => `stagger/tests/${path}`

/** The arguments of `docker`, step by step: what is copied needs a container that is there before, and after, it runs. */
export interface ContainerSteps {
  readonly create: readonly string[]
  /** Null where it needs no files. */
  readonly put: readonly string[] | null
  readonly start: readonly string[]
  /** Tells since when it ran, and why it did not. */
  readonly inspect: readonly string[]
  /** What takes its reports out; null where there are none. */
  readonly take: readonly string[] | null
  readonly remove: readonly string[]
}

export interface ContainerRequest {
  /** One that no other container has. */
  readonly name: string
  /** The built image. */
  readonly image: string
  readonly test: CommandTestInputs
  /** A folder of this machine that holds `stagger/tests/…`. */
  readonly folder: string
  /** A folder of this machine for the reports. */
  readonly into: string
}

/**
 * The command takes the place of the image's own: what an ENTRYPOINT would do with it, nobody could tell from its words.
 * The files are copied, not mounted: the engine may run on another machine.
 */
export const commandSteps = ({ name, image, test, folder, into }: ContainerRequest): ContainerSteps => {
  const [program = '', ...args] = test.command
  const env = Object.entries({ ...test.env, STAGGER_TESTS: TESTS_FOLDER })
  return {
    create: [
      'create',
      `--name=${name}`,
      ...env.map(([key, value]) => `--env=${key}=${value}`).sort(),
      `--entrypoint=${program}`,
      image,
      ...args,
    ],
    put: test.files.length === 0 ? null : ['cp', `${folder}/stagger`, `${name}:/`],
    start: ['start', '--attach', name],
    inspect: ['inspect', '--format={{.State.StartedAt}} {{.State.Error}}', name],
    take: takeReports(name, test.reports, into),
    remove: ['rm', '--force', '--volumes', name],
  }
}

/** What is in the folder, not the folder. */
export const takeReports = (
  container: string,
  reports: string | null,
  into: string,
): readonly string[] | null => (reports === null ? null : ['cp', `${container}:${reports}/.`, into])

import { textAt } from '../catalog/context.js'
import type { Declaration } from '../catalog/declaration/declaration.js'
import { unknownName } from '../catalog/nearest.js'
import { placesOf } from '../environment/places.js'
import type { EnvironmentSettings } from '../environment/settings.js'
import type { BuildSettings } from '../image/settings.js'
import type { VersionSettings } from '../version/settings.js'
import {
  type EnvironmentName,
  isEnvironmentName,
  type Objects,
  type Oid,
  type ServiceName,
  StaggerError,
} from '../words.js'

export const CONFIGURATION_FILE = 'stagger.yml'
const OTHER_ENDING = 'stagger.yaml'
export const CONFIGURATION_FILES: readonly string[] = [CONFIGURATION_FILE, OTHER_ENDING]

/** `stagger.yml` as the commands use it; each room brings its own part of the schema. */
export interface Configuration {
  /** The prefix of all image names, e.g. `ghcr.io/acme`. */
  readonly registry?: string | undefined
  /** How images are built, tested and kept. */
  readonly build?: BuildSettings | undefined
  readonly environments: Readonly<Record<string, EnvironmentSettings>>
  readonly version?: VersionSettings | undefined
  /** What is said about services. */
  readonly declaration?: Declaration
}

/** Checks the text of a configuration; null stands for a repository that has none. Throws every problem at once. */
export type ReadConfiguration = (text: string | null, file: string) => Promise<Configuration>

/** The configuration of a commit. Throws `two-configurations` where nobody could tell which one holds. */
export const configurationAt = async (
  objects: Objects,
  root: Oid,
  read: ReadConfiguration,
): Promise<Configuration> => {
  const names = (await objects.tree(root)).map(({ name }) => name)
  const [file, other] = CONFIGURATION_FILES.filter((name) => names.includes(name))
  if (other !== undefined) throw new StaggerError(twoConfigurations)
  return file === undefined ? { environments: {} } : read(await textAt(objects, root, file), file)
}

const twoConfigurations = {
  code: 'two-configurations',
  fault: 'caller' as const,
  problem: `there is a ${CONFIGURATION_FILE} and a ${OTHER_ENDING}`,
  why: 'only one of them can hold',
  fix: `put everything into ${CONFIGURATION_FILE}: git rm ${OTHER_ENDING}`,
}

export interface Environment {
  readonly name: EnvironmentName
  readonly settings: EnvironmentSettings
  /** What is said about services, which may name ECS services of their own. */
  readonly declaration?: Declaration | undefined
}

/** Throws `unknown-environment` with those that there are. */
export const findEnvironment = ({ environments, declaration }: Configuration, name: string): Environment => {
  const settings = environments[name]
  if (settings && isEnvironmentName(name)) return { name, settings, declaration }
  throw new StaggerError(unknownEnvironment(name, Object.keys(environments)))
}

/** The settings of each ECS service that runs a service's image there. */
export const placesIn = (
  { settings, declaration }: Environment,
  service: ServiceName,
): readonly EnvironmentSettings[] => {
  const said = declaration?.services[service]
  return placesOf(settings, service, said ? said.ecs : undefined)
}

/** The task definition template of such a place: its text, and where it stands; null where none is named. Throws `missing-template`. */
export const templateAt = async (
  objects: Objects,
  root: Oid,
  { name }: Environment,
  { taskDefinition: path }: EnvironmentSettings,
): Promise<{ text: string; path: string } | null> => {
  if (path === undefined) return null
  const text = await textAt(objects, root, path)
  if (text === null) throw new StaggerError(missingTemplate(name, path))
  return { text, path }
}

const unknownEnvironment = (name: string, valid: readonly string[]) => ({
  ...unknownName('environment', name, valid),
  ...(valid.length > 0
    ? {}
    : {
        fix: `describe it in ${CONFIGURATION_FILE}: environments: { ${name}: { cluster: … } }`,
      }),
})

const missingTemplate = (environment: string, path: string) => ({
  code: 'missing-template',
  fault: 'caller' as const,
  problem: `the environment ${environment} has no task definition template`,
  why: `${path} is not in the repository at this commit`,
  fix: `commit ${path}, or correct taskDefinition in ${CONFIGURATION_FILE}`,
})

import { textAt } from '../catalog/context.js'
import type { Declaration } from '../catalog/declaration/declaration.js'
import { unknownName } from '../catalog/nearest.js'
import { type EnvironmentSettings, settingsFor } from '../environment/settings.js'
import type { BuildSettings } from '../image/settings.js'
import type { VersionSettings } from '../version/settings.js'
import {
  type EnvironmentName,
  isEnvironmentName,
  type Objects,
  type Oid,
  type Problem,
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
}

/** Throws `unknown-environment` with those that there are. */
export const findEnvironment = ({ environments }: Configuration, name: string): Environment => {
  const settings = environments[name]
  if (settings && isEnvironmentName(name)) return { name, settings }
  throw new StaggerError(unknownEnvironment(name, Object.keys(environments)))
}

/** `ecs` is checked and not followed yet; to deploy to another ECS service than it says would be worse than not to. */
export const refuseSeveralEcsServices = (
  { declaration }: Configuration,
  services: readonly string[],
): void => {
  const problems = services.filter((name) => hasEcs(declaration, name)).map(ecsIsNotFollowed)
  if (problems.length > 0) throw new StaggerError(...(problems as [Problem]))
}

const hasEcs = (declaration: Declaration | undefined, name: string): boolean => {
  const settings = declaration?.services[name]
  return settings !== undefined && settings !== false && settings.ecs !== undefined
}

const ecsIsNotFollowed = (name: string): Problem => ({
  code: 'ecs-not-followed',
  fault: 'caller',
  problem: `${name} names its ECS services in ${CONFIGURATION_FILE}, which deploy does not follow yet`,
  why: 'it would deploy to the ECS service that the environment names, and to no other',
  fix: `take services.${name}.ecs out, and name its ECS service in the environment: service: "…{service}…"`,
})

/** The task definition template of a service: its text, and where it stands; null where none is named. Throws `missing-template`. */
export const templateAt = async (
  objects: Objects,
  root: Oid,
  { name, settings }: Environment,
  service: ServiceName,
): Promise<{ text: string; path: string } | null> => {
  const path = settingsFor(settings, service).taskDefinition
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

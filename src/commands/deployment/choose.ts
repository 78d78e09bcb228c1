import { unknownName } from '../../catalog/nearest.js'
import type { Plan, PlannedService } from '../../changes/planned.js'
import type { EnvironmentSettings } from '../../environment/settings.js'
import { STRATEGIES } from '../../environment/strategy-settings.js'
import { checkedPrefix, repositoryOf } from '../../image/names.js'
import { namedServices } from '../../image/select.js'
import type { Ledger } from '../../ledger/read.js'
import type { Git } from '../../platform/git/git.js'
import type { Registry } from '../../platform/registry.js'
import {
  type Image,
  isStable,
  newestFirst,
  type Release,
  releasesOf,
  tagPattern,
} from '../../version/release.js'
import { type Digest, type ServiceName, StaggerError, type Version } from '../../words.js'
import { type Environment, placesIn, templateAt } from '../configuration.js'
import { findImage } from '../tagging/image.js'
import { noRepository, noSuchVersion, nothingToDeploy } from './choice-problems.js'
import type { Site, Target } from './target.js'

export interface ChooseWorld {
  readonly git: Git
  readonly registry: Registry
}

/** What shall run where. */
export interface Choice {
  readonly plan: Plan
  readonly ledger: Ledger
  readonly services: readonly string[]
  readonly environment: Environment
  /** One of the service's versions; null for the image of this commit. */
  readonly version: string | null
  /** Takes the place of what the environment says; null for that. */
  readonly strategy: string | null
  readonly prefix: string | null
  /** Images that are known already, e.g. those to go back to. */
  readonly exact?: ReadonlyMap<ServiceName, { readonly digest: Digest; readonly version: Version | null }>
}

/** The image of each service that was asked for, with the place where it shall run. Changes nothing. */
export const chooseTargets = async (world: ChooseWorld, choice: Choice): Promise<readonly Target[]> => {
  if (choice.services.length === 0) throw new StaggerError(nothingToDeploy(choice.plan))
  const prefix = choice.prefix === null ? null : checkedPrefix(choice.prefix)
  const root = await world.git.treeOf(choice.plan.head)
  const targets = await Promise.all(
    namedServices(choice.plan.services, choice.services).map(async (planned) => {
      const chosen = await chooseImage(world, planned, { ...choice, prefix })
      return Promise.all(
        sitesIn(choice.environment, planned.service.name).map(
          async (site): Promise<Target> => ({
            ...site,
            settings: { ...site.settings, ...strategyAsked(choice) },
            template: await templateAt(world.git, root, choice.environment, site.settings),
            image: `${chosen.repository}@${chosen.digest}`,
            digest: chosen.digest,
            version: chosen.version,
          }),
        ),
      )
    }),
  )
  return targets.flat()
}

/** Each ECS service that runs a service's image; told by its own name where there are several. */
export const sitesIn = (environment: Environment, service: ServiceName): readonly Site[] => {
  const places = placesIn(environment, service)
  return places.map((settings) => ({
    service,
    environment: environment.name,
    settings,
    ...(places.length > 1 ? { ecs: settings.service } : {}),
  }))
}

/** Whoever names a strategy does not mean the environment's ladder. */
const strategyAsked = ({ strategy }: Choice): Partial<EnvironmentSettings> => {
  if (strategy === null) return {}
  const known = STRATEGIES.find((one) => one === strategy)
  if (!known) throw new StaggerError(unknownName('strategy', strategy, STRATEGIES))
  return { strategy: known, steps: undefined }
}

interface Chosen {
  readonly repository: string
  readonly digest: Digest
  readonly version: Version | null
}

const chooseImage = async (world: ChooseWorld, planned: PlannedService, choice: Choice): Promise<Chosen> => {
  const { name, group } = planned.service
  const exact = choice.exact?.get(name)
  if (exact) return { ...exact, repository: repositoryFor(name, choice) }
  const releases = await releasesHolding(world.git, name, group)
  if (choice.version !== null) return releasedImage(name, releases, choice)
  const { repository, digest } = await findImage(world.registry, planned, choice.ledger, choice.prefix)
  return { repository, digest, version: versionOf(releases, name, digest) }
}

/** Of several, as an image has that did not change while its group did, the newest that is no pre-release. */
export const versionOf = (
  releases: readonly Release[],
  service: ServiceName,
  digest: Digest,
): Version | null => {
  const held = newestFirst(releases).filter(({ images }) => images?.get(service)?.digest === digest)
  return (held.find(isStable) ?? held[0])?.version ?? null
}

const repositoryFor = (service: ServiceName, { ledger, prefix }: Choice): string => {
  const known = ledger.images.get(service)?.repository
  const found = known ?? (prefix === null ? undefined : repositoryOf(prefix, service, false))
  if (found !== undefined) return found
  throw new StaggerError(noRepository(service))
}

/** The versions of a service: its own, and those of its group. */
export const releasesHolding = async (
  git: Git,
  service: ServiceName,
  group: string | null,
): Promise<readonly Release[]> => {
  const units = group === null ? [service] : [service, group as ServiceName]
  await git.fetchTags(...units.map(tagPattern))
  const tags = await git.tags(...units.map(tagPattern))
  return units.flatMap((unit) => releasesOf(unit, tags))
}

/** The git tag says which digest a version is; the registry's tag of that name is a convenience. */
export const releasedImage = (
  service: ServiceName,
  releases: readonly Release[],
  { version, ledger, prefix }: Pick<Choice, 'version' | 'ledger' | 'prefix'>,
): Chosen & Pick<Image, 'fingerprint'> => {
  const release = releases.find((one) => one.version === version && one.images?.has(service))
  const image = release?.images?.get(service)
  const repository =
    image?.repository ??
    (prefix === null ? ledger.images.get(service)?.repository : repositoryOf(prefix, service, false))
  if (release && image && repository) return { ...image, repository, version: release.version }
  throw new StaggerError(
    noSuchVersion(
      service,
      String(version),
      releases.map((one) => one.version),
    ),
  )
}

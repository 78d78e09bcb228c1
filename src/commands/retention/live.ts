import { type EnvironmentSettings, settingsFor } from '../../environment/settings.js'
import { parseReference } from '../../image/retention-reference.js'
import type { ImagesInUse } from '../../platform/aws/ecs-images.js'
import { type Digest, type Problem, type ServiceName, StaggerError } from '../../words.js'

/** A cluster that an environment names. */
interface Cluster {
  readonly environment: string
  readonly cluster: string
  readonly region: string | undefined
  readonly endpoint: string | undefined
}

export interface Live {
  readonly digests: ReadonlyMap<Digest, string>
  /** By `repository:name`, for what runs by a name. */
  readonly names: ReadonlyMap<string, string>
}

export const NOTHING_LIVE: Live = { digests: new Map(), names: new Map() }

/** What runs now, as ECS tells it. Where it cannot be asked, nothing may be deleted: throws `live-images-unknown`. */
export const liveImages = async (
  imagesInUse: ImagesInUse,
  environments: Readonly<Record<string, EnvironmentSettings>>,
  services: readonly ServiceName[],
): Promise<Live> => {
  const clusters = clustersOf(environments, services)
  const all = await Promise.all(clusters.map(async (one) => [one, await ask(imagesInUse, one)] as const))
  const digests = new Map<Digest, string>()
  const names = new Map<string, string>()
  for (const [{ environment }, images] of all)
    for (const image of images) {
      const { repository, name, digest } = parseReference(image)
      if (digest) digests.set(digest, `${environment} runs it`)
      else names.set(`${repository}:${name ?? 'latest'}`, `${environment} runs it`)
    }
  return { digests, names }
}

/** A cluster may have a service's name in it; each is asked once. */
const clustersOf = (
  environments: Readonly<Record<string, EnvironmentSettings>>,
  services: readonly ServiceName[],
): readonly Cluster[] => {
  const all = Object.entries(environments).flatMap(([environment, settings]) =>
    services.map((service): Cluster => {
      const { cluster, region, endpoint } = settingsFor(settings, service)
      return { environment, cluster, region, endpoint }
    }),
  )
  const keyOf = ({ cluster, region, endpoint }: Cluster) => JSON.stringify([cluster, region, endpoint])
  return [...new Map(all.map((one) => [keyOf(one), one])).values()]
}

const ask = async (
  imagesInUse: ImagesInUse,
  { environment, cluster, region, endpoint }: Cluster,
): Promise<readonly string[]> => {
  const place = {
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
  }
  return imagesInUse(place, cluster).catch((error) => {
    const [cause] = error instanceof StaggerError ? error.problems : []
    if (cause?.code === 'unreachable' && isOnThisMachine(endpoint)) return []
    throw cause ? new StaggerError(unknown(environment, cluster, cause)) : error
  })
}

/** A rehearsal that is not there runs nothing; it goes with whoever served it. */
const isOnThisMachine = (endpoint = ''): boolean =>
  /^https?:\/\/(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?(?:\/|$)/.test(endpoint)

const unknown = (environment: string, cluster: string, cause: Problem): Problem => ({
  code: 'live-images-unknown',
  fault: cause.fault,
  problem: `nobody can say which images ${environment} runs, so none is removed`,
  why: `cluster ${cluster}: ${cause.problem} (${cause.why})`,
  fix: `${cause.fix} Or, where nothing runs there: --without-ecs, and what the ledger names stays all the same.`,
})

import pLimit from 'p-limit'
import { repositoryOf } from '../../image/names.js'
import type { StoredRepository } from '../../image/retention.js'
import type { Registry } from '../../platform/registry.js'
import type { ServiceName } from '../../words.js'

type Where = Omit<StoredRepository, 'images' | 'namesApart'>

/** Repositories at once; of each many images are read at once. */
const AT_ONCE = 4

/** What the registry holds of each service: in its own repository, and in that of pull requests. */
export const listServices = async (
  registry: Registry,
  prefix: string,
  services: readonly ServiceName[],
): Promise<readonly StoredRepository[]> => {
  const places = services.flatMap((service) =>
    [false, true].map(
      (pullRequests): Where => ({
        service,
        pullRequests,
        repository: repositoryOf(prefix, service, pullRequests),
      }),
    ),
  )
  const limit = pLimit(AT_ONCE)
  const found = await Promise.all(places.map((place) => limit(() => listOne(registry, place))))
  return found.filter((one) => one !== null)
}

/** Null where there is no such repository. */
export const listOne = async (registry: Registry, where: Where): Promise<StoredRepository | null> => {
  const listing = await registry.list(where.repository)
  return listing ? { ...where, ...listing } : null
}

import type { PlannedService } from '../../changes/planned.js'
import { inputsName, repositoryOf } from '../../image/names.js'
import { notHermetic } from '../../image/problems.js'
import type { Ledger } from '../../ledger/read.js'
import type { Registry } from '../../platform/registry.js'
import type { Image } from '../../version/next.js'
import { noImage } from '../../version/problems.js'
import { StaggerError } from '../../words.js'

/** An image that the registry holds now. */
export interface Found extends Image {
  readonly repository: string
}

/** The image of a service's inputs: as the ledger remembers it, else by its name in the registry. */
export const findImage = async (
  registry: Registry,
  { service, image }: PlannedService,
  ledger: Ledger,
  prefix: string | null,
): Promise<Found> => {
  const { fingerprint } = image
  if (fingerprint === null) throw new StaggerError(notHermetic({ service, image }))
  const entry = ledger.images.get(service.name)
  const places = [
    ...(entry?.fingerprint === fingerprint ? [[entry.repository, entry.digest] as const] : []),
    ...(prefix === null
      ? []
      : [[repositoryOf(prefix, service.name, false), inputsName(fingerprint)] as const]),
  ]
  for (const [repository, reference] of places) {
    const found = await registry.manifest(repository, reference)
    if (found) return { repository, digest: found.digest, fingerprint }
  }
  throw new StaggerError(noImage(service.name, prefix))
}

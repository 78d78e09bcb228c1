import type { PlannedService } from '../../changes/planned.js'
import { inputsName, repositoryOf } from '../../image/names.js'
import { notHermetic } from '../../image/problems.js'
import type { Ledger } from '../../ledger/read.js'
import type { Registry } from '../../platform/registry.js'
import { noImage } from '../../version/problems.js'
import type { Image } from '../../version/release.js'
import { StaggerError } from '../../words.js'

/** An image that the registry holds now. */
export interface Found extends Image {
  readonly repository: string
  /** Where it still is: it is copied to its `repository` before it gets a name there. */
  readonly from?: string
}

/**
 * The image of a service's inputs: as the ledger remembers it, else by its name in the registry. `pullRequest`: first
 * where runs push that nobody has to trust.
 */
export const findImage = async (
  registry: Registry,
  { service, image }: PlannedService,
  ledger: Ledger,
  prefix: string | null,
  pullRequest = false,
): Promise<Found> => {
  const { fingerprint } = image
  if (fingerprint === null) throw new StaggerError(notHermetic({ service, image }))
  const entry = ledger.images.get(service.name)
  const named = (own: boolean) =>
    prefix === null ? [] : [[repositoryOf(prefix, service.name, own), inputsName(fingerprint)] as const]
  const places = [
    ...(pullRequest ? named(true) : []),
    ...(entry?.fingerprint === fingerprint ? [[entry.repository, entry.digest] as const] : []),
    ...named(false),
  ]
  for (const [repository, reference] of places) {
    const found = await registry.manifest(repository, reference)
    if (found) return { repository, digest: found.digest, fingerprint }
  }
  throw new StaggerError(noImage(service.name, prefix))
}

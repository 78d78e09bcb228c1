import type { Deployed } from '../../changes/affected.js'
import { configurationFingerprint, fingerprintTogether } from '../../environment/configuration.js'
import { inEachPlace } from '../../ledger/places.js'
import type { Ledger } from '../../ledger/read.js'
import type { Git } from '../../platform/git/git.js'
import type { ServiceName } from '../../words.js'
import type { CommitView } from '../commit-view.js'
import {
  configurationAt,
  findEnvironment,
  placesIn,
  type ReadConfiguration,
  templateAt,
} from '../configuration.js'

/** What an environment runs of each service; nothing where no environment was asked for. */
export const deploymentsAt = async (
  git: Git,
  read: ReadConfiguration,
  head: CommitView,
  ledger: Ledger | null,
  name: string | null,
): Promise<(service: ServiceName) => Promise<Deployed | null>> => {
  if (name === null || !ledger) return async () => null
  const environment = findEnvironment(await configurationAt(git, head.root, read), name)
  const entries = await ledger.deployments(environment.name)
  return async (service) => {
    const configuration = await Promise.all(
      placesIn(environment, service).map(async (place) => {
        const template = await templateAt(git, head.root, environment, place)
        return configurationFingerprint(place, service, template?.text ?? null)
      }),
    )
    const image = ledger.images.get(service) ?? null
    const entry = entries.get(service)
    return {
      configuration: fingerprintTogether(configuration),
      entry: entry ? inEachPlace(entry, image?.digest) : null,
      image,
    }
  }
}

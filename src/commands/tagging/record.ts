import { type ImageEntry, imagePath, writeEntry } from '../../ledger/entries.js'
import type { Clock } from '../../platform/clock.js'
import type { Git } from '../../platform/git/git.js'
import type { TaggedService } from '../../version/result.js'
import { currentLedger, recordLedger } from '../ledger.js'

/** Adds the versions to what the ledger holds of these images; others it leaves alone. */
export const recordVersions = async (
  world: { readonly git: Git; readonly clock: Clock },
  services: readonly TaggedService[],
): Promise<void> => {
  const { images } = await currentLedger(world.git, true)
  const news = services.flatMap((service) => versioned(images.get(service.name), service))
  if (news.length === 0) return
  const changes = new Map(news.map((entry) => [imagePath(entry.service), writeEntry(entry)]))
  const versions = news.map(({ service, version }) => `${service} ${version}`)
  await recordLedger(world, changes, `version: ${versions.join(', ')}`)
}

const versioned = (entry: ImageEntry | undefined, row: TaggedService): readonly ImageEntry[] => {
  if (!entry || !row.digest || row.outcome === 'failed' || entry.fingerprint !== row.fingerprint) return []
  const same = entry.version === row.version && entry.digest === row.digest
  return same ? [] : [{ ...entry, digest: row.digest, version: row.version }]
}

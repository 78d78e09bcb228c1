import { type ImageEntry, imagePath, writeEntry } from '../../ledger/entries.js'
import type { Clock } from '../../platform/clock.js'
import type { Git } from '../../platform/git/git.js'
import type { TaggedService } from '../../version/result.js'
import { updateLedger } from '../ledger.js'

/** Adds the versions to what the ledger holds of these images; others it leaves alone, also those just written. */
export const recordVersions = (
  world: { readonly git: Git; readonly clock: Clock },
  services: readonly TaggedService[],
): Promise<void> =>
  updateLedger(world, ({ images }) => {
    const news = services.flatMap((service) => versioned(images.get(service.name), service))
    if (news.length === 0) return null
    const files = new Map(news.map((entry) => [imagePath(entry.service), writeEntry(entry)]))
    const versions = news.map(({ service, version }) => `${service} ${version}`)
    return { files, message: `version: ${versions.join(', ')}` }
  })

const versioned = (entry: ImageEntry | undefined, row: TaggedService): readonly ImageEntry[] => {
  if (!entry || !row.digest || row.outcome === 'failed' || entry.fingerprint !== row.fingerprint) return []
  const same = entry.version === row.version && entry.digest === row.digest
  return same ? [] : [{ ...entry, digest: row.digest, version: row.version }]
}

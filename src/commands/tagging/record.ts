import {
  type ImageEntry,
  imagePath,
  type ReleaseEntry,
  releasePath,
  writeEntry,
} from '../../ledger/entries.js'
import type { Ledger } from '../../ledger/read.js'
import type { Clock } from '../../platform/clock.js'
import type { Git } from '../../platform/git/git.js'
import type { Digest, Fingerprint, Oid, ServiceName, Version } from '../../words.js'
import { updateLedger } from '../ledger.js'

/** An image that has a version now. */
export interface Released {
  readonly service: ServiceName
  readonly group: string | null
  readonly version: Version
  readonly digest: Digest
  readonly fingerprint: Fingerprint
  readonly repository: string
  readonly commit: Oid
}

interface RecordWorld {
  readonly git: Git
  readonly clock: Clock
}

/**
 * Remembers releases, and adds their versions to what the ledger holds of these images; others it leaves alone, also
 * those just written. What is there already is not written again.
 */
export const recordReleases = (
  world: RecordWorld,
  released: readonly Released[],
  run: string | null,
): Promise<void> => {
  const time = new Date(world.clock.now()).toISOString()
  return updateLedger(world, async (ledger) => {
    const images = released.flatMap((one) => versioned(ledger.images.get(one.service), one))
    const releases = await unknownReleases(ledger, released)
    if (images.length + releases.length === 0) return null
    const entries = releases.map((one): ReleaseEntry => ({ schema: 1, ...one, run, time }))
    const files = new Map([
      ...images.map((entry) => [imagePath(entry.service), writeEntry(entry)] as const),
      ...entries.map((entry) => [releasePath(entry.service, entry.version), writeEntry(entry)] as const),
    ])
    const names = new Set([...images, ...releases].map(({ service, version }) => `${service} ${version}`))
    return { files, message: `version: ${[...names].join(', ')}` }
  })
}

const versioned = (entry: ImageEntry | undefined, released: Released): readonly ImageEntry[] => {
  const { digest, version, fingerprint } = released
  if (!entry || entry.fingerprint !== fingerprint) return []
  return entry.version === version && entry.digest === digest ? [] : [{ ...entry, digest, version }]
}

const unknownReleases = async (
  ledger: Ledger,
  released: readonly Released[],
): Promise<readonly Released[]> => {
  const known = await ledger.releases()
  return released.filter(
    ({ service, version }) => !known.get(service)?.some((one) => one.version === version),
  )
}

import type { PlannedService } from '../../changes/planned.js'
import { type ImageEntry, imagePath, writeEntry } from '../../ledger/entries.js'
import type { Ledger } from '../../ledger/read.js'
import type { Clock } from '../../platform/clock.js'
import type { Git } from '../../platform/git/git.js'
import type { Digest, Fingerprint, Instant, Oid } from '../../words.js'
import { recordLedger } from '../ledger.js'

export interface Recorded {
  readonly planned: PlannedService
  readonly fingerprint: Fingerprint
  readonly repository: string
  readonly digest: Digest
}

interface Circumstances {
  readonly ledger: Ledger
  readonly commit: Oid
  readonly run: string | null
}

/** Remembers tested images. What the ledger says already is not said again. */
export const recordImages = async (
  world: { readonly git: Git; readonly clock: Clock },
  images: readonly Recorded[],
  circumstances: Circumstances,
): Promise<void> => {
  const now = world.clock.now()
  const entries = images.map((image) => entryOf(image, circumstances, now))
  const news = entries.filter((entry) => !says(circumstances.ledger.images.get(entry.service), entry))
  if (news.length === 0) return
  const changes = new Map(news.map((entry) => [imagePath(entry.service), writeEntry(entry)]))
  await recordLedger(world, changes, `image: ${news.map(({ service }) => service).join(', ')}`)
}

const entryOf = (
  { planned, fingerprint, repository, digest }: Recorded,
  { ledger, commit, run }: Circumstances,
  now: Instant,
): ImageEntry => {
  const before = ledger.images.get(planned.service.name)
  return {
    schema: 1,
    service: planned.service.name,
    fingerprint,
    testFingerprint: planned.test?.fingerprint ?? null,
    repository,
    digest,
    version: before?.digest === digest ? before.version : null,
    commit,
    run,
    time: new Date(now).toISOString(),
  }
}

/** The same image with the same verdict, wherever and whenever it was written. */
const says = (before: ImageEntry | undefined, entry: ImageEntry): boolean =>
  before !== undefined &&
  (['fingerprint', 'testFingerprint', 'repository', 'digest'] as const).every(
    (key) => before[key] === entry[key],
  )

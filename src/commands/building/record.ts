import type { PlannedService } from '../../changes/planned.js'
import { type ImageEntry, imagePath, writeEntry } from '../../ledger/entries.js'
import type { Ledger } from '../../ledger/read.js'
import type { Clock } from '../../platform/clock.js'
import type { Git } from '../../platform/git/git.js'
import type { Progress } from '../../platform/progress.js'
import type { Digest, Fingerprint, Instant, Oid, Version } from '../../words.js'
import { updateLedger, type Writing } from '../ledger.js'
import { comesAfter } from '../revisions.js'

export interface Recorded {
  readonly planned: PlannedService
  readonly fingerprint: Fingerprint
  readonly repository: string
  readonly digest: Digest
  /** That it has already: it came back by a revert. */
  readonly version: Version | null
  /** How long its tests and its build took; null where it was there. */
  readonly seconds: number | null
}

interface Circumstances {
  readonly commit: Oid
  readonly run: string | null
}

export interface RecordWorld {
  readonly git: Git
  readonly clock: Clock
  readonly progress: Pick<Progress, 'say'>
}

/** Remembers tested images. What the ledger says already is not said again, and what is newer stays. */
export const recordImages = async (
  world: RecordWorld,
  images: readonly Recorded[],
  circumstances: Circumstances,
): Promise<void> => {
  if (images.length === 0) return
  const now = world.clock.now()
  await updateLedger(world, async (ledger) => {
    const entries = images.map((image) => entryOf(image, ledger, circumstances, now))
    const holds = await Promise.all(entries.map((entry) => isNews(world, ledger, entry)))
    return writingOf(entries.filter((_, at) => holds[at]))
  })
}

const writingOf = (news: readonly ImageEntry[]): Writing | null => {
  if (news.length === 0) return null
  const files = new Map(news.map((entry) => [imagePath(entry.service), writeEntry(entry)]))
  return { files, message: `image: ${news.map(({ service }) => service).join(', ')}` }
}

/** Of two runs that end in the wrong order, the one of the newer commit holds, service by service. */
const isNews = async (
  { git, progress }: RecordWorld,
  { images }: Ledger,
  entry: ImageEntry,
): Promise<boolean> => {
  const before = images.get(entry.service)
  if (before === undefined) return true
  if (says(before, entry)) return false
  if (!(await comesAfter(git, before.commit, entry.commit))) return true
  const newer = before.commit.slice(0, 7)
  progress.say(`${entry.service}: the ledger holds the image of ${newer}, a newer commit: it stays`)
  return false
}

const entryOf = (
  { planned, fingerprint, repository, digest, version, seconds }: Recorded,
  { images }: Ledger,
  { commit, run }: Circumstances,
  now: Instant,
): ImageEntry => {
  const before = images.get(planned.service.name)
  return {
    schema: 1,
    service: planned.service.name,
    fingerprint,
    testFingerprint: planned.test?.fingerprint ?? null,
    repository,
    digest,
    version: before?.digest === digest ? (before.version ?? version) : version,
    seconds: seconds ?? before?.seconds ?? null,
    commit,
    run,
    time: new Date(now).toISOString(),
  }
}

/** The same image with the same verdict, wherever and whenever it was written. */
const says = (before: ImageEntry, entry: ImageEntry): boolean =>
  (['fingerprint', 'testFingerprint', 'repository', 'digest'] as const).every(
    (key) => before[key] === entry[key],
  )

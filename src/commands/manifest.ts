import type { Plan } from '../changes/planned.js'
import {
  type Held,
  type ManifestResult,
  manifestOf,
  mergeManifests,
  readManifest,
} from '../image/manifest.js'
import { inputsName } from '../image/names.js'
import type { Ledger } from '../ledger/read.js'
import type { Git } from '../platform/git/git.js'
import { currentLedger } from './ledger.js'

export interface ManifestFile {
  readonly name: string
  readonly text: string
}

/** One manifest of those of a matrix's jobs. */
export const mergeFiles = (files: readonly ManifestFile[]): ManifestResult => ({
  manifest: mergeManifests(files.map(({ name, text }) => readManifest(text, name))),
  missing: [],
})

/** What the ledger knows of a commit: the images of exactly these inputs. */
export const manifestAt = async (git: Git, plan: Plan): Promise<ManifestResult> => {
  const ledger = await currentLedger(git, true)
  const held = plan.services.map((planned) => heldOf(planned, ledger))
  const there = held.flatMap((one) => one ?? [])
  const missing = plan.services.filter((_, at) => held[at] === null).map(({ service }) => service.name)
  return { manifest: manifestOf(there), missing }
}

const heldOf = ({ service, image }: Plan['services'][number], { images }: Ledger): Held | null => {
  const entry = images.get(service.name)
  if (!entry || entry.fingerprint !== image.fingerprint) return null
  const { repository, digest, fingerprint, version } = entry
  const tags = [inputsName(fingerprint), ...(version ? [version] : [])]
  return { name: service.name, repository, digest, fingerprint, tags, version }
}

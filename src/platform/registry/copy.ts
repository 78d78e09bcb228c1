import pLimit from 'p-limit'
import { type Digest, StaggerError } from '../../words.js'
import type { Clock } from '../clock.js'
import type { Copied, Manifest, NewManifest, Put, Registry } from '../registry.js'
import { partMissing } from '../registry-problems.js'
import { retrying } from '../retry.js'
import type { AskRegistry } from './authorization.js'
import { hasBlob } from './blobs.js'
import { contentsOf } from './contents.js'
import { placeOf } from './place.js'
import { transfer } from './transfer.js'
import { mountBlob } from './upload.js'

interface Copier {
  readonly ask: AskRegistry
  readonly clock: Pick<Clock, 'sleep'>
  has(repository: string, digest: Digest): Promise<boolean>
  put(repository: string, manifest: NewManifest, name: null): Promise<Put>
  manifest(repository: string, reference: string): Promise<Manifest | null>
}

/** Layers at once: they fill the line by themselves. */
const AT_ONCE = 4

/**
 * Copies by digest: first the parts, then what names them. So whenever it is killed, nothing that is there lacks a
 * part, and the next time begins with what is missing.
 */
export const copying =
  (copier: Copier): Registry['copy'] =>
  async (from, to) => {
    const counted = { manifests: 0, blobs: 0, mounted: 0 }
    const limit = pLimit(AT_ONCE)
    const blob = once((digest) =>
      limit(async () => {
        const how = await copyBlob(copier, from.repository, to, digest)
        if (how !== 'there') counted.blobs++
        if (how === 'mounted') counted.mounted++
      }),
    )
    const image = once(async (digest) => {
      if (await copier.has(to, digest)) return
      const manifest = await copier.manifest(from.repository, digest)
      if (!manifest) throw new StaggerError(partMissing(from.repository, digest))
      const { manifests, blobs } = contentsOf(manifest.body)
      await all([...manifests.map((one) => image(one.digest)), ...blobs.map((one) => blob(one.digest))])
      await copier.put(to, manifest, null)
      counted.manifests++
    })
    await image(from.digest)
    return counted satisfies Copied
  }

/** Images for several platforms share layers: each is copied once. */
const once = (copy: (digest: Digest) => Promise<void>) => {
  const started = new Map<Digest, Promise<void>>()
  return (digest: Digest): Promise<void> => {
    const known = started.get(digest) ?? copy(digest)
    started.set(digest, known)
    return known
  }
}

/** Waits for all, also after one failed: nothing goes on behind the back of whoever was told. */
const all = async (parts: readonly Promise<void>[]): Promise<void> => {
  const settled = await Promise.allSettled(parts)
  const failed = settled.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}

const copyBlob = async (
  { ask, clock }: Copier,
  from: string,
  to: string,
  digest: Digest,
): Promise<'there' | 'mounted' | 'copied'> => {
  if (await hasBlob(ask, to, digest)) return 'there'
  const [source, target] = [placeOf(from), placeOf(to)]
  const started =
    source.origin === target.origin ? await mountBlob(ask, to, { digest, from: source.name }) : null
  if (started?.mounted) return 'mounted'
  let opened = started?.location
  const attempt = async () => {
    const location = opened
    opened = undefined
    return transfer(ask, from, to, digest, location).then(
      () => null,
      (error: unknown) => error,
    )
  }
  const error = await retrying(attempt, isPassing, clock)
  if (error) throw error
  return 'copied'
}

/** A line that broke in the middle of a layer: its stream cannot be sent again, so it begins anew. */
const isPassing = (error: unknown): boolean =>
  error instanceof StaggerError && error.problems.every(({ fault }) => fault === 'world')

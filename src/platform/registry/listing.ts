import type { Digest } from '../../words.js'
import type { Manifest, Registry, Stored } from '../registry.js'
import { contentsOf } from './contents.js'

type Reader = Pick<Registry, 'names' | 'manifests'>

/** What the HTTP API lets one find: images with names. It tells no ages, and takes no name away alone. */
export const listingBy =
  ({ names, manifests }: Reader): Registry['list'] =>
  async (repository) => {
    const all = await names(repository)
    if (all === null) return null
    const found = await manifests(all.map((reference) => ({ repository, reference })))
    const byDigest = new Map<Digest, { manifest: Manifest; names: string[] }>()
    found.forEach((manifest, at) => {
      if (!manifest) return
      const known = byDigest.get(manifest.digest) ?? { manifest, names: [] }
      known.names.push(all[at] as string)
      byDigest.set(manifest.digest, known)
    })
    const images = [...byDigest.values()].map(({ manifest, names: own }) => storedOf(manifest, own))
    return { images, namesApart: false }
  }

export const storedOf = (
  { digest, body }: Manifest,
  names: readonly string[],
  pushed: Stored['pushed'] = null,
): Stored => {
  const { manifests, subject } = contentsOf(body)
  return { digest, names: names.toSorted(), pushed, holds: manifests.map((one) => one.digest), subject }
}

import { createHash } from 'node:crypto'
import { contentsOf } from '../../src/platform/registry/contents.js'
import { listingBy } from '../../src/platform/registry/listing.js'
import { type Given, naming } from '../../src/platform/registry/naming.js'
import type { Manifest, NewManifest, Registry } from '../../src/platform/registry.js'
import { nameTaken, notThere, partMissing } from '../../src/platform/registry-problems.js'
import { type Digest, StaggerError } from '../../src/words.js'

export const MANIFEST_TYPE = 'application/vnd.docker.distribution.manifest.v2+json'

export const digestOf = (body: Uint8Array): Digest =>
  `sha256:${createHash('sha256').update(body).digest('hex')}` as Digest

export interface InMemoryRegistry extends Registry {
  /** What a push leaves behind. */
  push(repository: string, name: string, body: Uint8Array): Digest
  /** All names, as `repository:name`, with what they stand for. */
  held(): Readonly<Record<string, Digest>>
  /** Forgets an image and its names. */
  lose(repository: string, digest: Digest): void
}

interface Kept {
  readonly bodies: Map<string, NewManifest>
  readonly names: Map<string, Digest>
  readonly blobs: Map<string, Uint8Array>
}

/** `immutable`: a name never moves, as in a repository of Amazon ECR's that is told so. */
export const inMemoryRegistry = ({ immutable = false } = {}): InMemoryRegistry => {
  const kept: Kept = { bodies: new Map(), names: new Map(), blobs: new Map() }
  const { bodies, names } = kept
  const resolve = (repository: string, reference: string) =>
    reference.startsWith('sha256:') ? reference : names.get(`${repository}:${reference}`)
  const manifest = async (repository: string, reference: string): Promise<Manifest | null> => {
    const digest = resolve(repository, reference)
    const found = bodies.get(`${repository}@${digest}`)
    return found ? { digest: digest as Digest, ...found } : null
  }
  const manifests: Registry['manifests'] = (wanted) =>
    Promise.all(wanted.map(({ repository, reference }) => manifest(repository, reference)))
  const give = async (repository: string, digest: Digest, name: string): Promise<Given> => {
    if (!bodies.has(`${repository}@${digest}`)) throw new StaggerError(notThere(repository, digest, name))
    const holder = names.get(`${repository}:${name}`)
    if (immutable && holder && holder !== digest)
      return { kind: 'refused', problem: nameTaken(repository, name, digest, holder), maybeTaken: true }
    names.set(`${repository}:${name}`, digest)
    return { kind: 'given' }
  }
  const namesIn = async (repository: string): Promise<readonly string[] | null> => {
    if (![...bodies.keys()].some((key) => key.startsWith(`${repository}@`))) return null
    const own = [...names.keys()].filter((key) => key.startsWith(`${repository}:`))
    return own.map((key) => key.slice(repository.length + 1))
  }
  const lose = (repository: string, digest: Digest): void => {
    bodies.delete(`${repository}@${digest}`)
    for (const [name, held] of names)
      if (held === digest && name.startsWith(`${repository}:`)) names.delete(name)
  }
  return {
    manifest,
    manifests,
    ...naming({ manifest, give }),
    ...blobsIn(kept),
    names: namesIn,
    list: listingBy({ names: namesIn, manifests }),
    put: async (repository, { mediaType, body }, name) => {
      const digest = digestOf(body)
      bodies.set(`${repository}@${digest}`, { mediaType, body })
      if (name !== null) names.set(`${repository}:${name}`, digest)
      return { digest, subject: contentsOf(body).subject }
    },
    referrers: async (repository, image) => {
      const own = [...bodies].filter(([key]) => key.startsWith(`${repository}@`))
      const kept = own.filter(([, { body }]) => contentsOf(body).subject === image)
      const list = await manifest(repository, image.replace(':', '-'))
      const listed = list ? contentsOf(list.body).manifests.map(({ digest }) => digest) : []
      return [...new Set([...kept.map(([key]) => key.slice(repository.length + 1) as Digest), ...listed])]
    },
    remove: async (repository, reference) => {
      if (reference.startsWith('sha256:')) lose(repository, reference as Digest)
      else names.delete(`${repository}:${reference}`)
    },
    copy: copyIn(kept),
    prepare: async () => {},
    push: (repository, name, body) => {
      const digest = digestOf(body)
      bodies.set(`${repository}@${digest}`, { mediaType: MANIFEST_TYPE, body })
      names.set(`${repository}:${name}`, digest)
      return digest
    },
    held: () => Object.fromEntries(names),
    lose,
  }
}

const blobsIn = ({ blobs }: Kept): Pick<Registry, 'blob' | 'upload'> => ({
  blob: async (repository, digest) => blobs.get(`${repository}@${digest}`) ?? null,
  upload: async (repository, bytes) => {
    const digest = digestOf(bytes)
    blobs.set(`${repository}@${digest}`, bytes)
    return digest
  },
})

const copyIn =
  ({ bodies, blobs }: Kept): Registry['copy'] =>
  async ({ repository, digest: wanted }, to) => {
    const counted = { manifests: 0, blobs: 0, mounted: 0 }
    const mount = (digest: Digest): void => {
      const bytes = blobs.get(`${repository}@${digest}`)
      if (!bytes || blobs.has(`${to}@${digest}`)) return
      blobs.set(`${to}@${digest}`, bytes)
      counted.blobs++
      counted.mounted++
    }
    const one = (digest: Digest): void => {
      if (bodies.has(`${to}@${digest}`)) return
      const found = bodies.get(`${repository}@${digest}`)
      if (!found) throw new StaggerError(partMissing(repository, digest))
      const contents = contentsOf(found.body)
      for (const part of contents.manifests) one(part.digest)
      for (const part of contents.blobs) mount(part.digest)
      bodies.set(`${to}@${digest}`, found)
      counted.manifests++
    }
    one(wanted)
    return counted
  }

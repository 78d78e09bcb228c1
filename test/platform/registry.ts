import { createHash } from 'node:crypto'
import type { Manifest, Registry } from '../../src/platform/registry.js'
import type { Digest } from '../../src/words.js'

export const MANIFEST_TYPE = 'application/vnd.docker.distribution.manifest.v2+json'

export const digestOf = (body: Uint8Array): Digest =>
  `sha256:${createHash('sha256').update(body).digest('hex')}` as Digest

export interface InMemoryRegistry extends Registry {
  /** What a push leaves behind. */
  put(repository: string, name: string, body: Uint8Array): Digest
  /** All names, as `repository:name`, with what they stand for. */
  names(): Readonly<Record<string, Digest>>
  /** Forgets an image and its names. */
  lose(repository: string, digest: Digest): void
}

export const inMemoryRegistry = (): InMemoryRegistry => {
  const bodies = new Map<string, Uint8Array>()
  const names = new Map<string, Digest>()
  const resolve = (repository: string, reference: string) =>
    reference.startsWith('sha256:') ? reference : names.get(`${repository}:${reference}`)
  return {
    manifest: async (repository, reference): Promise<Manifest | null> => {
      const digest = resolve(repository, reference)
      const body = bodies.get(`${repository}@${digest}`)
      return body ? { digest: digest as Digest, mediaType: MANIFEST_TYPE, body } : null
    },
    tag: async (repository, digest, name) => {
      if (!bodies.has(`${repository}@${digest}`)) throw new Error(`${repository} has no ${digest}`)
      names.set(`${repository}:${name}`, digest)
    },
    put: (repository, name, body) => {
      const digest = digestOf(body)
      bodies.set(`${repository}@${digest}`, body)
      names.set(`${repository}:${name}`, digest)
      return digest
    },
    names: () => Object.fromEntries(names),
    lose: (repository, digest) => {
      bodies.delete(`${repository}@${digest}`)
      for (const [name, held] of names)
        if (held === digest && name.startsWith(`${repository}:`)) names.delete(name)
    },
  }
}

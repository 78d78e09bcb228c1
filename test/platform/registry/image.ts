import type { Registry } from '../../../src/platform/registry.js'
import type { Digest } from '../../../src/words.js'

export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))

interface Extra {
  /** The contents of its layers. */
  readonly layers?: readonly Uint8Array[]
  readonly subject?: Digest
}

/** Puts an OCI image with small layers, by its digest alone unless it gets a name. */
export const putImage = async (
  registry: Registry,
  repository: string,
  content: string,
  name: string | null = null,
  { layers = [], subject }: Extra = {},
): Promise<Digest> => {
  const part = async (mediaType: string, body: Uint8Array) => ({
    mediaType,
    size: body.length,
    digest: await registry.upload(repository, body),
  })
  const manifest = {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    config: await part('application/vnd.oci.image.config.v1+json', bytes({ content })),
    layers: await Promise.all(layers.map((layer) => part('application/vnd.oci.image.layer.v1.tar', layer))),
    ...(subject ? { subject: { mediaType: OCI_MANIFEST, size: 1, digest: subject } } : {}),
  }
  return (await registry.put(repository, { mediaType: OCI_MANIFEST, body: bytes(manifest) }, name)).digest
}

/** Puts an index over images that are there. */
export const putIndex = async (
  registry: Registry,
  repository: string,
  digests: readonly Digest[],
  name: string | null = null,
): Promise<Digest> => {
  const found = await registry.manifests(digests.map((reference) => ({ repository, reference })))
  const index = {
    schemaVersion: 2,
    mediaType: OCI_INDEX,
    manifests: found.map((one) => ({
      mediaType: one?.mediaType,
      size: one?.body.length,
      digest: one?.digest,
      platform: { os: 'linux', architecture: 'amd64' },
    })),
  }
  return (await registry.put(repository, { mediaType: OCI_INDEX, body: bytes(index) }, name)).digest
}

import { createHash } from 'node:crypto'
import { type Descriptor, type StoredManifest, toStore } from '../../src/image/stored.js'
import type { Digest } from '../../src/words.js'

export const IMAGE_TYPE = 'application/vnd.oci.image.manifest.v1+json'
export const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json'

const hash = (body: Uint8Array) => `sha256:${createHash('sha256').update(body).digest('hex')}` as Digest

export const describe = ({ mediaType, body }: StoredManifest): Descriptor => ({
  mediaType,
  digest: hash(body),
  size: body.byteLength,
})

export const IMAGE = toStore(IMAGE_TYPE, { schemaVersion: 2, mediaType: IMAGE_TYPE, layers: [] })
export const BLOB = {
  mediaType: 'application/vnd.in-toto+json',
  digest: `sha256:${'ab'.repeat(32)}` as Digest,
  size: 514,
  annotations: { 'in-toto.io/predicate-type': 'https://spdx.dev/Document' },
}

/** As BuildKit 0.33 makes it. */
export const ATTESTATION = toStore(IMAGE_TYPE, {
  schemaVersion: 2,
  mediaType: IMAGE_TYPE,
  artifactType: 'application/vnd.docker.attestation.manifest.v1+json',
  config: { mediaType: 'application/vnd.oci.empty.v1+json', digest: hash(Buffer.from('{}')), size: 2 },
  layers: [BLOB],
  subject: describe(IMAGE),
})

/** As an older BuildKit makes it: an image that is none. */
export const OLD_ATTESTATION = toStore(IMAGE_TYPE, {
  schemaVersion: 2,
  mediaType: IMAGE_TYPE,
  config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: BLOB.digest, size: 241 },
  layers: [BLOB],
})

export const attestedIndex = (
  attestation: StoredManifest,
  of: Digest = describe(IMAGE).digest,
): StoredManifest =>
  toStore(INDEX_TYPE, {
    schemaVersion: 2,
    mediaType: INDEX_TYPE,
    manifests: [
      { ...describe(IMAGE), platform: { architecture: 'amd64', os: 'linux' } },
      {
        ...describe(attestation),
        annotations: {
          'vnd.docker.reference.digest': of,
          'vnd.docker.reference.type': 'attestation-manifest',
        },
        platform: { architecture: 'unknown', os: 'unknown' },
      },
    ],
  })

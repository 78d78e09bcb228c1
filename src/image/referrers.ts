import type * as v from 'valibot'
import { type Digest, type Problem, StaggerError } from '../words.js'
import { INDEX_TYPE } from './platforms.js'
import {
  artifactSchema,
  bare,
  type Descriptor,
  indexSchema,
  MANIFEST_TYPE,
  readStored,
  type StoredManifest,
  toStore,
} from './stored.js'

const IN_TOTO = 'application/vnd.in-toto+json'

/** The empty configuration of a manifest that is no image. Its bytes have to be in the repository. */
export const NO_CONFIGURATION = new TextEncoder().encode('{}')
const NO_CONFIGURATION_DESCRIPTOR = {
  mediaType: 'application/vnd.oci.empty.v1+json',
  digest: 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
  size: 2,
  data: 'e30=',
}

/**
 * What is attested as an artifact that refers to the image, so that it is found from the image's own digest. A newer
 * BuildKit's manifest is one already; of an older one's a new one is made of the same blobs. Null where nothing is attested.
 */
export const referrerOf = (image: Descriptor, attestation: StoredManifest): StoredManifest | null => {
  const { subject, layers = [] } = readStored(artifactSchema, attestation.body) ?? {}
  const attested = layers.filter(({ mediaType }) => mediaType === IN_TOTO)
  if (attested.length === 0) return null
  if (subject?.digest === image.digest) return attestation
  return toStore(MANIFEST_TYPE, {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    artifactType: IN_TOTO,
    config: NO_CONFIGURATION_DESCRIPTOR,
    layers: attested,
    subject: bare(image),
  })
}

/** The name of the list of an image's referrers, where a registry does not keep it itself. */
export const fallbackName = (image: Digest): string => image.replace(':', '-')

/** That list with one more; null where it is in there. What others have listed stays as it is. */
export const fallbackIndex = (
  existing: StoredManifest | null,
  digest: Digest,
  referrer: StoredManifest,
): StoredManifest | null => {
  const list = listIn(existing)
  if (list.manifests.some((one) => one.digest === digest)) return null
  const { artifactType, annotations } = readStored(artifactSchema, referrer.body) ?? {}
  const added = {
    mediaType: referrer.mediaType,
    digest,
    size: referrer.body.byteLength,
    ...(artifactType === undefined ? {} : { artifactType }),
    ...(annotations ? { annotations } : {}),
  }
  return toStore(INDEX_TYPE, { ...list, manifests: [...list.manifests, added] })
}

const listIn = (existing: StoredManifest | null): v.InferOutput<typeof indexSchema> => {
  if (existing === null) return { schemaVersion: 2, mediaType: INDEX_TYPE, manifests: [] }
  const list = existing.mediaType === INDEX_TYPE ? readStored(indexSchema, existing.body) : null
  if (!list) throw new StaggerError(noList(existing.mediaType))
  return list
}

const noList = (mediaType: string): Problem => ({
  code: 'no-list-of-referrers',
  fault: 'world',
  problem: 'an attestation cannot be listed beside its image',
  why: `the registry keeps no referrers itself, and where their list belongs, under the name sha256-…, it holds ${mediaType}`,
  fix: 'find out who gave that name and take it away; or build without provenance: and sbom:',
})

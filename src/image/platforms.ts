import type { Digest } from '../words.js'

/** One platform's manifest, as a registry holds it. */
export interface PlatformImage {
  /** E.g. `linux/arm/v7`. */
  readonly platform: string
  readonly digest: Digest
  readonly mediaType: string
  /** Of the manifest, in bytes. */
  readonly size: number
}

export const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json'

interface Index {
  readonly mediaType: typeof INDEX_TYPE
  readonly body: Uint8Array
}

/** The index of several platforms' images. Whoever makes it of the same images makes the same bytes. */
export const indexOf = (images: readonly PlatformImage[]): Index => {
  const manifests = [...images]
    .sort((a, b) => (a.platform < b.platform ? -1 : 1))
    .map(({ platform, digest, mediaType, size }) => ({
      mediaType,
      digest,
      size,
      platform: platformParts(platform),
    }))
  const body = JSON.stringify({ schemaVersion: 2, mediaType: INDEX_TYPE, manifests })
  return { mediaType: INDEX_TYPE, body: new TextEncoder().encode(body) }
}

const platformParts = (platform: string) => {
  const [os = '', architecture = '', variant] = platform.split('/')
  return { architecture, os, ...(variant === undefined ? {} : { variant }) }
}

/** The platforms that an image is built for one by one; none where its builder's own is all that is wanted. */
export const legsOf = (platforms: readonly string[]): readonly string[] =>
  platforms.length > 1 ? [...new Set(platforms)].sort() : []

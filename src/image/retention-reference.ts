import { type Digest, isDigest } from '../words.js'

/** What a container's `image` says: a digest, and a name where it has one. */
export interface ImageReference {
  readonly repository: string
  readonly name: string | null
  readonly digest: Digest | null
}

/** `HOST/REPOSITORY[:NAME][@DIGEST]`; a colon before the last slash is the port's. */
export const parseReference = (image: string): ImageReference => {
  const [whole = '', digest = ''] = image.split('@')
  const colon = whole.indexOf(':', whole.lastIndexOf('/') + 1)
  const [repository, name] = colon < 0 ? [whole, null] : [whole.slice(0, colon), whole.slice(colon + 1)]
  return { repository, name, digest: isDigest(digest) ? digest : null }
}

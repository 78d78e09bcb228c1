import type { Digest, Instant } from '../words.js'
import { type Clock, systemClock } from './clock.js'
import { authorizing } from './registry/authorization.js'
import { type Blobs, blobsOver } from './registry/blobs.js'
import { copying } from './registry/copy.js'
import { dockerCredentials, type FindCredentials } from './registry/credentials.js'
import { listingBy } from './registry/listing.js'
import { manifestsOver } from './registry/manifests.js'
import { namesOver } from './registry/names.js'
import { naming } from './registry/naming.js'
import { inParallel } from './registry/parallel.js'
import { referrersOver } from './registry/referrers.js'
import { removalOver } from './registry/removal.js'
import { sending } from './registry/requests.js'

export interface Manifest {
  readonly digest: Digest
  readonly mediaType: string
  readonly body: Uint8Array
}

/** A manifest as it is pushed: the registry names it by its bytes. */
export type NewManifest = Pick<Manifest, 'mediaType' | 'body'>

export interface Put {
  readonly digest: Digest
  /** What a registry that keeps referrers itself says the manifest refers to; null where it says nothing. */
  readonly subject: Digest | null
}

/** An image in a repository, by a name or a digest. */
export interface Reference {
  readonly repository: string
  readonly reference: string
}

/** What a repository holds, as far as the registry lists it. */
export interface Stored {
  readonly digest: Digest
  readonly names: readonly string[]
  /** Null where the registry does not tell. */
  readonly pushed: Instant | null
  /** The manifests of an index. */
  readonly holds: readonly Digest[]
  /** What it is about: a signature or a provenance refers to its image. */
  readonly subject: Digest | null
}

export interface Listing {
  readonly images: readonly Stored[]
  /** Whether a name can be taken away, and its image stays. */
  readonly namesApart: boolean
}

export interface Claim {
  /** What the name stands for now. */
  readonly digest: Digest
  /** Whether that is another's image, which was first. */
  readonly adopted: boolean
}

export interface Copied {
  readonly manifests: number
  readonly blobs: number
  /** Of the blobs: those that moved no byte. */
  readonly mounted: number
}

/** An OCI registry. A repository is named with its host, e.g. `127.0.0.1:5000/shop/cart`. */
export interface Registry extends Blobs {
  /** The manifest of a name or a digest; null where there is none. */
  manifest(repository: string, reference: string): Promise<Manifest | null>
  /** Many at once, in the same order. One that cannot be read is an error of all. */
  manifests(wanted: readonly Reference[]): Promise<readonly (Manifest | null)[]>
  /** Pushes a manifest whose parts are there, by its digest or by a name. */
  put(repository: string, manifest: NewManifest, name: string | null): Promise<Put>
  /** Gives a name to an image that is there, without moving a layer. Gives it away from another: look first. */
  tag(repository: string, digest: Digest, name: string): Promise<void>
  /** Gives a name that nobody has. Where another image has it, that one is adopted: of two racers the first wins. */
  claim(repository: string, digest: Digest, name: string): Promise<Claim>
  /** Gives a name that never moves. Throws `name-taken` where it stands for another image. */
  label(repository: string, digest: Digest, name: string): Promise<void>
  /** All names of a repository; null where there is no such repository. */
  names(repository: string): Promise<readonly string[] | null>
  /** All images that the registry lists: with names, and others where it knows them. Null without a repository. */
  list(repository: string): Promise<Listing | null>
  /** What refers to an image from outside of it: as the registry keeps it, and as the list under its digest's name says. */
  referrers(repository: string, image: Digest): Promise<readonly Digest[]>
  /** Takes away an image with all its names, or, where the registry can, one name. What is not there is no error. */
  remove(repository: string, reference: string): Promise<void>
  /** Copies an image with all that it is made of, by digest, never through an engine. What is there is skipped. */
  copy(from: { readonly repository: string; readonly digest: Digest }, to: string): Promise<Copied>
  /** Makes the repository where its registry wants that before a push; `create` false only says so. */
  prepare(repository: string, create: boolean): Promise<void>
}

export interface RegistryOptions {
  readonly request?: typeof fetch
  readonly clock?: Clock
  /** What a host is asked with that wants to know who asks. */
  readonly credentialsOf?: FindCredentials
}

/** A registry through its HTTP API. */
export const openRegistry = ({
  request = fetch,
  clock = systemClock,
  credentialsOf = dockerCredentials(),
}: RegistryOptions = {}): Registry => {
  const ask = authorizing({ send: sending(request, clock), credentialsOf, clock })
  const { read, has, put, give } = manifestsOver(ask)
  const blobs = blobsOver(ask)
  const names = namesOver(ask)
  const manifest: Registry['manifest'] = (repository, reference) => read(repository, reference, 'pull')
  const manifests: Registry['manifests'] = (wanted) =>
    inParallel(wanted, ({ repository, reference }) => manifest(repository, reference))
  return {
    manifest,
    manifests,
    put,
    names,
    blob: blobs.blob,
    upload: blobs.upload,
    ...naming({ manifest, give }),
    list: listingBy({ names, manifests }),
    referrers: referrersOver({ ask, manifest }),
    remove: removalOver(ask),
    copy: copying({ ask, clock, has, put, manifest }),
    prepare: async () => {},
  }
}

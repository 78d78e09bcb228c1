import { createHash } from 'node:crypto'
import { type Digest, isDigest, StaggerError } from '../words.js'
import { type Clock, systemClock } from './clock.js'
import { type Actions, authorizing } from './registry/authorization.js'
import { dockerCredentials, type FindCredentials } from './registry/credentials.js'
import { type Place, placeOf } from './registry/place.js'
import { refused } from './registry/refusal.js'
import { sending } from './registry/requests.js'
import { wrongDigest } from './registry-problems.js'

export interface Manifest {
  readonly digest: Digest
  readonly mediaType: string
  readonly body: Uint8Array
}

/** An OCI registry through its HTTP API. A repository is named with its host, e.g. `127.0.0.1:5000/shop/cart`. */
export interface Registry {
  /** The manifest of a name or a digest; null where there is none. */
  manifest(repository: string, reference: string): Promise<Manifest | null>
  /** Gives a name to an image that is there, without moving a layer. Gives it away from another: look first. */
  tag(repository: string, digest: Digest, name: string): Promise<void>
}

const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
]

export interface RegistryOptions {
  readonly request?: typeof fetch
  readonly clock?: Clock
  /** What a host is asked with that wants to know who asks. */
  readonly credentialsOf?: FindCredentials
}

export const openRegistry = ({
  request = fetch,
  clock = systemClock,
  credentialsOf = dockerCredentials(),
}: RegistryOptions = {}): Registry => {
  const ask = authorizing({ send: sending(request, clock), credentialsOf, clock })

  const read = async (repository: string, reference: string, actions: Actions): Promise<Manifest | null> => {
    const place = placeOf(repository)
    const headers = { accept: MANIFESTS.join(', ') }
    const { answer, standing } = await ask(place, actions, { url: manifestUrl(place, reference), headers })
    const body = new Uint8Array(await answer.arrayBuffer())
    if (answer.status === 404) return null
    if (!answer.ok) throw new StaggerError(refused('read', repository, answer, body, standing))
    return checked(`${repository}:${reference}`, reference, answer.headers, body)
  }

  return {
    manifest: (repository, reference) => read(repository, reference, 'pull'),
    tag: async (repository, digest, name) => {
      const image = await read(repository, digest, 'pull,push')
      if (!image) throw new Error(`${repository} has no ${digest} to name ${name}`)
      const place = placeOf(repository)
      const { answer, standing } = await ask(place, 'pull,push', {
        url: manifestUrl(place, name),
        method: 'PUT',
        headers: { 'content-type': image.mediaType },
        body: Buffer.from(image.body),
      })
      const said = new Uint8Array(await answer.arrayBuffer())
      if (!answer.ok) throw new StaggerError(refused('write', repository, answer, said, standing))
    },
  }
}

const manifestUrl = ({ origin, name }: Place, reference: string): string =>
  `${origin}/v2/${name}/manifests/${reference}`

/** A digest is computed, never believed: over the bytes that came. */
const checked = (what: string, reference: string, headers: Headers, body: Uint8Array): Manifest => {
  const digest = `sha256:${createHash('sha256').update(body).digest('hex')}` as Digest
  const claims = [headers.get('docker-content-digest'), isDigest(reference) ? reference : null]
  const wrong = claims.find((claim) => claim !== null && claim !== digest)
  if (wrong) throw new StaggerError(wrongDigest(what, wrong, digest))
  return { digest, body, mediaType: headers.get('content-type')?.split(';')[0]?.trim() ?? '' }
}

import { createHash } from 'node:crypto'
import { type Digest, isDigest, StaggerError } from '../words.js'
import { type Clock, systemClock } from './clock.js'
import { refused, unreachable, wrongDigest } from './registry-problems.js'
import { retrying } from './retry.js'

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
const PATIENCE = 30_000

/** A registry of files fails now and then when two push the same layer; every request here may be made twice. */
const isPassing = ({ status }: Response): boolean => status >= 500 || status === 429

export const openRegistry = (request: typeof fetch = fetch, clock: Clock = systemClock): Registry => {
  const ask = (repository: string, reference: string, init: RequestInit): Promise<Response> => {
    const url = manifestUrl(repository, reference)
    const once = () =>
      request(url, { ...init, signal: AbortSignal.timeout(PATIENCE) }).catch((error: Error) => {
        throw new StaggerError(unreachable(url, error))
      })
    return retrying(once, isPassing, clock)
  }

  const manifest: Registry['manifest'] = async (repository, reference) => {
    const answer = await ask(repository, reference, { headers: { accept: MANIFESTS.join(', ') } })
    const body = new Uint8Array(await answer.arrayBuffer())
    if (answer.status === 404) return null
    if (!answer.ok) throw new StaggerError(refused('read', repository, answer, body))
    return checked(`${repository}:${reference}`, reference, answer.headers, body)
  }

  return {
    manifest,
    tag: async (repository, digest, name) => {
      const image = await manifest(repository, digest)
      if (!image) throw new Error(`${repository} has no ${digest} to name ${name}`)
      const headers = { 'content-type': image.mediaType }
      const answer = await ask(repository, name, { method: 'PUT', headers, body: Buffer.from(image.body) })
      const said = new Uint8Array(await answer.arrayBuffer())
      if (!answer.ok) throw new StaggerError(refused('write', repository, answer, said))
    },
  }
}

/** A digest is computed, never believed: over the bytes that came. */
const checked = (what: string, reference: string, headers: Headers, body: Uint8Array): Manifest => {
  const digest = `sha256:${createHash('sha256').update(body).digest('hex')}` as Digest
  const claims = [headers.get('docker-content-digest'), isDigest(reference) ? reference : null]
  const wrong = claims.find((claim) => claim !== null && claim !== digest)
  if (wrong) throw new StaggerError(wrongDigest(what, wrong, digest))
  return { digest, body, mediaType: headers.get('content-type')?.split(';')[0]?.trim() ?? '' }
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/

/** Plain HTTP to this machine only. Docker Hub answers under another name than it is called by. */
const manifestUrl = (repository: string, reference: string): string => {
  const slash = repository.indexOf('/')
  const host = repository.slice(0, slash)
  const scheme = LOOPBACK.test(host) ? 'http' : 'https'
  const server = host === 'docker.io' ? 'registry-1.docker.io' : host
  return `${scheme}://${server}/v2/${repository.slice(slash + 1)}/manifests/${reference}`
}

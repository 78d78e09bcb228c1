import { type Digest, isDigest, StaggerError } from '../../words.js'
import type { Manifest, NewManifest, Put } from '../registry.js'
import { notThere, wrongDigest } from '../registry-problems.js'
import type { Actions, AskRegistry } from './authorization.js'
import { digestOf } from './digests.js'
import type { Given } from './naming.js'
import { type Place, placeOf } from './place.js'
import { refused } from './refusal.js'

export const MANIFESTS: readonly string[] = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
]

const manifestUrl = ({ origin, name }: Place, reference: string): string =>
  `${origin}/v2/${name}/manifests/${reference}`

const headers = { accept: MANIFESTS.join(', ') }

/** Manifests over a registry's HTTP API. */
export const manifestsOver = (ask: AskRegistry) => {
  const read = async (repository: string, reference: string, actions: Actions): Promise<Manifest | null> => {
    const place = placeOf(repository)
    const { answer, standing } = await ask(place, actions, { url: manifestUrl(place, reference), headers })
    const body = new Uint8Array(await answer.arrayBuffer())
    if (answer.status === 404) return null
    if (!answer.ok) throw new StaggerError(refused('read', repository, answer, body, standing))
    return checked(`${repository}:${reference}`, reference, answer.headers, body)
  }

  const has = async (repository: string, digest: Digest): Promise<boolean> => {
    const place = placeOf(repository)
    const url = manifestUrl(place, digest)
    const { answer, standing } = await ask(place, 'pull,push', { url, headers, method: 'HEAD' })
    if (answer.status === 404) return false
    if (!answer.ok) throw new StaggerError(refused('read', repository, answer, new Uint8Array(), standing))
    return true
  }

  const send = async (repository: string, { mediaType, body }: NewManifest, reference: string) => {
    const place = placeOf(repository)
    const { answer, standing } = await ask(place, 'pull,push', {
      url: manifestUrl(place, reference),
      method: 'PUT',
      headers: { 'content-type': mediaType },
      body: Buffer.from(body),
    })
    return { answer, standing, said: new Uint8Array(await answer.arrayBuffer()) }
  }

  const put = async (repository: string, manifest: NewManifest, name: string | null): Promise<Put> => {
    const digest = digestOf(manifest.body)
    const { answer, standing, said } = await send(repository, manifest, name ?? digest)
    if (!answer.ok) throw new StaggerError(refused('write', repository, answer, said, standing))
    const subject = answer.headers.get('oci-subject')
    return { digest, subject: subject !== null && isDigest(subject) ? subject : null }
  }

  const give = async (repository: string, digest: Digest, name: string): Promise<Given> => {
    const image = await read(repository, digest, 'pull,push')
    if (!image) throw new StaggerError(notThere(repository, digest, name))
    const { answer, standing, said } = await send(repository, image, name)
    if (answer.ok) return { kind: 'given' }
    const problem = refused('write', repository, answer, said, standing)
    return { kind: 'refused', problem, maybeTaken: TAKEN.includes(answer.status) }
  }

  return { read, has, put, give }
}

/** With these a registry refuses to move a name, each with another one; some of them mean other things as well. */
const TAKEN: readonly number[] = [400, 403, 405, 409, 412]

/** Over the bytes that came. */
const checked = (what: string, reference: string, answered: Headers, body: Uint8Array): Manifest => {
  const digest = digestOf(body)
  const claims = [answered.get('docker-content-digest'), isDigest(reference) ? reference : null]
  const wrong = claims.find((claim) => claim !== null && claim !== digest)
  if (wrong) throw new StaggerError(wrongDigest(what, wrong, digest))
  return { digest, body, mediaType: answered.get('content-type')?.split(';')[0]?.trim() ?? '' }
}

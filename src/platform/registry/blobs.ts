import { type Digest, StaggerError } from '../../words.js'
import { blobTooLarge, wrongDigest } from '../registry-problems.js'
import type { AskRegistry } from './authorization.js'
import { digestOf } from './digests.js'
import { type Place, placeOf } from './place.js'
import { refused } from './refusal.js'
import { finishUpload, startUpload } from './upload.js'

/** Small things beside manifests: configurations, attestations, signatures. */
export interface Blobs {
  /** Null where there is none. Throws `blob-too-large` for what is no small thing. */
  blob(repository: string, digest: Digest): Promise<Uint8Array | null>
  upload(repository: string, bytes: Uint8Array): Promise<Digest>
}

const MOST = 4 * 1024 * 1024

export const blobUrl = ({ origin, name }: Place, digest: Digest): string =>
  `${origin}/v2/${name}/blobs/${digest}`

export const hasBlob = async (ask: AskRegistry, repository: string, digest: Digest): Promise<boolean> => {
  const place = placeOf(repository)
  const asked = { url: blobUrl(place, digest), headers: {}, method: 'HEAD' }
  const { answer, standing } = await ask(place, 'pull,push', asked)
  if (answer.status === 404) return false
  if (!answer.ok) throw new StaggerError(refused('read', repository, answer, new Uint8Array(), standing))
  return true
}

export const blobsOver = (ask: AskRegistry): Blobs => ({
  blob: async (repository, digest) => {
    const place = placeOf(repository)
    const { answer, standing } = await ask(place, 'pull', { url: blobUrl(place, digest), headers: {} })
    if (answer.status === 404) {
      await answer.body?.cancel()
      return null
    }
    const body = await bounded(answer, new StaggerError(blobTooLarge(repository, digest, MOST)))
    if (!answer.ok) throw new StaggerError(refused('read', repository, answer, body, standing))
    const found = digestOf(body)
    if (found !== digest) throw new StaggerError(wrongDigest(`${repository}@${digest}`, digest, found))
    return body
  },
  upload: async (repository, bytes) => {
    const digest = digestOf(bytes)
    if (await hasBlob(ask, repository, digest)) return digest
    const { location } = await startUpload(ask, repository)
    await finishUpload(ask, repository, location, digest, bytes)
    return digest
  },
})

/** Reads no more than the limit, whatever the length is said to be. */
const bounded = async ({ body }: Response, tooLarge: StaggerError): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > MOST) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

import { type Digest, StaggerError } from '../../words.js'
import { notUnderstood } from '../registry-problems.js'
import type { Ask, AskRegistry } from './authorization.js'
import { placeOf } from './place.js'
import { refused } from './refusal.js'

/** A blob that another repository of the same registry holds, and its token may be read for. */
export interface Mount {
  readonly digest: Digest
  /** The other repository's name, without its host. */
  readonly from: string
}

export type Started = { readonly mounted: true; readonly location: '' } | OpenUpload
export interface OpenUpload {
  readonly mounted: false
  /** Where the registry wants the bytes. */
  readonly location: string
}

const step = async (ask: AskRegistry, repository: string, asked: Ask): Promise<Response> => {
  const { answer, standing } = await ask(placeOf(repository), 'pull,push', asked)
  const said = new Uint8Array(await answer.arrayBuffer())
  if (!answer.ok) throw new StaggerError(refused('write', repository, answer, said, standing))
  return answer
}

/** Where a part of an upload goes next: an address, of the registry or of its own storage. */
const locationIn = (repository: string, { headers }: Response, from: string): string => {
  const location = headers.get('location')
  if (location === null || !URL.canParse(location, from))
    throw new StaggerError(notUnderstood(repository, 'the address of an upload'))
  return new URL(location, from).href
}

export const startUpload = async (ask: AskRegistry, repository: string): Promise<OpenUpload> => {
  const { origin, name } = placeOf(repository)
  const url = `${origin}/v2/${name}/blobs/uploads/`
  const answer = await step(ask, repository, { url, headers: {}, method: 'POST' })
  return { mounted: false, location: locationIn(repository, answer, url) }
}

/** Without moving a byte; a registry that cannot do it starts an upload instead. */
export const mountBlob = async (
  ask: AskRegistry,
  repository: string,
  { digest, from }: Mount,
): Promise<Started> => {
  const { origin, name } = placeOf(repository)
  const url = `${origin}/v2/${name}/blobs/uploads/?mount=${digest}&from=${encodeURIComponent(from)}`
  const asked = { url, headers: {}, method: 'POST', also: from }
  const { answer } = await ask(placeOf(repository), 'pull,push', asked)
  await answer.body?.cancel()
  if (answer.status === 201) return { mounted: true, location: '' }
  if (answer.status !== 202) return startUpload(ask, repository)
  return { mounted: false, location: locationIn(repository, answer, url) }
}

/** A stream in one piece, as Docker's client sends a layer. */
export const sendStream = async (
  ask: AskRegistry,
  repository: string,
  location: string,
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): Promise<string> => {
  const headers = { 'content-type': 'application/octet-stream' }
  const asked = { url: location, method: 'PATCH', headers, body, signal }
  return locationIn(repository, await step(ask, repository, asked), location)
}

/** Nothing is there before this: what is sent without it, nobody finds. */
export const finishUpload = async (
  ask: AskRegistry,
  repository: string,
  location: string,
  digest: Digest,
  bytes: Uint8Array = new Uint8Array(),
): Promise<void> => {
  const url = new URL(location)
  url.searchParams.set('digest', digest)
  const headers = { 'content-type': 'application/octet-stream' }
  await step(ask, repository, { url: url.href, method: 'PUT', headers, body: Buffer.from(bytes) })
}

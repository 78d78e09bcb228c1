import { createHash } from 'node:crypto'
import { type Digest, StaggerError } from '../../words.js'
import { unreachable, wrongDigest } from '../registry-problems.js'
import type { AskRegistry } from './authorization.js'
import { blobUrl } from './blobs.js'
import { placeOf } from './place.js'
import { refused } from './refusal.js'
import { finishUpload, sendStream, startUpload } from './upload.js'

/** How long nothing may move. A layer of gigabytes may take its time, but not stand still. */
const SILENCE = 60_000

const watch = () => {
  const controller = new AbortController()
  const giveUp = () => controller.abort(new DOMException('nothing moved for a minute', 'TimeoutError'))
  let timer = setTimeout(giveUp, SILENCE)
  return {
    signal: controller.signal,
    moved: () => {
      clearTimeout(timer)
      timer = setTimeout(giveUp, SILENCE)
    },
    stop: () => clearTimeout(timer),
  }
}

/** Streams a blob from one registry to another. What is not what its digest says never becomes a blob there. */
export const transfer = async (
  ask: AskRegistry,
  from: string,
  to: string,
  digest: Digest,
  opened?: string,
): Promise<void> => {
  const watching = watch()
  try {
    const location = opened ?? (await startUpload(ask, to)).location
    const source = await openBlob(ask, from, digest, watching.signal)
    const passing = measured(source, watching.moved)
    const next = await sendStream(ask, to, location, passing.stream, watching.signal).catch((error) => {
      throw passing.broken()
        ? new StaggerError(unreachable(sourceOf(from, digest), passing.broken() as Error))
        : error
    })
    if (passing.digest() !== digest)
      throw new StaggerError(wrongDigest(`${from}@${digest}`, digest, passing.digest()))
    await finishUpload(ask, to, next, digest)
  } finally {
    watching.stop()
  }
}

const sourceOf = (repository: string, digest: Digest): string => blobUrl(placeOf(repository), digest)

const openBlob = async (
  ask: AskRegistry,
  repository: string,
  digest: Digest,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> => {
  const place = placeOf(repository)
  const asked = { url: blobUrl(place, digest), headers: {}, signal }
  const { answer, standing } = await ask(place, 'pull', asked)
  if (answer.ok && answer.body) return answer.body
  const said = new Uint8Array(await answer.arrayBuffer())
  throw new StaggerError(refused('read', repository, answer, said, standing))
}

/** The bytes as they pass, their digest, and what broke them off at their source: the other end knows nothing of it. */
const measured = (source: ReadableStream<Uint8Array>, moved: () => void) => {
  const hash = createHash('sha256')
  const reader = source.getReader()
  let broken: Error | null = null
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await reader.read().catch((error: Error) => {
        broken = error
        throw error
      })
      moved()
      if (done) return controller.close()
      hash.update(value)
      controller.enqueue(value)
    },
    cancel: (reason) => reader.cancel(reason),
  })
  return {
    stream,
    digest: () => `sha256:${hash.copy().digest('hex')}` as Digest,
    broken: () => broken,
  }
}

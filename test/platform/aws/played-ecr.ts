import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Digest } from '../../../src/words.js'
import { type Played, serve } from '../registry/played.js'
import { digestOf } from '../registry.js'
import { dockerApi, PASSWORD } from './docker-api.js'

export const ACCOUNT = '123456789012'
export { PASSWORD }

interface Held {
  readonly body: string
  readonly mediaType: string
  readonly pushed: number
}

/** What it holds, by repository. */
interface Repository {
  readonly images: Map<string, Held>
  readonly tags: Map<string, string>
}

export interface PlayedEcr extends Played {
  /** Every request: the operation and what was sent. */
  readonly asked: { readonly operation: string; readonly body: object }[]
  readonly repositories: Map<string, Repository>
  /** Answers this operation with an error, the next time; `heard`: it is carried out, and only its answer is lost. */
  failNext(operation: string, name: string, status?: number, heard?: boolean): void
}

interface Id {
  readonly imageDigest?: string
  readonly imageTag?: string
}
interface Body {
  readonly repositoryName: string
  readonly repositoryNames?: readonly [string]
  readonly imageIds?: readonly Id[]
  readonly nextToken?: string
  readonly maxResults?: number
  readonly imageManifest?: string
  readonly imageManifestMediaType?: string
  readonly imageTag?: string
}
class Fault extends Error {}
const fault = (name: string): never => {
  throw new Fault(name)
}

/** Written from ECR's documentation: pages, at most a hundred ids a call, names that never move. */
export const playedEcr = async ({ immutable = true, page = 1000 } = {}): Promise<PlayedEcr> => {
  const repositories = new Map<string, Repository>()
  const asked: PlayedEcr['asked'] = []
  const failures: { operation: string; name: string; status: number; heard: boolean }[] = []
  const failNext: PlayedEcr['failNext'] = (operation, name, status = 400, heard = false) => {
    failures.push({ operation, name, status, heard })
  }

  const at = (body: Body): Repository =>
    repositories.get(body.repositoryName) ?? fault('RepositoryNotFoundException')
  const paged = <T>(all: readonly T[], { nextToken, maxResults }: Body, key: string) => {
    const from = Number(nextToken ?? 0)
    const to = from + Math.min(page, maxResults ?? 100)
    return { [key]: all.slice(from, to), ...(to < all.length ? { nextToken: String(to) } : {}) }
  }
  const ids = ({ imageIds = [] }: Body): readonly Id[] =>
    imageIds.length > 100 ? fault('InvalidParameterException') : imageIds
  const resolve = ({ tags }: Repository, id: Id) => id.imageDigest ?? tags.get(id.imageTag ?? '') ?? ''
  const mayNotMove = (tag: string) => immutable && !/^(?:cache|staging-)/.test(tag)
  const absent = (imageId: unknown) => ({ imageId, failureCode: 'ImageNotFound', failureReason: 'not found' })

  const operations: Record<string, (body: Body) => unknown> = {
    BatchGetImage: (body) => {
      const repository = at(body)
      const images: unknown[] = []
      const missing: unknown[] = []
      for (const id of ids(body)) {
        const imageDigest = resolve(repository, id)
        const held = repository.images.get(imageDigest)
        if (held)
          images.push({
            imageId: { ...id, imageDigest },
            imageManifest: held.body,
            imageManifestMediaType: held.mediaType,
          })
        else missing.push(absent(id))
      }
      return { images, failures: missing }
    },
    PutImage: (body) => {
      const { imageManifest = '', imageManifestMediaType: mediaType = '', imageTag } = body
      const { images, tags } = at(body)
      const digest = digestOf(Buffer.from(imageManifest))
      const holder = imageTag === undefined ? null : tags.get(imageTag)
      if (holder === digest || (holder === null && images.has(digest)))
        return fault('ImageAlreadyExistsException')
      if (holder && mayNotMove(imageTag ?? '')) return fault('ImageTagAlreadyExistsException')
      if (!images.has(digest)) images.set(digest, { body: imageManifest, mediaType, pushed: 1_700_000_000 })
      if (imageTag) tags.set(imageTag, digest)
      return { image: { imageId: { imageDigest: digest } } }
    },
    ListImages: (body) => {
      const { tags } = at(body)
      const all = [...tags].map(([imageTag, imageDigest]) => ({ imageTag, imageDigest }))
      return paged(all, body, 'imageIds')
    },
    DescribeImages: (body) => {
      const { images, tags } = at(body)
      const all = [...images].map(([imageDigest, { pushed, mediaType }]) => {
        const imageTags = [...tags].filter(([, digest]) => digest === imageDigest).map(([tag]) => tag)
        return {
          imageDigest,
          imagePushedAt: pushed,
          imageManifestMediaType: mediaType,
          ...(imageTags.length > 0 ? { imageTags } : {}),
        }
      })
      return paged(all, body, 'imageDetails')
    },
    BatchDeleteImage: (body) => {
      const repository = at(body)
      const missing: unknown[] = []
      for (const id of ids(body)) {
        const digest = resolve(repository, id)
        const holds = [...repository.images].some(
          ([other, held]) => other !== digest && held.body.includes(digest),
        )
        if (!repository.images.has(digest)) missing.push(absent(id))
        else if (id.imageDigest && holds)
          missing.push({ imageId: id, failureCode: 'ImageReferencedByManifestList', failureReason: 'held' })
        else forget(repository, id, digest)
      }
      return { failures: missing }
    },
    DescribeRepositories: (body) => {
      const repositoryName = body.repositoryNames?.[0] ?? ''
      at({ repositoryName })
      return { repositories: [{ repositoryName }] }
    },
    CreateRepository: (body) => {
      if (repositories.has(body.repositoryName)) return fault('RepositoryAlreadyExistsException')
      repositories.set(body.repositoryName, { images: new Map(), tags: new Map() })
      return { repository: { repositoryName: body.repositoryName } }
    },
    GetAuthorizationToken: () => {
      const authorizationToken = Buffer.from(`AWS:${PASSWORD}`).toString('base64')
      return { authorizationData: [{ authorizationToken, expiresAt: Date.UTC(2100, 0) / 1000 }] }
    },
  }

  const answer = async (request: IncomingMessage): Promise<[number, unknown]> => {
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? ''
    const body = JSON.parse(await text(request)) as Body
    asked.push({ operation, body })
    const planned = failures.findIndex((one) => one.operation === operation)
    const [failure] = planned >= 0 ? failures.splice(planned, 1) : []
    if (failure)
      return [failure.status, { __type: failure.name, message: `it was told to say ${failure.name}` }]
    try {
      return [200, operations[operation]?.(body)]
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      return [400, { __type: error.message, message: `${operation}: ${error.message}` }]
    }
  }
  const docker = dockerApi(repositories)
  const played = await serve(async (request, response) => {
    if (request.url?.startsWith('/v2/')) return docker(request, response)
    const [status, said] = await answer(request)
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(said))
  })
  return { ...played, asked, repositories, failNext }
}

const forget = ({ images, tags }: Repository, id: Id, digest: string) => {
  if (id.imageTag && !id.imageDigest) tags.delete(id.imageTag)
  const left = [...tags].filter(([, held]) => held === digest)
  if (!id.imageDigest && left.length > 0) return
  for (const [tag] of left) tags.delete(tag)
  images.delete(digest)
}

/** Puts an image straight into it. */
export const hold = (
  { repositories }: Pick<PlayedEcr, 'repositories'>,
  name: string,
  content: string,
  tags: readonly string[],
  pushed = 1_700_000_000,
): Digest => {
  const mediaType = 'application/vnd.oci.image.manifest.v1+json'
  const body = JSON.stringify({ schemaVersion: 2, mediaType, content })
  const digest = digestOf(Buffer.from(body))
  const repository = repositories.get(name) ?? { images: new Map(), tags: new Map() }
  repositories.set(name, repository)
  repository.images.set(digest, { body, mediaType, pushed })
  for (const tag of tags) repository.tags.set(tag, digest)
  return digest
}

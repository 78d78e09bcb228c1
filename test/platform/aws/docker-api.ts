import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { digestOf } from '../registry.js'
import type { PlayedEcr } from './played-ecr.js'

export const PASSWORD = 'an-ecr-token'
const EXPECTED = `Basic ${Buffer.from(`AWS:${PASSWORD}`).toString('base64')}`

type Repositories = PlayedEcr['repositories']

interface Asked {
  readonly method: string
  readonly url: URL
  readonly name: string
  readonly rest: string
  readonly body: Buffer
  readonly mediaType: string
}

type Answer = readonly [status: number, headers?: Record<string, string>, body?: string | Buffer]

/** Docker's API of a played ECR, over the same images; it makes repositories at the first push, as ECR can be told to. */
export const dockerApi = (repositories: Repositories) => {
  const blobs = new Map<string, Buffer>()
  const uploads = new Map<string, Buffer>()
  const repositoryOf = (name: string) => {
    const known = repositories.get(name) ?? { images: new Map(), tags: new Map() }
    repositories.set(name, known)
    return known
  }

  const manifests = ({ method, name, rest, body, mediaType }: Asked): Answer => {
    const repository = method === 'PUT' ? repositoryOf(name) : repositories.get(name)
    if (!repository) return [404]
    if (method === 'PUT') {
      const digest = digestOf(body)
      repository.images.set(digest, { body: body.toString(), mediaType, pushed: 1_700_000_000 })
      if (!rest.startsWith('sha256:')) repository.tags.set(rest, digest)
      return [201]
    }
    const held = repository.images.get(repository.tags.get(rest) ?? rest)
    return held ? [200, { 'content-type': held.mediaType }, held.body] : [404]
  }

  const upload = ({ method, url, name, rest, body }: Asked): Answer => {
    repositoryOf(name)
    const id = rest.replace(/^uploads\//, '') || String(uploads.size + 1)
    const bytes = Buffer.concat([uploads.get(id) ?? Buffer.alloc(0), body])
    const digest = url.searchParams.get('digest')
    if (method !== 'PUT') uploads.set(id, bytes)
    else if (digestOf(bytes) === digest) blobs.set(`${name} ${digest}`, bytes)
    else return [400]
    return [method === 'PUT' ? 201 : 202, { location: `/v2/${name}/blobs/uploads/${id}` }]
  }

  const blob = ({ name, rest }: Asked): Answer => {
    const found = blobs.get(`${name} ${rest}`)
    return found ? [200, {}, found] : [404]
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { headers, method = '' } = request
    const url = new URL(request.url ?? '', 'http://played')
    const [, name = '', kind, rest = ''] =
      /^\/v2\/(.+)\/(manifests|blobs)\/(uploads\/.*|[^/]+)$/.exec(url.pathname) ?? []
    const mediaType = headers['content-type'] ?? ''
    const asked = { method, url, name, rest, mediaType, body: await buffer(request) }
    if (headers.authorization !== EXPECTED) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="ecr"' }).end()
      return
    }
    const answer = kind === 'manifests' ? manifests : rest.startsWith('uploads/') ? upload : blob
    const [status, more, body] = answer(asked)
    response.writeHead(status, more).end(method === 'HEAD' ? undefined : body)
  }
}

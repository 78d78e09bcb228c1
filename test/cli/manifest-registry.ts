import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

const TYPE = 'application/vnd.docker.distribution.manifest.v2+json'
const digestOf = (body: Buffer): string => `sha256:${createHash('sha256').update(body).digest('hex')}`

/** A registry of manifests over HTTP: names, and what they stand for. */
export interface ManifestRegistry {
  /** `127.0.0.1:PORT/shop` */
  readonly prefix: string
  /** Without the prefix: `cart:0.1.0`. */
  readonly names: Map<string, string>
  push(repository: string, name: string, text: string): string
  /** Asked before and after a name is given; what comes back `false` is never answered. */
  onName: (moment: 'before' | 'after', name: string) => boolean
  close(): Promise<void>
}

export const manifestRegistry = async (): Promise<ManifestRegistry> => {
  const bodies = new Map<string, Buffer>()
  const names = new Map<string, string>()
  const put = (repository: string, reference: string, body: Buffer): string => {
    const digest = digestOf(body)
    bodies.set(digest, body)
    if (!reference.startsWith('sha256:')) names.set(`${repository}:${reference}`, digest)
    return digest
  }
  const read = (repository: string, reference: string, response: ServerResponse): void => {
    const body = bodies.get(names.get(`${repository}:${reference}`) ?? reference)
    if (body) response.setHeader('content-type', TYPE).end(body)
    else response.writeHead(404).end()
  }
  const server = createServer(async (request, response) => {
    const [, repository = '', reference = ''] =
      /^\/v2\/shop\/(.+)\/manifests\/([^/]+)$/.exec(request.url ?? '') ?? []
    if (request.method !== 'PUT') return read(repository, reference, response)
    const body = await buffer(request)
    const name = `${repository}:${reference}`
    if (!registry.onName('before', name)) return response.destroy()
    const digest = put(repository, reference, body)
    if (!registry.onName('after', name)) return response.destroy()
    return response.writeHead(201, { 'docker-content-digest': digest }).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const registry: ManifestRegistry = {
    prefix: `127.0.0.1:${(server.address() as AddressInfo).port}/shop`,
    names,
    push: (repository, name, text) => put(repository, name, Buffer.from(text)),
    onName: () => true,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  return registry
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** GitHub's cache service, version 2, as far as its client speaks to it: three calls in JSON, and a place for blobs. */
export interface CacheService {
  readonly url: string
  /** The calls, by their name, and `PUT` or `GET` of a blob. */
  readonly calls: string[]
  readonly keys: () => readonly string[]
  /** What it answers from now on. */
  mode: 'well' | 'forbidden' | 'broken'
  stop(): Promise<void>
}

interface Entry {
  blob: Buffer
  done: boolean
}

export const startCacheService = async (): Promise<CacheService> => {
  const entries = new Map<string, Entry>()
  const calls: string[] = []
  const service = { calls, mode: 'well' as CacheService['mode'] }
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error))
  })
  const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', base())
    const body = await buffer(request)
    const name = url.pathname.split('/').at(-1) ?? ''
    if (url.pathname.startsWith('/blob/')) return blob(request.method ?? '', url, body, response)
    calls.push(name)
    if (service.mode === 'forbidden')
      return json(response, 403, { code: 'permission_denied', msg: 'read-only' })
    if (service.mode === 'broken') return json(response, 400, { code: 'malformed', msg: 'no such thing' })
    return json(response, 200, called(name, JSON.parse(body.toString())))
  }
  const blob = (method: string, url: URL, body: Buffer, response: ServerResponse): void => {
    const key = url.pathname.slice('/blob/'.length)
    const entry = entries.get(key)
    calls.push(method)
    if (method === 'PUT' && entry) entry.blob = body
    response.writeHead(method === 'PUT' ? 201 : 200, {
      'content-length': method === 'GET' ? (entry?.blob.length ?? 0) : 0,
    })
    response.end(method === 'GET' ? entry?.blob : undefined)
  }
  const called = (name: string, { key, version }: { key: string; version: string }): unknown => {
    const id = Buffer.from(`${key}\n${version}`).toString('hex')
    if (name === 'CreateCacheEntry') {
      if (entries.has(id)) return { ok: false, message: 'already exists' }
      entries.set(id, { blob: Buffer.alloc(0), done: false })
      return { ok: true, signed_upload_url: `${base()}/blob/${id}?sig=x` }
    }
    const entry = entries.get(id)
    if (name === 'FinalizeCacheEntryUpload') {
      if (entry) entry.done = true
      return { ok: entry !== undefined, entry_id: '1' }
    }
    return entry?.done
      ? { ok: true, signed_download_url: `${base()}/blob/${id}?sig=x`, matched_key: key }
      : { ok: false }
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(service, {
    url: `${base()}/`,
    keys: () => [...entries.keys()].map((id) => Buffer.from(id, 'hex').toString().split('\n')[0] ?? ''),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

const json = (response: ServerResponse, status: number, value: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

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
  /** Of a large one, which comes in pieces. */
  readonly blocks: Map<string, Buffer>
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
    if (url.pathname.startsWith('/blob/')) return blob(request, url, body, response)
    calls.push(name)
    if (service.mode === 'forbidden')
      return json(response, 403, { code: 'permission_denied', msg: 'read-only' })
    if (service.mode === 'broken') return json(response, 400, { code: 'malformed', msg: 'no such thing' })
    return json(response, 200, called(name, JSON.parse(body.toString())))
  }
  const blob = (request: IncomingMessage, url: URL, body: Buffer, response: ServerResponse): void => {
    const entry = entries.get(url.pathname.slice('/blob/'.length))
    calls.push(request.method ?? '')
    // One of its clients breaks down without this name.
    response.setHeader('x-ms-request-id', '1')
    if (request.method === 'PUT') {
      if (entry) keep(entry, url.searchParams, body)
      response.writeHead(201, { 'content-length': 0 }).end()
    } else {
      const start = /^bytes=(\d+)-/.exec(String(request.headers['x-ms-range'] ?? ''))?.[1]
      const part = entry?.blob.subarray(Number(start ?? 0)) ?? Buffer.alloc(0)
      response.writeHead(start === undefined ? 200 : 206, { 'content-length': part.length }).end(part)
    }
  }
  const called = (name: string, { key, version, restore_keys: others = [] }: Call): unknown => {
    const id = idOf(key, version)
    if (name === 'CreateCacheEntry') {
      if (entries.has(id)) return { ok: false, message: 'already exists' }
      entries.set(id, { blob: Buffer.alloc(0), blocks: new Map(), done: false })
      return { ok: true, signed_upload_url: `${base()}/blob/${id}?sig=x` }
    }
    const entry = entries.get(id)
    if (name === 'FinalizeCacheEntryUpload') {
      if (entry) entry.done = true
      return { ok: entry !== undefined, entry_id: '1' }
    }
    const found = [key, ...others].flatMap((wanted) => matching(wanted, version))[0]
    return found
      ? { ok: true, signed_download_url: `${base()}/blob/${found}?sig=x`, matched_key: keyOf(found) }
      : { ok: false }
  }
  /** The same key, else the newest that begins with it. */
  const matching = (wanted: string, version: string): readonly string[] => {
    const done = [...entries].filter(([, entry]) => entry.done).map(([id]) => id)
    const alike = done.filter((id) => keyOf(id).startsWith(wanted) && id === idOf(keyOf(id), version))
    return [...alike.filter((id) => keyOf(id) === wanted), ...alike.reverse()]
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(service, {
    url: `${base()}/`,
    keys: () => [...entries.keys()].map(keyOf),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

interface Call {
  readonly key: string
  readonly version: string
  readonly restore_keys?: readonly string[]
}

const idOf = (key: string, version: string): string => Buffer.from(`${key}\n${version}`).toString('hex')
const keyOf = (id: string): string => Buffer.from(id, 'hex').toString().split('\n')[0] ?? ''

/** In one piece, or piece by piece and then the list of them. */
const keep = (entry: Entry, parameters: URLSearchParams, body: Buffer): void => {
  const kind = parameters.get('comp')
  if (kind === 'block') entry.blocks.set(parameters.get('blockid') ?? '', body)
  else if (kind === 'blocklist') {
    const list = [...body.toString().matchAll(/<Latest>([^<]*)<\/Latest>/g)]
    entry.blob = Buffer.concat(list.map(([, id]) => entry.blocks.get(id as string) ?? Buffer.alloc(0)))
  } else entry.blob = body
}

const json = (response: ServerResponse, status: number, value: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

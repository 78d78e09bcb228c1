import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { MANIFEST_TYPE } from '../registry.js'

export const MANIFEST = '{"schemaVersion":2}'

/** A request as it came: `GET /v2/… Basic …`. */
export type Line = string

export interface Played {
  readonly host: string
  readonly lines: Line[]
  stop(): Promise<void>
}

/** A server on this machine. */
export const serve = async (answer: RequestListener): Promise<Played> => {
  const lines: Line[] = []
  const server = createServer((request, response) => {
    const { method, url, headers } = request
    lines.push([method, url, headers.authorization].filter(Boolean).join(' '))
    answer(request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const stop = () => {
    server.closeAllConnections()
    return new Promise<void>((closed) => server.close(() => closed()))
  }
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, lines, stop }
}

const hold = ({ method }: IncomingMessage, response: ServerResponse): void => {
  if (method === 'PUT') response.writeHead(201).end()
  else response.setHeader('content-type', MANIFEST_TYPE).end(MANIFEST)
}

const want = (response: ServerResponse, challenge: string): void => {
  const body = '{"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}'
  response.writeHead(401, { 'www-authenticate': challenge }).end(body)
}

/** A registry that holds one image, for whoever shows this name and password with each request. */
export const basicRegistry = (user: string, password: string, status = 401): Promise<Played> => {
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  return serve((request, response) => {
    if (request.headers.authorization === expected) return hold(request, response)
    if (request.headers.authorization && status !== 401) return response.writeHead(status).end()
    return want(response, 'Basic realm="Registry"')
  })
}

export interface TokenAsked {
  readonly scope: string
  /** The `Authorization` header, or what the body says. */
  readonly by: string
}

export interface Granted {
  readonly status?: number
  readonly body: string
}

/** A registry that wants tokens, and the server at `/token` that hands them out as `grant` says. It takes those in `taken`. */
export const bearerRegistry = (
  grant: (asked: TokenAsked) => Granted,
  taken: (token: string, method: string) => boolean = () => true,
  realm = (host: string) => `http://${host}/token`,
): Promise<Played> =>
  serve(async (request, response) => {
    const { headers, method = '', url = '' } = request
    if (url.startsWith('/token')) {
      const body = await text(request)
      const fields = new URLSearchParams(body || url.slice(url.indexOf('?')))
      const by = headers.authorization ?? fields.get('refresh_token') ?? 'nobody'
      const { status = 200, body: said } = grant({ scope: fields.get('scope') ?? '', by })
      response.writeHead(status).end(said)
    } else if (headers.authorization?.startsWith('Bearer ') && taken(headers.authorization.slice(7), method))
      hold(request, response)
    else want(response, `Bearer realm="${realm(headers.host ?? '')}",service="played"`)
  })

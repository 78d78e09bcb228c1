import {
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  request,
  type ServerResponse,
} from 'node:http'
import { endToEnd, forwarded } from './headers.js'
import { dropStale, type Target } from './target.js'

/** As an application load balancer's idle timeout. */
const IDLE_LIMIT = 60_000

const page = (status: number, text: string): string =>
  `<html>\r\n<head><title>${status} ${text}</title></head>\r\n<body>\r\n<center><h1>${status} ${text}</h1></center>\r\n</body>\r\n</html>\r\n`

export const refuse = (response: ServerResponse, status: number, text: string): void => {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const body = page(status, text)
  response.writeHead(status, { 'content-type': 'text/html', 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

const ask = (target: Target, from: IncomingMessage): ClientRequest => {
  const chunked = from.headers['transfer-encoding'] === undefined ? [] : ['Transfer-Encoding', 'chunked']
  const headers = forwarded(
    endToEnd(from.rawHeaders),
    from.socket.remoteAddress ?? '',
    from.socket.localPort ?? 0,
  )
  const options: RequestOptions = {
    host: target.address,
    port: target.port,
    method: from.method ?? 'GET',
    path: from.url ?? '/',
    headers: [...headers, ...chunked],
    agent: target.agent,
    setHost: false,
    timeout: IDLE_LIMIT,
  }
  return request(options)
}

const relay = (answer: IncomingMessage, response: ServerResponse, cookie: string | undefined): void => {
  response.sendDate = false
  response.writeHead(answer.statusCode ?? 502, answer.statusMessage, [
    ...endToEnd(answer.rawHeaders),
    ...(cookie === undefined ? [] : ['Set-Cookie', cookie]),
  ])
  response.flushHeaders()
  answer.on('error', () => response.destroy())
  answer.pipe(response)
}

/**
 * One request to one target, both bodies streamed; never sent twice. Own code and not a proxy library: those wrap
 * the same `node:http`, and none tells what is in flight at a target, which drain hangs on.
 */
export const forward = (
  target: Target,
  from: IncomingMessage,
  response: ServerResponse,
  cookie?: string,
  answered: (status: number) => void = () => {},
): void => {
  dropStale(target, performance.now())
  const asked = ask(target, from)
  target.inFlight += 1
  response.once('close', () => {
    target.inFlight -= 1
    if (!response.writableFinished) asked.destroy()
  })
  asked.on('response', (answer) => {
    answered(answer.statusCode ?? 502)
    relay(answer, response, cookie)
  })
  asked.on('timeout', () => {
    refuse(response, 504, 'Gateway Time-out')
    asked.destroy()
  })
  asked.on('error', () => refuse(response, 502, 'Bad Gateway'))
  from.pipe(asked)
}

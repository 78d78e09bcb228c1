import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { StaggerError } from '../../words.js'

/** The Docker Engine's HTTP API, as far as tasks need it. */
export interface Engine {
  /** Answers with JSON, or undefined where the answer has no body; throws `EngineError` from 400 on. */
  call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown>
  /** A body that is read as it comes. */
  stream(method: 'GET' | 'POST', path: string): Promise<IncomingMessage>
  close(): void
}

export class EngineError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'EngineError'
    this.status = status
  }
}

const API = '/v1.41'
export const DEFAULT_HOST = 'unix:///var/run/docker.sock'

type Door = { readonly socketPath: string } | { readonly host: string; readonly port: number }

export const doorOf = (host: string): Door => {
  if (host.startsWith('unix://')) return { socketPath: host.slice('unix://'.length) }
  const url = new URL(host.replace(/^tcp:/, 'http:'))
  return { host: url.hostname, port: Number(url.port || 2375) }
}

const messageIn = (body: string): string => {
  try {
    return (JSON.parse(body) as { message?: string }).message ?? body
  } catch {
    return body
  }
}

export const connectEngine = (host: string): Engine => {
  const agent = new Agent({ keepAlive: true, timeout: 5000 })
  const door = doorOf(host)

  const ask = async (method: string, path: string, body?: unknown): Promise<IncomingMessage> => {
    const content = body === undefined ? '' : JSON.stringify(body)
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) }
    const asked = request({ ...door, method, path: `${API}${path}`, headers, agent })
    asked.on('error', () => {})
    asked.end(content)
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    const status = answer.statusCode ?? 0
    if (status >= 400) throw new EngineError(status, messageIn(await text(answer)))
    return answer
  }

  return {
    stream: ask,
    call: async (method, path, body) => {
      const answer = await text(await ask(method, path, body))
      return answer === '' || !/^[[{"]/.test(answer) ? undefined : JSON.parse(answer)
    },
    close: () => agent.destroy(),
  }
}

/** An engine that answers, or the error that says how to get one. */
export const findEngine = async (host: string): Promise<Engine> => {
  const engine = connectEngine(host)
  try {
    await engine.call('GET', '/version')
    return engine
  } catch (error) {
    engine.close()
    throw new StaggerError({
      code: 'no-docker-engine',
      fault: 'caller',
      problem: 'No Docker engine answers',
      why: `asked at ${host}: ${(error as Error).message}`,
      fix: 'run `npm run setup -- --yes`, or start `dockerd` and set DOCKER_HOST to its socket',
    })
  }
}

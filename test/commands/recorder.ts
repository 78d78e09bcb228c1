import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface Recorder {
  readonly endpoint: string
  /** Every IAM action that was asked for since the last time. */
  take(): readonly string[]
  close(): Promise<void>
}

const PREFIX: Readonly<Record<string, string>> = {
  AmazonEC2ContainerServiceV20141113: 'ecs',
  Logs_20140328: 'logs',
  AnyScaleFrontendService: 'application-autoscaling',
}

/** CloudWatch, STS and load balancing name their operation in the body, or CloudWatch in a target of its own. */
const actionOf = (target: string | undefined, body: string, authorization: string): string => {
  if (target !== undefined) {
    const [service = '', operation = ''] = target.split('.')
    return `${PREFIX[service] ?? (service.startsWith('GraniteService') ? 'cloudwatch' : service)}:${operation}`
  }
  const service = /\/(\w+)\/aws4_request/.exec(authorization)?.[1] ?? ''
  const operation = new URLSearchParams(body).get('Action') ?? ''
  return `${service === 'monitoring' ? 'cloudwatch' : service}:${operation}`
}

/** Stands before an AWS and writes down what it is asked. */
export const recordBefore = async (upstream: string): Promise<Recorder> => {
  let asked: string[] = []
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const { 'x-amz-target': target, authorization = '', host: _, ...rest } = request.headers
    asked.push(actionOf(target as string | undefined, body.toString(), authorization))
    try {
      const headers = Object.entries({
        ...rest,
        authorization,
        ...(target ? { 'x-amz-target': target } : {}),
      })
      const answer = await fetch(`${upstream}${request.url}`, {
        method: request.method ?? 'POST',
        headers: headers
          .filter(([name]) => !['connection', 'content-length', 'expect'].includes(name))
          .map(([name, value]) => [name, String(value)] as [string, string]),
        body,
      })
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? '',
        date: answer.headers.get('date') ?? '',
      })
      response.end(Buffer.from(await answer.arrayBuffer()))
    } catch {
      request.socket.destroy()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const all = [...new Set(asked)].sort()
      asked = []
      return all
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

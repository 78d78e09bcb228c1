import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { ApiFault } from '../../src/rehearsal/api/fault.js'
import { FREE, type Toll } from '../../src/rehearsal/api/rates.js'

export interface Recorder {
  readonly endpoint: string
  /** Every IAM action that was asked for since the last time. */
  take(): readonly string[]
  /** How often each action was let through, and how often it was throttled, since the beginning. */
  readonly passed: ReadonlyMap<string, number>
  readonly throttled: ReadonlyMap<string, number>
  close(): Promise<void>
}

const PREFIX: Readonly<Record<string, string>> = {
  AmazonEC2ContainerServiceV20141113: 'ecs',
  Logs_20140328: 'logs',
  AnyScaleFrontendService: 'application-autoscaling',
  CodeDeploy_20141006: 'codedeploy',
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

const count = (counts: Map<string, number>, action: string): void =>
  void counts.set(action, (counts.get(action) ?? 0) + 1)

const enter = async (toll: Toll, action: string, body: string): Promise<(() => void) | ApiFault> => {
  const [, operation = ''] = action.split(':')
  const input = action.startsWith('ecs:') ? JSON.parse(body || '{}') : null
  return toll.enter('ecs', operation, input).catch((fault: unknown) => {
    if (fault instanceof ApiFault) return fault
    throw fault
  })
}

/** Stands before an AWS, writes down what it is asked, and takes the toll if there is one: setting the scene costs none. */
export const recordBefore = async (upstream: string, toll: Toll = FREE): Promise<Recorder> => {
  let asked: string[] = []
  const [passed, throttled] = [new Map<string, number>(), new Map<string, number>()]
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const { 'x-amz-target': target, authorization = '', host: _, ...rest } = request.headers
    const action = actionOf(target as string | undefined, body.toString(), authorization)
    asked.push(action)
    const leave = await enter(toll, action, body.toString())
    count(leave instanceof ApiFault ? throttled : passed, action)
    if (leave instanceof ApiFault) {
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' })
      response.end(JSON.stringify({ __type: leave.shape, message: leave.message }))
      return
    }
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
    } finally {
      leave()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    throttled,
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

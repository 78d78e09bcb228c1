import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { isPassing } from '../../../src/ecs/passing.js'
import { sdkEcs } from '../../../src/platform/aws/sdk-ecs.js'
import { type Problem, StaggerError } from '../../../src/words.js'

process.env.AWS_ACCESS_KEY_ID = 'test'
process.env.AWS_SECRET_ACCESS_KEY = 'test'

const servers: ReturnType<typeof createServer>[] = []
afterEach(async () => {
  for (const server of servers.splice(0))
    await new Promise((closed) => server.closeAllConnections() ?? server.close(closed))
})

const serve = async (listener: RequestListener) => {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const name = { cluster: 'shop', service: 'cart' }
const answering = (status: number, body: unknown) =>
  serve((_, response) => {
    response.writeHead(status, {
      'content-type': 'application/x-amz-json-1.1',
      date: 'Fri, 20 Nov 2026 10:00:00 GMT',
    })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
const at = async (endpoint: string) => sdkEcs({ endpoint, region: 'eu-west-1' })

const problemOf = async (asked: Promise<unknown>): Promise<Problem> => {
  const error = await asked.then(
    () => new Error('nothing failed'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof StaggerError) return error.problems[0] as Problem
  throw error
}

describe('an error of AWS', () => {
  test.each([
    [
      'ClusterNotFoundException',
      'Cluster not found.',
      'cluster-not-found',
      'caller',
      'service cart in cluster shop',
    ],
    [
      'ServiceNotActiveException',
      'Service was not ACTIVE.',
      'service-not-found',
      'caller',
      'service cart in cluster shop',
    ],
    ['AccessDeniedException', 'You are not allowed.', 'access-denied', 'caller', 'ecs:UpdateService'],
    [
      'AccessDeniedException',
      'User: arn:x is not authorized to perform: iam:PassRole on resource: y',
      'access-denied',
      'caller',
      'denies iam:PassRole',
    ],
    [
      'ExpiredTokenException',
      'The security token is expired',
      'credentials',
      'world',
      'takes no credentials',
    ],
    [
      'InvalidParameterException',
      'maximumPercent too small',
      'aws-refused',
      'caller',
      'refuses ecs:UpdateService',
    ],
    ['ServerException', 'try later', 'aws-failed', 'world', 'failed at ecs:UpdateService'],
  ])('%s (%s) is told as %s', async (__type, message, code, fault, text) => {
    const ecs = await at(await answering(__type === 'ServerException' ? 500 : 400, { __type, message }))
    const problem = await problemOf(ecs.updateService(name))
    expect(problem).toMatchObject({ code, fault })
    expect(problem.problem).toContain(text)
    expect(problem.why).toContain(message)
  })

  test('is told where nothing listens, with the endpoint', async () => {
    const endpoint = await answering(200, {})
    await new Promise((closed) => servers.pop()?.close(closed))
    const problem = await problemOf((await at(endpoint)).updateService(name))
    expect(problem).toMatchObject({
      code: 'unreachable',
      fault: 'world',
      problem: `${endpoint} cannot be reached`,
    })
  })

  test('is told where something else than AWS answers', async () => {
    const endpoint = await answering(200, '<html>sign in</html>')
    expect(await problemOf((await at(endpoint)).updateService(name))).toMatchObject({
      code: 'not-aws',
      fault: 'world',
    })
  })

  /** The environment of a machine that knows nothing of AWS. */
  const bare = async (ask: () => Promise<unknown>): Promise<Problem> => {
    const before = process.env
    const known = Object.entries(before).filter(([name]) => !name.startsWith('AWS_'))
    const nothing = {
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
    }
    process.env = { ...Object.fromEntries(known), ...nothing }
    return problemOf(ask()).finally(() => {
      process.env = before
    })
  }

  test('is told where no region is known', async () => {
    const ecs = await sdkEcs({ endpoint: 'http://127.0.0.1:1' })
    expect(await bare(() => ecs.updateService(name))).toMatchObject({ code: 'no-region', fault: 'caller' })
  })

  test('is told where there are no credentials', async () => {
    const ecs = await sdkEcs({ endpoint: await answering(200, {}), region: 'eu-west-1' })
    expect(await bare(() => ecs.updateService(name))).toMatchObject({ code: 'credentials', fault: 'world' })
  })
})

describe('what is sent again', () => {
  const counting = async (status: number, __type: string, message = 'no') => {
    let requests = 0
    const endpoint = await serve((_, response) => {
      requests += 1
      response.writeHead(requests < 3 ? status : 200, { 'content-type': 'application/x-amz-json-1.1' })
      response.end(
        requests < 3 ? JSON.stringify({ __type, message }) : JSON.stringify({ service: {}, services: [] }),
      )
    })
    return { ecs: await at(endpoint), requests: () => requests }
  }

  test('a registration while another of its family goes on', async () => {
    const { ecs, requests } = await counting(
      400,
      'ClientException',
      'Too many concurrent attempts to create a new revision of the specified family.',
    )
    await ecs.registerTaskDefinition({ family: 'cart', containerDefinitions: [] })
    expect(requests()).toBe(3)
  })

  test('an update after throttling', async () => {
    const { ecs, requests } = await counting(400, 'ThrottlingException')
    await ecs.updateService(name)
    expect(requests()).toBe(3)
  })

  test('no update whose answer was lost: it may have begun a deployment', async () => {
    const { ecs, requests } = await counting(500, 'ServerException')
    expect(isPassing(await ecs.updateService(name).catch((error: unknown) => error))).toBe(true)
    expect(requests()).toBe(1)
  })

  test('an update whose connection was cut is told as lost, not as refused', async () => {
    const endpoint = await serve((request) => request.socket.destroy())
    const problem = await problemOf((await at(endpoint)).updateService(name))
    expect(problem).toMatchObject({ code: 'unreachable', fault: 'world' })
  })

  test('a question whose answer was lost', async () => {
    const { ecs, requests } = await counting(500, 'ServerException')
    expect((await ecs.describeService(name)).value).toBe(null)
    expect(requests()).toBe(3)
  })
})

test('an answer carries the time of the server', async () => {
  const ecs = await at(await answering(200, { services: [], failures: [{ reason: 'MISSING' }] }))
  expect(await ecs.describeService(name)).toEqual({ now: Date.UTC(2026, 10, 20, 10), value: null })
})

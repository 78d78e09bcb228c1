import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { openRegistry } from '../../src/platform/registry.js'
import type { Digest, StaggerError } from '../../src/words.js'
import { VirtualClock } from './clock.js'
import { registryContract } from './registry.contract.js'
import { inMemoryRegistry } from './registry.js'

registryContract('memory', async () => {
  const registry = inMemoryRegistry()
  const repository = '127.0.0.1:5000/shop/cart'
  return {
    registry,
    repository,
    push: async (name, content) => registry.push(repository, name, Buffer.from(content)),
    stop: async () => {},
  }
})

describe('a registry that does not do what it is asked', () => {
  let server: Server | undefined
  const serve = async (answer: RequestListener): Promise<string> => {
    const started = createServer(answer)
    server = started
    await new Promise<void>((listening) => started.listen(0, '127.0.0.1', listening))
    return `127.0.0.1:${(started.address() as AddressInfo).port}`
  }
  afterEach(async () => {
    await new Promise((closed) => (server ? server.close(closed) : closed(null)))
    server = undefined
  })
  const problemOf = async (asked: Promise<unknown>) => {
    const error = (await asked.catch((caught: unknown) => caught)) as StaggerError
    return error.problems[0]
  }

  test.each([
    [401, 'world', /401.*names no way that is spoken here.*UNAUTHORIZED: log in/],
    [403, 'caller', /403.*may not read.*UNAUTHORIZED: log in/],
    [429, 'world', /too many requests/],
    [503, 'world', /503.*registry itself failed/],
  ])('%i is the fault of the %s', async (status, fault, why) => {
    const host = await serve((_, response) =>
      response.writeHead(status).end('{"errors":[{"code":"UNAUTHORIZED","message":"log in"}]}'),
    )
    const problem = await problemOf(
      openRegistry({ clock: new VirtualClock(), credentialsOf: async () => null }).manifest(
        `${host}/shop/cart`,
        'in-1',
      ),
    )
    expect(problem).toMatchObject({ code: 'registry-refused', fault, why: expect.stringMatching(why) })
  })

  test('a refused write names the write', async () => {
    const host = await serve(({ method, url }, response) =>
      method === 'PUT' || url?.endsWith('1.0.0')
        ? response.writeHead(method === 'PUT' ? 403 : 404).end()
        : response.end('{}'),
    )
    const digest = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' as Digest
    const problem = await problemOf(
      openRegistry({ clock: new VirtualClock(), credentialsOf: async () => null }).tag(
        `${host}/shop/cart`,
        digest,
        '1.0.0',
      ),
    )
    expect(problem).toMatchObject({ code: 'registry-refused', problem: expect.stringContaining('write') })
  })

  test('nothing listens', async () => {
    const host = await serve(() => {})
    await new Promise((closed) => server?.close(closed))
    server = undefined
    expect(
      await problemOf(
        openRegistry({ clock: new VirtualClock(), credentialsOf: async () => null }).manifest(
          `${host}/shop/cart`,
          'in-1',
        ),
      ),
    ).toMatchObject({
      code: 'registry-unreachable',
      fault: 'world',
      problem: `the registry ${host} cannot be reached`,
      why: expect.stringContaining('nothing listens there'),
    })
  })

  test.each(['by header', 'by reference'])('bytes that are not those of the digest (%s)', async (how) => {
    const claimed = `sha256:${'2'.repeat(64)}`
    const host = await serve((_, response) => {
      if (how === 'by header') response.setHeader('docker-content-digest', claimed)
      response.end('{}')
    })
    const reference = how === 'by header' ? 'in-1' : claimed
    const problem = await problemOf(
      openRegistry({ clock: new VirtualClock(), credentialsOf: async () => null }).manifest(
        `${host}/shop/cart`,
        reference,
      ),
    )
    expect(problem).toMatchObject({ code: 'wrong-digest', fault: 'world' })
  })
})

test.each([
  ['127.0.0.1:5000/shop/cart', 'http://127.0.0.1:5000/v2/shop/cart/manifests/1.0.0'],
  ['localhost/cart', 'http://localhost/v2/cart/manifests/1.0.0'],
  ['[::1]:5000/cart', 'http://[::1]:5000/v2/cart/manifests/1.0.0'],
  ['127.0.0.1.example.com/cart', 'https://127.0.0.1.example.com/v2/cart/manifests/1.0.0'],
  ['ghcr.io/owner/cart', 'https://ghcr.io/v2/owner/cart/manifests/1.0.0'],
  ['index.docker.io/owner/cart', 'https://registry-1.docker.io/v2/owner/cart/manifests/1.0.0'],
  ['docker.io/owner/cart', 'https://registry-1.docker.io/v2/owner/cart/manifests/1.0.0'],
])('%s is asked at %s', async (repository, url) => {
  const asked: unknown[] = []
  const registry = openRegistry({
    request: async (input) => {
      asked.push(input)
      return new Response(null, { status: 404 })
    },
  })
  await registry.manifest(repository, '1.0.0')
  expect(asked).toEqual([url])
})

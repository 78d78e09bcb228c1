import { afterEach, describe, expect, test } from '@jest/globals'
import { type Credentials, Secret } from '../../../src/platform/registry/secret.js'
import { openRegistry } from '../../../src/platform/registry.js'
import { StaggerError } from '../../../src/words.js'
import { VirtualClock } from '../clock.js'
import { digestOf } from '../registry.js'
import { basicRegistry, bearerRegistry, type Granted, MANIFEST, type Played, serve } from './played.js'

const PASSWORD = 'hunter2'
const ME: Credentials = { kind: 'password', user: 'me', password: new Secret(PASSWORD) }
const WRONG: Credentials = { kind: 'password', user: 'me', password: new Secret('hunter3') }
const IDENTITY: Credentials = { kind: 'identity', token: new Secret('hunter4') }
const BASIC = `Basic ${Buffer.from('me:hunter2').toString('base64')}`
const DIGEST = digestOf(Buffer.from(MANIFEST))
const TOKEN: Granted = { body: '{"token":"hunter5","expires_in":300}' }

const played: Played[] = []
const start = async (starting: Promise<Played>): Promise<Played> => {
  const server = await starting
  played.push(server)
  return server
}
afterEach(async () => {
  for (const server of played.splice(0)) await server.stop()
})

const clock = new VirtualClock()
/** Credentials for `host` alone, as in Docker's file. */
const registryOf = (host: string, credentials: Credentials | null) =>
  openRegistry({ clock, credentialsOf: async (asked) => (asked === host ? credentials : null) })

const problemOf = async (asked: Promise<unknown>) => {
  const error = await asked.catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(StaggerError)
  const { problems, stack } = error as StaggerError
  expect(`${JSON.stringify(problems)}${stack}`).not.toMatch(/hunter|aHVudGVy|bWU6/)
  return problems[0]
}
const read = (host: string, credentials: Credentials | null) =>
  registryOf(host, credentials).manifest(`${host}/shop/cart`, 'in-1')
const name = (host: string, credentials: Credentials | null) =>
  registryOf(host, credentials).tag(`${host}/shop/cart`, DIGEST, '1.0.0')

const needsLogin = (host: string) => ({
  code: 'registry-refused',
  fault: 'caller',
  why: expect.stringContaining(`no credentials for ${host}`),
  fix: expect.stringContaining(`docker login ${host}`),
})
const badLogin = (host: string) => ({
  code: 'registry-refused',
  fault: 'world',
  why: expect.stringContaining('sent and are not taken'),
  fix: expect.stringContaining(`docker login ${host}`),
})
const mayNot = (action: string) => ({
  code: 'registry-refused',
  fault: 'caller',
  why: expect.stringContaining(`were sent and may not ${action} there`),
})

describe('a registry that wants a name and password', () => {
  test('gets them once it asks, and from then on at once', async () => {
    const { host, lines } = await start(basicRegistry('me', PASSWORD))
    const registry = registryOf(host, ME)
    for (const _ of [1, 2])
      expect((await registry.manifest(`${host}/shop/cart`, 'in-1'))?.digest).toBe(DIGEST)
    const path = '/v2/shop/cart/manifests/in-1'
    expect(lines).toEqual([`GET ${path}`, `GET ${path} ${BASIC}`, `GET ${path} ${BASIC}`])
  })

  test('is written to', async () => {
    const { host, lines } = await start(basicRegistry('me', PASSWORD))
    await name(host, ME)
    expect(lines.at(-1)).toBe(`PUT /v2/shop/cart/manifests/1.0.0 ${BASIC}`)
  })

  test.each<[string, Credentials | null, number, (host: string) => object]>([
    ['there are none', null, 401, needsLogin],
    ['there is only an identity token', IDENTITY, 401, needsLogin],
    ['they are wrong', WRONG, 401, badLogin],
    ['they may not', WRONG, 403, () => mayNot('read')],
  ])('%s', async (_, credentials, status, expected) => {
    const { host, lines } = await start(basicRegistry('me', PASSWORD, status))
    expect(await problemOf(read(host, credentials))).toMatchObject(expected(host))
    expect(lines.length).toBeLessThanOrEqual(2)
  })
})

describe('a registry that wants a token', () => {
  test.each<[string, Credentials | null, string]>([
    ['shows the name and password for it', ME, BASIC],
    ['exchanges an identity token for it', IDENTITY, 'hunter4'],
    ['asks as nobody for what is public', null, 'nobody'],
  ])('%s', async (_, credentials, by) => {
    const asked: object[] = []
    const { host } = await start(
      bearerRegistry(
        (one) => {
          asked.push(one)
          return TOKEN
        },
        (token) => token === 'hunter5',
      ),
    )
    expect((await read(host, credentials))?.digest).toBe(DIGEST)
    await name(host, credentials)
    expect(asked).toEqual([
      { scope: 'repository:shop/cart:pull', by },
      { scope: 'repository:shop/cart:pull,push', by },
    ])
  })

  test('is asked with it for as long as it lives, each repository with its own', async () => {
    const scopes: string[] = []
    const { host } = await start(
      bearerRegistry(({ scope }) => {
        scopes.push(scope)
        return TOKEN
      }),
    )
    const registry = registryOf(host, ME)
    const both = async () => {
      for (const service of ['cart', 'user']) await registry.manifest(`${host}/shop/${service}`, 'in-1')
    }
    await both()
    await clock.sleep(299_000)
    await both()
    expect(scopes).toEqual(['repository:shop/cart:pull', 'repository:shop/user:pull'])
    await clock.sleep(1_000)
    await both()
    expect(scopes).toHaveLength(4)
  })

  test('that ends sooner than it said is replaced', async () => {
    let newest = 0
    const grant = () => ({ body: JSON.stringify({ token: `hunter-${++newest}`, expires_in: 300 }) })
    const { host } = await start(bearerRegistry(grant, (token) => token === `hunter-${newest}`))
    const registry = registryOf(host, ME)
    await registry.manifest(`${host}/shop/cart`, 'in-1')
    const revoked = `hunter-${newest++}`
    expect((await registry.manifest(`${host}/shop/cart`, 'in-1'))?.digest).toBe(DIGEST)
    expect(revoked).toBe('hunter-1')
  })

  test.each<[string, Credentials | null, Granted, (host: string) => object]>([
    ['gives nobody one', null, { status: 401, body: '' }, needsLogin],
    ['forbids it nobody', null, { status: 403, body: '{"errors":[]}' }, needsLogin],
    ['does not believe the password', ME, { status: 401, body: '' }, badLogin],
    ['does not believe the identity token', IDENTITY, { status: 400, body: '' }, badLogin],
    ['forbids it', ME, { status: 403, body: '' }, () => mayNot('read')],
    ['is not there', ME, { status: 404, body: '' }, () => ({ code: 'no-token', fault: 'world' })],
    [
      'fails',
      ME,
      { status: 503, body: '' },
      () => ({ code: 'no-token', why: expect.stringContaining('503') }),
    ],
    ['gives something else', ME, { body: '<html>hunter2' }, () => ({ code: 'no-token' })],
    ['gives what no header holds', ME, { body: '{"token":"hunter\\n2"}' }, () => ({ code: 'no-token' })],
  ])('where the token’s server %s', async (_, credentials, granted, expected) => {
    const { host } = await start(bearerRegistry(() => granted))
    expect(await problemOf(read(host, credentials))).toMatchObject(expected(host))
  })

  test.each<[string, Credentials | null, (host: string) => object]>([
    ['somebody who may only read', ME, () => mayNot('write')],
    ['nobody', null, needsLogin],
  ])('does not take that of %s for a write', async (_, credentials, expected) => {
    const { host } = await start(
      bearerRegistry(
        () => TOKEN,
        (_, method) => method === 'GET',
      ),
    )
    expect(await problemOf(name(host, credentials))).toMatchObject({
      ...expected(host),
      problem: `the registry refuses to write ${host}/shop/cart`,
    })
  })
})

describe('credentials go nowhere else', () => {
  test('not to a realm in clear', async () => {
    const realm = 'http://registry.invalid/token?secret=1'
    const { host, lines } = await start(
      bearerRegistry(
        () => TOKEN,
        () => true,
        () => realm,
      ),
    )
    expect(await problemOf(read(host, ME))).toMatchObject({
      code: 'unsafe-realm',
      why: expect.stringMatching(/^it sends for a token to registry\.invalid, not over https/),
    })
    expect(lines).toHaveLength(1)
  })

  test('not to where a registry redirects', async () => {
    const elsewhere = await start(serve((_, response) => response.end(MANIFEST)))
    const { host } = await start(
      serve(({ url, headers }, response) =>
        headers.authorization
          ? response.writeHead(307, { location: `http://${elsewhere.host}${url}` }).end()
          : response.writeHead(401, { 'www-authenticate': 'Basic' }).end(),
      ),
    )
    expect((await read(host, ME))?.digest).toBe(DIGEST)
    expect(elsewhere.lines).toEqual(['GET /v2/shop/cart/manifests/in-1'])
  })

  test('not to where the token’s server redirects, when an identity token would go along', async () => {
    const elsewhere = await start(serve((_, response) => response.end(TOKEN.body)))
    const { host } = await start(
      serve(({ url, headers }, response) =>
        url?.startsWith('/token')
          ? response.writeHead(307, { location: `http://${elsewhere.host}/token` }).end()
          : response
              .writeHead(401, { 'www-authenticate': `Bearer realm="http://${headers.host}/token"` })
              .end(),
      ),
    )
    expect(await problemOf(read(host, IDENTITY))).toMatchObject({ code: 'registry-unreachable' })
    expect(elsewhere.lines).toEqual([])
  })

  test('not to another host', async () => {
    const asked: string[] = []
    const { host, lines } = await start(basicRegistry('me', PASSWORD))
    const registry = openRegistry({
      credentialsOf: async (one) => {
        asked.push(one)
        return null
      },
    })
    await problemOf(registry.manifest(`${host}/shop/cart`, 'in-1'))
    expect(asked).toEqual([host])
    expect(lines).toEqual(['GET /v2/shop/cart/manifests/in-1'])
  })
})

test.each([
  ['ghcr.io', /^docker login ghcr\.io /],
  ['docker.io', /^docker login docker\.io /],
  [
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
    /^aws ecr get-login-password --region eu-west-1 \| docker login --username AWS --password-stdin 123456789012\./,
  ],
])('how to log in to %s', async (host, fix) => {
  const headers = { 'www-authenticate': 'Basic realm="x"' }
  const request = async () => new Response(null, { status: 401, headers })
  const registry = openRegistry({ request, credentialsOf: async () => null })
  expect((await problemOf(registry.manifest(`${host}/shop/cart`, 'in-1')))?.fix).toMatch(fix)
})

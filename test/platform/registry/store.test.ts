import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from '@jest/globals'
import { openRegistry } from '../../../src/platform/registry.js'
import type { Digest, StaggerError } from '../../../src/words.js'
import { VirtualClock } from '../clock.js'
import { digestOf, MANIFEST_TYPE } from '../registry.js'
import { bearerRegistry, MANIFEST, type Played, serve } from './played.js'

const played: Played[] = []
const start = async (starting: Promise<Played>): Promise<Played> => {
  const server = await starting
  played.push(server)
  return server
}
afterEach(async () => {
  for (const server of played.splice(0)) await server.stop()
})

const registryOf = () => openRegistry({ clock: new VirtualClock(), credentialsOf: async () => null })
const problemOf = async (asked: Promise<unknown>) => {
  const error = (await asked.catch((caught: unknown) => caught)) as StaggerError
  return error.problems?.[0] ?? error
}

const OURS = digestOf(Buffer.from(MANIFEST))
const THEIRS_BODY = '{"schemaVersion":2,"theirs":true}'
const THEIRS = digestOf(Buffer.from(THEIRS_BODY))
const BODIES = new Map<string, string>([
  [OURS, MANIFEST],
  [THEIRS, THEIRS_BODY],
])

describe('a name that never moves', () => {
  /** Holds two images; `holder` is who has the name when it is asked for. */
  const immutable = (status: number, holder: (asked: number) => string | null) => {
    let asked = 0
    return start(
      serve(({ method, url = '' }: IncomingMessage, response: ServerResponse) => {
        const body = BODIES.get(url.slice(url.lastIndexOf('/') + 1))
        if (body !== undefined) return response.setHeader('content-type', MANIFEST_TYPE).end(body)
        if (method === 'PUT')
          return response.writeHead(status).end('{"errors":[{"code":"TAG_INVALID","message":"immutable"}]}')
        const held = holder(++asked)
        return held === null ? response.writeHead(404).end() : response.end(held)
      }),
    )
  }
  const STATUSES = [400, 403, 405, 409, 412]

  test.each(STATUSES)('and is refused with %i: another was between the look and the push', async (status) => {
    const { host } = await immutable(status, (asked) => (asked === 1 ? null : THEIRS_BODY))
    const repository = `${host}/shop/cart`
    expect(await registryOf().claim(repository, OURS, 'in-1')).toEqual({ digest: THEIRS, adopted: true })
  })

  test.each(STATUSES)('and is refused with %i: a version is an error that names both', async (status) => {
    const { host } = await immutable(status, (asked) => (asked === 1 ? null : THEIRS_BODY))
    const problem = await problemOf(registryOf().label(`${host}/shop/cart`, OURS, '1.0.0'))
    expect(problem).toMatchObject({
      code: 'name-taken',
      why: expect.stringMatching(`${THEIRS}, and ${OURS}`),
    })
  })

  test('and our own first push had arrived: success', async () => {
    const { host } = await immutable(400, (asked) => (asked === 1 ? null : MANIFEST))
    const repository = `${host}/shop/cart`
    await registryOf().label(repository, OURS, '1.0.0')
    const other = await immutable(400, (asked) => (asked === 1 ? null : MANIFEST))
    expect(await registryOf().claim(`${other.host}/shop/cart`, OURS, 'in-1')).toEqual({
      digest: OURS,
      adopted: false,
    })
    const third = await immutable(400, () => MANIFEST)
    await registryOf().tag(`${third.host}/shop/cart`, OURS, '1.0.0')
  })

  test('and nobody has it: the refusal itself is told', async () => {
    const { host } = await immutable(400, () => null)
    const problem = await problemOf(registryOf().label(`${host}/shop/cart`, OURS, '1.0.0'))
    expect(problem).toMatchObject({ code: 'registry-refused', why: expect.stringContaining('TAG_INVALID') })
  })
})

test('of two that claim at once where names move, whoever looks last sees the other and adopts', async () => {
  let held: string | null = null
  const { host } = await start(
    serve(({ method, url = '' }, response) => {
      if (url.endsWith(OURS)) return response.setHeader('content-type', MANIFEST_TYPE).end(MANIFEST)
      if (method === 'PUT') {
        held = THEIRS_BODY
        return response.writeHead(201).end()
      }
      return held === null ? response.writeHead(404).end() : response.end(held)
    }),
  )
  expect(await registryOf().claim(`${host}/shop/cart`, OURS, 'in-1')).toEqual({
    digest: THEIRS,
    adopted: true,
  })
})

describe('names are read page by page', () => {
  const pages = (link: (next: number, host: string) => string, last = 2) =>
    start(
      serve(({ url = '', headers }, response) => {
        const page = Number(new URL(url, 'http://x').searchParams.get('page') ?? 0)
        if (page < last) response.setHeader('link', link(page + 1, headers.host ?? ''))
        response.end(JSON.stringify({ name: 'shop/cart', tags: [`t${page}`, 'again'] }))
      }),
    )
  const names = (host: string) => registryOf().names(`${host}/shop/cart`)

  test.each<[string, (next: number, host: string) => string]>([
    ['a path', (next) => `</v2/shop/cart/tags/list?page=${next}>; rel="next"`],
    ['an address', (next, host) => `<http://${host}/v2/shop/cart/tags/list?page=${next}>; rel=next`],
    [
      'one of several links',
      (next) => `</v2/>; rel="first", </v2/shop/cart/tags/list?page=${next}>; rel="next"`,
    ],
  ])('by %s', async (_, link) => {
    const { host } = await pages(link)
    expect(await names(host)).toEqual(['t0', 'again', 't1', 't2'])
  })

  test('not at another host, and not for ever', async () => {
    const elsewhere = await pages(() => '</v2/shop/cart/tags/list?page=9>; rel="next"', 0)
    const { host } = await pages(() => `<http://${elsewhere.host}/v2/shop/cart/tags/list>; rel="next"`)
    expect(await names(host)).toEqual(['t0', 'again'])
    expect(elsewhere.lines).toEqual([])
    const round = await pages(() => '</v2/shop/cart/tags/list?page=1>; rel="next"')
    expect(await names(round.host)).toEqual(['t0', 'again', 't1'])
  })

  test('none where the list is null, and an error where it is no list', async () => {
    const empty = await start(serve((_, response) => response.end('{"name":"shop/cart","tags":null}')))
    expect(await names(empty.host)).toEqual([])
    const page = await start(serve((_, response) => response.end('<html>')))
    expect(await problemOf(names(page.host))).toMatchObject({ code: 'registry-not-understood' })
  })
})

describe('what a registry that fails now and then answers', () => {
  test.each([500, 503, 429])('%i is asked again', async (status) => {
    let times = 0
    const { host } = await start(
      serve((_, response) => (++times < 3 ? response.writeHead(status).end() : response.end(MANIFEST))),
    )
    expect((await registryOf().manifest(`${host}/shop/cart`, 'in-1'))?.digest).toBe(OURS)
    expect(times).toBe(3)
  })

  test('an answer that is lost is asked for again, also of a push', async () => {
    const lines: string[] = []
    const { host } = await start(
      serve(({ method, url, socket }, response) => {
        lines.push(`${method} ${url}`)
        if (lines.length < 3) return socket.destroy()
        return response.writeHead(201).end()
      }),
    )
    const manifest = { mediaType: MANIFEST_TYPE, body: Buffer.from(MANIFEST) }
    const { digest } = await registryOf().put(`${host}/shop/cart`, manifest, 'in-1')
    expect(digest).toBe(OURS)
    expect(lines).toEqual(Array.from({ length: 3 }, () => 'PUT /v2/shop/cart/manifests/in-1'))
  })
})

test('a registry that keeps referrers says what a manifest refers to', async () => {
  const { host } = await start(
    serve((_, response) => response.writeHead(201, { 'oci-subject': THEIRS }).end()),
  )
  const manifest = { mediaType: MANIFEST_TYPE, body: Buffer.from(MANIFEST) }
  expect(await registryOf().put(`${host}/shop/cart`, manifest, null)).toEqual({
    digest: OURS,
    subject: THEIRS,
  })
})

describe('a blob', () => {
  test('that is no small thing is not read to its end', async () => {
    let sent = 0
    const { host } = await start(
      serve((_, response) => {
        const more = () => {
          sent++
          if (!response.destroyed) response.write(Buffer.alloc(1 << 20), () => setImmediate(more))
        }
        more()
      }),
    )
    const problem = await problemOf(registryOf().blob(`${host}/shop/cart`, OURS))
    expect(problem).toMatchObject({ code: 'blob-too-large' })
    expect(sent).toBeLessThan(1000)
  })

  test('whose bytes are others than its digest says', async () => {
    const { host } = await start(serve((_, response) => response.end('something else')))
    expect(await problemOf(registryOf().blob(`${host}/shop/cart`, OURS))).toMatchObject({
      code: 'wrong-digest',
    })
  })
})

test.each<[string, number, object]>([
  [
    'where deleting is switched off',
    405,
    {
      code: 'registry-deletes-nothing',
      fault: 'caller',
      fix: expect.stringContaining('storage.delete.enabled'),
    },
  ],
  [
    'where somebody may not',
    403,
    { code: 'registry-refused', problem: expect.stringContaining('refuses to delete') },
  ],
])('an image is not removed %s', async (_, status, expected) => {
  const { host } = await start(serve((__, response) => response.writeHead(status).end()))
  expect(await problemOf(registryOf().remove(`${host}/shop/cart`, OURS))).toMatchObject(expected)
})

test.each([
  [
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
    /aws ecr create-repository --region eu-west-1 --repository-name shop\/cart /,
  ],
  ['registry.example.com', /^make shop\/cart at registry\.example\.com/],
])('%s has no such repository: how to make it', async (host, fix) => {
  const request = async () => new Response('{}', { status: 404 })
  const registry = openRegistry({ request, credentialsOf: async () => null })
  const problem = await problemOf(registry.upload(`${host}/shop/cart`, Buffer.from('{}')))
  expect(problem).toMatchObject({
    code: 'registry-refused',
    fault: 'caller',
    fix: expect.stringMatching(fix),
  })
})

describe('many look-ups at once', () => {
  const TOKEN = { body: '{"token":"hunter5","expires_in":300}' }

  test('ask for one token', async () => {
    const scopes: string[] = []
    const { host, lines } = await start(
      bearerRegistry(({ scope }) => {
        scopes.push(scope)
        return TOKEN
      }),
    )
    const wanted = Array.from({ length: 300 }, (_, at) => ({
      repository: `${host}/shop/cart`,
      reference: `in-${at}`,
    }))
    const found = await registryOf().manifests(wanted)
    expect(new Set(found.map((one) => one?.digest))).toEqual(new Set([OURS]))
    expect(scopes).toEqual(['repository:shop/cart:pull'])
    expect(lines).toHaveLength(300 + 2)
  })

  test('end with the first that fails', async () => {
    const { host, lines } = await start(serve((_, response) => response.writeHead(403).end()))
    const wanted = Array.from({ length: 300 }, (_, at) => ({
      repository: `${host}/shop/cart`,
      reference: `in-${at}`,
    }))
    expect(await problemOf(registryOf().manifests(wanted))).toMatchObject({ code: 'registry-refused' })
    expect(lines.length).toBeLessThanOrEqual(32)
  })

  test('in many repositories ask for a token each, and are refused once', async () => {
    const scopes = new Set<string>()
    const { host, lines } = await start(
      bearerRegistry(({ scope }) => {
        scopes.add(scope)
        return TOKEN
      }),
    )
    const wanted = Array.from({ length: 100 }, (_, at) => ({
      repository: `${host}/shop/s${at}`,
      reference: 'in-1',
    }))
    await registryOf().manifests([...wanted, ...wanted])
    expect(scopes.size).toBe(100)
    expect(lines).toHaveLength(200 + 100 + 1)
  })
})

test('an upload that is sent elsewhere takes no credentials along', async () => {
  const storage = await start(serve((_, response) => response.writeHead(201).end()))
  const { host } = await start(
    serve(({ method, headers }, response) => {
      if (!headers.authorization) return response.writeHead(401, { 'www-authenticate': 'Basic' }).end()
      if (method === 'HEAD') return response.writeHead(404).end()
      return response.writeHead(202, { location: `http://${storage.host}/upload?state=1` }).end()
    }),
  )
  const { Secret } = await import('../../../src/platform/registry/secret.js')
  const credentialsOf = async () =>
    ({ kind: 'password', user: 'me', password: new Secret('hunter2') }) as const
  await openRegistry({ credentialsOf }).upload(`${host}/shop/cart`, Buffer.from('{}'))
  const digest = encodeURIComponent(digestOf(Buffer.from('{}')) as Digest)
  expect(storage.lines).toEqual([`PUT /upload?state=1&digest=${digest}`])
})

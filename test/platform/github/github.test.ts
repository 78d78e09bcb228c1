import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import { openGitHub } from '../../../src/platform/github.js'
import { StaggerError } from '../../../src/words.js'

/** GitHub's own description of these two requests; where it is from stands in it. */
const description = JSON.parse(
  readFileSync(new URL('recorded/releases.openapi.json', import.meta.url), 'utf8'),
)

/** OpenAPI 3.0 says null in its own way. */
const asJsonSchema = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(asJsonSchema)
  if (typeof node !== 'object' || node === null) return node
  const { nullable, ...rest } = node as Record<string, unknown>
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, asJsonSchema(value)]))
  return nullable === true ? { anyOf: [{ type: 'null' }, inner] } : inner
}

const ajv = new Ajv({ strict: false, validateFormats: false })
ajv.addSchema(asJsonSchema(description) as object, 'github')
const judge = (place: string, value: unknown): void => {
  const pointer = place.split(' ').map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
  const validate = ajv.getSchema(`github#/${pointer.map(encodeURIComponent).join('/')}`)
  if (!validate) throw new Error(`the description has no ${place}`)
  expect([validate(value), validate.errors]).toEqual([true, null])
}

const RELEASES = 'paths /repos/{owner}/{repo}/releases post'
const USER = 'https://api.github.com/users/ann'
const ann = {
  ...{ login: 'ann', id: 1, node_id: 'MDQ6', avatar_url: USER, gravatar_id: '', url: USER, type: 'User' },
  ...{ html_url: USER, followers_url: USER, following_url: USER, gists_url: USER, starred_url: USER },
  ...{ subscriptions_url: USER, organizations_url: USER, repos_url: USER, events_url: USER },
  ...{ received_events_url: USER, site_admin: false },
}
const releaseOf = (tag: string, body: Record<string, unknown>) => {
  const answer = {
    ...{ url: USER, assets_url: USER, upload_url: USER, tarball_url: null, zipball_url: null, id: 1 },
    ...{ node_id: 'RE_1', target_commitish: 'main', draft: false, author: ann, assets: [] },
    ...{ created_at: '2026-11-21T10:00:00Z', published_at: '2026-11-21T10:00:00Z' },
    ...{ tag_name: tag, name: body.name, body: body.body, prerelease: body.prerelease },
    html_url: `https://github.com/acme/shop/releases/tag/${tag}`,
  }
  judge('components schemas release', answer)
  return answer
}

let server: Server
let releases: Map<string, unknown>
/** Answers that come before any of its own. */
let refusals: [number, string][]
let asked: string[]
beforeEach(async () => {
  ;[releases, refusals, asked] = [new Map(), [], []]
  server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url ?? '')
    asked.push(`${request.method} ${path}`)
    expect(request.headers.authorization).toBe('token t0ken')
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const refusal = request.method === 'POST' ? refusals.shift() : undefined
    if (request.method === 'GET') {
      const found = releases.get(path.replace('/repos/acme/shop/releases/tags/', ''))
      return found ? answer(200, found) : answer(404, { message: 'Not Found' })
    }
    const body = (await json(request)) as Record<string, string>
    judge(`${RELEASES} requestBody content application/json schema`, body)
    if (refusal) return answer(refusal[0], { message: refusal[1] })
    const tag = body.tag_name ?? ''
    if (releases.has(tag)) {
      const said = {
        message: 'Validation Failed',
        documentation_url: USER,
        errors: [{ code: 'already_exists' }],
      }
      judge('components schemas validation-error', said)
      return answer(422, said)
    }
    releases.set(tag, releaseOf(tag, body))
    return answer(201, releases.get(tag))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
})

const github = () => {
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return openGitHub({ token: 't0ken', repository: 'acme/shop', api })
}
const RELEASE = { tag: 'cart/v1.4.0', name: 'cart 1.4.0', body: '### Fixes\n\n- x', prerelease: false }
const problemOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error) => (error instanceof StaggerError ? error.problems[0] : error),
  )

test('makes a release, as GitHub describes it, and gives its address', async () => {
  expect(await github().release(RELEASE)).toBe('https://github.com/acme/shop/releases/tag/cart/v1.4.0')
  expect(releases.get('cart/v1.4.0')).toMatchObject({ name: 'cart 1.4.0', body: '### Fixes\n\n- x' })
})

test('however often it is asked, there is one', async () => {
  const address = await github().release(RELEASE)
  expect(await github().release({ ...RELEASE, body: 'other' })).toBe(address)
  expect(asked.filter((one) => one.startsWith('POST'))).toHaveLength(1)
  expect(releases.get('cart/v1.4.0')).toMatchObject({ body: '### Fixes\n\n- x' })
})

test('two at once make one', async () => {
  const both = await Promise.all([github().release(RELEASE), github().release(RELEASE)])
  expect(new Set(both).size).toBe(1)
})

test.each([
  [403, 'Resource not accessible by integration', 'release-not-allowed', 'caller'],
  [404, 'Not Found', 'release-not-allowed', 'caller'],
  [403, 'API rate limit exceeded', 'release-failed', 'world'],
  [502, 'Bad gateway', 'release-failed', 'world'],
])('%s: %s', async (status, said, code, fault) => {
  refusals = [[status, said]]
  const problem = await problemOf(github().release(RELEASE))
  expect(problem).toMatchObject({ code, fault, why: expect.stringContaining(said) })
  if (fault === 'caller') expect(problem).toMatchObject({ fix: expect.stringContaining('contents: write') })
})

test('no answer at all is the world’s fault', async () => {
  const nobody = openGitHub({ token: 't0ken', repository: 'acme/shop', api: 'http://127.0.0.1:1' })
  expect(await problemOf(nobody.release(RELEASE))).toMatchObject({ code: 'release-failed', fault: 'world' })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer, json } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { allSnapshots, viewCommit } from '../../src/commands/commit-view.js'
import { inputsName } from '../../src/image/names.js'
import { readConfiguration } from '../../src/main/configuration.js'
import { openGit } from '../../src/platform/git/open.js'
import type { Fingerprint } from '../../src/words.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'
import { type ManifestRegistry, manifestRegistry } from './manifest-registry.js'

/** The action as a runner starts it, on the branches of one repository, with GitHub's API beside it. */
jest.setTimeout(60_000)
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

let repository: Repository
let registry: ManifestRegistry
let folder: string
let released: Record<string, unknown>[]
let api: ReturnType<typeof createServer>
beforeEach(async () => {
  repository = temporaryRepository()
  registry = await manifestRegistry()
  folder = mkdtempSync(join(tmpdir(), 'stagger-action-'))
  released = []
  api = createServer(async (request, response) => {
    const type = { 'content-type': 'application/json' }
    if (request.method === 'GET') {
      const there = released.some(({ tag_name: tag }) =>
        decodeURIComponent(request.url ?? '').endsWith(`/${tag}`),
      )
      return response.writeHead(there ? 200 : 404, type).end('{"html_url":"https://github.com"}')
    }
    const body = (await json(request)) as Record<string, unknown>
    released.push({ path: request.url, token: request.headers.authorization, ...body })
    const html_url = `https://github.com/acme/shop/releases/tag/${body.tag_name}`
    return response.writeHead(201, type).end(JSON.stringify({ html_url }))
  }).listen(0, '127.0.0.1')
  await once(api, 'listening')
})
afterEach(async () => {
  await registry.close()
  api.close()
  api.closeAllConnections()
  rmSync(folder, { recursive: true, force: true })
  repository.remove()
})

const FILES = {
  'cart/Dockerfile': 'FROM scratch\nCOPY app.txt /\n',
  'cart/app.txt': '1\n',
  'stagger.yml':
    'services: { cart: {} }\nversion: { first: 1.0.0, prereleases: { next: beta, "feature/*": dev }, github-release: true }\n',
}

/** A commit, and its image where a run of this branch would push it. */
const commit = async (files: Record<string, string>, message: string, place: string) => {
  const oid = repository.commit(files, message)
  const git = openGit(repository.directory)
  const [cart] = await allSnapshots(await viewCommit(git, oid, readConfiguration))
  await git.close()
  registry.push(place, inputsName(cart?.image.fingerprint as Fingerprint), `image of ${message}`)
}

const run = async (ref: string, inputs: Record<string, string> = {}, event = 'push') => {
  const [output, summary, payload] = ['output', 'summary', 'event.json'].map((name) => join(folder, name))
  for (const path of [output, summary]) writeFileSync(path as string, '')
  writeFileSync(payload as string, JSON.stringify({ repository: { default_branch: 'main' } }))
  const given = Object.entries({ 'github-token': 't0ken', ...inputs })
  const child = spawn(
    process.execPath,
    ['--import', at('../typescript/register.mjs'), at('action-from-source.mjs'), 'tag'],
    {
      cwd: repository.directory,
      env: {
        ...{ PATH: process.env.PATH, HOME: '/nonexistent', CI: 'true', GITHUB_ACTIONS: 'true' },
        ...{ GITHUB_REF: ref, GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: payload },
        ...{ GITHUB_REPOSITORY: 'acme/shop', GITHUB_SERVER_URL: 'https://github.com', GITHUB_RUN_ID: '7' },
        GITHUB_API_URL: `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
        ...{ GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, STAGGER_REGISTRY: registry.prefix },
        ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [log, [code]] = await Promise.all([buffer(child.stdout), once(child, 'close')])
  const outputs = readFileSync(output as string, 'utf8')
  return {
    code,
    log: log.toString(),
    summary: readFileSync(summary as string, 'utf8'),
    version: /^version<<(\S+)\n(.*)\n\1$/m.exec(outputs)?.[2],
    result: /^result<<(\S+)\n(.*)\n\1$/m.exec(outputs)?.[2] ?? '',
  }
}

const tags = () => repository.git('tag', '--list').split('\n').filter(Boolean)

test('the default branch makes versions, tells what is new, and GitHub has a release', async () => {
  await commit(FILES, 'feat: begin', 'cart')
  expect(await run('refs/heads/main')).toMatchObject({ code: 0, version: '1.0.0' })
  await commit({ 'cart/app.txt': '2\n' }, 'feat: gift cards', 'cart')
  const { code, version, summary, result, log } = await run('refs/heads/main')
  expect({ code, version, problems: log.match(/^::error.*$/gm) }).toEqual({
    code: 0,
    version: '1.1.0',
    problems: null,
  })
  expect(tags()).toEqual(['cart/v1.0.0', 'cart/v1.1.0'])
  expect(registry.names.has('cart:1.1.0')).toBe(true)
  expect(summary).toMatch(
    /<details><summary>cart 1\.1\.0, since 1\.0\.0<\/summary>\n\n### Features\n\n- gift cards/,
  )
  expect(JSON.parse(result).services[0]).toMatchObject({ version: '1.1.0', bump: 'minor' })
  expect(result).not.toContain('gift cards')
  expect(released).toEqual([
    expect.objectContaining({ tag_name: 'cart/v1.0.0', token: 'token t0ken', body: 'cart 1.0.0' }),
    expect.objectContaining({
      path: '/repos/acme/shop/releases',
      tag_name: 'cart/v1.1.0',
      body: expect.stringMatching(/^### Features\n\n- gift cards \([0-9a-f]{7}\)$/),
      prerelease: false,
    }),
  ])
})

test('a branch of pre-releases makes those and no more; another branch and a pull request make none', async () => {
  await commit(FILES, 'feat: begin', 'pr/cart')
  expect((await run('refs/heads/other')).version).toBe('1.0.0')
  expect(await run('refs/pull/1/merge', {}, 'pull_request')).toMatchObject({ code: 0, version: '1.0.0' })
  expect(tags()).toEqual([])
  expect(await run('refs/heads/next')).toMatchObject({
    code: 0,
    version: '1.0.0-beta.1',
    summary: expect.stringContaining('before the first version: there is no release yet'),
  })
  expect(await run('refs/heads/feature/x')).toMatchObject({ code: 0, version: '1.0.0-dev.1' })
  expect(await run('refs/heads/next')).toMatchObject({ code: 0, version: '1.0.0-beta.1' })
  expect(tags()).toEqual(['cart/v1.0.0-beta.1', 'cart/v1.0.0-dev.1'])
  expect([...registry.names.keys()].filter((name) => name.includes('1.0.0'))).toEqual([
    'pr/cart:1.0.0-beta.1',
    'pr/cart:1.0.0-dev.1',
  ])
  expect(repository.git('for-each-ref', 'refs/stagger/ledger')).toBe('')
  expect(released.map(({ prerelease }) => prerelease)).toEqual([true, true])
})

test('what was asked for, and asked for wrongly', async () => {
  await commit(FILES, 'feat: begin', 'cart')
  expect(await run('refs/heads/main', { service: 'cart', as: '3.0.0' })).toMatchObject({
    code: 0,
    version: '3.0.0',
  })
  await commit({ 'cart/app.txt': '2\n' }, 'fix: x', 'cart')
  expect(await run('refs/heads/main', { bump: 'major' })).toMatchObject({ code: 0, version: '4.0.0' })
  const wrong = await run('refs/heads/main', { as: 'v5' })
  expect(wrong).toMatchObject({ code: 2, summary: expect.stringContaining('did you mean') })
})

test('a branch leaves what it did not change to main, and its run is a good one', async () => {
  await commit(FILES, 'feat: begin', 'cart')
  const { code, version, summary, result, log } = await run('refs/heads/next')
  expect({ code, version, problems: log.match(/^::error.*$/gm) }).toEqual({
    ...{ code: 0, version: '', problems: null },
  })
  expect(JSON.parse(result).services).toMatchObject([{ outcome: 'waiting', version: null, problem: null }])
  expect(summary).toContain('waits for')
  expect((await run('refs/heads/next', { service: 'cart' })).code).toBe(2)
  expect(tags()).toEqual([])
})

const elsewhere = (...more: string[]) => {
  const args = ['--import', at('../typescript/register.mjs'), at('from-source.mjs')]
  const child = spawn(process.execPath, [...args, 'tag', '--json', '--registry', registry.prefix, ...more], {
    cwd: repository.directory,
    env: { PATH: process.env.PATH, HOME: '/nonexistent', CI: 'true', GITHUB_ACTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return Promise.all([buffer(child.stdout), once(child, 'close')]).then(([text]) =>
    JSON.parse(text.toString()),
  )
}

test.each(['next', 'main', 'detached'])('another CI names nothing without --yes: %s', async (where) => {
  await commit(FILES, 'feat: begin', 'cart')
  if (where === 'next') repository.git('checkout', '--quiet', '-b', 'next')
  if (where === 'detached') repository.git('checkout', '--quiet', '--detach')
  const names = [...registry.names.keys()]
  expect((await elsewhere()).services).toMatchObject([{ version: '1.0.0', outcome: 'planned' }])
  expect([tags(), [...registry.names.keys()]]).toEqual([[], names])
  expect(repository.git('for-each-ref', 'refs/stagger')).toBe('')
})

test('another CI with --yes makes versions', async () => {
  await commit({ ...FILES, 'stagger.yml': 'version: { first: 1.0.0 }\n' }, 'feat: begin', 'cart')
  expect((await elsewhere('--yes')).services).toMatchObject([{ version: '1.0.0', outcome: 'created' }])
  expect(registry.names.has('cart:1.0.0')).toBe(true)
})

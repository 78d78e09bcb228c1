import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Secret } from '../../../src/platform/registry/secret.js'
import { openRegistry, type Registry } from '../../../src/platform/registry.js'
import type { Engine } from '../../../src/rehearsal/ground/engine.js'
import { type Registry as Server, startRegistry } from '../../../src/rehearsal/ground/registry.js'
import type { Digest } from '../../../src/words.js'
import { testGround } from '../../ground/ground.js'
import { VirtualClock } from '../clock.js'
import { digestOf } from '../registry.js'
import { type Locked, lockedRegistry, PASSWORD, USER } from './htpasswd.js'
import { putImage, putIndex } from './image.js'

const MEGABYTE = 1 << 20

let other: Server
let locked: Locked
beforeAll(async () => {
  other = await startRegistry(testGround().engine as Engine)
  locked = await lockedRegistry(testGround().engine)
})
afterAll(async () => {
  await other.stop()
  await locked.stop()
})

/** A registry that tells what it was asked, and may fail on purpose. */
const counted = (fail: (line: string, asked: number) => boolean = () => false) => {
  const lines: string[] = []
  const request: typeof fetch = async (url, init) => {
    const line = `${init?.method ?? 'GET'} ${url}`
    lines.push(line)
    if (fail(line, lines.length)) throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } })
    return fetch(url, init)
  }
  const credentialsOf = async (host: string) =>
    host === locked.address
      ? ({ kind: 'password', user: USER, password: new Secret(PASSWORD) } as const)
      : null
  return { lines, registry: openRegistry({ request, credentialsOf, clock: new VirtualClock() }) }
}

const unique = () => `copy/${randomBytes(6).toString('hex')}`
const layersOf = (...sizes: number[]) => sizes.map((size) => randomBytes(size))

/** Two platforms that share a layer. */
const putTwo = async (registry: Registry, repository: string, layers = layersOf(3 * MEGABYTE, 1000)) => {
  const images: Digest[] = []
  for (const platform of ['amd', 'arm'])
    images.push(await putImage(registry, repository, `${repository} ${platform}`, null, { layers }))
  return { digest: await putIndex(registry, repository, images), images, layers }
}

const isWhole = async (registry: Registry, repository: string, made: Awaited<ReturnType<typeof putTwo>>) => {
  const wanted = [made.digest, ...made.images].map((reference) => ({ repository, reference }))
  const manifests = await registry.manifests(wanted)
  expect(manifests.map((one) => one?.digest)).toEqual([made.digest, ...made.images])
  for (const layer of made.layers)
    expect(digestOf((await registry.blob(repository, digestOf(layer))) ?? Buffer.from(''))).toBe(
      digestOf(layer),
    )
}

test('an index moves from one registry to another byte by byte, and the second time nothing does', async () => {
  const { registry, lines } = counted()
  const name = unique()
  const from = `${testGround().registry.address}/${name}`
  const to = `${other.address}/${name}`
  const made = await putTwo(registry, from)
  expect(await registry.copy({ repository: from, digest: made.digest }, to)).toEqual({
    manifests: 3,
    blobs: 4,
    mounted: 0,
  })
  await isWhole(registry, to, made)
  lines.length = 0
  expect(await registry.copy({ repository: from, digest: made.digest }, to)).toEqual({
    manifests: 0,
    blobs: 0,
    mounted: 0,
  })
  expect(lines).toEqual([`HEAD http://${other.address}/v2/${name}/manifests/${made.digest}`])
})

test('within one registry layers are mounted, and none is read', async () => {
  const { registry, lines } = counted()
  const { address } = testGround().registry
  const from = `${address}/${unique()}`
  const to = `${address}/${unique()}/elsewhere`
  const made = await putTwo(registry, from)
  lines.length = 0
  expect(await registry.copy({ repository: from, digest: made.digest }, to)).toEqual({
    manifests: 3,
    blobs: 4,
    mounted: 4,
  })
  expect(lines.filter((line) => line.startsWith('GET') && line.includes('/blobs/'))).toEqual([])
  await isWhole(registry, to, made)
})

test('into a registry with a password', async () => {
  const { registry } = counted()
  const name = unique()
  const from = `${other.address}/${name}`
  const made = await putTwo(registry, from)
  await registry.copy({ repository: from, digest: made.digest }, `${locked.address}/${name}`)
  await isWhole(registry, `${locked.address}/${name}`, made)
})

test('what was altered on its way never becomes a part of an image', async () => {
  const name = unique()
  const from = { repository: `${testGround().registry.address}/${name}`, digest: '' as Digest }
  const made = await putTwo(counted().registry, from.repository, layersOf(1000))
  const altering: typeof fetch = async (url, init) => {
    const answer = await fetch(url, init)
    return init?.method === undefined && String(url).includes('/blobs/') ? new Response('altered') : answer
  }
  const registry = openRegistry({
    request: altering,
    credentialsOf: async () => null,
    clock: new VirtualClock(),
  })
  const to = `${other.address}/${name}`
  const copied = registry.copy({ ...from, digest: made.digest }, to)
  await expect(copied).rejects.toMatchObject({ problems: [{ code: 'wrong-digest' }] })
  expect(await counted().registry.blob(to, digestOf(made.layers[0] ?? Buffer.from('')))).toBeNull()
})

describe('killed anywhere', () => {
  test('nothing that is there lacks a part, and the next time ends it', async () => {
    const name = unique()
    const from = { repository: `${testGround().registry.address}/${name}`, digest: '' as Digest }
    const made = await putTwo(counted().registry, from.repository, layersOf(2000, 1000))
    from.digest = made.digest
    const whole = counted()
    await whole.registry.copy(from, `${other.address}/${name}/whole`)
    expect(whole.lines.length).toBeGreaterThan(20)
    for (let killedAt = 1; killedAt <= whole.lines.length; killedAt++) {
      const to = `${other.address}/${name}/${killedAt}`
      // From this request on nothing gets through any more.
      const { registry } = counted((_, asked) => asked >= killedAt)
      await expect(registry.copy(from, to)).rejects.toThrow('cannot be reached')
      const again = counted().registry
      const there = await again.manifests(made.images.map((reference) => ({ repository: to, reference })))
      if (await again.manifest(to, made.digest)) expect(there).not.toContain(null)
      await again.copy(from, to)
      await isWhole(again, to, made)
    }
  })

  test('a line that breaks now and then is begun anew', async () => {
    let broken = 0
    const { registry } = counted((line) => line.startsWith('PATCH') && ++broken <= 2)
    const name = unique()
    const from = `${testGround().registry.address}/${name}`
    const made = await putTwo(counted().registry, from)
    await registry.copy({ repository: from, digest: made.digest }, `${other.address}/${name}`)
    expect(broken).toBeGreaterThan(2)
    await isWhole(registry, `${other.address}/${name}`, made)
  })
})

test('hundreds of look-ups are as many requests, and one more for each login', async () => {
  const { registry, lines } = counted()
  const repositories = [`${locked.address}/${unique()}`, `${locked.address}/${unique()}`]
  const digests: Digest[] = []
  for (const repository of repositories)
    digests.push(await putImage(registry, repository, repository, 'in-1'))
  const fresh = counted()
  const wanted = Array.from({ length: 400 }, (_, at) => ({
    repository: repositories[at % 2] as string,
    reference: at < 200 ? 'in-1' : `in-none-${at}`,
  }))
  const found = await fresh.registry.manifests(wanted)
  expect(found.map((one) => one?.digest ?? null)).toEqual(
    wanted.map((_, at) => (at < 200 ? digests[at % 2] : null)),
  )
  expect(fresh.lines).toHaveLength(401)
  expect(lines.length).toBeGreaterThan(0)
})

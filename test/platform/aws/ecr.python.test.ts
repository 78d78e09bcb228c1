import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { openRegistries } from '../../../src/platform/registry/choose.js'
import type { Registry } from '../../../src/platform/registry.js'
import type { Digest, StaggerError } from '../../../src/words.js'
import { script } from '../../rehearsal/judge/python.js'
import { type Recorder, record } from '../../rehearsal/judge/recorder.js'
import { digestOf } from '../registry.js'
import { type Moto, startMoto } from './moto.js'
import { ACCOUNT, playedEcr } from './played-ecr.js'

jest.setTimeout(120_000)

const REGION = 'eu-central-1'
/** moto's own account. */
const MOTO = '123456789012'
const OPERATIONS = [
  'BatchDeleteImage',
  'BatchGetImage',
  'CreateRepository',
  'DescribeImages',
  'DescribeRepositories',
  'GetAuthorizationToken',
  'ListImages',
  'PutImage',
]

const manifestOf = (content: string) => {
  const mediaType = 'application/vnd.oci.image.manifest.v1+json'
  const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, config: {}, layers: [], content }))
  return { mediaType, body, digest: digestOf(body) }
}
const problemOf = async (asked: Promise<unknown>) => {
  const error = (await asked.catch((caught: unknown) => caught)) as StaggerError
  return error.problems?.[0] ?? error
}

/** Everything that an ECR is asked, once each at least. */
const everything = async (registry: Registry, repository: string): Promise<void> => {
  const [one, two] = [manifestOf('one'), manifestOf('two')]
  expect(await registry.manifest(repository, 'in-1')).toBeNull()
  expect(await problemOf(registry.prepare(repository, false))).toMatchObject({ code: 'repository-not-found' })
  await registry.prepare(repository, true)
  await registry.prepare(repository, true)
  for (const { digest, ...manifest } of [one, two])
    expect(await registry.put(repository, manifest, `staging-${digest.slice(-4)}`)).toMatchObject({ digest })

  expect(await registry.claim(repository, one.digest, 'in-1')).toEqual({ digest: one.digest, adopted: false })
  expect(await registry.claim(repository, two.digest, 'in-1')).toEqual({ digest: one.digest, adopted: true })
  for (const _ of [1, 2]) await registry.tag(repository, one.digest, 'in-1')
  for (const _ of [1, 2]) await registry.label(repository, one.digest, '1.0.0')
  for (const give of [registry.label, registry.tag])
    expect(await problemOf(give(repository, two.digest, '1.0.0'))).toMatchObject({
      code: 'name-taken',
      why: `it stands for ${one.digest}, and ${two.digest} was to get it`,
    })

  const found = await registry.manifests(
    ['1.0.0', 'in-none', two.digest, 'in-1'].map((reference) => ({ repository, reference })),
  )
  expect(found.map((manifest) => manifest?.digest ?? null)).toEqual([
    one.digest,
    null,
    two.digest,
    one.digest,
  ])
  expect((await registry.names(repository))?.toSorted()).toEqual(
    ['1.0.0', 'in-1', `staging-${one.digest.slice(-4)}`, `staging-${two.digest.slice(-4)}`].toSorted(),
  )
  const listing = await registry.list(repository)
  expect(listing?.images.map(({ digest }) => digest).toSorted()).toEqual([one.digest, two.digest].toSorted())
  expect(listing?.images.every(({ pushed }) => pushed !== null)).toBe(true)

  await registry.remove(repository, `staging-${one.digest.slice(-4)}`)
  expect(await registry.manifest(repository, one.digest)).toMatchObject({ digest: one.digest })
  for (const _ of [1, 2]) await registry.remove(repository, two.digest)
  expect(await registry.manifest(repository, two.digest)).toBeNull()
  expect(await registry.manifest(repository, '1.0.0')).toMatchObject({ digest: one.digest })
}

describe.each([
  ['moto', startMoto],
  ['the played one', async () => playedAsMoto()],
])('an ECR: %s', (name, start: () => Promise<Moto>) => {
  const folder = mkdtempSync(join(tmpdir(), 'stagger-ecr-'))
  const exchanges = join(folder, 'exchanges.jsonl')
  const host = `${MOTO}.dkr.ecr.${REGION}.amazonaws.com`
  let server: Moto
  let recorder: Recorder
  let before: NodeJS.ProcessEnv
  const asked: string[] = []
  beforeAll(async () => {
    before = { ...process.env }
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' })
    server = await start()
    recorder = await record(server.endpoint, exchanges)
  })
  afterAll(async () => {
    process.env = before
    await server.stop()
    rmSync(folder, { recursive: true })
  })
  const place = () => ({ host, account: MOTO, region: REGION, endpoint: recorder.endpoint })

  test('does everything that a registry is asked', async () => {
    const registry = openRegistries({ ecr: [place()], credentialsOf: async () => null })
    await everything(registry, `${host}/shop/cart`)
  })

  test('gives a token for Docker’s API', async () => {
    const seen: (string | null)[] = []
    const registry = openRegistries({
      ecr: [place()],
      credentialsOf: async () => null,
      request: async (_, init) => {
        seen.push(new Headers(init?.headers).get('authorization'))
        return new Response('{}', {
          status: seen.length === 1 ? 401 : 200,
          headers: { 'www-authenticate': 'Basic' },
        })
      },
    })
    const digest = digestOf(Buffer.from('{}')) as Digest
    expect(await registry.blob(`${host}/shop/cart`, digest)).toEqual(Buffer.from('{}'))
    expect(Buffer.from(seen[1]?.replace('Basic ', '') ?? '', 'base64').toString()).toMatch(/^AWS:.+/)
  })

  test('and botocore finds nothing wrong with any request', async () => {
    await recorder.close()
    const { stdout, stderr } = await script('judge.py', exchanges)
    expect(stderr).toBe('')
    const wrong = stdout.split('\n').filter((line) => line.startsWith('ecr:'))
    // What moto answers is moto's.
    expect(wrong.filter((line) => name !== 'moto' || line.includes(' request'))).toEqual([])
    asked.push(stdout.trim().split('\n').at(-1) ?? '')
    expect(JSON.parse(asked[0] ?? '')).toMatchObject({ operations: OPERATIONS.length })
  })
})

const playedAsMoto = async (): Promise<Moto> => {
  expect(ACCOUNT).toBe(MOTO)
  const played = await playedEcr()
  return { endpoint: `http://${played.host}`, stop: played.stop }
}

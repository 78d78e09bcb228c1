import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { attach } from '../../src/commands/building/attest.js'
import { attestationArguments } from '../../src/image/attestations.js'
import { openRegistry } from '../../src/platform/registry.js'
import type { Digest } from '../../src/words.js'
import { type Buildkit, startBuildkit } from '../ground/buildkit.js'
import { buildx, contextOf } from '../ground/buildx.js'
import { testGround } from '../ground/ground.js'

const ground = testGround()
const registry = openRegistry()
const repository = `${ground.registry.address}/attest/${process.pid}`
const scanners = `${ground.registry.address}/attest/scanner`

const shop = contextOf({
  Dockerfile: 'FROM node:24-slim\nCOPY page.txt /\nRUN cat /page.txt >/made.txt\n',
  'page.txt': 'page\n',
})

/** Speaks BuildKit's protocol for scanners: a folder to read in the environment, another to write statements to. */
const scanner = contextOf({
  Dockerfile: 'FROM node:24-slim\nCOPY scan.js /\nCMD ["node", "/scan.js"]\n',
  'scan.js': `const fs = require('node:fs')
const { BUILDKIT_SCAN_SOURCE, BUILDKIT_SCAN_DESTINATION } = process.env
const files = fs.readdirSync(BUILDKIT_SCAN_SOURCE).filter((name) => name.endsWith('.txt'))
const predicate = {
  spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', dataLicense: 'CC0-1.0', name: 'image',
  documentNamespace: 'https://example.com/image',
  creationInfo: { created: '2000-01-01T00:00:00Z', creators: ['Tool: stand-in'] },
  packages: files.map((name) => ({ SPDXID: 'SPDXRef-' + name, name, downloadLocation: 'NONE' })),
}
const statement = { _type: 'https://in-toto.io/Statement/v0.1', predicateType: 'https://spdx.dev/Document', predicate }
fs.writeFileSync(BUILDKIT_SCAN_DESTINATION + '/image.spdx.json', JSON.stringify(statement))
`,
})

const able = new Set(['attestations'] as const)
let buildkit: Buildkit
let generator: string
beforeAll(async () => {
  buildkit = await startBuildkit(ground)
  const { digest, lines } = await buildx(buildkit, scanner.context, scanners)
  if (digest === null) throw new Error(lines.join('\n'))
  generator = `${scanners}@${digest}`
})
afterAll(async () => {
  for (const { home } of [shop, scanner]) rmSync(home, { recursive: true })
  await buildkit?.stop()
})

const build = async (...further: readonly string[]): Promise<Digest> => {
  const { digest, lines } = await buildx(buildkit, shop.context, repository, '--no-cache', ...further)
  if (digest === null) throw new Error(lines.join('\n'))
  return digest
}

const json = async (bytes: Promise<Uint8Array | null>) =>
  JSON.parse(new TextDecoder().decode((await bytes) ?? undefined))
const manifest = (name: string) =>
  json(registry.manifest(repository, name).then((found) => found?.body ?? null))

/** Found from the image's digest alone, as somebody finds them who was told no more. */
const statementsOf = async (image: Digest) => {
  const { manifests } = await manifest(image.replace(':', '-'))
  const referrers = await Promise.all(manifests.map(({ digest }: { digest: string }) => manifest(digest)))
  expect(referrers.map(({ subject }) => subject.digest)).toEqual(referrers.map(() => image))
  const layers: { digest: Digest }[] = referrers.flatMap(({ layers }) => layers)
  return Promise.all(layers.map(({ digest }) => json(registry.blob(repository, digest))))
}

describe('an image that a BuildKit attests', () => {
  let plain: Digest
  beforeAll(async () => {
    plain = await build(...attestationArguments({}, able))
  })

  test('is pushed in an index, and its own digest is the same as without', async () => {
    const pushed = await build(...attestationArguments({ provenance: 'max' }, able))
    expect(pushed).not.toBe(plain)
    expect(await attach(registry, repository, pushed)).toBe(plain)
    expect(await attach(registry, repository, plain)).toBe(plain)
  })

  test('has its provenance and what is in it attached', async () => {
    const settings = { provenance: 'max', sbom: { generator } } as const
    const run = 'https://github.com/owner/shop/actions/runs/7/attempts/1'
    const image = await attach(
      registry,
      repository,
      await build(...attestationArguments(settings, able, run)),
    )
    expect(image).toBe(plain)
    const statements = await statementsOf(image)
    expect(new Set(statements.map(({ predicateType }) => predicateType))).toEqual(
      new Set(['https://slsa.dev/provenance/v1', 'https://spdx.dev/Document']),
    )
    for (const { subject } of statements)
      expect(subject.map(({ digest }: { digest: { sha256: string } }) => `sha256:${digest.sha256}`)).toEqual([
        plain,
      ])
    const bill = statements.find(({ predicateType }) => predicateType === 'https://spdx.dev/Document')
    expect(bill.predicate.packages.map(({ name }: { name: string }) => name).sort()).toEqual([
      'made.txt',
      'page.txt',
    ])
    expect(JSON.stringify(statements)).toContain(run)
  })
})

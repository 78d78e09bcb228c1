import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openRegistry } from '../../src/platform/registry.js'
import type { Digest, Oid } from '../../src/words.js'
import { testGround } from '../ground/ground.js'
import { cart, contentOf, ledgerOf, namesIn } from './building/cart.js'
import { openWorkbench, type Watched, type Workbench } from './building/workbench.js'

const FORGED = JSON.stringify({
  architecture: 'amd64',
  os: 'linux',
  rootfs: { type: 'layers', diff_ids: [] },
})

describe('what a run names that nobody has to trust', () => {
  const { engine, registry } = testGround()
  let bench: Workbench
  beforeEach(async () => {
    bench = await openWorkbench(engine, registry.address)
  })
  afterEach(() => bench.close())

  const images = openRegistry()
  const main = () => `${bench.prefix}/cart`
  const apart = () => `${bench.prefix}/pr/cart`

  /** A pull request changes what cart is made of; its run is one of GitHub's, for the event that it causes. */
  const proposed = async (): Promise<Watched> => {
    const base = bench.repository.git('rev-parse', 'HEAD')
    const sha = bench.repository.commit({ 'cart/app.txt': 'what somebody proposes\n' })
    const event = join(bench.repository.directory, '.git', 'event.json')
    const change = { number: 1, head: { sha }, base: { sha: base as Oid, ref: 'main' } }
    writeFileSync(event, JSON.stringify({ pull_request: change, repository: { default_branch: 'main' } }))
    const github = {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
      GITHUB_REF: 'refs/pull/1/merge',
    }
    return bench.start(['build', '--push', '--json'], github).ended
  }

  const forge = async (name: string): Promise<Digest> => {
    const config = await images.upload(apart(), Buffer.from(FORGED))
    const mediaType = 'application/vnd.oci.image.manifest.v1+json'
    const manifest = {
      schemaVersion: 2,
      mediaType,
      config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: config, size: FORGED.length },
      layers: [],
    }
    const { digest } = await images.put(
      apart(),
      { mediaType, body: Buffer.from(JSON.stringify(manifest)) },
      name,
    )
    return digest
  }

  test('goes to a place of its own, and main neither adopts nor believes it, also where it was forged', async () => {
    bench.repository.commit({ ...cart() })
    const pull = await proposed()
    expect(pull).toMatchObject({ code: 0, images: 1, tests: 1 })
    expect(pull.rows).toMatchObject([{ outcome: 'built', repository: apart() }])
    const planted = await namesIn(apart())
    expect(planted).toEqual([pull.rows[0]?.tags[0], expect.stringMatching(/^tested-/)])
    expect([await namesIn(main()), ledgerOf(bench.repository).writings]).toEqual([[], 0])
    const forged = await Promise.all(planted.map(forge))
    const trusted = await bench.build()
    expect(trusted).toMatchObject({ code: 0, images: 1, tests: 1 })
    const [row] = trusted.rows
    expect(row).toMatchObject({ outcome: 'built', tags: pull.rows[0]?.tags, repository: main() })
    expect(forged).not.toContain(row?.digest)
    expect(await contentOf(main(), planted[0] ?? '')).toMatchObject({
      digest: row?.digest,
      text: expect.stringContaining('what somebody proposes'),
    })
    expect(trusted.asked.filter((line) => line.includes('/pr/'))).toEqual([])
    expect(ledgerOf(bench.repository).entry).toMatchObject({ repository: main(), digest: row?.digest })
  })

  test('goes there from another CI too, which says nothing of whose run it is, until somebody says --yes', async () => {
    bench.repository.commit({ ...cart() })
    const elsewhere = { CI: 'true', GITHUB_ACTIONS: '' }
    const apartOnly = await bench.start(['build', '--push', '--json'], elsewhere).ended
    expect(apartOnly).toMatchObject({ code: 0, images: 1 })
    expect(apartOnly.rows).toMatchObject([{ outcome: 'built', repository: apart() }])
    expect([await namesIn(main()), ledgerOf(bench.repository).writings]).toEqual([[], 0])
    const meant = await bench.start(['build', '--push', '--yes', '--json'], elsewhere).ended
    expect(meant.rows).toMatchObject([{ outcome: 'built', repository: main() }])
    expect(ledgerOf(bench.repository).entry).toMatchObject({ repository: main() })
  })

  test('is adopted where main says so: copied into its own place, named and remembered there', async () => {
    bench.repository.commit({ ...cart(), 'stagger.yml': 'build: { cache: none, adopt: pull-requests }\n' })
    const pull = await proposed()
    const trusted = await bench.build()
    expect(trusted).toMatchObject({ code: 0, images: 0, tests: 0 })
    const { digest, tags } = pull.rows[0] ?? {}
    expect(trusted.rows).toMatchObject([
      { outcome: 'reused', tested: true, digest, tags, repository: main() },
    ])
    expect(await contentOf(main(), tags?.[0] ?? '')).toMatchObject({ digest })
    expect(ledgerOf(bench.repository).entry).toMatchObject({ repository: main(), digest })
  })
})

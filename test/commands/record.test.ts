import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Plan } from '../../src/changes/planned.js'
import type { Environment } from '../../src/commands/configuration.js'
import type { Target } from '../../src/commands/deploy.js'
import { recordDeployments } from '../../src/commands/deployment/record.js'
import { currentLedger, recordLedger, updateLedger } from '../../src/commands/ledger.js'
import { recordReleases } from '../../src/commands/tagging/record.js'
import type { DeployResult } from '../../src/ecs/deployed.js'
import { type ImageEntry, imagePath, writeEntry } from '../../src/ledger/entries.js'
import type { Git } from '../../src/platform/git/git.js'
import { openGit } from '../../src/platform/git/open.js'
import type { EnvironmentName, Fingerprint, Oid, ServiceName, Version } from '../../src/words.js'
import { VirtualClock } from '../platform/clock.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'
import { digestOf, TEMPLATE } from './deploy-stage.js'

const CART = 'cart' as ServiceName
const UAT = 'uat' as EnvironmentName
const print = (letter: string) => `sha256:${letter.repeat(64)}` as Fingerprint

let repository: Repository
let git: Git
const clock = new VirtualClock()
beforeEach(() => {
  repository = temporaryRepository()
  git = openGit(repository.directory)
})
afterEach(async () => {
  await git.close()
  repository.remove()
})

const entry = (commit: Oid, letter: string, version: string | null = null): ImageEntry => ({
  schema: 1,
  service: CART,
  fingerprint: print(letter),
  testFingerprint: null,
  repository: 'registry/cart',
  digest: digestOf(letter),
  version: version as Version | null,
  commit,
  run: null,
  time: '2026-01-01T00:00:00Z',
})
const write = (image: ImageEntry) =>
  recordLedger({ git, clock }, new Map([[imagePath(CART), writeEntry(image)]]), 'image: cart')
const cart = async () => (await currentLedger(git, false)).images.get(CART)

describe('what is written hangs on what others wrote meanwhile', () => {
  test('whoever lost the race decides again, by the ledger as it is then', async () => {
    const commit = repository.commit({ a: '1' })
    await write(entry(commit, 'a'))
    const seen: (string | undefined)[] = []
    await updateLedger({ git, clock }, async ({ images }) => {
      seen.push(images.get(CART)?.digest)
      if (seen.length === 1) await write(entry(commit, 'b'))
      return { files: new Map([['images/mine.json', '{}']]), message: 'mine' }
    })
    expect(seen).toEqual([digestOf('a'), digestOf('b')])
    expect((await cart())?.digest).toBe(digestOf('b'))
  })

  test('nothing to write leaves the ledger as it is', async () => {
    await write(entry(repository.commit({ a: '1' }), 'a'))
    const before = repository.git('rev-parse', 'refs/stagger/ledger')
    await updateLedger({ git, clock }, () => null)
    expect(repository.git('rev-parse', 'refs/stagger/ledger')).toBe(before)
  })

  test('a version goes to the image that it is of, not to one that was built since', async () => {
    const commit = repository.commit({ a: '1' })
    const tagged = {
      service: CART,
      fingerprint: print('a'),
      digest: digestOf('a'),
      version: '1.0.0' as Version,
    }
    const row = { ...tagged, group: null, repository: '127.0.0.1:5000/shop/cart', commit }
    await write(entry(commit, 'b'))
    await recordReleases({ git, clock }, [row], 'https://example.com/run/7')
    expect(await cart()).toMatchObject({ digest: digestOf('b'), version: null })
    await write(entry(commit, 'a'))
    await recordReleases({ git, clock }, [row], 'https://example.com/run/7')
    expect(await cart()).toMatchObject({ digest: digestOf('a'), version: '1.0.0' })
  })

  test('a release is remembered once, by whoever was first', async () => {
    const commit = repository.commit({ a: '1' })
    const released = {
      ...{ service: CART, group: 'shop', version: '1.0.0' as Version, commit },
      ...{ fingerprint: print('a'), digest: digestOf('a'), repository: '127.0.0.1:5000/shop/cart' },
    }
    const releases = async () => (await (await currentLedger(git, false)).releases()).get(CART)
    await recordReleases({ git, clock }, [released], 'https://example.com/run/7')
    const [first] = (await releases()) ?? []
    expect(first).toMatchObject({ schema: 1, ...released, run: 'https://example.com/run/7' })
    await recordReleases({ git, clock }, [released], 'https://example.com/run/8')
    expect(await releases()).toEqual([first])
  })
})

test('53: a rollback redeploys: what an environment runs is what was deployed last, though its commit is older', async () => {
  const old = repository.commit({ a: '1' })
  const newer = repository.commit({ a: '2' })
  const settings = { cluster: 'shop', service: '{service}', taskDefinition: 'task.json', timeoutMinutes: 10 }
  const environment = { name: UAT, settings } as unknown as Environment
  const deploy = async (commit: Oid, letter: string) => {
    const target = { service: CART, template: { path: 'task.json', text: TEMPLATE } } as unknown as Target
    const plan: Plan = { base: null, head: commit, services: [], removed: [], warnings: [] }
    const row = { name: CART, version: null, digest: digestOf(letter), outcome: 'successful' }
    const result = { dryRun: false, services: [row] } as unknown as DeployResult
    const circumstances = { plan, environment, targets: [target], version: null, run: null }
    await recordDeployments({ git, clock }, result, circumstances)
    return (await (await currentLedger(git, false)).deployments(UAT)).get(CART)
  }
  expect(await deploy(newer, 'b')).toMatchObject({ commit: newer, digest: digestOf('b') })
  expect(await deploy(old, 'a')).toMatchObject({ commit: old, digest: digestOf('a') })
})

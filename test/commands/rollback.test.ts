import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { PlannedService } from '../../src/changes/planned.js'
import { refuseOlder } from '../../src/commands/deployment/newer.js'
import type { Target } from '../../src/commands/deployment/target.js'
import { currentLedger, recordLedger } from '../../src/commands/ledger.js'
import { deployedBefore, lastGood } from '../../src/commands/rollback.js'
import { type DeploymentEntry, deploymentPath, writeEntry } from '../../src/ledger/entries.js'
import type { Git } from '../../src/platform/git/git.js'
import { openGit } from '../../src/platform/git/open.js'
import {
  type Digest,
  type EnvironmentName,
  type Fingerprint,
  type Oid,
  type ServiceName,
  StaggerError,
  type Version,
} from '../../src/words.js'
import { VirtualClock } from '../platform/clock.js'
import { inMemoryRegistry } from '../platform/registry.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'

const CART = 'cart' as ServiceName
const UAT = 'uat' as EnvironmentName
const clock = new VirtualClock()
const registry = inMemoryRegistry()
const images = ['1', '2', '3'].map((body) => registry.push('registry/cart', body, Buffer.from(body)))

let repository: Repository
let git: Git
let commit: Oid
beforeEach(() => {
  repository = temporaryRepository()
  commit = repository.commit({ a: '1' })
  git = openGit(repository.directory)
})
afterEach(async () => {
  await git.close()
  repository.remove()
})

const deployed = async (digest: Digest, version: string, environment = UAT): Promise<void> => {
  const entry: DeploymentEntry = {
    schema: 1,
    service: CART,
    environment,
    fingerprint: null,
    configuration: `sha256:${'c'.repeat(64)}` as Fingerprint,
    digest,
    version: version as Version,
    commit,
    run: null,
    outcome: 'successful',
    time: '2026-01-01T00:00:00Z',
  }
  await recordLedger(
    { git, clock },
    new Map([[deploymentPath(environment, CART), writeEntry(entry)]]),
    version,
  )
}

const back = async () => {
  const services = [{ service: { name: CART, group: null } } as unknown as PlannedService]
  const ledger = await currentLedger(git, false)
  return lastGood({ git, registry }, { environment: UAT, services, ledger, prefix: 'registry' })
}

describe('an older commit', () => {
  const bring = async (head: Oid, digest: Digest) => {
    const targets = [{ service: CART, digest } as Target]
    const ledger = await currentLedger(git, false)
    return refuseOlder(git, UAT, { head, targets, ledger }).then(
      () => 'deployed',
      (error: unknown) => (error as StaggerError).problems[0]?.code,
    )
  }

  test('never takes the place of a newer one by itself', async () => {
    const [one, two] = images as [Digest, Digest]
    const before = commit
    commit = repository.commit({ a: '2' })
    await deployed(two, '1.1.0')
    expect(await bring(before, one)).toBe('older-than-deployed')
    expect(await bring(before, two)).toBe('deployed')
    expect(await bring(commit, one)).toBe('deployed')
    expect(await bring(repository.commit({ a: '3' }), one)).toBe('deployed')
  })

  test('of another branch is nobody’s to refuse', async () => {
    const [one, two] = images as [Digest, Digest]
    repository.git('checkout', '-q', '-b', 'other')
    const branch = repository.commit({ b: '1' })
    repository.git('checkout', '-q', '-')
    commit = repository.commit({ a: '2' })
    await deployed(two, '1.1.0')
    expect(await bring(branch, one)).toBe('deployed')
  })
})

describe('what an environment ran before', () => {
  test('stands in the ledger’s history, each image once, the newest first', async () => {
    const [one, two, three] = images as [Digest, Digest, Digest]
    await deployed(one, '1.0.0')
    await deployed(two, '1.1.0')
    await deployed(one, '1.0.0')
    await deployed(three, '2.0.0', 'production' as EnvironmentName)
    await deployed(three, '2.0.0')
    const entries = await deployedBefore(git, UAT, CART)
    expect(entries.map(({ version }) => version)).toEqual(['2.0.0', '1.0.0', '1.1.0'])
    expect((await back()).get(CART)).toEqual({ digest: one, version: '1.0.0' })
  })

  test('is skipped where the registry has lost it', async () => {
    const [one, , three] = images as [Digest, Digest, Digest]
    await deployed(one, '1.0.0')
    await deployed(`sha256:${'d'.repeat(64)}` as Digest, '1.1.0')
    await deployed(three, '2.0.0')
    expect((await back()).get(CART)).toEqual({ digest: one, version: '1.0.0' })
  })

  test('may be nothing: then the versions are told', async () => {
    await deployed(images[0] as Digest, '1.0.0')
    const error = await back().catch((reason: unknown) => reason)
    expect((error as StaggerError).problems[0]).toMatchObject({
      code: 'nothing-to-go-back-to',
      fault: 'caller',
      fix: 'name one: stagger rollback cart --environment uat --to VERSION',
    })
    expect(error).toBeInstanceOf(StaggerError)
  })
})

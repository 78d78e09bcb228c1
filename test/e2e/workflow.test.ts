import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { type ShopRepository, shopRepository } from '../../src/rehearsal/demo/repository.js'
import { testGround } from '../ground/ground.js'
import { runWorkflow } from './act.js'
import type { Run } from './act-log.js'
import { forgetImages } from './images.js'
import { namesOf } from './names.js'
import { bareOrigin, type Origin } from './origin.js'
import { type RunningCluster, runCluster } from './rehearsal.js'
import { ROOT } from './root.js'

jest.setTimeout(300_000)

const SERVICES = ['user', 'catalog', 'invoice']
const FILE = '.github/workflows/release.yml'
const STAND_INS = {
  'actions/checkout': 'checkout',
  'aws-actions/configure-aws-credentials': 'configure-aws-credentials',
  'aws-actions/amazon-ecr-login': 'amazon-ecr-login',
}

/** Where a run ends otherwise, its log tells why. */
const endsAs = (run: Run, code: number, jobs: readonly string[]): void => {
  const ended = { code: run.code, jobs: run.jobs }
  if (!isDeepStrictEqual(ended, { code, jobs })) process.stderr.write(`${run.log}\n`)
  expect(ended).toEqual({ code, jobs })
}

const workflowIn = (markdown: string): string => {
  const blocks = [...markdown.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, block]) => block as string)
  const workflow = blocks.find((block) => /^jobs:$/m.test(block))
  if (!workflow) throw new Error('the README shows no workflow')
  return workflow
}

/** The shop's own workflow file, run by act on this machine, commit after commit. */
describe('the example workflow', () => {
  const prefix = `${testGround().registry.address}/workflow`
  const scratch = mkdtempSync(join(tmpdir(), 'stagger-act-'))
  let cluster: RunningCluster
  let shop: ShopRepository
  let origin: Origin
  beforeAll(async () => {
    // What a runner would download of us: no more than what is committed.
    for (const folder of ['actions', 'dist'])
      cpSync(join(ROOT, folder), join(scratch, 'stagger', folder), { recursive: true })
    shop = await shopRepository(join(ROOT, 'examples/shop'))
    origin = bareOrigin(shop.directory)
    cluster = await runCluster(SERVICES)
  })
  afterAll(async () => {
    await cluster?.stop()
    await forgetImages(prefix)
    origin?.remove()
    await shop?.remove()
    rmSync(scratch, { recursive: true, force: true })
  })

  const standIns = {
    'OWNER/stagger': join(scratch, 'stagger'),
    ...Object.fromEntries(
      Object.entries(STAND_INS).map(([name, folder]) => [name, join(ROOT, 'test/e2e/stand-ins', folder)]),
    ),
  }

  /** Pushes what is committed, and runs what GitHub would run. */
  const push = async (file = FILE): Promise<Run> => {
    await shop.git('push', '--quiet', 'origin', 'main')
    const event = {
      ref: 'refs/heads/main',
      after: await shop.git('rev-parse', 'HEAD'),
      repository: { name: 'shop', full_name: 'acme/shop', default_branch: 'main', owner: { login: 'acme' } },
    }
    return runWorkflow({
      directory: shop.directory,
      file,
      event,
      variables: { REGISTRY: prefix, AWS_ROLE: 'arn:aws:iam::123456789012:role/shop-release' },
      env: { GITHUB_REPOSITORY: 'acme/shop', ORIGIN: origin.address, AWS_ENDPOINT_URL: cluster.endpoint },
      standIns,
      scratch,
    })
  }

  const versions = async () =>
    Object.fromEntries(
      await Promise.all(SERVICES.map(async (name) => [name, (await cluster.health(name)).version] as const)),
    )
  const image = (service: string) => origin.entry(`images/${service}.json`)
  const deployed = (service: string) => origin.entry(`environments/production/${service}.json`)
  const inputsName = (service: string) => String(image(service)?.fingerprint).replace('sha256:', 'in-')

  test('first commit: a job for each of three services, and each runs its 0.1.0', async () => {
    const run = await push()
    expect(run.log).toContain('3 of 3 services affected')
    endsAs(run, 0, [
      'plan: success',
      ...['catalog', 'invoice', 'user'].map((name) => `release (${name}): success`),
    ])
    expect(run.summary('plan')).toContain('| catalog | build, test, deploy |')
    expect(run.steps('release (catalog)')).toEqual([
      'actions/checkout: success',
      'aws-actions/configure-aws-credentials: success',
      'aws-actions/amazon-ecr-login: success',
      'OWNER/stagger/actions/build: success',
      'OWNER/stagger/actions/tag: success',
      'OWNER/stagger/actions/deploy: success',
    ])
    expect(run.summary('release (catalog)')).toMatch(/1 built.*1 created.*1 successful/s)
    expect(await versions()).toEqual({ user: '0.1.0', catalog: '0.1.0', invoice: '0.1.0' })
    expect(origin.tags()).toEqual(['catalog/v0.1.0', 'invoice/v0.1.0', 'user/v0.1.0'])
    for (const service of SERVICES) {
      expect(await namesOf(`${prefix}/${service}`)).toEqual([
        '0.1.0',
        inputsName(service),
        expect.stringMatching(/^tested-/),
      ])
      expect(image(service)).toMatchObject({ version: '0.1.0', repository: `${prefix}/${service}` })
      expect(deployed(service)).toMatchObject({ digest: image(service)?.digest, outcome: 'successful' })
    }
  })

  test('a commit to catalog: one job, and the others run on untouched', async () => {
    const before = { user: await cluster.health('user'), catalog: await cluster.health('catalog') }
    await shop.change(
      'services/catalog/src/products.js',
      (text) => `${text}\nexport const currency = 'EUR'\n`,
      'catalog: name the currency',
    )
    const run = await push()
    endsAs(run, 0, ['plan: success', 'release (catalog): success'])
    expect(await versions()).toEqual({ user: '0.1.0', catalog: '0.1.1', invoice: '0.1.0' })
    expect(await cluster.health('user')).toEqual(before.user)
    expect((await cluster.health('catalog')).code).not.toBe(before.catalog.code)
    expect(origin.tags()).toContain('catalog/v0.1.1')
    expect(await namesOf(`${prefix}/catalog`)).toHaveLength(6)
    expect(await namesOf(`${prefix}/user`)).toHaveLength(3)
  })

  test('the same commit again: no job, a green run, nothing moved', async () => {
    const before = origin.refs()
    const run = await push()
    expect(run.log).toContain('Nothing to do: none of 3 services changed')
    endsAs(run, 0, ['plan: success'])
    expect(origin.refs()).toBe(before)
  })

  test('a failing test holds back its own service and no other, and the next run finds what is left', async () => {
    await shop.change(
      'services/catalog/test/catalog.test.js',
      (text) => `${text}\ntest('two is three', () => assert.equal(2, 3))\n`,
      'catalog: a test that fails',
    )
    await shop.change(
      'services/invoice/src/invoices.js',
      (text) => `${text}\nexport const draft = 'DRAFT'\n`,
      'invoice: drafts',
    )
    const failed = await push()
    expect(failed.code).toBe(1)
    // act gives all jobs of a matrix one result; their steps tell them apart.
    expect(failed.steps('release (catalog)').at(-1)).toBe('OWNER/stagger/actions/build: failure')
    expect(failed.steps('release (invoice)').at(-1)).toBe('OWNER/stagger/actions/deploy: success')
    expect(failed.summary('release (catalog)')).toContain('two is three')
    expect(await versions()).toEqual({ user: '0.1.0', catalog: '0.1.1', invoice: '0.1.1' })
    await shop.git('revert', '--no-edit', 'HEAD~1')
    const mended = await push()
    endsAs(mended, 0, ['plan: success'])
    expect(origin.tags()).toHaveLength(5)
  })

  test("the README's workflow, as one would paste it, releases the same way", async () => {
    const pasted = '.github/workflows/pasted.yml'
    writeFileSync(join(shop.directory, pasted), workflowIn(readFileSync(join(ROOT, 'README.md'), 'utf8')))
    await shop.change(
      'services/user/src/users.js',
      (text) => `${text}\nexport const greeting = 'Hello'\n`,
      'user: greet',
    )
    endsAs(await push(pasted), 0, ['plan: success', 'release (user): success'])
    expect(await versions()).toEqual({ user: '0.1.1', catalog: '0.1.1', invoice: '0.1.1' })
  })

  test('nothing is left in the folder for temporary files', () => {
    expect(readdirSync(join(scratch, 'tmp'))).toEqual([])
    expect(readdirSync(join(scratch, 'act')).filter((name) => name !== 'tool_cache')).toEqual([])
  })
})

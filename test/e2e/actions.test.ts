import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { type ShopRepository, shopRepository } from '../../src/rehearsal/demo/repository.js'
import { testGround } from '../ground/ground.js'
import { forgetImages } from './images.js'
import { type Job, startJob, type Trigger } from './job.js'
import { namesOf } from './names.js'
import { bareOrigin, type Origin } from './origin.js'
import { REGION, type RunningCluster, runCluster } from './rehearsal.js'
import { ROOT } from './root.js'

jest.setTimeout(180_000)

const MAIN: Trigger = { event: 'push', branch: 'main' }
const PULL_REQUEST: Trigger = { event: 'pull_request', branch: 'greet' }

/** Each action as a runner starts it, from the bundles that are committed; one story, told in order. */
describe('the actions', () => {
  const prefix = `${testGround().registry.address}/actions`
  let cluster: RunningCluster
  let shop: ShopRepository
  let origin: Origin
  let job: Job | undefined
  beforeAll(async () => {
    shop = await shopRepository(join(ROOT, 'examples/shop'))
    origin = bareOrigin(shop.directory)
    await shop.git('push', '--quiet', 'origin', 'main')
    cluster = await runCluster(['user'])
  })
  afterEach(() => {
    const left = job?.left()
    job?.remove()
    expect(left).toEqual([])
  })
  afterAll(async () => {
    await cluster?.stop()
    await forgetImages(prefix)
    origin?.remove()
    await shop?.remove()
  })

  const start = (trigger: Trigger): Job => {
    job = startJob(origin, trigger, {
      STAGGER_REGISTRY: prefix,
      AWS_ENDPOINT_URL: cluster.endpoint,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'rehearsal',
      AWS_SECRET_ACCESS_KEY: 'rehearsal',
    })
    return job
  }
  /** Commits a change to main, and gives what GitHub starts then. */
  const pushed = async (...change: Parameters<ShopRepository['change']>): Promise<Job> => {
    await shop.change(...change)
    await shop.git('push', '--quiet', 'origin', 'main')
    return start(MAIN)
  }
  const digestOf = async (repository: string, name: string) => {
    const accept =
      'application/vnd.docker.distribution.manifest.v2+json, application/vnd.oci.image.manifest.v1+json'
    const address = `http://${repository.replace('/', '/v2/')}/manifests/${name}`
    return (await fetch(address, { method: 'HEAD', headers: { accept } })).headers.get(
      'docker-content-digest',
    )
  }

  test('plan tells the next jobs what to do, and people why', async () => {
    const { code, outputs, summary, errors, log } = await start(MAIN).step('plan')
    expect({ code, errors }).toEqual({ code: 0, errors: [] })
    expect(outputs).toMatchObject({ any: 'true', services: '["user","catalog","invoice"]' })
    const { include } = JSON.parse(outputs.matrix ?? '')
    expect(include).toHaveLength(3)
    expect(include[0]).toEqual({
      service: 'user',
      title: 'user',
      services: 1,
      leg: 1,
      legs: 3,
      needs: 'build,test',
      fingerprint: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    })
    expect(summary).toContain('**3 of 3 services affected: user, catalog, invoice**')
    expect(summary).toContain('| user | build, test | no good image of it is known yet')
    expect(log).not.toContain('::warning')
  })

  test('a pull request builds and tests, in a repository of its own, and leaves nothing at main', async () => {
    await shop.git('switch', '--quiet', '--create', 'greet')
    await shop.change(
      'services/user/src/users.js',
      (text) => `${text}\nexport const greeting = 'Hello'\n`,
      'Greet',
    )
    await shop.git('push', '--quiet', 'origin', 'greet')
    await shop.git('switch', '--quiet', 'main')
    const before = origin.refs()
    const { code, outputs, summary } = await start(PULL_REQUEST).step('build', { service: 'user' })
    expect(code).toBe(0)
    expect(JSON.parse(outputs.result ?? '').services).toMatchObject([
      { name: 'user', outcome: 'built', tested: true },
    ])
    expect(summary).toContain('| user | built | passed |')
    const names = await namesOf(`${prefix}/pr/user`)
    expect(names).toEqual([expect.stringMatching(/^in-/), expect.stringMatching(/^tested-/)])
    expect(await digestOf(`${prefix}/pr/user`, names[0] as string)).toBe(outputs.digest)
    expect(await namesOf(`${prefix}/user`)).toEqual([])
    expect(origin.refs()).toBe(before)
  })

  test('on main: built, given a version, deployed, and remembered', async () => {
    const { step } = start(MAIN)
    const built = await step('build')
    expect(built.code).toBe(0)
    // Three services were built: there is no one digest to tell.
    expect(built.outputs.digest).toBe('')
    expect(built.summary).toContain('**3 services: 3 built.**')
    const tagged = await step('tag', { service: 'user' })
    expect(tagged).toMatchObject({ code: 0, outputs: { version: '0.1.0' } })
    expect(origin.tags()).toEqual(['user/v0.1.0'])
    const deployed = await step('deploy', { service: 'user', environment: 'production' })
    expect(deployed).toMatchObject({ code: 0, outputs: { outcome: 'successful' }, errors: [] })
    expect(deployed.summary).toContain('| user | 0.1.0 |')
    expect(await cluster.health('user')).toMatchObject({ status: 200, version: '0.1.0' })
    const digest = await digestOf(`${prefix}/user`, '0.1.0')
    const run = 'https://github.com/acme/shop/actions/runs/4711'
    expect(origin.entry('images/user.json')).toMatchObject({ digest, version: '0.1.0', run })
    expect(origin.entry('environments/production/user.json')).toMatchObject({ digest, version: '0.1.0', run })
  })

  test('the same again, by another job: nothing to plan, the image is found, the service stays as it is', async () => {
    const before = origin.entry('images/user.json')
    const { step } = start(MAIN)
    const planned = await step('plan')
    expect(planned).toMatchObject({
      code: 0,
      outputs: { any: 'false', services: '[]', matrix: '{"include":[]}' },
    })
    expect(planned.summary).toContain('Nothing to do: none of 3 services changed')
    const built = await step('build', { service: 'user' })
    expect(built.outputs.digest).toBe(await digestOf(`${prefix}/user`, '0.1.0'))
    expect(built.summary).toContain('| user | reused |')
    expect(await step('tag', { service: 'user' })).toMatchObject({ code: 0, outputs: { version: '0.1.0' } })
    const names = await namesOf(`${prefix}/user`)
    expect(names).toEqual(['0.1.0', expect.stringMatching(/^in-/), expect.stringMatching(/^tested-/)])
    const deployed = await step('deploy', { service: 'user', environment: 'production' })
    expect(deployed).toMatchObject({ code: 0, outputs: { outcome: 'unchanged' } })
    expect(origin.tags()).toEqual(['user/v0.1.0'])
    expect(origin.entry('images/user.json')).toEqual(before)
  })

  test('another base stands in for the ledger', async () => {
    const { step } = await pushed(
      'services/catalog/src/products.js',
      (text) => `${text}\n// `,
      'catalog: a remark',
    )
    const { outputs, summary } = await step('plan', { base: 'HEAD~1' })
    expect(outputs.services).toBe('["catalog"]')
    expect(summary).toMatch(/catalog\/src\/products\.js.*COPY/)
  })

  test('a test that fails: exit code 1, what it said, and no name for its image', async () => {
    const edit = (text: string) => `${text}\ntest('two is three', () => assert.equal(2, 3))\n`
    const { step } = await pushed('services/user/test/users.test.js', edit, 'user: a test that fails')
    const before = origin.refs()
    const { code, outputs, summary, errors } = await step('build', { service: 'user' })
    expect(code).toBe(1)
    expect(JSON.parse(outputs.result ?? '').services).toMatchObject([{ outcome: 'failed', digest: null }])
    expect(errors).toHaveLength(1)
    expect(errors[0]).toContain('two is three')
    expect(summary).toContain('> [!CAUTION]')
    expect(origin.refs()).toBe(before)
  })

  test('a Dockerfile that cannot be read: exit code 2, and the annotation stands at its line', async () => {
    const edit = (text: string) => `${text}\nCOPPY a b\n`
    const { step } = await pushed('services/user/Dockerfile', edit, 'user: a mistake')
    const { code, outputs, summary, errors } = await step('plan')
    expect({ code, outputs }).toEqual({ code: 2, outputs: {} })
    expect(errors).toEqual([
      expect.stringMatching(/^::error file=services\/user\/Dockerfile,line=\d+,col=1::/),
    ])
    expect(summary).toMatch(/services\/user\/Dockerfile:\d+:1/)
  })

  test('what the caller must fix: exit code 2, and the names that are near', async () => {
    const { step } = await pushed(
      'services/user/Dockerfile',
      (text) => text.replace('\nCOPPY a b\n', ''),
      'Mend',
    )
    const elsewhere = await step('deploy', { service: 'user', environment: 'productoin' })
    expect(elsewhere.code).toBe(2)
    expect(elsewhere.errors[0]).toContain('production')
    expect(await step('deploy', { environment: 'production' })).toMatchObject({ code: 2, outputs: {} })
    expect((await step('build', { service: 'usr' })).errors[0]).toContain('user')
  })
})

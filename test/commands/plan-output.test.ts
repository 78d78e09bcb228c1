import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Plan } from '../../src/changes/planned.js'
import { inputs } from '../../src/commands/inputs.js'
import { plan } from '../../src/commands/plan.js'
import { deploymentPath, imagePath, writeEntry } from '../../src/ledger/entries.js'
import { readConfiguration } from '../../src/main/configuration.js'
import { openGit } from '../../src/platform/git/open.js'
import { inputsJson } from '../../src/report/inputs.js'
import { explainText } from '../../src/report/plan/explain.js'
import { planJson } from '../../src/report/plan/json.js'
import { planMarkdown } from '../../src/report/plan/markdown.js'
import { planMatrix } from '../../src/report/plan/matrix.js'
import { planOutputs } from '../../src/report/plan/outputs.js'
import { planText } from '../../src/report/plan/text.js'
import type { Digest, EnvironmentName, Fingerprint } from '../../src/words.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'

/** What a plan of a real repository comes to for whoever reads it: cases 32, 45, 47, 48, 50 and 52. */
let repository: Repository
beforeEach(() => {
  repository = temporaryRepository()
})
afterEach(() => repository.remove())

const planned = async (base: string | null, environment: string | null = null): Promise<Plan> => {
  const git = openGit(repository.directory)
  try {
    return await plan({ git, readConfiguration }, { head: null, base, environment, freshLedger: false })
  } finally {
    await git.close()
  }
}

const serviceOf = (folder: string) => ({
  [`${folder}/Dockerfile`]: 'FROM scratch\nCOPY src /\n',
  [`${folder}/src/a`]: folder,
})
const template = (image: string, memory: string) =>
  JSON.stringify({
    family: image,
    memory,
    containerDefinitions: [{ name: image, image: '{image}', essential: true }],
  })

test('nothing affected: an empty matrix, and an output to tell it by', async () => {
  repository.commit(serviceOf('cart'))
  const { any, matrix, services } = planOutputs(await planned('HEAD'), '/plan.json')
  expect({ any, matrix, services }).toEqual({ any: 'false', matrix: '{"include":[]}', services: '[]' })
})

test('300 services: 256 jobs with each service once', async () => {
  const names = Array.from({ length: 300 }, (_, at) => `s${at}`)
  repository.commit(Object.assign({}, ...names.map(serviceOf)))
  const { include } = planMatrix(await planned(null))
  expect(include).toHaveLength(256)
  expect(include.flatMap(({ service }) => service.split(' ')).sort()).toEqual([...names].sort())
}, 60_000)

test('a service that is added, deleted, renamed', async () => {
  repository.commit({ ...serviceOf('cart'), ...serviceOf('till'), ...serviceOf('gone') })
  repository.git('mv', 'till', 'register')
  repository.commit({ 'gone/Dockerfile': null, 'gone/src/a': null, ...serviceOf('fresh') })
  const made = await planned('HEAD~1')
  const told = (planJson(made).services as Record<string, unknown>[]).map(
    ({ name, change, affected, renamedFrom }) => ({ name, change, affected, renamedFrom }),
  )
  expect(told).toEqual([
    { name: 'cart', change: 'unchanged', affected: false, renamedFrom: null },
    { name: 'fresh', change: 'added', affected: true, renamedFrom: null },
    { name: 'register', change: 'added', affected: true, renamedFrom: 'till' },
    { name: 'gone', change: 'removed', affected: false, renamedFrom: null },
    { name: 'till', change: 'removed', affected: false, renamedFrom: null },
  ])
  for (const page of [planText(made), planMarkdown(made)]) {
    expect(page).toContain('gone is no longer here.')
    expect(page).toContain('till is no longer here: register is made of exactly what it was made of.')
  }
  expect(planMatrix(made).include.map(({ service }) => service)).toEqual(['fresh', 'register'])
})

test('a change of a base is led to its users', async () => {
  repository.commit({
    'compose.yaml': `services:
  web: { build: { context: web } }
  shop: { image: acme/shop, build: { context: shop } }
  base: { image: acme/base, build: { context: base } }
`,
    'base/Dockerfile': 'FROM scratch\nCOPY demo.proto /\n',
    'base/demo.proto': '1',
    'shop/Dockerfile': 'FROM acme/base\n',
    'web/Dockerfile': 'FROM acme/shop\n',
  })
  repository.commit({ 'base/demo.proto': '2' })
  const made = await planned('HEAD~1')
  expect(planText(made)).toContain('web ← shop ← base ← base/demo.proto modified')
  expect(explainText(made, 'web')).toContain('base/demo.proto modified')
  expect(planMatrix(made, 1).include.map(({ service }) => service)).toEqual(['base shop web'])
  expect(planMarkdown(made)).toContain('s2 ==> s1')
})

describe('the configuration of one service', () => {
  const GOOD = `sha256:${'a'.repeat(64)}` as Digest
  /** The ledger says of every service that it is built, and deployed as it is configured now. */
  const markDeployed = async (): Promise<void> => {
    const { services, head } = await planned('HEAD', 'production')
    const common = {
      schema: 1,
      digest: GOOD,
      version: null,
      commit: head,
      run: null,
      time: '2026-01-01T00:00:00Z',
    } as const
    const entries = services.flatMap(({ service: { name }, image, configuration }) => {
      const environment = 'production' as EnvironmentName
      const fingerprint = image.fingerprint as Fingerprint
      return [
        [
          imagePath(name),
          writeEntry({
            ...common,
            service: name,
            fingerprint,
            testFingerprint: null,
            repository: `r.example/${name}`,
          }),
        ],
        [
          deploymentPath(environment, name),
          writeEntry({
            ...common,
            service: name,
            environment,
            fingerprint,
            configuration: configuration as Fingerprint,
            outcome: 'successful',
          }),
        ],
      ]
    })
    expect(services).toHaveLength(2)
    const ledger = temporaryRepository()
    ledger.commit(Object.fromEntries(entries))
    repository.git('fetch', '--quiet', ledger.directory, '+main:refs/stagger/ledger')
    ledger.remove()
  }

  test('edited needs its deployment alone', async () => {
    repository.commit({
      ...serviceOf('cart'),
      ...serviceOf('web'),
      'stagger.yml':
        'environments:\n  production: { cluster: shop, taskDefinition: "deploy/{service}.json" }\n',
      'deploy/cart.json': template('cart', '512'),
      'deploy/web.json': template('web', '512'),
    })
    await markDeployed()
    expect(planMatrix(await planned(null, 'production')).include).toEqual([])
    repository.commit({ 'deploy/web.json': template('web', '1024') })
    const made = await planned(null, 'production')
    expect(planMatrix(made).include).toMatchObject([{ service: 'web', needs: 'deploy' }])
    expect(made.services[1]).toMatchObject({ change: 'unchanged', reasons: [{ kind: 'configuration' }] })
    expect(planMatrix(await planned(null)).include).toEqual([])
  })
})

test('names that nobody would choose reach files and pages as text, and no output', async () => {
  repository.commit({ 'web/Dockerfile': 'FROM scratch\nCOPY src /\n', 'web/src/a': '1' })
  const names = ['$(id)`id`|<script>alert(1)\n::error::x', '-rf', '\'"\t']
  repository.write(Object.fromEntries(names.map((name) => [`web/src/${name}`, 'x'])))
  writeFileSync(
    Buffer.concat([Buffer.from(`${repository.directory}/web/src/`), Buffer.from([0xff, 0x80])]),
    'x',
  )
  repository.commit({})
  const made = await planned('HEAD~1')
  const read = JSON.parse(JSON.stringify(planJson(made))) as Plan
  expect(read.services[0]?.reasons.map((reason) => (reason as { path: string }).path)).toContain(
    'web/src/\udcff\udc80',
  )
  expect(Object.values(planOutputs(made, '/plan.json')).join()).not.toMatch(/script|rf|id\)/)
  expect(planMarkdown(made)).not.toMatch(/<script|`id`/)
  expect(planText(made).split('\n')).toHaveLength(6)
})

test('the files of a named context are inputs, too', async () => {
  repository.commit({
    'compose.yaml':
      'services:\n  web: { build: { context: web, additional_contexts: { art: ./art }, platforms: [linux/arm64] } }\n',
    'web/Dockerfile': 'FROM scratch\nCOPY --from=art logos /logos\nCOPY a /\n',
    'web/a': '1',
    'art/logos/x.svg': '1',
  })
  const git = openGit(repository.directory)
  const found = inputsJson(await inputs({ git, readConfiguration }, { service: 'web', revision: null }))
  await git.close()
  expect(found).toMatchObject({
    files: [
      { path: 'web/a', because: 'COPY, line 3' },
      { path: 'art/logos/x.svg', because: 'COPY, line 2', context: 'art' },
    ],
    contexts: [{ name: 'art', folder: 'art' }],
    settings: { platforms: ['linux/arm64'] },
  })
})

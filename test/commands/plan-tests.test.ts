import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { basesOf, neighboursOf } from '../../src/changes/bases.js'
import type { Plan, PlannedService } from '../../src/changes/planned.js'
import { plan } from '../../src/commands/plan.js'
import { readConfiguration } from '../../src/main/configuration.js'
import { openGit } from '../../src/platform/git/open.js'
import { planJson } from '../../src/report/plan/json.js'
import { planText } from '../../src/report/plan/text.js'
import { StaggerError } from '../../src/words.js'
import { type Repository, temporaryRepository } from '../platform/repository.js'

const NEIGHBOURS = (tested: string, other: string) => `services:
  tests: { image: "node:24", volumes: [ "./check.js:/check.js" ], depends_on: [ ${tested} ] }
  ${tested}: { image: "\${STAGGER_IMAGE}", depends_on: [ ${other} ] }
  ${other}: { build: ../${other} }
`
const FILES = {
  'stagger.yml': `services:
  cart: { test: [ { command: [node, test/cart.js], inputs: [cart/test/**] }, { compose: e2e-cart/compose.yaml, service: tests } ] }
  api: { test: { compose: e2e-api/compose.yaml, service: tests } }
  web: { test: false }
`,
  'cart/Dockerfile': 'FROM scratch\nCOPY cart.js /\n',
  'cart/cart.js': '1',
  'cart/test/cart.js': '1',
  'api/Dockerfile': 'FROM scratch\nCOPY api.js /\n',
  'api/api.js': '1',
  'web/Dockerfile': 'FROM scratch AS test\nFROM scratch\nCOPY web.js /\n',
  'web/web.js': '1',
  'e2e-cart/compose.yaml': NEIGHBOURS('cart', 'api'),
  'e2e-cart/check.js': '1',
  'e2e-api/compose.yaml': NEIGHBOURS('api', 'cart'),
  'e2e-api/check.js': '1',
}

let repository: Repository
beforeEach(() => {
  repository = temporaryRepository()
  repository.commit(FILES, 'first')
})
afterEach(() => repository.remove())

const planned = async (): Promise<Plan> => {
  const git = openGit(repository.directory)
  try {
    const request = { head: null, base: 'HEAD~1', environment: null, freshLedger: false }
    return await plan({ git, readConfiguration }, request)
  } finally {
    await git.close()
  }
}

const changed = async (changes: Record<string, string>): Promise<Record<string, PlannedService>> => {
  repository.commit(changes, 'second')
  const { services } = await planned()
  return Object.fromEntries(services.map((one) => [one.service.name, one]))
}

describe('a plan needs tests where only a test input changed', () => {
  test('of a command, and says so', async () => {
    const { cart, api, web } = await changed({ 'cart/test/cart.js': '2' })
    expect(cart).toMatchObject({
      needs: ['test'],
      reasons: [{ kind: 'tests', path: 'cart/test/cart.js', change: 'modified', instruction: 'test' }],
    })
    expect([api?.needs, web?.needs, web?.test]).toEqual([[], [], null])
  })

  test('of a compose file, its own and what it mounts', async () => {
    const { cart, api } = await changed({
      'e2e-cart/check.js': '2',
      'e2e-api/compose.yaml': `# told\n${NEIGHBOURS('api', 'cart')}`,
    })
    expect(cart).toMatchObject({ needs: ['test'], reasons: [{ kind: 'tests', path: 'e2e-cart/check.js' }] })
    expect(api).toMatchObject({ needs: ['test'], reasons: [{ kind: 'tests', path: 'e2e-api/compose.yaml' }] })
  })

  test('of the image of a neighbour', async () => {
    const { cart, api } = await changed({ 'api/api.js': '2' })
    expect(api?.needs).toEqual(['build', 'test'])
    expect(cart).toMatchObject({
      needs: ['test'],
      reasons: [
        { kind: 'service', service: 'api', instruction: 'compose', change: 'modified', path: ['api'] },
      ],
    })
  })

  test('of what the configuration says of them', async () => {
    const { cart } = await changed({
      'stagger.yml': FILES['stagger.yml'].replace('node, test', 'deno, test'),
    })
    expect(cart).toMatchObject({ needs: ['test'], reasons: [{ kind: 'tests', path: 'stagger.yml' }] })
  })

  test('of tests that there were not', async () => {
    const { web } = await changed({
      'stagger.yml': FILES['stagger.yml'].replace('web: { test: false }', 'web: {}'),
    })
    expect(web).toMatchObject({
      needs: ['test'],
      reasons: [{ kind: 'instructions', detail: expect.stringContaining('FROM scratch') }],
    })
  })
})

test('two services that are tested beside each other are no circle: nobody is built after the other', async () => {
  const { cart, api } = await changed({ README: '1' })
  if (!cart || !api) throw new Error('a service is missing')
  expect([basesOf(cart), basesOf(api)]).toEqual([[], []])
  expect([neighboursOf(cart), neighboursOf(api)]).toEqual([['api'], ['cart']])
})

test('what of a compose file cannot be decided is told with the plan', async () => {
  const file = FILES['e2e-cart/compose.yaml'].replace('./check.js:', '${ELSEWHERE}/check.js:')
  await changed({ 'e2e-cart/compose.yaml': file })
  const { services } = planJson(await planned()) as { services: { name: string; widened: unknown[] }[] }
  expect(services.find(({ name }) => name === 'cart')?.widened).toEqual([
    { reason: 'compose-undecided', detail: expect.stringContaining('ELSEWHERE'), line: 0 },
  ])
})

test('everything that is wrong in the tests is told at once, each where it stands', async () => {
  repository.commit({
    'stagger.yml': `services:
  cart: { test: { stage: uint } }
  api: { test: { command: [x], inputs: [no/**] } }
  web:
    test: { compose: nowhere.yaml, service: x }
`,
  })
  const error = await planned().catch((refusal) => refusal)
  expect(error).toBeInstanceOf(StaggerError)
  expect(
    (error as StaggerError).problems.map(({ code, at }) => `${code} ${at?.file}:${at?.line}`).sort(),
  ).toEqual([
    'declared-input-missing stagger.yml:3',
    'missing-test-file stagger.yml:5',
    'unknown-test-stage stagger.yml:2',
  ])
})

test('where tests are required, a service without any stays affected until it has some, or none on purpose', async () => {
  const required = (services: string) => `build: { tests: required }\nservices: { ${services} }\n`
  const [cart, api] = ['cart: { test: { command: [x] } }', 'api: { test: { command: [x] } }']
  const before = await changed({ 'stagger.yml': required(`${cart}, ${api}, web: { test: false }`) })
  expect(before.web).toMatchObject({ affected: false, needs: [] })
  repository.commit({ 'stagger.yml': required(`${cart}, ${api}, web: { target: none }`) }, 'third')
  repository.commit({ 'web/Dockerfile': 'FROM scratch AS none\nCOPY web.js /\n' }, 'fourth')
  repository.commit({ 'other.txt': '' }, 'fifth')
  const plan = await planned()
  expect(plan.services.find(({ service }) => service.name === 'web')).toMatchObject({
    affected: true,
    needs: ['test'],
    change: 'unchanged',
    reasons: [{ kind: 'no-tests' }],
  })
  expect(planJson(plan).matrix).toMatchObject({ include: [{ service: 'web', needs: 'test' }] })
  expect(planText(plan)).toContain('tests are required, and it has none')
})

import { describe, expect, test } from '@jest/globals'
import type { ComposeTestInputs } from '../../../src/catalog/inputs.js'
import { PLAIN, type Service } from '../../../src/catalog/service.js'
import { composeInputs } from '../../../src/catalog/tests/compose/inputs.js'
import { type ServiceName, StaggerError } from '../../../src/words.js'
import { type Files, memoryTree } from '../memory-tree.js'

const service = (name: string, more: Partial<Service> = {}): Service => ({
  ...PLAIN,
  name: name as ServiceName,
  path: name,
  dockerfile: `${name}/Dockerfile`,
  context: name,
  imagesBuiltHere: { 'shop/api': 'api' as ServiceName, 'shop/cart': 'cart' as ServiceName },
  ...more,
})

const FILES: Files = {
  'cart/Dockerfile': 'FROM scratch',
  'cart/cart.js': 'cart',
  'api/Dockerfile': 'FROM scratch',
  'e2e/seed/one.sql': 'select 1',
  'e2e/seed/two.sql': 'select 2',
  'e2e/tests/Dockerfile': 'FROM node:24',
  'e2e/tests/cart.test.js': 'test()',
  'e2e/config.json': '{}',
  'e2e/api.env': 'A=1',
  'e2e/unused.txt': 'nothing reads it',
  'shared/fixtures.json': '[]',
}

const read = (
  compose: string,
  files: Files = {},
  tested: Service = service('cart'),
): Promise<Pick<ComposeTestInputs, 'images' | 'widened' | 'contexts'> & { paths: string[] }> => {
  const tree = memoryTree({ ...FILES, 'e2e/compose.yaml': compose, ...files })
  const kind = {
    kind: 'compose',
    file: 'e2e/compose.yaml',
    service: 'tests',
    inputs: [],
    reports: null,
  } as const
  return composeInputs(tested, kind, [tested, service('api')], tree, tree.root).then(
    ({ inputs, ...rest }) => ({ ...rest, paths: inputs.map(({ path }) => path) }),
  )
}

const refusal = async (compose: string, files?: Files): Promise<StaggerError> => {
  const error = await read(compose, files).catch((one) => one)
  expect(error).toBeInstanceOf(StaggerError)
  return error
}

describe('what a compose file refers to', () => {
  test('is mounted, read as environment, config or secret, built, extended and included', async () => {
    const found = await read(
      `
include: [ more.yaml ]
services:
  tests:
    build: ./tests
    depends_on: { cart: { condition: service_started }, database: { condition: service_healthy } }
    volumes: [ "../shared/fixtures.json:/fixtures.json:ro", "results:/results", "/var/run/docker.sock:/x" ]
    configs: [ settings ]
  cart:
    image: \${STAGGER_IMAGE}
    env_file: [ { path: api.env, required: true } ]
    depends_on: [ api ]
    extends: { file: base.yaml, service: base }
  api: { image: "shop/api:latest" }
configs:
  settings: { file: ./config.json }
  other: { file: ./unused.txt }
volumes: { results: {} }
`,
      {
        'e2e/more.yaml':
          'services: { database: { image: "postgres:17", volumes: [ { type: bind, source: ./seed, target: /x } ] } }',
        'e2e/base.yaml': 'services: { base: { environment: { A: 1 } } }',
      },
    )
    expect(found).toEqual({
      paths: [
        'e2e/api.env',
        'e2e/base.yaml',
        'e2e/compose.yaml',
        'e2e/config.json',
        'e2e/more.yaml',
        'e2e/seed',
        'e2e/tests',
        'shared/fixtures.json',
      ],
      images: { cart: 'cart', api: 'api' },
      contexts: [],
      version: null,
      widened: [],
    })
  })

  test('counts only where it is started: the service, and what it depends on', async () => {
    const found = await read(`
services:
  tests: { image: "node:24", depends_on: [ cart ] }
  cart: { image: "\${STAGGER_IMAGE}" }
  other: { image: x, volumes: [ "./seed:/seed" ] }
`)
    expect(found.paths).toEqual(['e2e/compose.yaml'])
  })

  test('is not the context of an image that this repository builds: that one is there', async () => {
    const found = await read(`
services:
  tests: { image: "node:24", depends_on: [ cart, api ] }
  cart: { build: ../cart }
  api: { build: { context: .., dockerfile: api/Dockerfile } }
`)
    expect(found).toMatchObject({ images: { cart: 'cart' }, contexts: ['cart'], paths: ['.'] })
  })

  test('may depend on .env, which counts then', async () => {
    const found = await read(
      'services: { tests: { image: "${STAGGER_IMAGE}", volumes: [ "${SEED}:/seed", "${CONFIG:-./config.json}:/c" ] } }',
      { 'e2e/.env': 'SEED=./seed/one.sql' },
    )
    expect(found.paths).toEqual(['e2e/.env', 'e2e/compose.yaml', 'e2e/config.json', 'e2e/seed/one.sql'])
    expect(found.widened).toEqual([])
  })

  test('is named by links and network_mode too', async () => {
    const found = await read(`
services:
  tests: { image: x, links: [ "cart:shop" ], network_mode: "service:net" }
  cart: { image: "\${STAGGER_IMAGE}" }
  net: { image: y, env_file: api.env }
`)
    expect(found.paths).toEqual(['e2e/api.env', 'e2e/compose.yaml'])
  })
})

describe('what cannot be decided widens to the folder of the compose file, with a reason', () => {
  test.each([
    ['a variable that nobody set', 'volumes: [ "${ELSEWHERE}/x:/x" ]', 'a variable that .env does not set'],
    ['a path out of the repository', 'volumes: [ "../../x:/x" ]', 'leads out of this repository'],
    ['a link that leads nowhere', 'env_file: lost.env', 'e2e/lost.env is a symbolic link that leads nowhere'],
    [
      'an extended service that is not there',
      'extends: { file: no.yaml, service: x }',
      'extends: x of no.yaml',
    ],
    ['a dependency that is nowhere', 'depends_on: [ ghost ]', 'the service ghost is in no file'],
  ])('%s', async (_, line, reason) => {
    const found = await read(`services:\n  tests:\n    image: \${STAGGER_IMAGE}\n    ${line}\n`, {
      'e2e/lost.env': { link: 'nowhere' },
    })
    expect(found.widened).toEqual([
      { reason: 'compose-undecided', detail: expect.stringContaining(reason), line: 0 },
    ])
    expect(found.paths).toEqual(['e2e'])
  })

  test('an include that is not there, and one that includes itself', async () => {
    const tests = 'services: { tests: { image: "${STAGGER_IMAGE}" } }'
    expect((await read(`include: [ no.yaml ]\n${tests}`)).widened).toHaveLength(1)
    expect((await read(`include: [ compose.yaml ]\n${tests}`)).widened).toHaveLength(1)
  })
})

describe('is refused', () => {
  test('without its file, or its service', async () => {
    expect((await refusal('services: { test: { image: x } }')).problems).toMatchObject([
      { code: 'unknown-test-service', fix: 'did you mean test?' },
    ])
    expect((await refusal('services: text')).problems[0]?.at).toMatchObject({
      file: 'e2e/compose.yaml',
      line: 1,
    })
  })

  test('where the image is tested by nobody', async () => {
    const [problem] = (await refusal('services: { tests: { image: x }, cart: { image: shop/cart } }'))
      .problems
    expect(problem).toMatchObject({ code: 'image-not-tested', fix: expect.stringContaining('STAGGER_IMAGE') })
  })
})

import { afterEach, describe, expect, test } from '@jest/globals'
import { discover } from '../../src/catalog/discover.js'
import { interpolate } from '../../src/catalog/interpolate.js'
import { nameDockerfiles, ownFolder } from '../../src/catalog/naming.js'
import { unknownName } from '../../src/catalog/nearest.js'
import type { Git } from '../../src/platform/git/git.js'
import { openGit } from '../../src/platform/git/open.js'
import { StaggerError } from '../../src/words.js'
import { type Content, type Repository, temporaryRepository } from '../platform/repository.js'

let repository: Repository | undefined
let git: Git | undefined
afterEach(async () => {
  await git?.close()
  repository?.remove()
})

const find = async (files: Record<string, Content>) => {
  repository = temporaryRepository()
  const commit = repository.commit(files)
  git = openGit(repository.directory)
  return discover(git, await git.treeOf(commit))
}

describe('compose', () => {
  test('which images its services build, for the others', async () => {
    const { services } = await find({
      '.env': 'TAG=7',
      'compose.yaml': `
services:
  base: { build: base, image: "org/base:\${TAG}" }
  web: { build: web }
  db: { image: postgres }
`,
    })
    expect(services.map(({ name, imagesBuiltHere }) => [name, imagesBuiltHere])).toEqual([
      ['base', { 'org/base:7': 'base' }],
      ['web', { 'org/base:7': 'base' }],
    ])
  })

  test('the services that it builds, with .env, contexts, arguments and targets', async () => {
    const { services } = await find({
      '.env': 'NODE=24\nCART_FILE=./src/cart/src/Dockerfile\nNESTED=v${NODE}\n',
      'compose.yaml': `
x-common: &common
  args: { NODE: "\${NODE}" }
services:
  db: { image: postgres }
  cart:
    build: { context: ./, dockerfile: "\${CART_FILE}", <<: *common }
  web:
    build: ./src/web
  worker:
    build:
      context: src/web
      target: \${TARGET:-worker}
      args: [ "A=\${NESTED}", NODE, UNSET, "PLAIN=1" ]
`,
    })
    expect(services).toMatchObject([
      {
        name: 'cart',
        path: 'src/cart',
        dockerfile: 'src/cart/src/Dockerfile',
        context: '.',
        target: null,
        args: { NODE: '24' },
      },
      {
        name: 'web',
        path: 'src/web',
        dockerfile: 'src/web/Dockerfile',
        context: 'src/web',
        target: null,
        args: {},
      },
      {
        name: 'worker',
        path: 'src/web',
        dockerfile: 'src/web/Dockerfile',
        context: 'src/web',
        target: 'worker',
        args: { A: 'v24', NODE: '24', PLAIN: '1' },
      },
    ])
  })

  test('variants add the services that only they build; included files too', async () => {
    const { services } = await find({
      'compose.yaml': 'include: [ more/compose.yaml ]\nservices:\n  a: { build: a }\n',
      'compose.full.yaml': 'services:\n  a: { build: other }\n  b: { build: b }\n',
      'more/compose.yaml': 'services:\n  c: { build: ./c }\n',
      'compose.notes.yaml': '# nothing\n',
    })
    expect(services.map(({ name, context }) => `${name} ${context}`)).toEqual(['a a', 'c more/c', 'b b'])
  })

  test('what it cannot follow is left out by name, not silently', async () => {
    const { services, warnings } = await find({
      'compose.yaml': `services:
  a: { build: a }
  inline: { build: { dockerfile_inline: FROM scratch } }
  remote: { build: "https://example.com/x.git" }
  named: { build: { context: ., additional_contexts: { x: ../x } } }
`,
    })
    expect(services.map(({ name }) => name)).toEqual(['a'])
    expect(warnings.map((text) => text.split(' ')[0])).toEqual(['inline', 'remote', 'named'])
  })

  test.each<[string, string, string, number, number]>([
    ['no YAML', 'services: [', 'yaml-syntax', 1, 12],
    ['another shape', 'services:\n  a:\n    build: { context: [1] }\n', 'compose-file', 3, 5],
    ['a name that cannot be one', 'services:\n  "a b": { build: . }\n', 'service-name', 2, 3],
  ])('%s', async (_, text, code, line, column) => {
    const error = await find({ 'compose.yaml': text }).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(StaggerError)
    expect(error.problems[0]).toMatchObject({ code, at: { file: 'compose.yaml', line, column } })
  })
})

test.each<[string, string]>([
  ['$A ${A} $$A', 'a a $A'],
  ['${NONE:-x}${NONE-y}${A:-z}', 'xya'],
  ['${NONE:-${A}-${NONE:-deep}}', 'a-deep'],
  ['${A:+set}${NONE:+set}', 'set'],
  ['${NONE}', ''],
  ['$ {A} $1', '$ {A} $1'],
])('interpolates %s', (text, expected) => {
  expect(interpolate(text, (name) => (name === 'A' ? 'a' : undefined))).toBe(expected)
})

describe('without compose, every Dockerfile is a service', () => {
  test('named by its folder; the context is where what it copies by name is', async () => {
    const { services } = await find({
      'go.mod': '',
      'cmd/core/Dockerfile': 'FROM scratch\nCOPY go.mod vendor* ./\nCOPY . .\n',
      'web/Dockerfile': 'FROM scratch\nCOPY . .\n',
      'web/Dockerfile.dockerignore': '*',
      'cart/src/Dockerfile': 'FROM scratch\n',
      'cart/src/Dockerfile.debug': 'FROM scratch\n',
      'docker/api.Dockerfile': 'FROM scratch\n',
      'node_modules/x/Dockerfile': 'FROM scratch\n',
    })
    expect(services.map(({ name, context, path }) => [name, context, path])).toEqual([
      ['cart', 'cart/src', 'cart'],
      ['cart-debug', 'cart/src', 'cart/src'],
      ['core', '.', 'cmd/core'],
      ['docker', 'docker', 'docker'],
      ['web', 'web', 'web'],
    ])
  })

  test('none at all is no error', async () => {
    expect(await find({ 'README.md': '' })).toEqual({ services: [], warnings: [] })
  })
})

test.each<[string[], string[]]>([
  [['Dockerfile'], ['app']],
  [
    ['a/api/Dockerfile', 'b/api/Dockerfile'],
    ['a-api', 'b-api'],
  ],
  [['x/Basket.API/Dockerfile'], ['basket.api']],
  [
    ['docker/Dockerfile.web', 'docker/Dockerfile.db'],
    ['docker-web', 'docker-db'],
  ],
])('%j are named %j', (paths, names) => {
  expect([...nameDockerfiles(paths).values()]).toEqual(names)
})

test('the own folder carries the name, else it is the context, else the Dockerfile’s', () => {
  expect(ownFolder('cart', 'src/cart/src/Dockerfile', '.')).toBe('src/cart')
  expect(ownFolder('x', 'a/b/Dockerfile', 'a')).toBe('a')
  expect(ownFolder('x', 'a/b/Dockerfile', '.')).toBe('a/b')
})

test('an unknown name tells those that are near', () => {
  expect(unknownName('service', 'crat', ['cart', 'catalog'])).toMatchObject({
    code: 'unknown-service',
    why: 'there are: cart, catalog',
    fix: 'did you mean cart?',
  })
})

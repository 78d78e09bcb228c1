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

  test('labels, secrets and SSH of a build; a secret that nothing defines has no source', async () => {
    const { services } = await find({
      '.env': 'TEAM=shop',
      'compose.yaml': `
services:
  web:
    build:
      context: web
      labels: { team: "\${TEAM}" }
      secrets: [ npm, { source: key, target: signing }, lost ]
      ssh: [ default, "ci=/run/agent" ]
  more:
    extends: web
    build: { labels: [ "team=other", "tier=1" ] }
secrets:
  npm: { environment: NPM_TOKEN }
  key: { file: ./key.pem }
`,
    })
    const secrets = {
      npm: { kind: 'environment', name: 'NPM_TOKEN' },
      signing: { kind: 'file', path: 'key.pem' },
    }
    const ssh = ['default', 'ci=/run/agent']
    expect(services).toMatchObject([
      { name: 'web', labels: { team: 'shop' }, secrets, ssh },
      { name: 'more', labels: { team: 'other', tier: '1' }, secrets, ssh },
    ])
  })

  test('a variant that is no YAML is left out, and told; the main file is refused', async () => {
    const broken = 'services:\n  web: { build: web }\n  web: { build: other }\n'
    const files = { 'compose.yaml': 'services:\n  cart: { build: cart }\n', 'compose.full.yaml': broken }
    const { services, warnings } = await find(files)
    expect(services.map(({ name }) => name)).toEqual(['cart'])
    expect(warnings).toEqual([expect.stringMatching(/^compose\.full\.yaml:3 is no valid YAML .*left out$/)])
    await git?.close()
    repository?.remove()
    await expect(find({ 'compose.yaml': broken })).rejects.toThrow('is no valid YAML')
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
  remote: { build: "https://example.com/x.git" }
  above: { build: ../x }
  named: { build: { context: ., additional_contexts: { x: ../x } } }
  needs: { build: { context: a, args: { TAG: "\${TAG:?say which}" } } }
  lost: { build: { context: a }, extends: { service: gone } }
  user: { build: { context: a, additional_contexts: { x: "service:remote" } } }
`,
    })
    expect(services.map(({ name }) => name)).toEqual(['a'])
    expect(warnings).toEqual([
      'remote is left out: its context is not in this repository',
      'above is left out: its context ../x is outside of this repository',
      'named is left out: its context ../x is not in this repository',
      "needs is left out: it requires TAG (say which), which .env does not set; the shell's own variables do not count",
      'lost is left out: it extends gone of compose.yaml, which is not there',
      'user is left out: it is built from remote, which is not built here',
    ])
  })

  test('a Dockerfile in the compose file, named contexts and platforms', async () => {
    const { services } = await find({
      '.env': 'BASE=alpine',
      'compose.yaml': `
services:
  db: { image: "postgres:17" }
  base: { build: base }
  inline:
    profiles: [never]
    build:
      context: src
      dockerfile_inline: |
        FROM \${BASE}
        RUN echo $$HOME
      platforms: [linux/arm64]
      secrets: [token]
      additional_contexts:
        - Libs=./libs
        - org/img:latest=docker-image://node:24
        - base=service:base
        - dump=service:db
        - up=https://example.com/x.git
`,
    })
    expect(services[1]).toMatchObject({
      name: 'inline',
      dockerfile: 'compose.yaml',
      inline: 'FROM alpine\nRUN echo $HOME\n',
      context: 'src',
      platforms: ['linux/arm64'],
      contexts: {
        libs: { kind: 'folder', path: 'libs' },
        'org/img': { kind: 'remote', address: 'node:24' },
        base: { kind: 'service', service: 'base' },
        dump: { kind: 'remote', address: 'postgres:17' },
        up: { kind: 'remote', address: 'https://example.com/x.git' },
      },
    })
  })

  test('extends: a service of the same file and of another one', async () => {
    const { services } = await find({
      'compose.yaml': `
services:
  a: { build: { context: a, args: { X: "1", Y: "1" } }, image: org/a }
  b: { extends: a, build: { target: b, args: [ Y=2 ] } }
  c: { extends: { service: base, file: shared/common.yaml }, image: org/c }
  d: { extends: { service: c } }
`,
      'shared/common.yaml': 'services:\n  base: { build: { context: ./own, platforms: [linux/amd64] } }\n',
    })
    expect(services.map(({ name, context, target, args }) => [name, context, target, args])).toEqual([
      ['a', 'a', null, { X: '1', Y: '1' }],
      ['b', 'a', 'b', { X: '1', Y: '2' }],
      ['c', 'shared/own', null, {}],
      ['d', 'shared/own', null, {}],
    ])
  })

  test('what only merges with another file is no fault of this one', async () => {
    const { services } = await find({
      'compose.yaml': 'services:\n  a: { build: !override { context: a }, ports: !reset [] }\n',
    })
    expect(services.map(({ context }) => context)).toEqual(['a'])
  })

  test.each<[string, string, string, number, number]>([
    ['no YAML', 'services: [', 'yaml-syntax', 1, 12],
    ['another shape', 'services:\n  a:\n    build: { context: [1] }\n', 'compose-file', 3, 14],
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
      'docker/dockerfile.go': 'package docker\n',
      'docker/Dockerfile.j2': 'FROM {{ base }}\n',
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

  test('one whose language is not known here stays in its own folder', async () => {
    const { services } = await find({ 'a/Dockerfile': '# syntax=example.com/other\nMAKE it\n' })
    expect(services).toMatchObject([{ name: 'a', context: 'a' }])
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

import { afterEach, describe, expect, test } from '@jest/globals'
import { discover } from '../../../src/catalog/discover.js'
import { configurationAt } from '../../../src/commands/configuration.js'
import { readConfiguration } from '../../../src/main/configuration.js'
import type { Git } from '../../../src/platform/git/git.js'
import { openGit } from '../../../src/platform/git/open.js'
import { StaggerError } from '../../../src/words.js'
import { type Content, type Repository, temporaryRepository } from '../../platform/repository.js'

const opened: { readonly repository: Repository; readonly git: Git }[] = []
afterEach(async () => {
  for (const { repository, git } of opened.splice(0)) {
    await git.close()
    repository.remove()
  }
})

const open = async (files: Record<string, Content>) => {
  const repository = temporaryRepository()
  const commit = repository.commit(files)
  const git = openGit(repository.directory)
  opened.push({ repository, git })
  const root = await git.treeOf(commit)
  return { git, root }
}

const COMPOSE = `services:
  base: { build: base, image: org/base }
  frontend-proxy: { build: { context: ., dockerfile: proxy/Dockerfile, args: { A: "1", B: "2" } } }
  loadgenerator: { build: load }
`
const FILES: Readonly<Record<string, Content>> = {
  'compose.yaml': COMPOSE,
  'base/Dockerfile': 'FROM scratch\n',
  'proxy/Dockerfile': 'FROM org/base\n',
  'load/Dockerfile': 'FROM scratch\n',
  'src/cart/Dockerfile': 'FROM scratch\nCOPY package.json /\n',
  'package.json': '{}',
}

const find = async (stagger: string, files: Record<string, Content> = { ...FILES }) => {
  const { git, root } = await open({ ...files, 'stagger.yml': stagger })
  const { declaration } = await configurationAt(git, root, readConfiguration)
  return discover(git, root, declaration)
}

const problems = async (stagger: string, files?: Record<string, Content>) => {
  const error = await find(stagger, files).catch((thrown) => thrown)
  if (!(error instanceof StaggerError)) throw error
  return error.problems.map(({ code, at, fix }) => `${at?.line}:${at?.column} ${code}: ${fix}`)
}

describe('on top of what was discovered', () => {
  test('settings, a new name, one more and one less', async () => {
    const { services } = await find(`
services:
  proxy:
    from: frontend-proxy
    args: { B: two, C: 3 }
    platforms: [linux/arm64]
    inputs: [./base/]
    dependsOn: [base]
    group: shop
  cart: { dockerfile: src/cart/Dockerfile, target: app }
  loadgenerator: false
`)
    expect(services).toEqual([
      expect.objectContaining({ name: 'base', imagesBuiltHere: { 'org/base': 'base' } }),
      expect.objectContaining({
        name: 'proxy',
        path: 'proxy',
        dockerfile: 'proxy/Dockerfile',
        context: '.',
        args: { A: '1', B: 'two', C: '3' },
        platforms: ['linux/arm64'],
        inputs: ['base'],
        dependsOn: ['base'],
        group: 'shop',
        imagesBuiltHere: { 'org/base': 'base' },
      }),
      expect.objectContaining({
        name: 'cart',
        path: 'src/cart',
        dockerfile: 'src/cart/Dockerfile',
        context: '.',
        target: 'app',
      }),
    ])
  })

  test('what others take from has its new name there too; what is left out keeps its own', async () => {
    const files = {
      ...FILES,
      'compose.yaml': `${COMPOSE}
  user: { build: { context: ., dockerfile: proxy/Dockerfile, additional_contexts: { base: "service:base" } } }
`,
    }
    const { services } = await find('services:\n  ground: { from: base }\n', files)
    const user = services.find(({ name }) => name === 'user')
    expect(user).toMatchObject({
      imagesBuiltHere: { 'org/base': 'ground' },
      contexts: { base: { kind: 'service', service: 'ground' } },
    })
    expect((await find('services:\n  base: false\n')).services[0]?.imagesBuiltHere).toEqual({
      'org/base': 'base',
    })
  })

  test('contexts of each form, and artifacts', async () => {
    const { services } = await find(`
discover: false
services:
  base: { context: base }
  cart:
    context: src/cart
    contexts: { Libs: ./libs/, base: "service:base", node:latest: "docker-image://node:24", up: "https://example.com/x.git" }
    artifacts: [{ path: dist/, from: [src/**, package.json] }]
`)
    expect(services.map(({ name }) => name)).toEqual(['base', 'cart'])
    expect(services[1]).toMatchObject({
      dockerfile: 'src/cart/Dockerfile',
      path: 'src/cart',
      contexts: {
        libs: { kind: 'folder', path: 'libs' },
        base: { kind: 'service', service: 'base' },
        node: { kind: 'remote', address: 'node:24' },
        up: { kind: 'remote', address: 'https://example.com/x.git' },
      },
      artifacts: [{ path: 'dist', from: ['src/**', 'package.json'] }],
    })
  })

  test('discover chooses the way', async () => {
    const names = async (way: string) => (await find(`discover: ${way}\n`)).services.map(({ name }) => name)
    expect(await names('compose')).toEqual(['base', 'frontend-proxy', 'loadgenerator'])
    expect(await names('dockerfiles')).toEqual(['base', 'cart', 'load', 'proxy'])
    expect(await names('false')).toEqual([])
  })

  test('a Dockerfile that is left out need not be one', async () => {
    const files = { 'a/Dockerfile': 'FROM scratch\n', 'bad/Dockerfile': 'what is this\n' }
    const { services } = await find('services:\n  bad: false\n', files)
    expect(services.map(({ name }) => name)).toEqual(['a'])
  })

  test('who declares what could not be discovered is not warned of it', async () => {
    const files = { ...FILES, 'compose.yaml': `${COMPOSE}  far: { build: "https://example.com/x.git" }\n` }
    expect((await find('discover: compose\n', files)).warnings).toHaveLength(1)
    expect((await find('services:\n  far: { context: base }\n', files)).warnings).toEqual([])
  })
})

describe('what does not fit is told, each where it stands', () => {
  test.each<[string, string, string[]]>([
    ['a name to leave out', 'services:\n  bas: false\n', ['2:3 unknown-service: did you mean base?']],
    [
      'a discovered service',
      'services:\n  proxy: { from: fronted-proxy }\n',
      ['2:12 unknown-service: did you mean frontend-proxy?'],
    ],
    [
      'one that nothing describes',
      'services:\n  frontendproxy: { target: app }\n',
      ['2:3 unknown-service: did you mean frontend-proxy? Else add: dockerfile: PATH'],
    ],
    [
      'other services',
      'services:\n  base:\n    dependsOn: [frontend-proxy, car]\n    contexts: { x: "service:lod" }\n',
      ['3:33 unknown-service: name one of them', '4:17 unknown-service: name one of them'],
    ],
    [
      'two of one name',
      'services:\n  base: { from: loadgenerator }\n',
      [
        '2:11 duplicate-service: choose another name for loadgenerator, or give the other one another: NAME: { from: base }',
      ],
    ],
    [
      'two names for one',
      'services:\n  a: { from: base }\n  b: { from: base }\n',
      [
        '3:8 duplicate-service: take from out of one of the two, and give that one a dockerfile and a context of its own',
      ],
    ],
    [
      'a group called like a service',
      'services:\n  base: { group: loadgenerator }\n',
      ['2:11 group-name: give the group another name'],
    ],
    [
      'all of it, with files that are not there',
      'services:\n  bas: false\n  cart: { dockerfile: Dockerfile, context: src/cart }\n  web: { context: web }\n',
      [
        '2:3 unknown-service: did you mean base?',
        '3:11 missing-dockerfile: did you mean src/cart/Dockerfile?',
        '4:10 missing-context: correct the context of web',
      ],
    ],
    [
      'a way',
      'discover: bake\n',
      ['1:1 nothing-to-discover: commit one, or choose another way: discover: dockerfiles'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await problems(text)).toEqual(expected)
  })

  test('one that others are built from cannot be left out alone', async () => {
    const files = {
      ...FILES,
      'compose.yaml': `${COMPOSE}  user: { build: { context: load, additional_contexts: { base: "service:base" } } }\n`,
    }
    expect(await problems('services:\n  base: false\n', files)).toEqual([
      '2:3 unknown-service: leave user out as well, or give it another context: services: { user: { contexts: … } }',
    ])
  })
})

test('both endings at once are refused; either one is read', async () => {
  expect(await problems('', { ...FILES, 'stagger.yaml': '' })).toEqual([
    'undefined:undefined two-configurations: put everything into stagger.yml: git rm stagger.yaml',
  ])
  const { git, root } = await open({ 'stagger.yaml': 'registry: ghcr.io/x\n' })
  expect(await configurationAt(git, root, readConfiguration)).toMatchObject({
    registry: 'ghcr.io/x',
  })
})

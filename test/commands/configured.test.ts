import { afterEach, describe, expect, test } from '@jest/globals'
import { allSnapshots, viewCommit } from '../../src/commands/commit-view.js'
import { readConfiguration } from '../../src/main/configuration.js'
import type { Git } from '../../src/platform/git/git.js'
import { openGit } from '../../src/platform/git/open.js'
import { StaggerError } from '../../src/words.js'
import { type Content, type Repository, temporaryRepository } from '../platform/repository.js'

let repository: Repository
let git: Git
afterEach(async () => {
  await git.close()
  repository.remove()
})

const view = async (files: Record<string, Content>) => {
  repository = temporaryRepository()
  const commit = repository.commit(files)
  git = openGit(repository.directory)
  return viewCommit(git, commit, readConfiguration)
}

const problems = async (files: Record<string, Content>) => {
  const error = await allSnapshots(await view(files)).catch((thrown) => thrown)
  if (!(error instanceof StaggerError)) throw error
  return error.problems.map(({ code, at, fix }) => `${at?.file}:${at?.line}:${at?.column} ${code}: ${fix}`)
}

describe('what shows when a service is read is told where it can be corrected', () => {
  test('a setting of stagger.yml', async () => {
    const files = {
      'cart/Dockerfile': 'FROM scratch\n',
      'stagger.yml': `services:
  cart: { inputs: [cart, pb/**] }
  shop: { dockerfile: cart/Dockerfle, context: cart }
  web: { dockerfile: Dockerfile, context: cart }
  user: { dockerfile: cart/Dockerfile, contexts: { libs: ./libs } }
  job: { dockerfile: cart/Dockerfile, context: cart, target: nightly }
`,
    }
    expect(await problems(files)).toEqual([
      "stagger.yml:2:26 declared-input-missing: correct it in stagger.yml, or track the file: git ls-files -- ':(glob)pb/**'",
      'stagger.yml:3:11 missing-dockerfile: did you mean cart/Dockerfile?',
      'stagger.yml:4:10 missing-dockerfile: did you mean cart/Dockerfile?',
      'stagger.yml:5:40 missing-context: correct the context of user in the compose file or in stagger.yml',
      'stagger.yml:6:54 unknown-target: add that target, or take out what names it',
    ])
  })

  test('a line of a Dockerfile that stands in another file', async () => {
    const inline = (name: string, text: string) =>
      `  ${name}:\n    build:\n      context: .\n      dockerfile_inline: |\n${text.replace(/^/gm, '        ')}\n`
    const files = {
      'compose.yaml': `services:\n${inline('a', 'FROM scratch')}${inline('b', 'FROM scratch\nCPOY . /')}`,
    }
    expect(await problems(files)).toEqual([expect.stringMatching(/^compose\.yaml:12:9 dockerfile-syntax/)])
  })

  test('a bake file’s, too', async () => {
    const files = {
      'docker-bake.hcl': 'target "a" {\n  dockerfile-inline = <<EOT\nFROM scratch\nCPOY . /\nEOT\n}\n',
    }
    expect(await problems(files)).toEqual([expect.stringMatching(/^docker-bake\.hcl:4:1 dockerfile-syntax/)])
  })
})

test('edges between declared services, by context and by declaration', async () => {
  const opened = await view({
    Dockerfile: 'FROM base\nCOPY --from=libs . /libs\n',
    'base/Dockerfile': 'FROM scratch\nCOPY a /\n',
    'base/a': 'a',
    'libs/b': 'b',
    'stagger.yml': `discover: false
services:
  base: { context: base }
  app: { dockerfile: Dockerfile, context: ., contexts: { base: "service:base", libs: libs } }
  late: { context: base, dependsOn: [app] }
`,
  })
  const snapshots = await allSnapshots(opened)
  const edges = snapshots.map(({ service, image }) => [
    service.name,
    image.inputs.edges.map((edge) => edge.service),
    image.inputs.named.map(({ folder }) => folder),
  ])
  expect(edges).toEqual([
    ['base', [], []],
    ['app', ['base'], ['libs']],
    ['late', ['app'], []],
  ])
  expect(snapshots.every(({ image }) => image.fingerprint !== null)).toBe(true)
})
